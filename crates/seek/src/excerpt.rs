//! The sentence that answers, with the sought words marked to the letter in the text as it was given.

use std::collections::HashMap;
use std::ops::Range;

use viet::sentences::sentences;

use crate::analyse::{folded, usable};
use crate::ask::{Hit, Marked};
use crate::query::{Clause, Query, Sought};
use crate::search::Shown;
use crate::words::signs;

/// Bytes of the longest excerpt; longer sentences are cut at words around what was sought.
const LONGEST: usize = 420;
/// Bytes of a text that are looked through for an excerpt.
const LOOKED: usize = 60_000;

/// The words to mark: as typed where they have diacritics, without diacritics otherwise.
#[derive(Debug, Default)]
pub(crate) struct Lights {
    accented: HashMap<String, usize>,
    folded: HashMap<String, usize>,
    count: usize,
}

impl Lights {
    /// Of everything a query seeks by words.
    pub(crate) fn of(query: &Query) -> Self {
        let mut lights = Self::default();
        for clause in &query.clauses {
            match clause {
                Clause::Want(sought) => lights.add(sought),
                Clause::Either(list) => list.iter().for_each(|s| lights.add(s)),
                Clause::Without(_) => {}
            }
        }
        lights
    }

    fn add(&mut self, sought: &Sought) {
        if matches!(sought, Sought::Filed(..)) {
            return;
        }
        for sign in signs(sought.text()) {
            self.count += 1;
            let number = self.count;
            if sign.is_accented() {
                self.accented.entry(sign.accented).or_insert(number);
            } else {
                self.folded.entry(sign.folded).or_insert(number);
            }
            for part in sign.parts {
                self.folded.entry(folded(&part).into_owned()).or_insert(number);
            }
        }
    }

    /// Which of the words a term is.
    fn which(&self, term: &str) -> Option<usize> {
        self.accented.get(term).or_else(|| self.folded.get(folded(term).as_ref())).copied()
    }

    /// Where the words stand in a text.
    fn spots(&self, text: &str) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        if self.count == 0 {
            return spots;
        }
        for term in usable(text) {
            let Some(which) = self.which(&term.text) else { continue };
            let range = term.start..with_marks(text, term.end);
            if spots.last().is_none_or(|last| last.range.end <= range.start) {
                spots.push(Spot { which, range });
            }
        }
        spots
    }
}

struct Spot {
    which: usize,
    range: Range<usize>,
}

/// Marks that belong to the letter before them.
fn with_marks(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + rest.chars().take_while(|c| viet::letters::is_mark(*c)).map(char::len_utf8).sum::<usize>()
}

/// A result as it is shown.
pub(crate) fn hit(texts: Shown, lights: &Lights) -> Hit {
    let title_marks = lights.spots(&texts.title).into_iter().map(|s| s.range).collect();
    let summary = best_sentence(&texts.summary, lights);
    let body = best_sentence(&texts.body, lights);
    let (text, picked) = match (summary, body) {
        (Some(s), Some(b)) if b.worth <= s.worth => (&texts.summary, Some(s)),
        (Some(s), None) => (&texts.summary, Some(s)),
        (_, body) => (&texts.body, body),
    };
    let excerpt = picked.map(|p| cut(text, p)).unwrap_or_default();
    Hit { id: texts.id, title: Marked { text: texts.title, marks: title_marks }, excerpt }
}

struct Picked {
    sentence: Range<usize>,
    spots: Vec<Spot>,
    /// Different words, then words in all.
    worth: (usize, usize),
}

/// The first of the sentences with most different words.
fn best_sentence(text: &str, lights: &Lights) -> Option<Picked> {
    let text = text.get(..text.floor_char_boundary(LOOKED)).unwrap_or(text);
    let mut spots = lights.spots(text).into_iter().peekable();
    let mut best: Option<Picked> = None;
    for sentence in sentences(text) {
        let mut inside = Vec::new();
        while let Some(spot) = spots.next_if(|s| s.range.start < sentence.end) {
            inside.push(spot);
        }
        let mut kinds: Vec<usize> = inside.iter().map(|s| s.which).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let worth = (kinds.len(), inside.len());
        if best.as_ref().is_none_or(|b| worth > b.worth) {
            best = Some(Picked { sentence, spots: inside, worth });
        }
    }
    best
}

/// The sentence, or as much of it around its first words as is shown.
fn cut(text: &str, picked: Picked) -> Marked {
    let Range { start, end } = picked.sentence;
    let mut range = start..end;
    if end - start > LONGEST {
        let first = picked.spots.first().map_or(start, |s| s.range.start);
        let from = if first > start + LONGEST / 2 { word_start(text, first - LONGEST / 4) } else { start };
        let from = from.max(start).min(first);
        range = from..word_end(text, (from + LONGEST).min(end));
    }
    let marks = picked
        .spots
        .into_iter()
        .filter(|s| s.range.start >= range.start && s.range.end <= range.end)
        .map(|s| s.range.start - range.start..s.range.end - range.start)
        .collect();
    Marked { text: text.get(range).unwrap_or_default().to_owned(), marks }
}

fn word_start(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    text.get(..at)
        .and_then(|t| t.rfind(char::is_whitespace))
        .map_or(at, |found| text.ceil_char_boundary(found + 1))
}

fn word_end(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if at == text.len() {
        return at;
    }
    text.get(..at).and_then(|t| t.rfind(char::is_whitespace)).unwrap_or(at)
}
