//! Reading what is learnt from: gold words of UD files, plain sentences, word lists.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use crate::tokens::{Kind, tokens};

pub use crate::segment::canonical;

/// How a unit is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// All lower case.
    Lower,
    /// First letter capital.
    Capital,
    /// All capitals.
    Upper,
    /// A number or another token that is no word.
    Number,
    /// Punctuation: no word crosses it.
    Mark,
}

/// Shape of a token.
#[must_use]
pub fn shape(text: &str, kind: Kind) -> Shape {
    match kind {
        Kind::Word | Kind::Abbreviation | Kind::Roman | Kind::Hyphenated => {
            let mut chars = text.chars().filter(|c| c.is_alphabetic());
            match (chars.next().is_some_and(char::is_uppercase), chars.next()) {
                (false, _) => Shape::Lower,
                (true, Some(second)) if second.is_uppercase() => Shape::Upper,
                (true, _) => Shape::Capital,
            }
        }
        Kind::Punctuation | Kind::Other => Shape::Mark,
        _ => Shape::Number,
    }
}

/// A text unit: what is never cut, and what words are made of.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// Index of its canonical form in the [`Vocabulary`].
    pub id: u32,
    /// How it is written.
    pub shape: Shape,
}

/// Units of one sentence, and for gold sentences whether each joins the next.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Its units in order.
    pub units: Vec<Unit>,
    /// `joined[i]`: unit `i` and unit `i + 1` are in one word. Empty when unknown.
    pub joined: Vec<bool>,
}

/// Canonical forms and their numbers.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<String, u32>,
    /// The forms by number.
    pub forms: Vec<String>,
}

impl Vocabulary {
    /// The number of a form, new if need be.
    pub fn intern(&mut self, form: &str) -> u32 {
        if let Some(&id) = self.ids.get(form) {
            return id;
        }
        let id = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        self.ids.insert(form.to_owned(), id);
        self.forms.push(form.to_owned());
        id
    }

    /// The number of a form that is known.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<u32> {
        self.ids.get(form).copied()
    }

    /// Cuts a sentence into units.
    pub fn sentence(&mut self, text: &str) -> Sentence {
        let units = tokens(text).map(|t| self.unit(t.text(text), t.kind)).collect();
        Sentence { units, joined: Vec::new() }
    }

    fn unit(&mut self, text: &str, kind: Kind) -> Unit {
        let shape = shape(text, kind);
        let id = match shape {
            Shape::Number => self.intern("0"),
            Shape::Mark => self.intern("."),
            _ => self.intern(&canonical(text)),
        };
        Unit { id, shape }
    }

    /// A gold sentence from its words; `None` when the tokeniser cuts it across gold borders.
    pub fn gold(&mut self, words: &[String]) -> Option<Sentence> {
        let text = words.join(" ");
        let mut ends = Vec::new();
        let mut at = 0;
        for word in words {
            ends.push(at + word.len());
            at += word.len() + 1;
        }
        let mut sentence = Sentence::default();
        let mut next = ends.iter().peekable();
        for token in tokens(&text) {
            sentence.units.push(self.unit(token.text(&text), token.kind));
            let closes = next.next_if(|&&end| end <= token.end);
            if closes.is_some_and(|&end| end != token.end)
                || next.peek().is_some_and(|&&end| end <= token.end)
            {
                return None;
            }
            sentence.joined.push(closes.is_none());
        }
        sentence.joined.pop();
        Some(sentence)
    }
}

/// The words of each sentence of a CoNLL-U text.
#[must_use]
pub fn conllu(text: &str) -> Vec<Vec<String>> {
    let mut sentences = vec![Vec::new()];
    for line in text.lines() {
        let mut fields = line.split('\t');
        match (fields.next(), fields.next()) {
            (Some(""), _) => sentences.push(Vec::new()),
            (Some(id), Some(form)) if id.bytes().all(|b| b.is_ascii_digit()) => {
                if let Some(last) = sentences.last_mut() {
                    last.push(form.split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
            _ => {}
        }
    }
    sentences.retain(|s| !s.is_empty());
    sentences
}

/// Reads a text file.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn read(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}
