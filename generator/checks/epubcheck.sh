#!/bin/sh
# Fetches epubcheck (BSD-3-Clause), the validator of the W3C, from Maven Central into .cache/epubcheck/ and has it read the example as a
# book, for "make epubcheck". It needs Java and Maven, which is
# why it is no part of "make test".
set -eu
cd "$(dirname "$0")/../.."

version=5.2.1
folder=.cache/epubcheck/$version
if [ ! -s "$folder/epubcheck-$version.jar" ]; then
	for tool in java mvn; do
		command -v "$tool" >/dev/null 2>&1 || { echo "epubcheck needs $tool (on Debian: apt-get install default-jre-headless maven)" >&2; exit 1; }
	done
	mkdir -p "$folder"
	cat >"$folder/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>casusboek</groupId><artifactId>epubcheck</artifactId><version>1</version>
  <dependencies><dependency><groupId>org.w3c</groupId><artifactId>epubcheck</artifactId><version>$version</version></dependency></dependencies>
</project>
POM
	mvn -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/$folder"
fi
books=$(mktemp -d)
trap 'rm -rf "$books"' EXIT
go run . epub --out "$books/casusboek.epub"
go run . epub --edition facilitator --out "$books/facilitator.epub"
go run . epub --out "$books/casebook.epub" generator/testdata/english
failed=
for book in "$books"/*.epub; do
	java -cp "$folder/*" com.adobe.epubcheck.tool.Checker --failonwarnings "$book" >"$books/said" 2>&1 || failed=yes
	grep -v '^Warning *$\|XSLT version ignored' "$books/said"
done
[ -z "$failed" ]
