#!/bin/sh
# Starts Powernode, and nginx.conf and Caddyfile of this folder in front of it with a certificate of its own; signs in, opens the
# WebSocket, and looks at the address that the server sees and at the log of the proxy.
#   deploy/try_proxies.sh [POWERNODE]         a command that starts Powernode; by default this repository's
# Needs nginx, caddy, openssl and curl.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
powernode=${1:-"$here/../node_modules/.bin/node $here/../bin/powernode.mjs"}
folder=$(mktemp -d)
chmod 711 "$folder"
port=${PORT:-3990}
tls=$((port + 1))
plain=$((port + 2))
name=powernode.example.com
pids=
end() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$folder"
}
trap end EXIT

mkdir "$folder/data"
cd "$folder"
env HOST=127.0.0.1 PORT="$port" PUBLIC_URL="https://$name:$tls" TRUST_PROXY=127.0.0.1/32 POWERNODE_DATA_DIR="$folder/data" \
  POWERNODE_ADMIN_EMAIL=admin@example.com POWERNODE_ADMIN_PASSWORD=Try-Horse-7-Battery $powernode up >"$folder/out" 2>&1 &
pids=$!
tries=0
until curl -sf "http://127.0.0.1:$port/api/v1/health/ready" >/dev/null; do
  tries=$((tries + 1))
  [ $tries -lt 300 ] || { cat "$folder/out"; exit 1; }
  sleep 0.2
done
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$name" \
  -addext "subjectAltName=DNS:$name" -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null

fetch() {
  curl -s --http1.1 --cacert "$folder/cert.pem" --resolve "$name:$tls:127.0.0.1" "$@"
}

# What each proxy must do. $1: its name, $2: its log.
check() {
  url=https://$name:$tls
  tries=0
  until fetch -f "$url/api/v1/health" >/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 50 ] || { echo "$1 does not forward"; exit 1; }
    sleep 0.2
  done
  token=$(fetch -f "$url/api/v1/auth/login" -H 'content-type: application/json' -H 'x-forwarded-for: 203.0.113.9' \
    -H 'forwarded: for=203.0.113.9' -d '{"email":"admin@example.com","password":"Try-Horse-7-Battery"}' |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  [ -n "$token" ]
  sessions=$(fetch -f "$url/api/v1/sessions" -H "authorization: Bearer $token")
  case $sessions in *203.0.113.9*) echo "$1 passes on a forged address"; exit 1 ;; esac
  case $sessions in *127.0.0.1*) ;; *) echo "$1 hides the address: $sessions"; exit 1 ;; esac
  # A WebSocket stays open: curl ends with its time.
  upgraded=$(fetch --include --max-time 3 "$url/cable?token=$token" -H 'connection: Upgrade' -H 'upgrade: websocket' \
    -H 'sec-websocket-version: 13' -H 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==' --output - | tr -d '\0' | head -1) || true
  case $upgraded in *' 101 '*) ;; *) echo "$1 does not upgrade: $upgraded"; exit 1 ;; esac
  fetch "$url/reset-password/secret-of-a-link" >/dev/null
  [ "$(fetch --output /dev/null --write-out '%{http_code}' "$url/metrics")" = 404 ]
  sleep 1
  grep -q 'token=\*\*\*' "$2" || { echo "$1 did not log the WebSocket"; exit 1; }
  if grep -q "$token\|secret-of-a-link" "$2"; then echo "$1 logs tokens"; exit 1; fi
  grep -q 'reset-password/\*\*\*' "$2" || { echo "$1 did not log the page of the link"; exit 1; }
  echo "$1: sign-in, WebSocket, address of the client, no /metrics, no tokens in the log"
}

sed -e "s|/etc/letsencrypt/live/$name/fullchain.pem|$folder/cert.pem|" -e "s|/etc/letsencrypt/live/$name/privkey.pem|$folder/key.pem|" \
  -e "s|listen 443 |listen 127.0.0.1:$tls |" -e "s|listen 80;|listen 127.0.0.1:$plain;|" -e "s|server 127.0.0.1:3000 |server 127.0.0.1:$port |" \
  -e "s|/var/log/nginx/|$folder/|" "$here/nginx.conf" >"$folder/powernode.conf"
cat >"$folder/nginx.conf" <<EOF
daemon off; pid $folder/nginx.pid; error_log $folder/nginx.error.log;
events {}
http { include $folder/powernode.conf; }
EOF
nginx -t -q -c "$folder/nginx.conf"
nginx -c "$folder/nginx.conf" &
nginx=$!
pids="$nginx $pids"
check nginx "$folder/powernode.log"
kill "$nginx"
wait "$nginx" || true

sed -e "s|^$name {|$name:$tls {\n\ttls $folder/cert.pem $folder/key.pem|" -e "s|127.0.0.1:3000|127.0.0.1:$port|" \
  -e "s|/var/log/caddy/|$folder/caddy.|" "$here/Caddyfile" >"$folder/Caddyfile"
sed -i '0,/^{$/s//{\n\tadmin off\n\tauto_https off/' "$folder/Caddyfile"
caddy validate --config "$folder/Caddyfile" --adapter caddyfile >/dev/null 2>"$folder/caddy.out" || { cat "$folder/caddy.out"; exit 1; }
caddy run --config "$folder/Caddyfile" --adapter caddyfile >"$folder/caddy.out" 2>&1 &
pids="$! $pids"
check Caddy "$folder/caddy.powernode.log"
