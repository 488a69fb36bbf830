//! Matches thousands of topics against a mention in one pass over its words.
//!
//! Every row of words of every topic is one number in one table. The pass looks up the rows that begin at each
//! word, for each length that occurs; only topics of which some row was found are judged.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Query, Row};
use crate::commonness::ByHash;
use crate::reading::Reading;
use crate::words::{both, pair};

/// The place of a topic among those given to [`Matcher::new`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicNo(pub usize);

/// Where in a mention something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// In the title.
    Title,
    /// In the text.
    Text,
}

/// A place of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Title or text.
    pub field: Field,
    /// Bytes there.
    pub range: Range<usize>,
}

/// A topic that a mention answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which topic.
    pub topic: TopicNo,
    /// The words that made it so, in reading order.
    pub evidence: Vec<Place>,
}

/// Topics, ready to be matched.
#[derive(Debug, Default)]
pub struct Matcher {
    topics: Vec<Plan>,
    /// By hash of all words of a row: which row.
    rows: ByHash<u64, u32>,
    /// Topics that want a row, by row.
    wanted_by: Vec<Vec<TopicNo>>,
    /// Lengths that occur: with diacritics, without.
    lengths: [BTreeSet<usize>; 2],
    /// Words with which a row begins, and the longest such row: with diacritics, without.
    begins: [ByHash<u64, usize>; 2],
}

#[derive(Debug)]
enum Plan {
    Words(Vec<u32>),
    And(Vec<Plan>),
    Or(Vec<Plan>),
    Not(Box<Plan>),
    Near { distance: usize, left: Vec<u32>, right: Vec<u32> },
}

/// The words of a mention: with diacritics, without.
type Hashes = [u64; 2];

/// Rows found, with first and last word of each hit.
type Hits = ByHash<u32, Vec<(usize, usize)>>;

/// Words that seem to stand between title and text, so that nothing is near across.
const GAP: usize = 1_000;

impl Matcher {
    /// Prepares topics.
    #[must_use]
    pub fn new(topics: &[Query]) -> Self {
        let mut this = Self::default();
        for (at, query) in topics.iter().enumerate() {
            let plan = this.plan(query, TopicNo(at));
            this.topics.push(plan);
        }
        this
    }

    /// The topics that a mention answers, in their order, each with its evidence.
    #[must_use]
    pub fn matches(&self, title: &str, text: &str) -> Vec<Found> {
        let (mut words, mut places) = (Vec::new(), Vec::new());
        read(title, Field::Title, &mut words, &mut places);
        let in_title = words.len();
        read(text, Field::Text, &mut words, &mut places);
        self.found(&words, in_title)
            .into_iter()
            .map(|(topic, found)| Found { topic, evidence: evidence(&places, in_title, found) })
            .collect()
    }

    /// The topics that a mention answers which is read already, in their order.
    #[must_use]
    pub fn topics_of(&self, reading: &Reading) -> Vec<TopicNo> {
        if self.topics.is_empty() {
            return Vec::new();
        }
        let words: Vec<Hashes> = reading.words().iter().map(|word| [word.exact, word.folded]).collect();
        self.found(&words, reading.in_title()).into_iter().map(|(topic, _)| topic).collect()
    }

    fn found(&self, words: &[Hashes], in_title: usize) -> Vec<(TopicNo, Vec<(usize, usize)>)> {
        let hits = self.hits(words, in_title);
        let mut asked: Vec<TopicNo> =
            hits.keys().filter_map(|&row| self.wanted_by.get(row as usize)).flatten().copied().collect();
        asked.sort_unstable();
        asked.dedup();
        asked
            .into_iter()
            .filter_map(|topic| Some((topic, judge(self.topics.get(topic.0)?, &hits)?)))
            .collect()
    }

    fn plan(&mut self, query: &Query, topic: TopicNo) -> Plan {
        match query {
            Query::Words(rows) => Plan::Words(self.number(rows, topic)),
            Query::And(all) => Plan::And(all.iter().map(|q| self.plan(q, topic)).collect()),
            Query::Or(any) => Plan::Or(any.iter().map(|q| self.plan(q, topic)).collect()),
            Query::Not(not) => Plan::Not(Box::new(self.plan(not, topic))),
            Query::Near { distance, left, right } => Plan::Near {
                distance: *distance,
                left: self.number(left, topic),
                right: self.number(right, topic),
            },
        }
    }

