#!/usr/bin/env bash
# Ends what start.sh has started in a folder, by the processes noted there, and removes its mounts.
#
#   stop.sh FOLDER
set -uo pipefail

readonly home=$(realpath -m "$1")

# whether a noted process is still one of ours: the number may have gone to another since
is_ours() {
  local environment
  environment=$(tr '\0' '\n' 2>/dev/null <"/proc/$1/environ") || return 1
  grep -qxF "HOME=$home/rabbit" <<<"$environment"
}

end() {
  local signal=$1 note process
  for note in "$home"/pids/*; do
    [ -e "$note" ] || continue
    process=$(cat "$note")
    if is_ours "$process"; then kill "-$signal" -- "-$process" 2>/dev/null; fi
  done
}

any_left() {
  local note
  for note in "$home"/pids/*; do
    [ -e "$note" ] && is_ours "$(cat "$note")" && return 0
  done
  return 1
}

end TERM
for _ in $(seq 100); do
  any_left || break
  sleep 0.2
done
end KILL
if [ -e "$home/mounts" ]; then
  while read -r place; do
    if mountpoint -q "$place"; then umount "$place"; fi
  done <"$home/mounts"
fi
rm -rf "$home/pids" "$home/mounts"
