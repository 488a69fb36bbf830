//! Precision, recall and F1 of words against gold, by character spans without spaces.

use std::collections::HashSet;

/// Sums over sentences.
#[derive(Debug, Default, Clone, Copy)]
pub struct Score {
    /// Words of the gold text.
    pub gold: usize,
    /// Words found.
    pub found: usize,
    /// Words found that are gold.
    pub right: usize,
}

impl Score {
    /// Adds one sentence: its gold words and the words found, spaces inside words not counting.
    pub fn add(&mut self, gold: &[String], found: &[&str]) {
        let gold = spans(gold.iter().map(String::as_str));
        let found = spans(found.iter().copied());
        self.gold += gold.len();
        self.found += found.len();
        self.right += gold.intersection(&found).count();
    }

    /// Harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn spans<'a>(words: impl Iterator<Item = &'a str>) -> HashSet<(usize, usize)> {
    let mut at = 0;
    words
        .map(|word| {
            let start = at;
            at += word.chars().filter(|c| !c.is_whitespace()).count();
            (start, at)
        })
        .collect()
}
