#!/usr/bin/env bash
# All figures of the text engine in one run: words (F1 on gold text, speed), start-up, memory, every other part's
# speed, fingerprints a second, spelling on clean text and on planted errors, one line of a hundred megabytes, and the
# ratios to longest match and to pyvi on the same lines.
#
#     bench/viet.sh DATA_DIR [PYTHON]
#
# DATA_DIR holds, each plain or gzipped: *-dev.conllu or *-test.conllu (gold words), statutes.txt (plain lines),
# wiktionary-words.txt, and perhaps news.txt (a news text a line). PYTHON with pyvi installed adds its figures. The
# dev part taught the shipped model: its figure says that the build is whole, and nothing of text it has not seen.
set -euo pipefail
data=${1:?folder with the data}
python=${2:-}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$data"/*; do
    name=$(basename "${file%.gz}")
    case $name in
        *-dev.conllu | *-test.conllu | statutes.txt | news.txt | wiktionary-words.txt) ;;
        *) continue ;;
    esac
    case $file in *.gz) gunzip -kc "$file" >"$work/$name" ;; *) cp "$file" "$work/$name" ;; esac
done
cargo build --quiet --release -p viet --features train --bin viet-train --example measure
out=${CARGO_TARGET_DIR:-target}/release
text=$work/statutes.txt
[ -e "$work/news.txt" ] && head -n 4000 "$work/news.txt" >"$work/some.txt" && text=$work/some.txt
for gold in "$work"/*.conllu; do
    echo "== words, $(basename "$gold")"
    "$out/viet-train" evaluate --gold "$gold"
done
echo "== speed of words, statutes"
"$out/viet-train" speed --plain "$work/statutes.txt"
[ -e "$work/wiktionary-words.txt" ] && "$out/examples/measure" "$work/statutes.txt" longest "$work/wiktionary-words.txt"
echo "== model"
"$out/examples/measure" "$text" model
echo "== every part, $(basename "$text")"
"$out/examples/measure" "$text"
echo "== spelling"
"$out/examples/measure" "$text" findings | head -n 1
"$out/examples/measure" "$text" planted
"$out/examples/measure" "$text" restored
echo "== one line of 100 MB, against a quarter of it"
"$out/examples/measure" "$text" endless 100
if [ -n "$python" ]; then
    echo "== pyvi, and this on the same lines"
    head -n 2000 "$work/statutes.txt" >"$work/lines.txt"
    "$out/viet-train" speed --plain "$work/lines.txt"
    "$python" - "$work" <<'PY'
import glob, sys, time
from pyvi import ViTokenizer
def spans(words):
    at, out = 0, set()
    for word in words:
        n = len("".join(word.replace("_", " ").split()))
        out.add((at, at + n)); at += n
    return out
for path in sorted(glob.glob(sys.argv[1] + "/*.conllu")):
    gold = found = right = 0
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        fields = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        words = [" ".join(f[1].split()) for f in fields if f[0].isdigit()]
        if words:
            a, b = spans(words), spans(ViTokenizer.tokenize(" ".join(words)).split())
            gold += len(a); found += len(b); right += len(a & b)
    print(f"{path.rsplit('/', 1)[1]}: F1 {2 * right / (gold + found):.4f}")
lines = open(sys.argv[1] + "/lines.txt", encoding="utf-8").read().splitlines()
began = time.process_time()
for line in lines:
    ViTokenizer.tokenize(line)
print(f"pyvi {sum(len(l.encode()) + 1 for l in lines) / 1e6 / (time.process_time() - began):.3f} MB/s")
PY
fi
