#!/bin/sh
# Checks the units with systemd-analyze, with a stand-in for the program that they start.
#   deploy/try_units.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for name in server worker; do
  sed 's|^ExecStart=[^ ]*|ExecStart=/bin/true|' "$here/systemd/powernode-$name.service" >"$root/powernode-$name.service"
  systemd-analyze verify --man=no "$root/powernode-$name.service"
  systemd-analyze security --offline=true --threshold=30 --no-pager "$root/powernode-$name.service" | tail -1
done
echo 'both units are valid'
