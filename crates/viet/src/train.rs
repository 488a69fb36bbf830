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
use teacher::{Habits, Sound, View, WordList};

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
    /// Gold sentences to measure the teacher with; nothing is learnt from them.
    pub held: Vec<Vec<String>>,
    /// Where the vectors of an earlier build over the same plain text are kept, to save their time.
    pub vectors: Option<std::path::PathBuf>,
}

/// Builds the bytes of a model; `tell` hears about progress.
pub fn build(sources: &Sources, options: &student::Options, tell: &mut dyn FnMut(&str)) -> Vec<u8> {
    let mut vocabulary = Vocabulary::default();
    let plain: Vec<Sentence> = sources.plain.iter().map(|line| vocabulary.sentence(line)).collect();
    let plain_forms = vocabulary.forms.len();
    let list = word_list(sources, &mut vocabulary);
    let gold: Vec<Sentence> = sources.gold.iter().filter_map(|words| vocabulary.gold(words)).collect();
    let held: Vec<Sentence> = sources.held.iter().filter_map(|words| vocabulary.gold(words)).collect();
    let counts = Counts::of(&plain, vocabulary.forms.len());
    tell(&format!(
        "{} forms, {} listed words, {} gold sentences",
        vocabulary.forms.len(),
        list.len(),
        gold.len()
    ));
    let embedding = vectors(sources, &plain, &counts, plain_forms);
    tell("vectors learnt");
    let sounds: Vec<Sound> = vocabulary.forms.iter().map(|form| Sound::of(form)).collect();
    let mut view = View {
        counts: &counts,
        words: &list,
        clusters: &[],
        embedding: &embedding,
        habits: None,
        sounds: &sounds,
    };
    let first = Judge::learn(&view, &gold);
    tell_held("first round", &first, &view, &held, tell);
    let habits = habits(&first, &view, &plain, vocabulary.forms.len());
    view.habits = Some(&habits);
    let judge = Judge::learn(&view, &gold);
    tell_held("second round", &judge, &view, &held, tell);
    let mut harvest = Harvest::default();
    // Every third line of the encyclopedia; the statutes, which come last, whole.
    let chosen = |at: &usize| at.is_multiple_of(3) || at + 20_000 >= plain.len();
    let some: Vec<&Sentence> =
        plain.iter().enumerate().filter(|(at, _)| chosen(at)).map(|(_, s)| s).collect();
    let texts = sources.plain.iter().enumerate().filter(|(at, _)| chosen(at)).map(|(_, text)| text);
    let mut silver: Vec<Silver<'_>> = Vec::new();
    for ((text, s), joins) in texts.zip(&some).zip(read(&judge, &view, &some)) {
        let joins: Vec<u8> = joins.iter().map(|p| (p * 255.0) as u8).collect();
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

/// Vectors of the forms of plain text, from an earlier build's file when there is one.
fn vectors(sources: &Sources, plain: &[Sentence], counts: &Counts, forms: usize) -> Embedding {
    let singles = counts.singles().get(..forms).unwrap_or_default();
    if let Some(bytes) = sources.vectors.as_ref().and_then(|path| std::fs::read(path).ok()) {
        return Embedding::load(&bytes, forms);
    }
    let learnt = Embedding::learn(plain, singles, 5, 2);
    if let Some(path) = &sources.vectors {
        // The file only saves time; a full disk must not end the build.
        let _ = std::fs::write(path, learnt.dump());
    }
    learnt
}

/// Says how well a judge reads gold sentences that it was not taught.
fn tell_held(round: &str, judge: &Judge, view: &View<'_>, held: &[Sentence], tell: &mut dyn FnMut(&str)) {
    let mut scratch = Scratch::default();
    let (mut gold, mut found, mut right) = (0usize, 0usize, 0usize);
    for s in held {
        // A word is right when both its borders are and nothing inside is cut.
        let mut clean = true;
        for (at, _) in s.units.iter().enumerate() {
            let truth = s.joined.get(at).copied().unwrap_or(false);
            let said = is_open(s, at) && judge.joins(view, s, at, &mut scratch) >= 0.5;
            gold += usize::from(!truth);
            found += usize::from(!said);
            right += usize::from(clean && !truth && !said);
            clean = if truth || said { clean && truth == said } else { true };
        }
    }
    let f1 = 2.0 * right as f64 / (gold + found).max(1) as f64;
    tell(&format!("{round} done; F1 of the teacher on held sentences {f1:.4}"));
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
    let some: Vec<&Sentence> = plain.iter().step_by(8).collect();
    for (s, joins) in some.iter().zip(read(judge, view, &some)) {
        for (at, (pair, p)) in s.units.windows(2).zip(joins).enumerate() {
            let ([a, b], true) = (pair, is_open(s, at)) else { continue };
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

/// The probability that each unit joins the next, by sentence; on all processors, with the same result on any number.
fn read(judge: &Judge, view: &View<'_>, sentences: &[&Sentence]) -> Vec<Vec<f32>> {
    let judged = |s: &Sentence, scratch: &mut Scratch| {
        let gap = |at| if is_open(s, at) { judge.joins(view, s, at, scratch) } else { 0.0 };
        (0..s.units.len()).map(gap).collect::<Vec<f32>>()
    };
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = sentences.len().div_ceil(processors).max(1);
    std::thread::scope(|scope| {
        let judged = &judged;
        let parts: Vec<_> = sentences
            .chunks(share)
            .map(|part| {
                scope.spawn(move || {
                    let mut scratch = Scratch::default();
                    part.iter().map(|s| judged(s, &mut scratch)).collect::<Vec<_>>()
                })
            })
            .collect();
        // A part that was lost would shift all that follow: better to stop the tool.
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    })
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
