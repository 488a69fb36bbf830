//! How fast each part is on a file of lines, and what the speller reports of it.
//!
//!     cargo run --release -p viet --example measure -- FILE \
//!         [findings|planted|restored|model|longest WORDS|endless MEGABYTES]
//!
//! Times are of the processor where the system tells them, so other work beside it falsifies little.

use std::collections::{BTreeMap, HashMap};
use std::hint::black_box;
use std::io::{self, Write};
use std::sync::OnceLock;
use std::time::Instant;

use viet::fingerprints::{Fingerprint, Shingles};
use viet::normalize::{Normalizer, ToneStyle};
use viet::segment::{Mode, shipped};
use viet::terms::Field;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or(io::ErrorKind::InvalidInput)?;
    let text = std::fs::read_to_string(path)?;
    let mut out = io::stdout().lock();
    match arguments.next().as_deref() {
        Some("findings") => return findings(&text, &mut out),
        Some("planted") => return planted(&text, &mut out),
        Some("restored") => return restored(&text, &mut out),
        Some("model") => return model(&mut out),
        Some("endless") => {
            let megabytes = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(100);
            return endless(&text, megabytes, &mut out);
        }
        Some("longest") => {
            let words = std::fs::read_to_string(arguments.next().ok_or(io::ErrorKind::InvalidInput)?)?;
            return longest(&text, &words, &mut out);
        }
        _ => {}
    }
    let lines: Vec<&str> = text.lines().collect();
    black_box(shipped());
    let tidy = Normalizer::new().punctuation().spaces().tones(ToneStyle::Old);
    type Part<'a> = (&'a str, Box<dyn Fn(&str) -> usize + 'a>);
    let parts: [Part<'_>; 16] = [
        ("nfc", Box::new(|l| viet::normalize::nfc(l).len())),
        ("normalise all", Box::new(|l| tidy.apply(l).len())),
        ("normalise with offsets", Box::new(|l| tidy.apply_mapped(l).text.len())),
        ("fold", Box::new(|l| viet::fold::fold(l).len())),
        ("fold with offsets", Box::new(|l| viet::fold::fold_mapped(l).text.len())),
        ("tokens", Box::new(|l| viet::tokens::tokens(l).count())),
        ("sentences", Box::new(|l| viet::sentences::sentences(l).count())),
        ("segment accurate", Box::new(|l| count(l, Mode::Accurate))),
        ("segment fast", Box::new(|l| count(l, Mode::Fast))),
        ("fingerprint", Box::new(|l| Fingerprint::of(l).shingles() as usize)),
        ("shingles", Box::new(|l| Shingles::of(l).len())),
        ("terms folded", Box::new(|l| viet::terms::terms(l, Field::Folded).count())),
        ("keywords", Box::new(|l| viet::keywords::keywords(l, 10).len())),
        ("language", Box::new(|l| viet::language::guess(l).language as usize)),
        ("speak", Box::new(|l| viet::speak::speak(l).len())),
        ("spelling", Box::new(|l| viet::spelling::check(l).len())),
    ];
    for (name, part) in parts {
        let began = spent();
        let (mut bytes, mut done) = (0usize, 0usize);
        for line in lines.iter().cycle() {
            black_box(part(line));
            bytes += line.len() + 1;
            done += 1;
            if done.is_multiple_of(64) && spent() - began > 1.5 {
                break;
            }
        }
        let seconds = spent() - began;
        writeln!(
            out,
            "{name:24} {:8.1} MB/s {:10.0} lines/s",
            bytes as f64 / 1e6 / seconds,
            done as f64 / seconds
        )?;
    }
    Ok(())
}

/// Seconds this process has been on a processor; wall time where the system does not tell.
fn spent() -> f64 {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next().and_then(|n| n.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64(), |n| n / 1e9)
}

/// Start-up time and memory of the model, and of the copy for text without diacritics.
fn model(out: &mut impl Write) -> io::Result<()> {
    let before = (spent(), resident());
    black_box(shipped());
    let ready = (spent(), resident());
    black_box(viet::segment::words("cong tac tuyen truyen", Mode::Accurate));
    let folded = (spent(), resident());
    let say = |from: (f64, f64), to: (f64, f64)| {
        format!("{:.1} ms, {:.1} MiB", (to.0 - from.0) * 1e3, to.1 - from.1)
    };
    writeln!(out, "model ready                {}", say(before, ready))?;
    writeln!(out, "and for unmarked text      {}", say(ready, folded))
}

