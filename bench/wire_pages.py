#!/usr/bin/env python3
"""How well `page extract` finds the text of news pages.

    bench/wire_pages.py PROGRAM FOLDER [-v]

PROGRAM prints one JSON line a file (`target/release/examples/extract`, or a script that runs `daumoi page extract
--json`). FOLDER holds fundus, fundus-evaluation and mozilla-readability as their projects publish them. Scores are
those of the article extraction benchmark: shingles of four words, precision and recall a page, their means, F1 of the
means. -v tells every page below .9.
"""

import gzip
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
VERBOSE = "-v" in sys.argv
FIELDS = [a for a in sys.argv[3:] if a != "-v"] or ["text"]
WORD = re.compile(r"\w+")


def shingles(text):
    words = WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def score(true, got):
    t, g = shingles(true), shingles(got)
    both = sum((t & g).values())
    if not t and not g:
        return 1.0, 1.0
    return both / max(1, sum(g.values())), both / max(1, sum(t.values()))


def fundus():
    root = ROOT / "fundus/tests/resources/parser/test_data"
    for truth in sorted(root.glob("*/*.json")):
        for version in json.loads(truth.read_text()).values():
            body = version.get("body")
            page = sorted(truth.parent.glob(truth.stem + "_[0-9]*.html.gz"))
            if not body or len(json.loads(truth.read_text())) > 1 or len(page) != 1:
                continue
            parts = list(body["summary"])
            for section in body["sections"]:
                parts += section["headline"] + section["paragraphs"]
            yield page[0], "\n".join(parts)


def fundus_evaluation():
    root = ROOT / "fundus-evaluation/dataset"
    for name, truth in json.loads((root / "ground_truth.json").read_text()).items():
        yield root / "html" / name, "\n".join(truth["body"])


def readability():
    for page in sorted((ROOT / "mozilla-readability/test/test-pages").iterdir()):
        want = re.sub(r"(?s)<[^>]*>", " ", (page / "expected.html").read_text())
        yield page / "source.html", html.unescape(want)


def measure(name, pairs):
    pairs = list(pairs)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for at, (page, _) in enumerate(pairs):
            file = pathlib.Path(folder) / f"{at}.html"
            raw = page.read_bytes()
            file.write_bytes(gzip.decompress(raw) if page.suffix == ".gz" else raw)
            files.append(str(file))
        out = subprocess.run([PROGRAM, *files], capture_output=True, check=False).stdout.decode()
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == len(pairs), (len(answers), len(pairs))
    for field in FIELDS:
        scores = [score(true, a.get(field) or "") for (_, true), a in zip(pairs, answers)]
        p = sum(s[0] for s in scores) / len(scores)
        r = sum(s[1] for s in scores) / len(scores)
        print(f"{name:20} {field:10} pages {len(scores):4}  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}")
        if VERBOSE:
            for (page, _), (p, r) in sorted(zip(pairs, scores), key=lambda x: sum(x[1])):
                if p + r < 1.85:
                    print(f"    {p:.2f} {r:.2f} {page.parent.name}/{page.name}")


if __name__ == "__main__":
    measure("fundus", fundus())
    measure("fundus-evaluation", fundus_evaluation())
    measure("readability", readability())
