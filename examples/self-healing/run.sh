#!/bin/sh
# Runs this example with a disk of 24 MB at /mnt that only it sees, and that is gone afterwards: a
# mount name space of its own, which on Linux takes root or user name spaces. Arguments go to Maven.
set -eu
cd "$(dirname "$0")"
if [ -n "${MAVEN:-}" ]; then maven=$MAVEN; else maven=../../mvnw; fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root=--map-root-user
# shellcheck disable=SC2016
exec unshare $as_root --mount sh -c '
  mount -t tmpfs -o size=24m tmpfs /mnt
  exec "$@"
' sh "$maven" verify "$@"
