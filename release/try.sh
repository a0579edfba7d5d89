#!/bin/sh
# Unpacks the archive of `npm run release` outside of the repository and uses it without npm and with an empty PATH, as root by another user
# who cannot write to it: it starts, an administrator signs in, the worker delivers an email, both processes say their memory, and SIGTERM ends it.
#   release/try.sh [ARCHIVE]
set -eu
archive=${1:-$(ls "$(dirname "$0")"/dist/*.tar.gz)}
folder=$(mktemp -d)
chmod 711 "$folder"
port=${PORT:-3987}
url=http://localhost:$port/api/v1
up=
end() {
  [ -z "$up" ] || kill -9 "$up" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT

tar -C "$folder" -xzf "$archive"
root=$(echo "$folder"/powernode-*)
(cd "$root" && sha256sum --check --quiet SHA256SUMS)
echo "unpacked: $(du -sm "$root" | cut -f1) MB, checksums match"
mkdir "$folder/data"
cd "$folder/data"
as=
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 "$folder/data"
  as="$(command -v setpriv) --reuid=65534 --regid=65534 --clear-groups"
fi
echo "version: $(env -i $as "$root/bin/powernode" --version)"

began=$(date +%s%N)
env -i PORT="$port" POWERNODE_ADMIN_EMAIL=admin@example.com POWERNODE_ADMIN_PASSWORD=Try-Horse-7-Battery \
  $as "$root/bin/powernode" up >"$folder/out" 2>&1 &
up=$!
tries=0
until curl -sf "$url/health/ready" >/dev/null; do
  tries=$((tries + 1))
  [ $tries -lt 300 ] && kill -0 $up 2>/dev/null || { cat "$folder/out"; exit 1; }
  sleep 0.2
done
echo "ready after $((($(date +%s%N) - began) / 1000000)) ms on a new database"

token=$(curl -sf "$url/auth/login" -H 'content-type: application/json' \
  -d '{"email":"admin@example.com","password":"Try-Horse-7-Battery"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
[ -n "$token" ]
echo "signed in"
curl -sf "$url/auth/register" -H 'content-type: application/json' \
  -d '{"name":"Ada Lovelace","email":"ada@example.com","password":"Try-Horse-7-Battery","account_name":"Ada"}' >/dev/null
tries=0
until curl -sf "$url/admin/mails" -H "authorization: Bearer $token" | grep -q '"status":"captured"'; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || { echo "no email was delivered"; exit 1; }
  sleep 0.2
done
echo "a job delivered an email"
sleep "${IDLE_SECONDS:-20}"
ps -eo pid=,ppid=,rss=,args= | awk -v up=$up '$1 == up || $2 == up { if ($NF ~ /^(up|server|worker)$/) printf "idle %s: %d MB\n", $NF, $3 / 1024 }'
curl -sf "http://localhost:$port/" | grep -q '<div id="root"'
curl -sf "http://localhost:$port/api/docs/js/scalar.js" >/dev/null
echo "the web app and the API reference are served"
kill -TERM $up
code=0
wait $up || code=$?
up=
echo "SIGTERM ended it with $code"
! pgrep -f "$folder" >/dev/null || { echo "processes are left"; exit 1; }
exit $code
