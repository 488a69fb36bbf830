//! The shipped model: a lexicon harvested from what the teacher read, and a fast model that imitates it.

use std::collections::HashMap;

use super::corpus::{Sentence, Shape, Vocabulary};
use super::teacher::WordList;
use crate::segment::gaps::{self, features};
use crate::segment::lexicon::LONGEST;
use crate::segment::model::{Model, Parts};
use crate::syllables;

/// How to build.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Words seen less often than this are left out.
    pub least: u32,
    /// 2^bits weights.
    pub bits: u32,
    /// Times the gold text counts.
    pub gold_weight: usize,
    /// Passes over the silver text.
    pub epochs: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { least: 3, bits: 19, gold_weight: 6, epochs: 2 }
    }
}

/// Text with the probability that each token joins the next, in 255ths.
#[derive(Debug)]
pub struct Silver<'a> {
    /// The text.
    pub text: &'a str,
    /// By token.
    pub joins: Vec<u8>,
}

/// Counts of words by their canonical forms.
#[derive(Debug, Default)]
pub struct Harvest {
    words: HashMap<Vec<u32>, f32>,
}

impl Harvest {
    /// Adds the words of a sentence.
    pub fn add(&mut self, s: &Sentence, joins: &[u8], weight: f32) {
        let mut word: Vec<u32> = Vec::new();
        for (at, unit) in s.units.iter().enumerate() {
            if matches!(unit.shape, Shape::Mark | Shape::Number) {
                word.clear();
                continue;
            }
            word.push(unit.id);
            if joins.get(at).is_none_or(|&j| j < 128) {
                *self.words.entry(std::mem::take(&mut word)).or_default() += weight;
            }
        }
    }

    /// Makes the lexicon: syllables and words with costs by count.
    #[must_use]
    pub(crate) fn parts(&self, vocabulary: &Vocabulary, list: &WordList, options: &Options) -> Parts {
        let total: f32 = self.words.values().sum();
        let cost = |n: f32| (8.0 * (total / n.max(0.3)).ln()).clamp(1.0, 250.0) as u8;
        let form = |id: &u32| vocabulary.forms.get(*id as usize).map_or("", String::as_str);
        let short = |ids: &[u32]| ids.iter().all(|id| (1..=16).contains(&form(id).len()));
        let mut words: Vec<(&Vec<u32>, f32)> = Vec::new();
        let mut singles: HashMap<u32, f32> = HashMap::new();
        for (ids, &n) in &self.words {
            if let [one] = ids.as_slice() {
                singles.insert(*one, n);
            }
            let vietnamese = ids.iter().all(|id| syllables::is_valid(form(id)));
            let least = if vietnamese { options.least as f32 } else { options.least as f32 * 3.0 };
            if (2..=LONGEST).contains(&ids.len()) && (n >= least || list.has(ids)) && short(ids) {
                words.push((ids, n));
            }
        }
        // Listed words that were never read count too, rare syllables and all: *thoăn thoắt* has no other use.
        for (ids, _) in list.iter() {
            let vietnamese = || ids.iter().all(|id| syllables::is_valid(form(id)));
            if !self.words.contains_key(ids)
                && ids.len() <= LONGEST
                && short(ids)
                && (ids.iter().all(|id| singles.contains_key(id)) || vietnamese())
            {
                words.push((ids, 0.5));
            }
        }
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let mut used: HashMap<u32, f32> =
            singles.iter().filter(|(id, n)| **n >= 40.0 && short(&[**id])).map(|(id, n)| (*id, *n)).collect();
        for (ids, _) in &words {
            for id in *ids {
                used.entry(*id).or_insert_with(|| singles.get(id).copied().unwrap_or(0.0));
            }
        }
        let mut order: Vec<(&str, u32, f32)> = used.iter().map(|(id, n)| (form(id), *id, *n)).collect();
        order.sort_by(|a, b| a.0.cmp(b.0));
        order.truncate(65_000);
        let number: HashMap<u32, u16> = order.iter().enumerate().map(|(at, o)| (o.1, at as u16)).collect();
        let words = words
            .into_iter()
            .filter_map(|(ids, n)| {
                Some((ids.iter().map(|id| number.get(id).copied()).collect::<Option<Vec<u16>>>()?, cost(n)))
            })
            .collect();
        Parts {
            syllables: order.iter().map(|(f, _, n)| ((*f).to_owned(), cost(*n))).collect(),
            words,
            weights: Vec::new(),
            bias: 0,
        }
    }
}

