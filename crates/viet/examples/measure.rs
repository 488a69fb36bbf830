//! How fast each part is on a file of lines, and what the speller reports of it.
//!
//!     cargo run --release -p viet --example measure -- FILE [findings|planted|restored]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::{self, Write};
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
        _ => {}
    }
    let lines: Vec<&str> = text.lines().collect();
    let began = Instant::now();
    black_box(shipped());
    writeln!(out, "model ready in {:.1} ms", began.elapsed().as_secs_f64() * 1e3)?;
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
        let began = Instant::now();
        let (mut bytes, mut done) = (0usize, 0usize);
        for line in lines.iter().cycle() {
            black_box(part(line));
            bytes += line.len() + 1;
            done += 1;
            if done.is_multiple_of(64) && began.elapsed().as_secs_f64() > 1.5 {
                break;
            }
        }
        let seconds = began.elapsed().as_secs_f64();
        writeln!(
            out,
            "{name:24} {:8.1} MB/s {:10.0} lines/s",
            bytes as f64 / 1e6 / seconds,
            done as f64 / seconds
        )?;
    }
    Ok(())
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
