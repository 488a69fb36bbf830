//! How fast an index is built and asked: `seek-bench TEXTS [COUNT] [FOLDER]`, one text a line, repeated with other words
//! to COUNT texts (100,000).
#![expect(clippy::print_stdout, reason = "a tool for the shell")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use seek::{Ask, Breadth, Change, Entry, Facet, Freshness, Held, Index, Moment, Order};
use viet::dates::Date;

const EVERYBODY: &str = "public";
/// Each query is asked so often and its quickest answer counts: other work on the machine is no property of it.
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: seek-bench TEXTS [COUNT] [FOLDER]")?;
    let count: usize = arguments.next().map_or(Ok(100_000), |n| n.parse())?;
    let folder = arguments.next().unwrap_or_else(|| "/tmp/seek-bench".into());
    let text = fs::read_to_string(file)?;
    let lines: Vec<&str> = text.lines().filter(|l| l.len() > 40).collect();
    if lines.is_empty() {
        return Err("no texts".into());
    }
    let index = build(&lines, count, Path::new(&folder))?;
    if std::env::var("ONLY_BUILD").is_err() {
        ask(&index, &lines)?;
    }
    follow(&index, &lines)
}

fn build(lines: &[&str], count: usize, folder: &Path) -> Result<Index, Box<dyn Error>> {
    let _ = fs::remove_dir_all(folder);
    let index = Index::open(folder)?;
    let started = Instant::now();
    let mut bytes = 0;
    let rebuild = index.rebuild()?;
    for number in 0..count {
        let entry = variant(lines, number);
        bytes += entry.title.len() + entry.body.len();
        rebuild.add(&[Change::Put(Box::new(entry))])?;
    }
    let written = started.elapsed().as_secs_f64();
    rebuild.finish(1)?;
    let seconds = started.elapsed().as_secs_f64();
    let size = disk(folder)?;
    println!(
        "built: {count} texts, {:.1} MB in {seconds:.1} s (written after {written:.1} s): {:.0} texts/s",
        bytes as f64 / 1e6,
        count as f64 / seconds
    );
    println!("size: {:.1} MB, {:.3} of the text", size as f64 / 1e6, size as f64 / bytes as f64);
    Ok(index)
}

/// The n-th text: after the first round, its sentences change places with those of another text, so that no
/// two are the same and words stay as common as they are.
fn variant(lines: &[&str], number: usize) -> Entry {
    let pick = |n: usize| lines.get(n % lines.len()).copied().unwrap_or_default();
    let round = number / lines.len();
    let mut parts: Vec<&str> = pick(number).split(" ⏎ ").collect();
    if round > 0 {
        let other: Vec<&str> = pick(number * 7 + round * 13).split(" ⏎ ").collect();
        let from = parts.len() / 2;
        parts.truncate(from.max(1));
        parts.extend(other.iter().skip(other.len() / 2));
    }
    let title = parts.first().copied().unwrap_or_default().to_owned();
    let day = Date::from_days(18_000 + (number as i64 * 7_919) % 2_500);
    let entry = Entry {
        id: format!("story:{number}"),
        audience: vec![if number.is_multiple_of(10) { "role:editor".into() } else { EVERYBODY.into() }],
        title,
        body: parts.get(1..).unwrap_or_default().join("\n"),
        moment: day.map(|day| Moment { micros: day.days() * 86_400_000_000, day }),
        freshness: Freshness::News,
        ..Entry::default()
    };
    entry.with(Facet::Section, format!("muc-{}", number % 12)).with(Facet::Kind, "story")
}

fn ask(index: &Index, lines: &[&str]) -> Result<(), Box<dyn Error>> {
    let queries = queries(lines, 2_000);
    let stripped: Vec<String> = queries.iter().map(|q| viet::fold::fold(q)).collect();
    let held = Held::new([EVERYBODY]);
    let base =
        || Ask { breadth: Breadth::All, show: false, today: Date::new(2026, 11, 22), ..Ask::default() };
    index.search(&held, &Ask { text: "tin".into(), ..base() })?;
    let run = |name: &str, queries: &[String], ask: &Ask| -> Result<(), Box<dyn Error>> {
        let mut times = Vec::new();
        let mut found = 0;
        for query in queries {
            let ask = Ask { text: query.clone(), ..ask.clone() };
            let mut best = f64::INFINITY;
            for _ in 0..ROUNDS {
                let started = Instant::now();
                found += index.search(&held, &ask)?.total;
                best = best.min(started.elapsed().as_secs_f64() * 1e3);
            }
            times.push(best);
        }
        times.sort_by(f64::total_cmp);
        let at =
            |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
        let mean = found as f64 / (queries.len() * ROUNDS) as f64;
        println!("{name}: p50 {:.2} ms, p99 {:.2} ms, found {mean:.0} on average", at(0.5), at(0.99));
        Ok(())
    };
    run("1-3 words, ids", &queries, &base())?;
    run("without diacritics, ids", &stripped, &base())?;
    run("newest first, ids", &queries, &Ask { order: Order::Newest, ..base() })?;
    run("with two facets counted", &queries, &Ask { count: vec![Facet::Kind, Facet::Section], ..base() })?;
    run("with excerpts", &queries, &Ask { show: true, ..base() })?;
    let mut times = Vec::new();
    for query in &stripped {
        let typed: String = query.chars().take(query.chars().count().saturating_sub(1).max(1)).collect();
        let started = Instant::now();
        index.suggest(&held, &typed, 8, None)?;
        times.push(started.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
    println!("suggestions: p50 {:.2} ms, p99 {:.2} ms", at(0.5), at(0.99));
    Ok(())
}

/// One to three neighbouring words of texts, as people search.
fn queries(lines: &[&str], count: usize) -> Vec<String> {
    let mut state = 42_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % below.max(1)
    };
    let mut queries = Vec::new();
    while queries.len() < count {
        let line = lines.get(next(lines.len())).copied().unwrap_or_default();
        let words: Vec<&str> = line.split(' ').collect();
        let (from, many) = (next(words.len().min(200)), 1 + next(3));
        let taken: Vec<&str> = words.iter().skip(from).take(many).copied().collect();
        if taken.len() == many
            && taken.iter().all(|w| w.chars().count() > 1 && w.chars().all(char::is_alphabetic))
        {
            queries.push(taken.join(" "));
        }
    }
    queries
}

fn follow(index: &Index, lines: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    for number in 0..50_usize {
        let entry = Entry { id: format!("new:{number}"), ..variant(lines, number * 31) };
        let started = Instant::now();
        index.apply(&[Change::Put(Box::new(entry))], number as u64 + 2)?;
        times.push(started.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at = |n: usize| times.get(n).copied().unwrap_or_default();
    println!("one change findable: median {:.0} ms, worst {:.0} ms", at(25), at(49));
    Ok(())
}

fn disk(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut bytes = 0;
    for item in fs::read_dir(folder)? {
        let item = item?;
        bytes += if item.file_type()?.is_dir() { disk(&item.path())? } else { item.metadata()?.len() };
    }
    Ok(bytes)
}