/// Trains the gap model on silver and gold text.
#[must_use]
pub(crate) fn learn(parts: Parts, silver: &[Silver<'_>], gold: &[Vec<String>], options: &Options) -> Parts {
    let model = Model::new(parts);
    let size = 1usize << options.bits;
    let mask = size - 1;
    let (mut weights, mut squares) = (vec![0.0f32; size], vec![1e-3f32; size]);
    let gold: Vec<(String, Vec<u8>)> = gold.iter().map(|words| gold_labels(words)).collect();
    let mut step = |text: &str, joins: &[u8], rate: f32| {
        each_gap(&model, text, |token, gap| {
            let Some(&label) = joins.get(token) else { return };
            let label = f32::from(label) / 255.0;
            let found = features(gap);
            let margin: f32 =
                found.iter().map(|f| weights.get(*f as usize & mask).copied().unwrap_or(0.0)).sum();
            let gradient = 1.0 / (1.0 + (-margin).exp()) - label;
            for f in found {
                let at = f as usize & mask;
                if let (Some(w), Some(s)) = (weights.get_mut(at), squares.get_mut(at)) {
                    let g = gradient + 1e-6 * *w;
                    *s += g * g;
                    *w -= rate * g / s.sqrt();
                }
            }
        });
    };
    let every = (silver.len() * options.epochs / (gold.len() * options.gold_weight).max(1)).max(1);
    let mut next_gold = gold.iter().cycle();
    for (at, s) in (0..options.epochs).flat_map(|_| silver).enumerate() {
        step(s.text, &s.joins, 0.08);
        if at % every == 0
            && let Some((text, joins)) = next_gold.next()
        {
            step(text, joins, 0.08);
        }
    }
    for (text, joins) in &gold {
        step(text, joins, 0.04);
    }
    let mut parts = model.parts;
    parts.weights = weights
        .iter()
        .map(|w| if w.abs() < 0.04 { 0 } else { (w * 24.0).round().clamp(-127.0, 127.0) as i8 })
        .collect();
    parts
}

fn gold_labels(words: &[String]) -> (String, Vec<u8>) {
    let text = words.join(" ");
    let mut ends = Vec::new();
    let mut at = 0;
    for word in words {
        at += word.len();
        ends.push(at);
        at += 1;
    }
    let joins = crate::tokens::tokens(&text)
        .map(|t| if ends.binary_search(&t.end).is_ok() { 0 } else { 255 })
        .collect();
    (text, joins)
}

/// Calls back with the token index and surroundings of each gap that the model would be asked about.
fn each_gap(model: &Model, text: &str, mut take: impl FnMut(usize, &gaps::Gap)) {
    let mut run = crate::segment::Run::default();
    let mut tokens = crate::tokens::tokens(text);
    let mut lengths = Vec::new();
    let mut first = 0;
    while run.fill(text, &mut tokens, model) {
        gaps::word_lengths(&run, model, &mut lengths);
        let mut reach = 0;
        for at in 0..run.units.len().saturating_sub(1) {
            reach = reach.max(at + gaps::longest(lengths.get(at).copied().unwrap_or(0)));
            if reach > at + 1 || gaps::may_be_name(&run, at) {
                take(first + at, &gaps::gap(&run, &lengths, at));
            }
        }
        first += run.units.len() + usize::from(run.has_mark());
    }
}
