#!/bin/sh
# Fetches veraPDF (GPL-3.0 or MPL-2.0), the validator of PDF/UA, from Maven Central into .cache/verapdf/, for "make verapdf". It needs Java
# and Maven, which is why it is no part of "make test".
set -eu
cd "$(dirname "$0")/../.."

version=1.30.2
folder=.cache/verapdf/$version
[ -s "$folder/cli-$version.jar" ] && exit 0
for tool in java mvn; do
	command -v "$tool" >/dev/null 2>&1 || { echo "veraPDF needs $tool (on Debian: apt-get install default-jre-headless maven)" >&2; exit 1; }
done
mkdir -p "$folder"
cat >"$folder/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>casusboek</groupId><artifactId>verapdf</artifactId><version>1</version>
  <dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>cli</artifactId><version>$version</version></dependency></dependencies>
</project>
POM
mvn -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/$folder"
