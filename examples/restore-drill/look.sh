#!/bin/sh
# Looks at one volume of a drill. A real one attaches, checks and mounts it, and detaches it again:
# docs/restore.md has such a script. This one is content where it is told of a volume.
test -n "$EBS_DRILL_VOLUME" && test "$EBS_DRILL_SIZE_GIB" -gt 0
