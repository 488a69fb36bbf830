//! What a copy kept, left out and added, sentence by sentence.

use std::collections::HashSet;
use std::ops::Range;

use crate::words::{each_token, exact, pair};

/// What two texts have and have not in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// Share of the original's words that stand in kept sentences, 0 to 1.
    pub kept: f64,
    /// Sentences of the copy that the original does not have: byte ranges in the copy.
    pub added: Vec<Range<usize>>,
    /// Sentences of the original that the copy left out: byte ranges in the original.
    pub removed: Vec<Range<usize>>,
}

/// Share of a sentence's pairs of words that must stand in the other text.
const SAME: f64 = 0.6;

/// Compares an original with its copy.
///
/// ```
/// use pulse::reprints::compare;
/// let original = "Sáng 11/6, tỉnh họp báo. Mưa lớn làm hỏng ba cây cầu. Dân được di dời.";
/// let copy = "SÁNG 11/6 tỉnh họp báo! Mưa lớn làm hỏng ba cây cầu. Ảnh do bạn đọc gửi.";
/// let found = compare(original, copy);
/// assert_eq!(found.added.iter().map(|r| &copy[r.clone()]).collect::<Vec<_>>(), ["Ảnh do bạn đọc gửi."]);
/// assert_eq!(found.removed.iter().map(|r| &original[r.clone()]).collect::<Vec<_>>(), ["Dân được di dời."]);
/// ```
#[must_use]
pub fn compare(original: &str, copy: &str) -> Difference {
    let (first, second) = (pairs(original), pairs(copy));
    let (removed, kept) = missing(original, &second);
    let (added, _) = missing(copy, &first);
    Difference { kept, added, removed }
}

/// Sentences of a text that another does not have, and the share of words in those it has.
fn missing(text: &str, other: &HashSet<u64>) -> (Vec<Range<usize>>, f64) {
    let (mut gone, mut all, mut kept) = (Vec::new(), 0, 0);
    for range in viet::sentences::sentences(text) {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let own = pairs(sentence);
        let words = own.len();
        let there = own.iter().filter(|p| other.contains(p)).count();
        all += words;
        if words == 0 || there as f64 >= SAME * words as f64 {
            kept += words;
        } else {
            gone.push(range);
        }
    }
    (gone, if all == 0 { 1.0 } else { kept as f64 / all as f64 })
}

/// Neighbouring words of a text; a single word is a pair with nothing.
fn pairs(text: &str) -> HashSet<u64> {
    let mut out = HashSet::new();
    let mut last = None;
    each_token(text, |word, _| {
        let word = exact(word);
        if let Some(last) = last {
            out.insert(pair(last, word));
        }
        last = Some(word);
        true
    });
    if let (true, Some(last)) = (out.is_empty(), last) {
        out.insert(last);
    }
    out
}
