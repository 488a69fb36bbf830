#!/usr/bin/env bash
# Search engines on the same texts in one run: ours embedded, ours in PostgreSQL, PostgreSQL's own full text, SQLite FTS5.
# Time to build, size, p50 and p99 of one query at a time, and readers while others write.
# Needs PostgreSQL's binaries (Debian: postgresql) and ten times the texts' room: bench/search.sh TEXTS[.gz] [COUNT] [ENGINE …]
# TEXTS has one text a line, ` ⏎ ` between paragraphs; they are recombined to COUNT (100,000).
set -euo pipefail
texts=$(realpath "${1:?texts, one a line}")
count=${2:-100000}
shift $(($# < 2 ? $# : 2))
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
cleanup() { as "$bin/pg_ctl" -D "$folder/pg" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap cleanup EXIT
case $texts in *.gz) gunzip -kc "$texts" >"$folder/texts" && texts=$folder/texts ;; esac
cargo build --quiet --release --locked -p search --example search-bench
chmod 755 "$folder"
mkdir "$folder/pg"
if [ "$(id -u)" = 0 ]; then chown postgres "$folder/pg"; fi
(cd / && as "$bin/initdb" -D "$folder/pg" -U postgres -A trust -E UTF8 --locale=C >/dev/null)
# A small server's settings: a quarter of 4 GB for its cache, and everything as durable as it is by default.
(cd / && as "$bin/pg_ctl" -D "$folder/pg" -l "$folder/pg/log" -w -o "-p 15439 -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories='' -c shared_buffers=1GB -c maintenance_work_mem=256MB -c max_wal_size=4GB" start >/dev/null)
"${CARGO_TARGET_DIR:-target}/release/examples/search-bench" "$texts" "$count" "$folder/own" \
    "postgres://postgres@127.0.0.1:15439/postgres" "$@"
