//! How fast each part is on a file of lines, and what the speller reports of it.
//!
//!     cargo run --release -p viet --example measure -- FILE [findings]

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
    if arguments.next().as_deref() == Some("findings") {
        return findings(&text, &mut out);
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
        writeln!(out, "{name:24} {:8.1} MB/s {:10.0} lines/s", bytes as f64 / 1e6 / seconds, done as f64 / seconds)?;
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