    fn number(&mut self, rows: &[Row], topic: TopicNo) -> Vec<u32> {
        rows.iter()
            .filter_map(|row| {
                let mut words = Vec::new();
                read(&row.words, Field::Text, &mut words, &mut Vec::new());
                let way = usize::from(!row.exact);
                let hash = row_hash(words.iter(), way)?;
                self.lengths.get_mut(way)?.insert(words.len());
                let first = *words.first()?.get(way)?;
                let longest = self.begins.get_mut(way)?.entry(first).or_default();
                *longest = words.len().max(*longest);
                let next = self.wanted_by.len() as u32;
                let number = *self.rows.entry(hash).or_insert(next);
                if number == next {
                    self.wanted_by.push(Vec::new());
                }
                let wanted = self.wanted_by.get_mut(number as usize)?;
                if wanted.last() != Some(&topic) {
                    wanted.push(topic);
                }
                Some(number)
            })
            .collect()
    }

    fn hits(&self, words: &[Hashes], in_title: usize) -> Hits {
        let mut hits = Hits::default();
        for (way, (lengths, begins)) in self.lengths.iter().zip(&self.begins).enumerate() {
            if begins.is_empty() {
                continue;
            }
            for (from, word) in words.iter().enumerate() {
                let Some(&longest) = word.get(way).and_then(|first| begins.get(first)) else {
                    continue;
                };
                for &length in lengths.range(..=longest) {
                    let Some(row) = words.get(from..from + length) else { break };
                    if from < in_title && from + length > in_title {
                        break;
                    }
                    let number = row_hash(row.iter(), way).and_then(|hash| self.rows.get(&hash));
                    if let Some(&number) = number {
                        let gap = if from < in_title { 0 } else { GAP };
                        hits.entry(number).or_default().push((from + gap, from + gap + length - 1));
                    }
                }
            }
        }
        hits
    }
}

/// The places that make a plan true; none when it is not.
fn judge(plan: &Plan, hits: &Hits) -> Option<Vec<(usize, usize)>> {
    match plan {
        Plan::Words(rows) => Some(places(rows, hits)).filter(|p| !p.is_empty()),
        Plan::And(all) => {
            let parts = all.iter().map(|p| judge(p, hits)).collect::<Option<Vec<_>>>()?;
            Some(parts.concat())
        }
        Plan::Or(any) => {
            let parts: Vec<_> = any.iter().filter_map(|p| judge(p, hits)).collect();
            (!parts.is_empty()).then(|| parts.concat())
        }
        Plan::Not(not) => judge(not, hits).is_none().then(Vec::new),
        Plan::Near { distance, left, right } => {
            Some(near(&places(left, hits), &places(right, hits), *distance)).filter(|p| !p.is_empty())
        }
    }
}

fn places(rows: &[u32], hits: &Hits) -> Vec<(usize, usize)> {
    let mut all: Vec<_> = rows.iter().filter_map(|r| hits.get(r)).flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn near(left: &[(usize, usize)], right: &[(usize, usize)], distance: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for &(from, to) in left {
        // Both lists are sorted: only the neighbours of a place need to be looked at.
        let reach = to + distance + 1;
        let begin = right.partition_point(|r| r.1 + distance + 1 < from);
        for &(start, end) in right.iter().skip(begin).take_while(|r| r.0 <= reach) {
            if start > to || end < from {
                found.extend([(from, to), (start, end)]);
            }
        }
    }
    found
}

fn evidence(places: &[Place], in_title: usize, mut found: Vec<(usize, usize)>) -> Vec<Place> {
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .filter_map(|(from, to)| {
            let gap = if from < in_title { 0 } else { GAP };
            let (first, last) = (places.get(from - gap)?, places.get(to - gap)?);
            Some(Place { field: first.field, range: first.range.start..last.range.end })
        })
        .collect()
}

fn read(text: &str, field: Field, words: &mut Vec<Hashes>, places: &mut Vec<Place>) {
    use viet::tokens::Kind;
    for token in viet::tokens::tokens(text) {
        if !matches!(token.kind, Kind::Punctuation | Kind::Other) {
            let (exact, folded) = both(token.text(text));
            words.push([exact, folded]);
            places.push(Place { field, range: token.start..token.end });
        }
    }
}

fn row_hash<'a>(row: impl Iterator<Item = &'a Hashes>, way: usize) -> Option<u64> {
    let mut hash = None;
    for words in row {
        let word = *words.get(way)?;
        hash = Some(hash.map_or(pair(way as u64 + 1, word), |h| pair(h, word)));
    }
    hash
}