/// One line of that many megabytes against one of a quarter of it: the time for each byte must not grow, nor what a
/// door needs beside the text and what it makes of it.
fn endless(text: &str, megabytes: usize, out: &mut impl Write) -> io::Result<()> {
    let joined: String = text.lines().flat_map(|l| [l, " "]).collect();
    let line: String = joined.repeat((megabytes * 1_000_000).div_ceil(joined.len().max(1)));
    let quarter = line.get(..line.floor_char_boundary(line.len() / 4)).unwrap_or(&line);
    black_box(shipped());
    let tidy = Normalizer::new().punctuation().spaces().tones(ToneStyle::New);
    type Door<'a> = (&'a str, Box<dyn Fn(&str) -> usize + 'a>);
    // Each says how many bytes it made, as far as it keeps them.
    let doors: [Door<'_>; 11] = [
        ("normalise", Box::new(|l| tidy.apply(l).len())),
        ("fold", Box::new(|l| viet::fold::fold(l).len())),
        ("segment accurate", Box::new(|l| shipped().line(l, Mode::Accurate).len())),
        ("segment fast", Box::new(|l| shipped().line(l, Mode::Fast).len())),
        ("sentences", Box::new(|l| unkept(viet::sentences::sentences(l).count()))),
        ("dates", Box::new(|l| size_of_val(viet::dates::find(l, None).as_slice()))),
        ("refs", Box::new(|l| size_of_val(viet::refs::find(l).as_slice()))),
        ("spell", Box::new(|l| size_of_val(viet::spelling::check(l).as_slice()))),
        ("speak", Box::new(|l| viet::speak::speak(l).len())),
        ("keywords", Box::new(|l| viet::keywords::keywords(l, 10).len())),
        ("fingerprint", Box::new(|l| unkept(Fingerprint::of(l).shingles() as usize))),
    ];
    for (name, door) in doors {
        let began = spent();
        black_box(door(quarter));
        let small = spent() - began;
        // Lets the system count the highest memory use anew; where it cannot, the last column means nothing.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let before = peak();
        let began = spent();
        let made = black_box(door(&line));
        let large = spent() - began;
        let beside = peak() - before - made as f64 / 1048576.0;
        let rate = |text: &str, seconds: f64| text.len() as f64 / 1e6 / seconds;
        writeln!(
            out,
            "{name:18} {:7.1} MB/s for a quarter, {:7.1} for all, {:5.0} MiB made, {beside:6.0} MiB beside",
            rate(quarter, small),
            rate(&line, large),
            made as f64 / 1048576.0,
        )?;
    }
    Ok(())
}

/// What was found is counted, and none of it kept.
fn unkept(count: usize) -> usize {
    black_box(count);
    0
}

/// Mebibytes that were in use at most.
fn peak() -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

/// Mebibytes of memory in use, pages of the binary that were touched included.
fn resident() -> f64 {
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = told.split(' ').nth(1).and_then(|n| n.parse().ok()).unwrap_or(0.0);
    pages / 256.0
}

/// The plain way, for comparison: at each token the longest listed word, by a table of words and their beginnings.
struct LongestMatch {
    /// Hash of a row of lower-case syllables → whether it is a word, and not only the beginning of one.
    rows: HashMap<u64, bool>,
}

impl LongestMatch {
    fn new(words: &str) -> Self {
        let mut rows = HashMap::new();
        for word in words.lines() {
            let mut hash = 0;
            for syllable in word.split_whitespace() {
                hash = step(hash, &syllable.to_lowercase());
                rows.entry(hash).or_insert(false);
            }
            rows.insert(hash, true);
        }
        Self { rows }
    }

    fn words(&self, line: &str, lower: &mut Vec<String>) -> usize {
        lower.clear();
        lower.extend(viet::tokens::tokens(line).map(|t| t.text(line).to_lowercase()));
        let (mut at, mut words) = (0, 0);
        while at < lower.len() {
            let (mut hash, mut longest) = (0, 1);
            for (len, syllable) in lower.iter().skip(at).take(6).enumerate() {
                hash = step(hash, syllable);
                match self.rows.get(&hash) {
                    None => break,
                    Some(true) => longest = len + 1,
                    Some(false) => {}
                }
            }
            at += longest;
            words += 1;
        }
        words
    }
}

