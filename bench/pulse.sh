#!/bin/sh
# What the press talks about: how well threads, reprints and topics are found, and how fast.
#
#   bench/pulse.sh LABELLED.jsonl STREAM.jsonl PAIRS.tsv
#
# LABELLED  {id, cluster, title, text} a line: news texts with the event they tell
# STREAM    {id, title, sapo?, text, first_seen} a line, in order of time
# PAIRS     id1, id2, jaccard, containment: copies in the stream
set -eu
[ $# -eq 3 ] || { sed -n '2,9p' "$0"; exit 2; }
cd "$(dirname "$0")/.."
cargo build --quiet --release -p pulse --examples
bin="${CARGO_TARGET_DIR:-target}/release/examples"
echo "threads, five shuffles";            "$bin/pulse-measure" threads "$1"
echo "threads among 5,000 other texts";   "$bin/pulse-measure" threads "$1" "$2" 5000
echo "reprints";                          "$bin/pulse-measure" reprints "$2" "$3"
echo "topics, 5,000";                     "$bin/pulse-measure" topics "$2" 5000
echo "all parts, 20 topics";              "$bin/pulse-measure" whole "$2" 6000 20
echo "memory of a full window";           "$bin/pulse-measure" whole "$2" 21000 20
cargo build --quiet --release -p daumoi
echo "hot spots by day";                  "${CARGO_TARGET_DIR:-target}/release/daumoi" listen replay "$2" | sed 's/.*"at":"\([0-9-]*\).*"severity":"\([a-z]*\)".*/\1 \2/' | sort | uniq -c
