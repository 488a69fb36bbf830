//! A thread at a glance: three sentences, what each outlet adds, how it went over time.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::reprints::compare;

/// A sentence of one of several texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Which text, by its place in what was given.
    pub text: usize,
    /// Its bytes there.
    pub range: Range<usize>,
}

/// Texts read for a summary: more say nothing new and cost time.
const READ: usize = 12;

/// The sentences that say most of a thread without repeating each other.
///
/// ```
/// let texts = ["Mưa lớn gây sạt lở ở ba xã. Trời tối.", "Ba xã bị sạt lở sau mưa lớn. Đường bị tắc hai ngày."];
/// let found = pulse::summary::key_sentences(&texts, 2);
/// assert_eq!(found.len(), 2);
/// ```
#[must_use]
pub fn key_sentences(texts: &[&str], most: usize) -> Vec<Quotation> {
    let read = texts.get(..texts.len().min(READ)).unwrap_or_default();
    viet::keywords::key_sentences(read, most)
        .into_iter()
        .map(|k| Quotation { text: k.text, range: k.range })
        .collect()
}

/// What each text says that none before it said: byte ranges of sentences, text by text in the order given.
#[must_use]
pub fn what_each_adds(texts: &[&str]) -> Vec<Vec<Range<usize>>> {
    let mut said = String::new();
    texts
        .iter()
        .map(|text| {
            let added = compare(&said, text).added;
            for range in &added {
                said.push_str(text.get(range.clone()).unwrap_or_default());
                said.push_str("\n\n");
            }
            added
        })
        .collect()
}

/// Counts by span of time: the beginning of each span that has any, and how many.
///
/// ```
/// assert_eq!(pulse::summary::timeline([0, 3_500, 7_300], 3_600), [(0, 2), (7_200, 1)]);
/// ```
#[must_use]
pub fn timeline(moments: impl IntoIterator<Item = i64>, seconds: i64) -> Vec<(i64, usize)> {
    let span = seconds.max(1);
    let mut counts = BTreeMap::new();
    for moment in moments {
        *counts.entry(moment.div_euclid(span).saturating_mul(span)).or_default() += 1;
    }
    counts.into_iter().collect()
}
