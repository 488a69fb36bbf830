#!/bin/sh
# Planted hot spots: how many are found, how soon, and what else is told.
#
#   bench/bursts.sh LABELLED.jsonl STREAM.jsonl TEXTS.txt
#
# LABELLED  {cluster, title, text} a line: texts by event, of which the planted ones are made
# STREAM    {title, sapo?, text, first_seen} a line, in order of time
# TEXTS     a text a line, ` ⏎ ` between paragraphs: a second background, without times and without events of its own
set -eu
[ $# -eq 3 ] || { sed -n '2,8p' "$0"; exit 2; }
cd "$(dirname "$0")/.."
cargo build --quiet --release -p pulse --example bursts
bursts="${CARGO_TARGET_DIR:-target}/release/examples/bursts"
echo "press of a month, odd events";            "$bursts" "$2" "$1" odd 1
echo "press of a month, even events";           "$bursts" "$2" "$1" even 2
echo "texts without times, even events";        "$bursts" "$3" "$1" even 3
