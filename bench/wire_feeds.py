#!/usr/bin/env python3
"""Share of public parsers' own test feeds that `feed parse` reads as they expect.

    bench/wire_feeds.py PROGRAM FOLDER [-v SUITE]

PROGRAM prints one JSON line a file (`target/release/examples/feed`, or a script that runs `daumoi feed parse --json`).
FOLDER holds the suites, one folder each: feedparser (assertions.jsonl), gofeed, feed-rs, rss-parser, miniflux,
node-feedparser, reader, rust-rss, vn-quirks, vn-recorded. Texts are compared without markup, references and spaces,
moments as moments; only fields that a feed reader needs are asked for. -v tells the misses of a suite.
"""

import datetime
import html
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

VERBOSE = sys.argv[4] if len(sys.argv) > 4 and sys.argv[3] == "-v" else None
PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
score, misses = defaultdict(Counter), defaultdict(list)


def bare(text):
    """Text without markup, references and spaces."""
    if text is None:
        return ""
    if isinstance(text, dict):
        text = text.get("body") or text.get("content") or ""
    text = str(text)
    text = re.sub(r"(?is)<(script|style|iframe|noscript|object|applet)\b.*?</\1\s*>", "", text)
    text = re.sub(r"(?s)<!--.*?-->", "", text)
    text = re.sub(r"</?[a-zA-Z!][^<>]*>", "", text)
    text = html.unescape(html.unescape(text))
    text = re.sub(r"</?[a-zA-Z!][^<>]*>", "", text)
    return "".join(unicodedata.normalize("NFC", text).split())


def moment(text):
    if not text:
        return None
    try:
        when = datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return when.astimezone(datetime.timezone.utc).replace(microsecond=0)


def address(text):
    return (text or "").strip().rstrip("/")


def read(files):
    answers = {}
    for at in range(0, len(files), 300):
        part = files[at : at + 300]
        out = subprocess.run([PROGRAM, *map(str, part)], capture_output=True, check=False).stdout
        for name, line in zip(part, out.decode().splitlines(), strict=True):
            answers[name] = json.loads(line)
    return answers


def check(suite, file, what, good, got=None, want=None):
    score[suite]["fields"] += 1
    score[suite]["right"] += bool(good)
    if not good:
        score[suite, "files"][file] = 1
        misses[suite].append((file.name, what, str(got)[:150], str(want)[:150]))


def same(suite, file, got, want, fields):
    for what, value, expected, how in fields(got, want):
        if expected is not None and expected != "":
            check(suite, file, what, how(value) == how(expected), value, expected)


def list_of(how):
    return lambda values: sorted(how(v) for v in values or [])


# ---- feedparser: paths of its assertions → our fields

DATE = lambda v: tuple(v[:6]) if isinstance(v, list) else moment(v)


def of_feedparser(feed, path):
    """Our answer to a path, as (value, comparison), or None when it asks for what we do not tell."""
    path = list(path)
    if path[:1] == ["entries"]:
        if len(path) < 3 or path[1] >= len(feed.get("items", [])):
            return (None, bare) if len(path) >= 3 else None
        thing, path = feed["items"][path[1]], path[2:]
        texts = {"title": "title", "summary": "summary", "description": "summary", "id": "id", "comments": "comments"}
    elif path[:1] == ["feed"]:
        thing, path = feed, path[1:]
        texts = {"title": "title", "subtitle": "description", "tagline": "description", "info": "description",
                 "description": "description"}
    else:
        return None
    author = (thing.get("authors") or [{}])[0]
    enclosures = thing.get("enclosures") or [{}]
    categories = thing.get("categories") or []
    match path:
        case ["summary" | "description"] if "items" not in thing and thing.get("summary") is None:
            return thing.get("content"), bare
        case [name] | [name, "value"] if (key := name.removesuffix("_detail")) in texts:
            return thing.get(texts[key]), bare
        case ["content", 0, "value"]:
            return thing.get("content") or thing.get("summary"), bare
        case ["link"]:
            return thing.get("link"), address
        case ["links", 0, "href"]:
            return thing.get("link"), address
        case ["language"]:
            return thing.get("language"), bare
        case ["author_detail" | "authors", *_, "name"]:
            return author.get("name"), bare
        case ["author_detail" | "authors", *_, "email"]:
            return author.get("email"), bare
        case ["author_detail" | "authors", *_, "url" | "href"]:
            return author.get("url"), address
        case ["author"]:
            name, mail = author.get("name"), author.get("email")
            return (f"{name} ({mail})" if name and mail else name or mail), bare
        case ["tags", at, "term"] if isinstance(at, int):
            return (categories[at] if at < len(categories) else None), bare
        case ["category"]:
            return (categories[0] if categories else None), bare
        case ["enclosures", 0, "href"]:
            return enclosures[0].get("url"), address
        case ["enclosures", 0, "type"]:
            return enclosures[0].get("type"), bare
        case ["image", "href"]:
            return thing.get("image"), address
        case ["published_parsed" | "created_parsed" | "issued_parsed"]:
            when = moment(thing.get("published"))
            return ([*when.timetuple()][:6] if when else None), DATE
        case ["updated_parsed" | "modified_parsed"]:
            when = moment(thing.get("updated") or thing.get("published"))
            return ([*when.timetuple()][:6] if when else None), DATE
    return None


