#!/bin/sh
# Has epubcheck (BSD-3-Clause), the validator of the W3C, read the example as a book, for "make epubcheck".
set -eu
cd "$(dirname "$0")/../.."

version=5.2.1
folder=.cache/epubcheck/$version
sh generator/checks/maven.sh epubcheck org.w3c epubcheck "$version"
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
