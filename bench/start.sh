#!/usr/bin/env bash
# From starting the program on existing data to its first page, and its memory when idle.
# bench/start.sh [target/release/daumoi] [rounds]
set -euo pipefail
bin=${1:-target/release/daumoi}
rounds=${2:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$bin" bench pages --stories 1000 --ask 10 --keep "$folder/data" >/dev/null
for round in $(seq "$rounds"); do
    before=$(date +%s%N)
    "$bin" serve --data "$folder/data" --listen 127.0.0.1:18082 2>/dev/null &
    server=$!
    until curl -sf -o /dev/null http://127.0.0.1:18082/; do :; done
    after=$(date +%s%N)
    memory=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status")
    echo "round $round: first page after $(((after - before) / 1000000)) ms, $memory MB"
    kill "$server"
    wait "$server" 2>/dev/null || true
done