def feedparser():
    root = ROOT / "feedparser"
    rows = [json.loads(line) for line in (root / "assertions.jsonl").open()]
    answers = read([root / row["file"] for row in rows])

    def walk(claim, file, feed, whole):
        if "and" in claim:
            for inner in claim["and"]:
                walk(inner, file, feed, whole)
        elif claim.get("op") == "eq":
            asked = of_feedparser(feed, claim["path"])
            if asked and claim["value"] is not None:
                value, how = asked
                kind = "feedparser/sanitize" if "sanitize" in str(file) else "feedparser"
                check(kind, file, ".".join(map(str, claim["path"])), how(value) == how(claim["value"]), value, claim["value"])

    for row in rows:
        file = root / row["file"]
        feed = answers[file]
        check("feedparser/read", file, "read", "error" not in feed, feed.get("error"), "a feed")
        walk(row["assert"], file, feed, row)


# ---- suites with whole answers

def of_gofeed(got, want):
    yield "title", got.get("title"), want.get("title"), bare
    yield "link", got.get("link"), want.get("link"), address
    yield "feed_link", got.get("feed_link"), want.get("feedLink"), address
    yield "description", got.get("description"), want.get("description"), bare
    yield "language", got.get("language"), want.get("language"), bare
    yield "updated", got.get("updated"), want.get("updatedParsed"), moment
    yield "categories", got.get("categories"), want.get("categories"), list_of(bare)
    yield "image", got.get("image"), (want.get("image") or {}).get("url"), address
    yield "author", [a.get("name") or a.get("email") for a in got.get("authors", [])], \
        [a.get("name") or a.get("email") for a in want.get("authors") or []] or None, list_of(bare)
    yield "items", len(got.get("items", [])), len(want.get("items") or []), int
    for a, b in zip(got.get("items", []), want.get("items") or []):
        yield "item.title", a.get("title"), b.get("title"), bare
        yield "item.link", a.get("link"), b.get("link"), address
        yield "item.summary", a.get("summary") or a.get("content"), b.get("description"), bare
        yield "item.content", a.get("content") or a.get("summary"), b.get("content"), bare
        yield "item.published", a.get("published"), b.get("publishedParsed"), moment
        yield "item.updated", a.get("updated") or a.get("published"), b.get("updatedParsed"), moment
        yield "item.id", a.get("id"), b.get("guid"), bare
        yield "item.categories", a.get("categories"), b.get("categories"), list_of(bare)
        yield "item.image", a.get("image"), (b.get("image") or {}).get("url"), address
        yield "item.enclosures", [e["url"] for e in a.get("enclosures", [])], \
            [e.get("url") for e in b.get("enclosures") or [] if e.get("url")] or None, list_of(address)
        yield "item.authors", [p.get("name") or p.get("email") for p in a.get("authors", [])], \
            [p.get("name") or p.get("email") for p in b.get("authors") or []] or None, list_of(bare)


def gofeed():
    root = ROOT / "gofeed/testdata/translator"
    pairs = {f: f.with_suffix(".json") for f in sorted(root.rglob("*.xml")) if f.with_suffix(".json").exists()}
    for file, got in read(list(pairs)).items():
        want = json.loads(pairs[file].read_text())
        check("gofeed", file, "read", "error" not in got, got.get("error"), "a feed")
        same("gofeed", file, got, want, of_gofeed)
    rss = ROOT / "gofeed/testdata/parser"
    pairs = {f: f.with_suffix(".json") for f in sorted(rss.rglob("*.xml")) if f.with_suffix(".json").exists()}
    for file, got in read(list(pairs)).items():
        want = json.loads(pairs[file].read_text())
        check("gofeed/parser", file, "read", "error" not in got, got.get("error"), "a feed")
        same("gofeed/parser", file, got, want, of_gofeed_parser)


def of_gofeed_parser(got, want):
    yield "title", got.get("title"), want.get("title"), bare
    yield "description", got.get("description"), want.get("description") or want.get("subtitle"), bare
    entries = want.get("items") or want.get("entries") or []
    yield "items", len(got.get("items", [])), len(entries), int
    for a, b in zip(got.get("items", []), entries):
        yield "item.title", a.get("title"), b.get("title"), bare
        yield "item.summary", a.get("summary") or a.get("content"), b.get("description") or b.get("summary"), bare
        yield "item.published", a.get("published"), b.get("pubDateParsed") or b.get("publishedParsed"), moment
        if isinstance(b.get("link"), str):
            yield "item.link", a.get("link"), b.get("link"), address


