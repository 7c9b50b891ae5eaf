#!/bin/sh
# Fetches a program and what it needs from Maven Central: "maven.sh NAME GROUP ARTIFACT VERSION" fills .cache/NAME/VERSION/, unless it is
# there. The validators that it is for need Java and Maven, which is why they are no part of "make test".
set -eu
cd "$(dirname "$0")/../.."

name=$1 group=$2 artifact=$3 version=$4
folder=.cache/$name/$version
[ -s "$folder/$artifact-$version.jar" ] && exit 0
for tool in java mvn; do
	command -v "$tool" >/dev/null 2>&1 || { echo "$name needs $tool (on Debian: apt-get install default-jre-headless maven)" >&2; exit 1; }
done
mkdir -p "$folder"
cat >"$folder/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>casusboek</groupId><artifactId>$name</artifactId><version>1</version>
  <dependencies><dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency></dependencies>
</project>
POM
mvn -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/$folder"
