//! Measures the parts on files: how well and how fast.
//!
//!     measure threads LABELLED.jsonl [OTHERS.jsonl COUNT]   # B-cubed of five shuffles; among others, of one
//!     measure reprints STREAM.jsonl PAIRS.tsv               # against pairs `id1 id2 jaccard containment`
//!     measure topics STREAM.jsonl COUNT                     # topics made of the stream's own titles
//!     measure sentences STREAM.jsonl COUNT                  # what twelve texts say in three sentences
//!     measure whole STREAM.jsonl MENTIONS TOPICS            # all parts together: from an item to its alerts
//!
//! Seconds are the processor's, from `/proc/self/schedstat`, so that busy machines can be compared.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Write};

use pulse::heat::{Heat, Sighting, Subject, wording_of};
use pulse::reprints::Reprints;
use pulse::threads::{Mention, Settings};
use pulse::topics::{Aliases, Matcher, Query, parse};
use pulse::{MentionNo, Reading, Threads};
use serde_json::Value;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut out = io::stdout().lock();
    match words.as_slice() {
        ["threads", labelled] => threads(&mut out, &load(labelled, usize::MAX)?, &[]),
        ["threads", labelled, others, count] => {
            let count = count.parse().map_err(io::Error::other)?;
            threads(&mut out, &load(labelled, usize::MAX)?, &tail(load(others, usize::MAX)?, count))
        }
        ["reprints", stream, pairs] => reprints(&mut out, &load(stream, usize::MAX)?, pairs),
        ["topics", stream, count] => {
            let count = count.parse().map_err(io::Error::other)?;
            topics(&mut out, &load(stream, 4_000)?, count)
        }
        ["sentences", stream, count] => {
            let count = count.parse().map_err(io::Error::other)?;
            sentences(&mut out, &load(stream, count)?)
        }
        ["whole", stream, mentions, count] => {
            let (mentions, count) =
                (mentions.parse().map_err(io::Error::other)?, count.parse().map_err(io::Error::other)?);
            whole(&mut out, &load(stream, usize::MAX)?, mentions, count)
        }
        _ => Err(io::ErrorKind::InvalidInput.into()),
    }?;
    writeln!(out, "most memory: {}", peak())
}

#[derive(Clone)]
struct Item {
    id: String,
    /// The event it belongs to, where somebody has said so.
    label: Option<String>,
    title: String,
    text: String,
}

fn load(path: &str, most: usize) -> io::Result<Vec<Item>> {
    let lines = BufReader::new(std::fs::File::open(path)?).lines();
    lines
        .take(most)
        .map(|line| {
            let item: Value = serde_json::from_str(&line?)?;
            let word = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            Ok(Item {
                id: item.get("id").map(|i| i.to_string().replace('"', "")).unwrap_or_default(),
                label: Some(word("cluster")).filter(|c| !c.is_empty()),
                title: word("title"),
                text: format!("{}\n{}", word("sapo"), word("text")),
            })
        })
        .collect()
}

fn tail(mut items: Vec<Item>, count: usize) -> Vec<Item> {
    items.split_off(items.len().saturating_sub(count))
}

fn threads(out: &mut impl Write, labelled: &[Item], others: &[Item]) -> io::Result<()> {
    let (mut sums, mut seconds, mut mentions) = ([0.0; 3], 0.0, 0);
    let shuffles = if others.is_empty() { 5 } else { 1 };
    for seed in 1..=shuffles {
        let mut items: Vec<&Item> = labelled.iter().chain(others).collect();
        shuffle(&mut items, seed);
        let began = processor_seconds();
        let mut threads = Threads::new(Settings::default());
        for item in &items {
            threads.add(&Mention { title: &item.title, text: &item.text, published: None });
        }
        threads.review();
        seconds += processor_seconds() - began;
        mentions += items.len();
        let found: Vec<Placed<'_>> = items
            .iter()
            .zip(0..)
            .map(|(item, no)| {
                (item.label.as_deref(), threads.thread_of(MentionNo(no)).map_or(0, |thread| thread.0))
            })
            .collect();
        sums.iter_mut().zip(b_cubed(&found)).for_each(|(sum, value)| *sum += value / shuffles as f64);
    }
    let [precision, recall, f1] = sums;
    let speed = mentions as f64 / seconds;
    writeln!(out, "B-cubed P {precision:.4} R {recall:.4} F1 {f1:.4}; {speed:.0} mentions a processor second")
}

