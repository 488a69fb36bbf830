//! Plants hot spots with known answers in a replayed press and measures whether, and how soon, they are found.
//!
//!     bursts BACKGROUND LABELLED.jsonl EVENTS SEED [read] [fewest=N] [notice=HEAT]
//!
//! BACKGROUND  news in order of time, `{title, sapo?, text, first_seen}` a line; or `.txt`, a text a line without times,
//!             which are then given the rhythm of a week at 420 a day
//! LABELLED    `{cluster, title, text}` a line: texts by event, of which the planted ones are made
//! EVENTS      odd or even: which half of the events is planted
//! read        also lists the alerts on what was not planted, and the planted that were missed
//! fewest, notice  other settings than the shipped ones, to compare
//!
//! The background names no outlets: each text is given one of eighty, the large ones more often.

mod plant;
mod replay;
mod report;

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader};

use plant::Mention;
use serde_json::Value;

const DAY: i64 = 86_400;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [background, labelled, half, seed, rest @ ..] = words.as_slice() else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let mut rng = Rng::new(seed.parse().map_err(io::Error::other)?);
    let mut stream = background_of(background, &mut rng)?;
    let items = load(labelled)?;
    let mut events: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in &items {
        events.entry(&item.cluster).or_default().push(item);
    }
    let from = usize::from(*half == "even");
    let events: Vec<Vec<&Item>> = events.into_values().skip(from).step_by(2).collect();
    let (start, end) = span(&stream);
    let (bursts, planted) = plant::plant(&events, start + DAY..end - 2 * DAY, &mut rng);
    stream.extend(planted);
    stream.sort_by_key(|m| m.at);
    let mut settings = pulse::heat::Settings::default();
    for word in rest {
        match word.split_once('=') {
            Some(("fewest", n)) => settings.fewest = n.parse().map_err(io::Error::other)?,
            Some(("notice", heat)) => settings.thresholds[0] = heat.parse().map_err(io::Error::other)?,
            _ => {}
        }
    }
    let told = replay::replay(&stream, start, settings);
    report::report(&bursts, &told, (end - start) as f64 / (7 * DAY) as f64, rest.contains(&"read"))
}

/// A text with the event that it tells.
pub(crate) struct Item {
    cluster: String,
    pub(crate) title: String,
    pub(crate) text: String,
    first_seen: String,
}

fn load(path: &str) -> io::Result<Vec<Item>> {
    let lines = BufReader::new(std::fs::File::open(path)?).lines();
    lines
        .map(|line| {
            let item: Value = serde_json::from_str(&line?)?;
            let word = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            Ok(Item {
                cluster: word("cluster"),
                title: word("title"),
                text: format!("{}\n{}", word("sapo"), word("text")).trim().to_owned(),
                first_seen: word("first_seen"),
            })
        })
        .collect()
}

fn background_of(path: &str, rng: &mut Rng) -> io::Result<Vec<Mention>> {
    let mut all: Vec<Mention> = if path.ends_with(".txt") {
        timeless(path, rng)?
    } else {
        let items = load(path)?.into_iter();
        items
            .map(|item| {
                let at: jiff::Timestamp = item.first_seen.parse().map_err(io::Error::other)?;
                // What one look brings was published in the two hours before it.
                let at = at.as_second() - rng.below(7_200) as i64;
                let outlet = plant::outlet(rng);
                Ok(Mention { at, outlet, title: item.title, text: item.text, burst: None })
            })
            .collect::<io::Result<_>>()?
    };
    all.sort_by_key(|m| m.at);
    Ok(all)
}

/// Texts without times: 420 a day, most by day, fewer at the week's end.
fn timeless(path: &str, rng: &mut Rng) -> io::Result<Vec<Mention>> {
    let (mut at, mut all) = (1_514_739_600, Vec::new());
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let line = line?;
        let hour = (at + 7 * 3600) / 3600 % 24;
        let weekend = matches!((at + 7 * 3600) / DAY % 7, 2 | 3);
        let pace = match hour {
            0..6 => 0.25,
            6..19 => 1.4,
            _ => 1.0,
        } * if weekend { 0.8 } else { 1.05 };
        at += (-rng.share().max(1e-9).ln() * 206.0 / pace) as i64;
        let text = line.replace(" ⏎ ", "\n");
        let title = text.lines().next().unwrap_or_default();
        let title: String = title.split_whitespace().take(16).collect::<Vec<_>>().join(" ");
        all.push(Mention { at, outlet: plant::outlet(rng), title, text, burst: None });
    }
    Ok(all)
}

/// First and last moment of the background that is news: an archive read in one go on one day is not.
fn span(stream: &[Mention]) -> (i64, i64) {
    let mut days: BTreeMap<i64, usize> = BTreeMap::new();
    for mention in stream {
        *days.entry((mention.at + 7 * 3600).div_euclid(DAY)).or_default() += 1;
    }
    let archive = days.iter().filter(|d| *d.1 > 1_000).map(|d| *d.0).max();
    let start = archive.map_or(stream.first().map_or(0, |m| m.at), |day| (day + 1) * DAY - 7 * 3600);
    (start, stream.last().map_or(start, |m| m.at))
}

/// The same numbers for the same seed.
pub(crate) struct Rng(u64);

impl Rng {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// 0 to below 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        (self.share() * n as f64) as u64
    }

    /// One of a row that is not empty.
    pub(crate) fn pick<'a, T>(&mut self, row: &'a [T]) -> &'a T {
        let at = self.below(row.len() as u64) as usize;
        #[expect(
            clippy::indexing_slicing,
            reason = "below gives a place in the row, which is never empty here"
        )]
        &row[at]
    }
}
