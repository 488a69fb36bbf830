//! Which mentions reprint which: who published first, who took it over, and what was changed.
//!
//! A mention is a copy of another when at least [`Settings::containment`] of the smaller one's rows of four
//! syllables stand in the larger, however either was typed. Candidates come from an index of every eighth row;
//! the figure itself is exact.

mod difference;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use crate::MentionNo;
use crate::commonness::ByHash;
use crate::reading::Reading;
pub use difference::{Difference, compare};

/// What counts as a copy, and how many mentions are remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Share of the smaller text's rows of four syllables that must be in the larger.
    pub containment: f64,
    /// Rows that a text must have at least: shorter ones are copies only of their equals.
    pub fewest: usize,
    /// Mentions kept in the window.
    pub window: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { containment: 0.6, fewest: 24, window: 20_000 }
    }
}

/// A mention that was found to be a copy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Copy {
    /// The mention it is most like; of equals the one that arrived first.
    pub of: MentionNo,
    /// Share of the smaller text that is in the larger, 0 to 1.
    pub containment: f64,
    /// Shared rows over all rows, 0 to 1.
    pub resemblance: f64,
    /// The member of the family that was published first, as far as known now.
    pub first: MentionNo,
}

#[derive(Debug)]
struct Text {
    /// Sorted, each once.
    rows: Vec<u32>,
    /// How many of them are in the index.
    listed: usize,
    published: Option<i64>,
    family: MentionNo,
}

/// The copies among the mentions of a window.
#[derive(Debug)]
pub struct Reprints {
    settings: Settings,
    window: VecDeque<Text>,
    first: u64,
    lists: ByHash<u32, List>,
    families: BTreeMap<MentionNo, Vec<MentionNo>>,
}

/// One row in so many is listed in the index.
const EVERY: u32 = 8;
/// Texts with fewer rows are listed whole.
const SHORT: usize = 64;
/// Mentions on one list: a row that stands in more is furniture of the pages.
const LONGEST: usize = 64;
/// Estimated share from which the exact figure is taken.
const WORTH: f64 = 0.3;