fn step(hash: u64, syllable: &str) -> u64 {
    syllable.bytes().fold(hash ^ 0x1F, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}

/// Longest match over a word list against both modes, in one run.
fn longest(text: &str, words: &str, out: &mut impl Write) -> io::Result<()> {
    let plain = LongestMatch::new(words);
    let mut lower = Vec::new();
    let mut time = |name: &str, part: &mut dyn FnMut(&str) -> usize| -> io::Result<f64> {
        let began = spent();
        let mut bytes = 0usize;
        while spent() - began < 1.5 {
            for line in text.lines() {
                black_box(part(line));
                bytes += line.len() + 1;
            }
        }
        let rate = bytes as f64 / 1e6 / (spent() - began);
        writeln!(out, "{name:24} {rate:8.1} MB/s")?;
        Ok(rate)
    };
    let base = time("longest match", &mut |line| plain.words(line, &mut lower))?;
    let accurate = time("accurate", &mut |line| count(line, Mode::Accurate))?;
    let fast = time("fast", &mut |line| count(line, Mode::Fast))?;
    writeln!(
        out,
        "accurate is {:.1} and fast {:.1} times as fast as longest match",
        accurate / base,
        fast / base
    )
}

fn count(line: &str, mode: Mode) -> usize {
    let mut words = 0;
    shipped().each_word(line, mode, |_| words += 1);
    words
}

fn findings(text: &str, out: &mut impl Write) -> io::Result<()> {
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    let mut tokens = 0;
    for line in text.lines() {
        tokens += viet::tokens::tokens(line).count();
        for f in viet::spelling::check(line) {
            let end = line.len().min(f.range.end + 14);
            let near = line.get(f.range.start..line.floor_char_boundary(end)).unwrap_or_default();
            *all.entry(format!("{:?}\t{near}\t{:?}", f.problem, f.suggestions)).or_default() += 1;
        }
    }
    writeln!(out, "{tokens} tokens, {} findings", all.values().sum::<usize>())?;
    let mut list: Vec<_> = all.into_iter().collect();
    list.sort_by_key(|x| std::cmp::Reverse(x.1));
    for (what, n) in list {
        writeln!(out, "{n}\t{what}")?;
    }
    Ok(())
}

/// Plants an error in every fortieth marked word and counts how many are found: a lost letter, a letter twice,
/// a wrong tone that makes no syllable in use.
fn planted(text: &str, out: &mut impl Write) -> io::Result<()> {
    let (mut planted, mut found, mut suggested) = (0usize, 0usize, 0usize);
    for line in text.lines() {
        let all: Vec<_> = viet::tokens::tokens(line).collect();
        for (at, token) in all.iter().enumerate().skip(5).step_by(40) {
            let word = token.text(line);
            let chars: Vec<char> = word.chars().collect();
            if chars.len() < 3 || word.is_ascii() || chars.iter().any(|c| c.is_uppercase()) {
                continue;
            }
            let wrong: String = match at % 3 {
                0 => {
                    chars.iter().enumerate().filter(|(i, _)| *i != chars.len() - 1).map(|(_, c)| *c).collect()
                }
                1 => chars
                    .iter()
                    .enumerate()
                    .flat_map(|(i, c)| std::iter::repeat_n(*c, 1 + usize::from(i == 1)))
                    .collect(),
                _ => chars.iter().map(|&c| turned(c)).collect(),
            };
            // Some slips make another good word; no speller of single words can see those.
            if viet::syllables::is_valid(&wrong)
                && viet::restore::candidates(&wrong).iter().any(|c| c.text == wrong)
            {
                continue;
            }
            let (head, tail) =
                (line.get(..token.start).unwrap_or_default(), line.get(token.end..).unwrap_or_default());
            let spoilt = format!("{head}{wrong}{tail}");
            planted += 1;
            let hit = viet::spelling::check(&spoilt).into_iter().find(|f| f.range.start == token.start);
            found += usize::from(hit.is_some());
            suggested += usize::from(hit.is_some_and(|f| f.suggestions.iter().any(|s| s == word)));
        }
    }
    writeln!(out, "{planted} planted, {found} found, {suggested} with the right word suggested")
}

fn turned(c: char) -> char {
    use viet::letters::{Tone, vowel, with_tone};
    match vowel(c).map(|v| v.tone) {
        Some(Tone::Grave) => with_tone(c, Tone::Hook),
        Some(Tone::Acute) => with_tone(c, Tone::Tilde),
        Some(Tone::Dot) => with_tone(c, Tone::Tilde),
        Some(Tone::Hook) => with_tone(c, Tone::Tilde),
        Some(Tone::Tilde) => with_tone(c, Tone::Hook),
        _ => c,
    }
}

/// Takes the diacritics off and counts the syllables that come back right.
fn restored(text: &str, out: &mut impl Write) -> io::Result<()> {
    let (mut all, mut right) = (0usize, 0usize);
    let key = |s: &str| viet::normalize::key(s).to_lowercase();
    for line in text.lines() {
        let back = viet::restore::restore(&viet::fold::fold(line));
        for (a, b) in line.split_whitespace().zip(back.split_whitespace()) {
            if a.chars().all(char::is_alphabetic) {
                all += 1;
                right += usize::from(key(a) == key(b));
            }
        }
    }
    writeln!(out, "{all} syllables, {:.1} % right", 100.0 * right as f64 / all.max(1) as f64)
}
