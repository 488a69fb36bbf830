#!/usr/bin/env bash
# A cached public page against nginx serving the same bytes as a static file, one core each, turn by turn.
# Needs nginx and wrk (Debian packages) and a built binary: bench/cached.sh [target/release/daumoi] [rounds]
set -euo pipefail
bin=${1:-target/release/daumoi}
rounds=${2:-3}
folder=$(mktemp -d)
cleanup() { kill "${server:-}" 2>/dev/null || true; nginx -p "$folder" -c "$folder/nginx.conf" -s stop 2>/dev/null || true; rm -rf "$folder"; }
trap cleanup EXIT

"$bin" bench pages --stories 1000 --ask 10 --keep "$folder/data" >/dev/null
TOKIO_WORKER_THREADS=1 taskset -c 0 "$bin" serve --data "$folder/data" --listen 127.0.0.1:18080 2>/dev/null &
server=$!
until curl -sf -o /dev/null http://127.0.0.1:18080/healthz; do :; done
page=/tin/500/tin-so-500-ve-san-xuat-vu-dong-xuan
mkdir -p "$folder/www" "$folder/logs"
curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:18080$page" >"$folder/www/page.html.gz"
gunzip -kc "$folder/www/page.html.gz" >"$folder/www/page.html"
cat >"$folder/nginx.conf" <<CONF
worker_processes 1; pid $folder/nginx.pid; error_log $folder/logs/error.log;
events { worker_connections 256; }
http { access_log off; sendfile on; gzip_static on; open_file_cache max=100; keepalive_requests 1000000;
  types { text/html html; }
  server { listen 127.0.0.1:18081; root $folder/www; } }
CONF
chmod 755 "$folder" "$folder/www"
taskset -c 0 nginx -p "$folder" -c "$folder/nginx.conf"

rps() { taskset -c 1 wrk -t1 -c32 -d3s -H 'Accept-Encoding: gzip' "$1" | awk '/Requests\/sec/ {print $2}'; }
echo "page: $(stat -c %s "$folder/www/page.html.gz") bytes gzip"
for round in $(seq "$rounds"); do
    ours=$(rps "http://127.0.0.1:18080$page")
    theirs=$(rps "http://127.0.0.1:18081/page.html")
    echo "round $round: daumoi $ours, nginx $theirs, ratio $(awk "BEGIN {printf \"%.2f\", $ours / $theirs}")"
done
echo "memory after the load: $(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$server/status) MB"