def of_feed_rs(got, want):
    text = lambda t: t.get("content") if t else None
    yield "title", got.get("title"), text(want.get("title")), bare
    yield "description", got.get("description"), text(want.get("description")), bare
    yield "language", got.get("language"), want.get("language"), lambda v: bare(v).lower()
    yield "items", len(got.get("items", [])), len(want.get("entries", [])), int
    for a, b in zip(got.get("items", []), want.get("entries", [])):
        yield "item.title", a.get("title"), text(b.get("title")), bare
        yield "item.summary", a.get("summary") or a.get("content"), text(b.get("summary")), bare
        body = (b.get("content") or {}).get("body")
        yield "item.content", a.get("content") or a.get("summary"), body, bare
        yield "item.published", a.get("published"), b.get("published"), moment
        if b.get("links"):
            hrefs = [address(l["href"]) for l in b["links"]]
            check("feed-rs", FILE, "item.link", address(a.get("link")) in hrefs, a.get("link"), hrefs)


def feed_rs():
    global FILE
    root = ROOT / "feed-rs/feed-rs/fixture"
    pairs = {f: f.with_name(f.name.replace(".xml", ".serde.json").replace(".json.json", ".json")) for f in root.rglob("*.xml")}
    pairs |= {f: f.with_name(f.stem + ".serde.json") for f in root.rglob("*.json") if ".serde." not in f.name}
    pairs = {f: w for f, w in sorted(pairs.items()) if w.exists()}
    for FILE, got in read(list(pairs)).items():
        want = json.loads(pairs[FILE].read_text())
        check("feed-rs", FILE, "read", "error" not in got, got.get("error"), "a feed")
        same("feed-rs", FILE, got, want, of_feed_rs)


def of_rss_parser(got, want):
    want = want["feed"]
    yield "title", got.get("title"), want.get("title"), bare
    yield "link", got.get("link"), want.get("link"), address
    yield "description", got.get("description"), want.get("description"), bare
    yield "items", len(got.get("items", [])), len(want.get("items", [])), int
    for a, b in zip(got.get("items", []), want.get("items", [])):
        yield "item.title", a.get("title"), b.get("title"), bare
        yield "item.link", a.get("link"), b.get("link"), address
        yield "item.published", a.get("published"), b.get("isoDate"), moment
        yield "item.summary", a.get("summary") or a.get("content"), b.get("summary"), bare
        whole = b.get("content:encoded") or b.get("content")
        has = [bare(a.get("content")), bare(a.get("summary"))]
        if whole:
            check("rss-parser", FILE, "item.content", bare(whole) in has, has, whole)


def rss_parser():
    global FILE
    root = ROOT / "rss-parser/test"
    pairs = {f: root / "output" / (f.stem + ".json") for f in sorted((root / "input").iterdir())}
    for FILE, got in read(list(pairs)).items():
        if not pairs[FILE].exists():
            continue
        check("rss-parser", FILE, "read", "error" not in got, got.get("error"), "a feed")
        same("rss-parser", FILE, got, json.loads(pairs[FILE].read_bytes().decode("utf-8", "replace")), of_rss_parser)


def vn_quirks():
    root = ROOT / "vn-quirks"
    wants = json.loads((root / "expected.json").read_text())
    answers = read([root / w["file"] for w in wants])
    for want in wants:
        file = root / want["file"]
        item = (answers[file].get("items") or [{}])[0]
        check("vn-quirks", file, "title", bare(item.get("title")) == bare(want["title"]), item.get("title"), want["title"])
        check("vn-quirks", file, "published", moment(item.get("published")) == moment(want["published"]), item.get("published"), want["published"])
        check("vn-quirks", file, "summary", bare(item.get("summary_text")) == bare(want["summary_text"]), item.get("summary_text"), want["summary_text"])


def reads():
    """Suites without answers as data: a feed must be read, with items that have a headline, text or address."""
    for suite in ["miniflux", "node-feedparser", "reader", "rust-rss", "vn-recorded"]:
        files = [f for f in sorted((ROOT / suite).rglob("*")) if f.suffix in (".xml", ".rss", ".atom", ".json")]
        for file, got in read(files).items():
            if file.name.startswith("."):
                continue
            check(suite, file, "read", "error" not in got, got.get("error"), "a feed")


feedparser()
gofeed()
feed_rs()
rss_parser()
vn_quirks()
reads()
print(f"{'suite':22} {'fields':>7} {'right':>7} {'share':>7}")
for suite in [s for s in score if isinstance(s, str)]:
    all_, right = score[suite]["fields"], score[suite]["right"]
    print(f"{suite:22} {all_:7} {right:7} {right / all_:7.3f}")
if VERBOSE:
    for miss in misses[VERBOSE]:
        print(*miss, sep=" | ")
