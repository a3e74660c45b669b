#!/bin/sh
# Ranks the causes of each outage in a folder and prints how often the true one is the first, among
# the first three and the first five. Without a folder: the outages of the tests. docs/ranking.md
# says more.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cases=$(cd "${1:-$root/sentinel-core/src/test/resources/rca-cases}" && pwd)
[ $# -eq 0 ] || shift
[ -f "$cases/truth.csv" ] || { echo "$cases has no truth.csv, which names the true causes" >&2; exit 2; }
exec "$root/mvnw" -f "$root/pom.xml" -ntp -pl sentinel-core -Prank-cases "-Drank.cases=$cases" test "$@"