impl Reprints {
    /// An empty window.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            window: VecDeque::new(),
            first: 0,
            lists: ByHash::default(),
            families: BTreeMap::new(),
        }
    }

    /// Adds the next mention; the first has number 0, as in [`crate::Threads`]. Says what it copies, if anything.
    pub fn add(&mut self, text: &str, published: Option<i64>) -> (MentionNo, Option<Copy>) {
        self.add_reading(&Reading::of("", text), published)
    }

    /// The same for a mention that is read already; its title does not count.
    pub fn add_reading(&mut self, reading: &Reading, published: Option<i64>) -> (MentionNo, Option<Copy>) {
        let no = MentionNo(self.first + self.window.len() as u64);
        let rows = reading.rows();
        let like = self.most_like(&rows);
        let family = like.and_then(|l| self.text(l.0)).map_or(no, |t| t.family);
        let listed = self.list(no, &rows);
        self.window.push_back(Text { rows, listed, published, family });
        if let Some((of, ..)) = like {
            let members = self.families.entry(family).or_insert_with(|| vec![of]);
            members.push(no);
        }
        let copy = like.map(|(of, containment, resemblance)| Copy {
            of,
            containment,
            resemblance,
            first: self.published_first(no).unwrap_or(of),
        });
        while self.window.len() > self.settings.window.max(1) {
            self.drop_oldest();
        }
        (no, copy)
    }

    /// Every mention of the window with the same matter, this one included, in order of arrival.
    #[must_use]
    pub fn family(&self, no: MentionNo) -> Vec<MentionNo> {
        let Some(text) = self.text(no) else { return Vec::new() };
        self.families.get(&text.family).cloned().unwrap_or_else(|| vec![no])
    }

    /// The member of a mention's family that was published first; a known time goes before an unknown one.
    #[must_use]
    pub fn published_first(&self, no: MentionNo) -> Option<MentionNo> {
        let time = |no: &MentionNo| self.text(*no).and_then(|t| t.published).unwrap_or(i64::MAX);
        self.family(no).into_iter().min_by_key(|m| (time(m), *m))
    }

    /// Mentions in the window.
    #[must_use]
    pub fn len(&self) -> usize {
        self.window.len()
    }

    /// Whether nothing is in the window.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.window.is_empty()
    }

    fn text(&self, no: MentionNo) -> Option<&Text> {
        self.window.get(usize::try_from(no.0.checked_sub(self.first)?).ok()?)
    }

    /// The mention that shares most with the rows of a text, with containment and resemblance.
    fn most_like(&self, rows: &[u32]) -> Option<(MentionNo, f64, f64)> {
        let mut shared: ByHash<u64, usize> = ByHash::default();
        for row in rows {
            for no in self.lists.get(row).into_iter().flat_map(List::iter) {
                *shared.entry(no).or_default() += 1;
            }
        }
        // The order of a map says nothing here: of equals the first is taken.
        shared
            .into_iter()
            .filter_map(|(no, listed)| self.judged(MentionNo(no), listed, rows))
            .max_by(|a, b| (a.1 + a.2).total_cmp(&(b.1 + b.2)).then(b.0.cmp(&a.0)))
    }

    fn judged(&self, no: MentionNo, listed: usize, rows: &[u32]) -> Option<(MentionNo, f64, f64)> {
        let other = self.text(no)?;
        let of_other = listed as f64 / other.listed.max(1) as f64;
        let smaller = rows.len().min(other.rows.len());
        let estimate = of_other * other.rows.len() as f64 / smaller.max(1) as f64;
        if estimate < WORTH {
            return None;
        }
        let same = shared(rows, &other.rows);
        let containment = same as f64 / smaller.max(1) as f64;
        let resemblance = same as f64 / (rows.len() + other.rows.len() - same).max(1) as f64;
        let enough = smaller >= self.settings.fewest || resemblance >= 0.9;
        (containment >= self.settings.containment && enough).then_some((no, containment, resemblance))
    }

    fn list(&mut self, no: MentionNo, rows: &[u32]) -> usize {
        let mut listed = 0;
        for &row in rows.iter().filter(|&&row| rows.len() < SHORT || row % EVERY == 0) {
            self.lists.entry(row).and_modify(|list| list.push(no.0)).or_insert(List::One(no.0));
            listed += 1;
        }
        listed
    }

    fn drop_oldest(&mut self) {
        let Some(text) = self.window.pop_front() else { return };
        for row in text.rows {
            let Some(list) = self.lists.get_mut(&row) else { continue };
            if list.forget(self.first) {
                self.lists.remove(&row);
            }
        }
        if let Some(members) = self.families.get_mut(&text.family) {
            members.retain(|m| m.0 != self.first);
            if members.is_empty() {
                self.families.remove(&text.family);
            }
        }
        self.first += 1;
    }
}

/// Mentions that have a row of words, in order: nearly every row stands in one mention only.
#[derive(Debug)]
enum List {
    One(u64),
    #[expect(clippy::box_collection, reason = "the rare case must not make every entry of the table larger")]
    Many(Box<VecDeque<u64>>),
}

impl List {
    fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        let (one, many) = match self {
            Self::One(no) => (Some(*no), None),
            Self::Many(all) => (None, Some(all.iter().copied())),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    fn push(&mut self, no: u64) {
        match self {
            Self::One(first) => *self = Self::Many(Box::new(VecDeque::from([*first, no]))),
            Self::Many(all) => {
                all.push_back(no);
                if all.len() > LONGEST {
                    all.pop_front();
                }
            }
        }
    }

    /// Drops the mentions up to a number; says whether none is left.
    fn forget(&mut self, last: u64) -> bool {
        match self {
            Self::One(no) => *no <= last,
            Self::Many(all) => {
                while all.front().is_some_and(|&no| no <= last) {
                    all.pop_front();
                }
                all.is_empty()
            }
        }
    }
}

/// How many numbers two sorted rows share.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b, mut count) = (a, b, 0);
    while let (Some((x, after)), Some((y, next))) = (a.split_first(), b.split_first()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a = after,
            std::cmp::Ordering::Greater => b = next,
            std::cmp::Ordering::Equal => {
                count += 1;
                (a, b) = (after, next);
            }
        }
    }
    count
}
