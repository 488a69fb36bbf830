//! What makes one result better than another: BM25 over the fields, and a little for being new.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Term};

use crate::plan::Plan;
use crate::trouble::Trouble;
use crate::view::{Leaf, View};

/// Half-lives in days; see [`crate::Freshness`].
pub const SLOW: f32 = 730.0;
/// See [`SLOW`].
pub const NEWS: f32 = 90.0;

/// How much each match counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// A word with the diacritics it was typed with.
    pub exact: f32,
    /// A word typed without diacritics, in any diacritics.
    pub folded: f32,
    /// The same beside words that were typed with diacritics.
    pub folded_beside: f32,
    /// A word typed without diacritics that is written without.
    pub as_typed: f32,
    /// Two words next to each other.
    pub pair: f32,
    /// A word of the title.
    pub title: f32,
    /// Two words next to each other in the title.
    pub title_pair: f32,
    /// A word of a name the thing concerns.
    pub names: f32,
    /// The beginning of its number.
    pub symbol: f32,
    /// A word of what an abbreviation stands for.
    pub reading: f32,
    /// BM25: how soon more of the same word stops counting.
    pub k1: f32,
    /// BM25: how much a long text is held to its length.
    pub b: f32,
    /// Of a result's score, what the newest has over the oldest.
    pub fresh: f32,
}

impl Weights {
    pub(crate) const USUAL: Self = Self {
        exact: 1.0,
        folded: 0.9,
        folded_beside: 0.3,
        as_typed: 0.1,
        pair: 0.5,
        title: 0.3,
        title_pair: 0.2,
        names: 0.3,
        symbol: 2.0,
        reading: 0.5,
        k1: 1.2,
        b: 0.75,
        fresh: 0.15,
    };

    /// For whole sentences and questions, of which a text has only some words: neighbours say more, titles
    /// less, and a word often repeated little more than a word said once. Tuned on statements about statutes.
    pub(crate) const SENTENCE: Self =
        Self { pair: 1.2, title: 0.1, title_pair: 0.1, k1: 0.4, b: 0.8, ..Self::USUAL };
}

/// A scored term with its weight in this index.
pub(crate) struct Weighed {
    term: Term,
    weight: f32,
    norms: Arc<[f32; 256]>,
}

/// Weighs the terms of a plan; those no document has are left out. The heaviest come first.
pub(crate) fn weigh(view: &View, plan: &Plan) -> Result<Vec<Weighed>, Trouble> {
    let (mut weighed, weights) = (Vec::<Weighed>::new(), &plan.weights);
    for item in &plan.scored {
        let term = view.fields.term(&item.term);
        let found = view.doc_freq(&term)?;
        if found == 0 {
            continue;
        }
        let field = term.field();
        let known = weighed.iter().find(|w| w.term.field() == field).map(|w| Arc::clone(&w.norms));
        let (docs, terms) = view.size_of(field)?;
        let norms = known.unwrap_or_else(|| norms(docs, terms, weights));
        let idf = idf(docs, found);
        weighed.push(Weighed { term, weight: item.weight * idf * (1.0 + weights.k1), norms });
    }
    weighed.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    Ok(weighed)
}

/// What a term that `found` of `docs` entries hold says about one that does.
#[must_use]
pub fn idf(docs: u64, found: u64) -> f32 {
    let (docs, found) = (docs as f32, found as f32);
    (1.0 + (docs - found + 0.5) / (found + 0.5)).ln()
}

fn norms(docs: u64, terms: u64, weights: &Weights) -> Arc<[f32; 256]> {
    let average = (terms as f32 / docs.max(1) as f32).max(1.0);
    let mut norms = [0.0; 256];
    for (id, norm) in (0..=u8::MAX).zip(norms.iter_mut()) {
        let length = FieldNormReader::id_to_fieldnorm(id) as f32;
        *norm = weights.k1 * (1.0 - weights.b + weights.b * length / average);
    }
    Arc::new(norms)
}

/// Scores documents of one segment, asked for in rising order.
pub(crate) struct Scorer {
    parts: Vec<Part>,
    /// Scores of all documents, where many words alone are enough.
    all: Option<Vec<f32>>,
}

struct Part {
    postings: SegmentPostings,
    lengths: Option<FieldNormReader>,
    norms: Arc<[f32; 256]>,
    weight: f32,
    /// What this and all lighter parts can add at most.
    rest: f32,
}

impl Scorer {
    pub(crate) fn new(leaf: &Leaf, weighed: &[Weighed], at_once: bool) -> Result<Self, Trouble> {
        let mut parts = Vec::with_capacity(weighed.len());
        for w in weighed {
            let field = w.term.field();
            let inverted = leaf.reader.inverted_index(field)?;
            let Some(postings) = inverted.read_postings(&w.term, IndexRecordOption::WithFreqs)? else {
                continue;
            };
            let lengths = leaf.reader.fieldnorms_readers().get_field(field)?;
            parts.push(Part { postings, lengths, norms: Arc::clone(&w.norms), weight: w.weight, rest: 0.0 });
        }
        let mut rest = 0.0;
        for part in parts.iter_mut().rev() {
            rest += part.weight;
            part.rest = rest;
        }
        let mut scorer = Self { parts, all: None };
        if at_once {
            scorer.score_all(leaf.reader.max_doc());
        }
        Ok(scorer)
    }

    fn score_all(&mut self, most: DocId) {
        let mut all = vec![0.0; most as usize];
        for part in &mut self.parts {
            let mut doc = part.postings.doc();
            while let Some(score) = all.get_mut(doc as usize) {
                *score += part.score(doc);
                doc = part.postings.advance();
            }
        }
        self.all = Some(all);
    }

    /// The score of a document; when it cannot exceed `threshold`, anything that does not.
    pub(crate) fn score(&mut self, doc: DocId, threshold: f32) -> f32 {
        if let Some(all) = &self.all {
            return all.get(doc as usize).copied().unwrap_or_default();
        }
        let mut score = 0.0;
        for part in &mut self.parts {
            if score + part.rest < threshold {
                return score;
            }
            if part.postings.doc() < doc {
                part.postings.seek(doc);
            }
            if part.postings.doc() == doc {
                score += part.score(doc);
            }
        }
        score
    }
}

impl Part {
    #[inline]
    fn score(&self, doc: DocId) -> f32 {
        let frequency = self.postings.term_freq() as f32;
        let length = self.lengths.as_ref().map_or(0, |l| l.fieldnorm_id(doc));
        let norm = self.norms.get(usize::from(length)).copied().unwrap_or_default();
        self.weight * frequency / (frequency + norm)
    }
}

/// Days after which a thing that ages so has lost half of what it can lose.
fn half_life(ageing: u64) -> Option<f32> {
    match ageing {
        0 => None,
        1 => Some(SLOW),
        _ => Some(NEWS),
    }
}

/// What is left of a score after `days` for a thing that ages so, between `1 - fresh` and 1.
pub(crate) fn freshness(ageing: u64, days: i64, fresh: f32) -> f32 {
    let Some(half) = half_life(ageing) else { return 1.0 };
    1.0 - fresh * (1.0 - (-(days.max(0) as f32) / half).exp2())
}
