//! What a mention is about, as a short row of weighted terms that can be compared in a microsecond.

use crate::commonness::{ByHash, Commonness};
use crate::reading::{Reading, Seen};
use crate::words::pair;

/// How terms are weighed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighing {
    /// How often a word of the title counts.
    pub title: f32,
    /// Weight of two neighbouring syllables against one.
    pub pairs: f32,
    /// Terms kept of a text: the weightiest.
    pub terms: usize,
    /// Words read of a text: the news says what matters early.
    pub words: usize,
}

impl Default for Weighing {
    fn default() -> Self {
        Self { title: 2.0, pairs: 0.5, terms: 160, words: 1000 }
    }
}

/// A row of terms by hash, each once; the squares of the weights sum to 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sketch {
    terms: Vec<(u32, f32)>,
}

/// Counts of the terms of a text before they are weighed.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    counts: ByHash<u32, (f32, Field)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Word,
    Pair,
}

impl Counts {
    /// Terms of a title and a text.
    pub(crate) fn of(reading: &Reading, how: &Weighing) -> Self {
        let mut this = Self::default();
        this.counts.reserve(1000);
        let (title, text) = reading.parts();
        this.add(title, how.title, how.words);
        this.add(text, 1.0, how.words);
        this
    }

    fn add(&mut self, words: &[Seen], weight: f32, most: usize) {
        let mut last: Option<u64> = None;
        for word in words.iter().take(most) {
            self.count(word.exact, weight, Field::Word);
            if let Some(last) = last.filter(|_| word.joined) {
                self.count(pair(last, word.exact), weight, Field::Pair);
            }
            last = Some(word.exact);
        }
    }

    fn count(&mut self, term: u64, weight: f32, field: Field) {
        self.counts.entry((term >> 32) as u32).or_insert((0.0, field)).0 += weight;
    }

    /// Counts the terms as those of one more text, and keeps the weightiest.
    pub(crate) fn weigh(&self, common: &mut Commonness, how: &Weighing) -> Sketch {
        common.begin();
        let mut terms: Vec<(u32, f32)> = self
            .counts
            .iter()
            .map(|(&term, &(count, field))| {
                let field = match field {
                    Field::Word => 1.0,
                    Field::Pair => how.pairs,
                };
                (term, field * (1.0 + count.ln()) * common.learn(term))
            })
            .filter(|t| t.1 > 0.0)
            .collect();
        keep_weightiest(&mut terms, how.terms);
        let norm = terms.iter().map(|t| t.1 * t.1).sum::<f32>().sqrt();
        for term in &mut terms {
            term.1 /= norm;
        }
        terms.sort_unstable_by_key(|t| t.0);
        // The window keeps it: what room the unweighty terms took is given back.
        terms.shrink_to_fit();
        Sketch { terms }
    }
}

impl Sketch {
    /// Its terms, by hash.
    pub(crate) fn terms(&self) -> &[(u32, f32)] {
        &self.terms
    }

    /// The weightiest terms, by hash.
    pub(crate) fn weightiest(&self, most: usize) -> Vec<(u32, f32)> {
        let mut terms = self.terms.clone();
        keep_weightiest(&mut terms, most);
        terms.sort_unstable_by_key(|t| t.0);
        terms.shrink_to_fit();
        terms
    }
}

fn keep_weightiest(terms: &mut Vec<(u32, f32)>, most: usize) {
    if terms.len() > most && most > 0 {
        terms.select_nth_unstable_by(most - 1, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(most);
    }
}

/// Sum of the products of what two rows share.
pub(crate) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    // Without branches that cannot be foretold: this is where most of the time goes.
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        sum += if x.0 == y.0 { x.1 * y.1 } else { 0.0 };
        i += usize::from(x.0 <= y.0);
        j += usize::from(y.0 <= x.0);
    }
    sum
}

/// A sum of sketches.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sum {
    terms: Vec<(u32, f32)>,
}

impl Sum {
    /// Adds `sign` times what is given.
    pub(crate) fn add(&mut self, other: &[(u32, f32)], sign: f32) {
        let mut out = Vec::with_capacity(self.terms.len() + other.len());
        let (mut a, mut b) = (self.terms.as_slice(), other);
        loop {
            match (a.split_first(), b.split_first()) {
                (Some((x, after)), Some((y, _))) if x.0 < y.0 => {
                    out.push(*x);
                    a = after;
                }
                (Some((x, after)), Some((y, next))) if x.0 == y.0 => {
                    let weight = x.1 + sign * y.1;
                    if weight > 1e-5 {
                        out.push((x.0, weight));
                    }
                    (a, b) = (after, next);
                }
                (_, Some((y, next))) => {
                    if sign > 0.0 {
                        out.push(*y);
                    }
                    b = next;
                }
                (_, None) => break,
            }
        }
        out.extend_from_slice(a);
        self.terms = out;
    }

    pub(crate) fn terms(&self) -> &[(u32, f32)] {
        &self.terms
    }

    /// Square of its length.
    pub(crate) fn square(&self) -> f32 {
        self.terms.iter().map(|t| t.1 * t.1).sum()
    }
}

/// Numbers of the different terms of a text: what the table of common terms is made of.
#[must_use]
pub fn terms(text: &str) -> Vec<u32> {
    let mut all: Vec<u32> =
        Counts::of(&Reading::of("", text), &Weighing::default()).counts.into_keys().collect();
    all.sort_unstable();
    all
}
