//! A word of a query as the index knows it: with its own diacritics, or in any when it was typed without.

use crate::analyse::{folded, symbol_parts, usable};

/// A word sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sign {
    /// As indexed.
    pub(crate) accented: String,
    /// Without diacritics.
    pub(crate) folded: String,
    /// Its parts, for `121/LĐTBXH-VP` and `LĐ-TB&XH`; accented.
    pub(crate) parts: Vec<String>,
    /// Parts of a document's number or symbol, folded; empty when it is not like one.
    pub(crate) symbol: Vec<String>,
    /// Its place among the words of its text; marks between words take places too.
    pub(crate) place: usize,
}

impl Sign {
    /// Whether the reader typed diacritics: then nothing else is meant.
    pub(crate) fn is_accented(&self) -> bool {
        self.accented != self.folded
    }
}

/// The words of a piece of a query.
pub(crate) fn signs(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for term in usable(text) {
        if let Some(whole) = signs.last_mut().filter(|s| s.place == term.position) {
            whole.parts.push(term.text);
            continue;
        }
        let plain = folded(&term.text).into_owned();
        signs.push(Sign {
            symbol: symbol_of(&term.text, &plain),
            folded: plain,
            accented: term.text,
            parts: Vec::new(),
            place: term.position,
        });
    }
    signs
}

/// The words of something typed without a space in it. Half a symbol, as `121/ldtb`, is one word.
pub(crate) fn signs_of_word(word: &str) -> Vec<Sign> {
    let signs = signs(word);
    let [first, _, ..] = signs.as_slice() else { return signs };
    let tied = word.contains(['/', '-']);
    if !tied || signs.iter().all(|s| !is_odd(&s.folded) || s.folded.bytes().all(|b| b.is_ascii_digit())) {
        return signs;
    }
    let whole = word.to_lowercase();
    vec![Sign {
        folded: folded(&whole).into_owned(),
        parts: signs.iter().map(|s| s.accented.clone()).collect(),
        symbol: symbol_parts(word),
        place: first.place,
        accented: whole,
    }]
}

/// Parts of what looks like a symbol: it has a digit, letters tied by a slash or a dash, or letters that
/// make no syllable.
fn symbol_of(term: &str, plain: &str) -> Vec<String> {
    if term.contains(['/', '-']) || is_odd(plain) { symbol_parts(term) } else { Vec::new() }
}

fn is_odd(plain: &str) -> bool {
    plain.starts_with(|c: char| c.is_ascii_digit()) || !viet::syllables::is_plausible_unmarked(plain)
}
