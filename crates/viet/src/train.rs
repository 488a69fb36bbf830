//! Rebuilding the shipped lexicon and model from free sources (see `DATA_CARD.md`).
//!
//! Little gold text teaches a slow and thorough *teacher* (hashed features, dense statistics of plain
//! text, vectors of syllables). The teacher reads the plain text; the words it finds, counted, are the
//! lexicon, and a small *student* learns to decide as the teacher and the gold text do.

pub mod corpus;
pub mod counts;
pub mod embed;
pub mod judge;
pub mod net;
pub mod score;
pub mod student;
pub mod teacher;

use corpus::{Sentence, Vocabulary};
use counts::{Counts, pair_key};
use embed::Embedding;
use judge::{Judge, Scratch, is_open};
use score::Score;
use student::{Harvest, Silver};
use teacher::{Habits, View, WordList};

use crate::segment::{Mode, Segmenter};

/// What to learn from.
#[derive(Debug, Default)]
pub struct Sources {
    /// Sentences as gold words.
    pub gold: Vec<Vec<String>>,
    /// Plain sentences.
    pub plain: Vec<String>,
    /// Words, one a line.
    pub words: Vec<String>,
    /// Pairs that no list may join.
    pub parted: Vec<String>,
    /// Long words that count as gold wherever they stand.
    pub whole: Vec<String>,
}

/// Builds the bytes of a model; `tell` hears about progress.
pub fn build(sources: &Sources, options: &student::Options, tell: &mut dyn FnMut(&str)) -> Vec<u8> {
    let mut vocabulary = Vocabulary::default();
    let list = word_list(sources, &mut vocabulary);
    let plain: Vec<Sentence> = sources.plain.iter().map(|line| vocabulary.sentence(line)).collect();
    let gold: Vec<Sentence> = sources.gold.iter().filter_map(|words| vocabulary.gold(words)).collect();
    let counts = Counts::of(&plain, vocabulary.forms.len());
    tell(&format!(
        "{} forms, {} listed words, {} gold sentences",
        vocabulary.forms.len(),
        list.len(),
        gold.len()
    ));
    let embedding = Embedding::learn(&plain, counts.singles(), 5, 2);
    tell("vectors learnt");
    let mut view = View { counts: &counts, words: &list, clusters: &[], embedding: &embedding, habits: None };
    let first = Judge::learn(&view, &gold);
    let habits = habits(&first, &view, &plain, vocabulary.forms.len());
    tell("first round done");
    view.habits = Some(&habits);
    let judge = Judge::learn(&view, &gold);
    let mut scratch = Scratch::default();
    let mut harvest = Harvest::default();
    let mut silver: Vec<Silver<'_>> = Vec::new();
    for (at, (text, s)) in sources.plain.iter().zip(&plain).enumerate() {
        // Every other line of the encyclopedia; the statutes, which come last, whole.
        if at % 2 == 1 && at + 20_000 < plain.len() {
            continue;
        }
        let joins: Vec<u8> = (0..s.units.len())
            .map(|i| if is_open(s, i) { (judge.joins(&view, s, i, &mut scratch) * 255.0) as u8 } else { 0 })
            .collect();
        harvest.add(s, &joins, 1.0);
        silver.push(Silver { text, joins });
    }
    for s in &gold {
        let joins: Vec<u8> = s.joined.iter().map(|j| u8::from(*j) * 255).chain([0]).collect();
        harvest.add(s, &joins, 5.0);
    }
    tell("plain text read");
    let parts = harvest.parts(&vocabulary, &list, options);
    tell(&format!("{} syllables, {} words", parts.syllables.len(), parts.words.len()));
    let mut taught = sources.gold.clone();
    taught.extend(sources.whole.iter().map(|word| vec![word.clone()]));
    student::learn(parts, &silver, &taught, options).encode()
}

fn word_list(sources: &Sources, vocabulary: &mut Vocabulary) -> WordList {
    let mut list = WordList::new(sources.words.iter().chain(&sources.whole).map(String::as_str), vocabulary);
    for pair in &sources.parted {
        let ids: Vec<u32> =
            pair.split_whitespace().map(|s| vocabulary.intern(&corpus::canonical(s))).collect();
        list.remove(&ids);
    }
    list
}

/// What a judge makes of plain text: how often each pair joins, and each syllable to either side.
fn habits(judge: &Judge, view: &View<'_>, plain: &[Sentence], forms: usize) -> Habits {
    let mut out = Habits { singles: vec![[0.0; 3]; forms], ..Habits::default() };
    let mut scratch = Scratch::default();
    for s in plain.iter().step_by(8) {
        for (at, pair) in s.units.windows(2).enumerate().filter(|(at, _)| is_open(s, *at)) {
            let [a, b] = pair else { continue };
            let p = judge.joins(view, s, at, &mut scratch);
            let there = out.pairs.entry(pair_key(a.id, b.id)).or_default();
            there.0 += 1.0;
            there.1 += p;
            if let Some([n, _, right]) = out.singles.get_mut(a.id as usize) {
                *n += 1.0;
                *right += p;
            }
            if let Some([_, left, _]) = out.singles.get_mut(b.id as usize) {
                *left += p;
            }
        }
    }
    out
}

/// Measures a model against gold sentences.
#[must_use]
pub fn evaluate(segmenter: &Segmenter, gold: &[Vec<String>], mode: Mode) -> Score {
    let mut score = Score::default();
    for words in gold {
        let text = words.join(" ");
        let found = segmenter.words(&text, mode);
        let found: Vec<&str> = found.iter().map(|w| w.text(&text)).collect();
        score.add(words, &found);
    }
    score
}