/// The event of a text, where it is known, and the thread it was put in.
type Placed<'a> = (Option<&'a str>, u64);

/// Precision, recall and F1 over what has a label; what has none spoils the threads that it is in.
fn b_cubed(found: &[Placed<'_>]) -> [f64; 3] {
    let (mut threads, mut labels, mut both) = (HashMap::new(), HashMap::new(), HashMap::new());
    for &(label, thread) in found {
        *threads.entry(thread).or_insert(0.0) += 1.0;
        *labels.entry(label).or_insert(0.0) += 1.0;
        *both.entry((label, thread)).or_insert(0.0) += 1.0;
    }
    let labelled: Vec<_> = found.iter().filter(|f| f.0.is_some()).collect();
    let mean = |whole: &dyn Fn(&Placed<'_>) -> f64| {
        labelled.iter().map(|f| both.get(*f).copied().unwrap_or(0.0) / whole(f)).sum::<f64>()
            / labelled.len() as f64
    };
    let precision = mean(&|f| threads.get(&f.1).copied().unwrap_or(1.0));
    let recall = mean(&|f| labels.get(&f.0).copied().unwrap_or(1.0));
    [precision, recall, 2.0 * precision * recall / (precision + recall)]
}

fn reprints(out: &mut impl Write, stream: &[Item], pairs: &str) -> io::Result<()> {
    let began = processor_seconds();
    let mut reprints = Reprints::new(pulse::reprints::Settings::default());
    let mut copies = 0;
    let mut families: HashMap<&str, MentionNo> = HashMap::new();
    let mut family_of: Vec<MentionNo> = Vec::new();
    for item in stream {
        let (no, copy) = reprints.add(&item.text, None);
        copies += usize::from(copy.is_some());
        let family = copy.and_then(|c| family_of.get(c.of.0 as usize).copied()).unwrap_or(no);
        family_of.push(family);
        families.insert(&item.id, family);
    }
    let seconds = processor_seconds() - began;
    let (mut found, mut all) = (0, 0);
    let mut known: HashSet<String> = HashSet::new();
    for line in BufReader::new(std::fs::File::open(pairs)?).lines() {
        let line = line?;
        let cells: Vec<&str> = line.split('\t').collect();
        let [a, b, _, containment, ..] = cells.as_slice() else { continue };
        if containment.parse::<f64>().is_ok_and(|c| c >= 0.6) {
            known.extend([(*a).to_owned(), (*b).to_owned()]);
            if let (Some(x), Some(y)) = (families.get(a), families.get(b)) {
                all += 1;
                found += usize::from(x == y);
                if x != y {
                    writeln!(out, "missed {a} {b} {containment}")?;
                }
            }
        }
    }
    let speed = stream.len() as f64 / seconds;
    writeln!(out, "pairs found {found} of {all}; {copies} copies; {speed:.0} mentions a processor second")?;
    writeln!(out, "mentions that are in a listed pair: {}", known.len())
}

fn whole(out: &mut impl Write, stream: &[Item], mentions: usize, count: usize) -> io::Result<()> {
    let matcher = Matcher::new(&queries(stream, count));
    let empty = resident();
    let (mut threads, mut reprints) = (Threads::new(Settings::default()), Reprints::new(Default::default()));
    let mut heat = Heat::new(Default::default());
    let (mut alerts, mut matches, began) = (0, 0, processor_seconds());
    let mut parts = [0.0; 5];
    for (item, no) in stream.iter().cycle().zip(0u64..).take(mentions) {
        // The stream is read again, where it is too short, as news of later days; 100 mentions an hour.
        let at = 1_494_000_000 + no as i64 * 36;
        // Asking for the time costs some time: parts are timed once in seventeen, which meets the reviews too.
        let clock = || if no % 17 == 0 { processor_seconds() } else { 0.0 };
        let start = clock();
        let reading = Reading::of(&item.title, &item.text);
        let read = clock();
        let (mention, thread) = threads.add_reading(&reading, Some(at));
        threads.take_changes();
        let threaded = clock();
        let copy = reprints.add_reading(&reading, Some(at)).1.is_some();
        let copied = clock();
        let found = matcher.topics_of(&reading);
        let matched = clock();
        let wording = wording_of(&reading);
        let sighting = Sighting { mention, at, outlet: Some(no % 80), central: false, copy, wording };
        heat.hear(at);
        alerts += usize::from(heat.see(Subject::Thread(thread), sighting).is_some());
        for topic in &found {
            alerts += usize::from(heat.see(Subject::Topic(topic.0 as u64), sighting).is_some());
        }
        matches += found.len();
        let end = clock();
        for (part, seconds) in parts.iter_mut().zip([
            read - start,
            threaded - read,
            copied - threaded,
            matched - copied,
            end - matched,
        ]) {
            *part += seconds;
        }
    }
    let seconds = processor_seconds() - began;
    let speed = mentions as f64 / seconds;
    writeln!(
        out,
        "{count} topics, {matches} matches, {alerts} alerts; {speed:.0} mentions a processor second"
    )?;
    let [a, b, c, d, e] = parts.map(|part| part * 17.0 / mentions as f64 * 1e6);
    writeln!(
        out,
        "words {a:.0}, threads {b:.0}, reprints {c:.0}, topics {d:.0}, wording and heat {e:.0} microseconds each"
    )?;
    writeln!(out, "memory of {} mentions: {:.1} MB", threads.len(), (resident() - empty) / 1e6)
}

fn topics(out: &mut impl Write, stream: &[Item], count: usize) -> io::Result<()> {
    let queries = queries(stream, count);
    let began = processor_seconds();
    let matcher = Matcher::new(&queries);
    let ready = processor_seconds();
    let matches: usize = stream.iter().map(|item| matcher.matches(&item.title, &item.text).len()).sum();
    let speed = stream.len() as f64 / (processor_seconds() - ready);
    writeln!(out, "{} topics ready in {:.3} s; {matches} matches", queries.len(), ready - began)?;
    writeln!(out, "{speed:.0} mentions a processor second")
}

fn sentences(out: &mut impl Write, stream: &[Item]) -> io::Result<()> {
    let (began, mut chosen) = (processor_seconds(), 0u64);
    for twelve in stream.chunks(12) {
        let texts: Vec<&str> = twelve.iter().map(|item| item.text.as_str()).collect();
        for key in pulse::summary::key_sentences(&texts, 3) {
            chosen = chosen.wrapping_mul(31).wrapping_add((key.text * 100_000 + key.range.start) as u64);
        }
    }
    let each = (processor_seconds() - began) / stream.len() as f64 * 1e6;
    writeln!(out, "{each:.0} microseconds a text; what was chosen adds up to {chosen:x}")
}

/// Topics cut from the titles of a stream.
fn queries(stream: &[Item], count: usize) -> Vec<Query> {
    let aliases = Aliases::default();
    stream
        .iter()
        .cycle()
        .enumerate()
        .filter_map(|(at, item)| {
            let words: Vec<&str> = item.title.split_whitespace().skip(at % 5).take(4).collect();
            let [a, b, c, d] = words.as_slice() else { return None };
            parse(&format!("(\"{a} {b}\" OR ~\"{c} {d}\") {b} NOT \"{d} {a}\""), &aliases).ok()
        })
        .take(count)
        .collect()
}

/// Bytes of memory in use now.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    status.split(' ').nth(1).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() * 4096.0
}

/// The same order for the same seed.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for at in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(at, (state % (at as u64 + 1)) as usize);
    }
}

fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1e9
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.unwrap_or("unknown").trim().to_owned()
}
