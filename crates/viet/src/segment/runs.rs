//! Runs of tokens between punctuation: the stretch within which words are looked for.

use super::Word;
use super::model::Model;
use super::table::{NUMBER, Shape, UNKNOWN};
use crate::tokens::{Kind, Token, Tokens};

/// Longer stretches are cut; no sentence of a person is.
const LONGEST_RUN: usize = 512;

/// A token that can be part of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    pub(crate) token: Token,
    pub(crate) id: u16,
    pub(crate) shape: Shape,
}

/// A stretch of units, the mark that ends it, and which units join the next.
#[derive(Debug, Default)]
pub(crate) struct Run {
    pub(crate) units: Vec<Unit>,
    pub(crate) joins: Vec<bool>,
    pub(crate) scratch: Vec<u8>,
    pub(crate) best: Vec<(u32, u8)>,
    mark: Option<Token>,
}

impl Run {
    /// Reads the next stretch; false at the end of the text.
    pub(crate) fn fill(&mut self, text: &str, tokens: &mut Tokens<'_>, model: &Model) -> bool {
        self.units.clear();
        self.mark = None;
        for token in tokens.by_ref() {
            if matches!(token.kind, Kind::Punctuation | Kind::Other) {
                self.mark = Some(token);
                break;
            }
            self.units.push(unit(text, token, model));
            if self.units.len() >= LONGEST_RUN {
                break;
            }
        }
        self.joins.clear();
        self.joins.resize(self.units.len(), false);
        self.mark.is_some() || !self.units.is_empty()
    }

    #[cfg(feature = "train")]
    pub(crate) fn has_mark(&self) -> bool {
        self.mark.is_some()
    }

    /// Hands over the words of the stretch and its mark.
    pub(crate) fn emit(&mut self, take: &mut impl FnMut(Word)) {
        let mut open: Option<Word> = None;
        for (unit, &joins) in self.units.iter().zip(&self.joins) {
            let word = match open.take() {
                Some(word) => Word {
                    end: unit.token.end,
                    syllables: word.syllables + 1,
                    kind: Kind::Word,
                    start: word.start,
                },
                None => {
                    Word { start: unit.token.start, end: unit.token.end, syllables: 1, kind: unit.token.kind }
                }
            };
            if joins {
                open = Some(word);
            } else {
                take(word);
            }
        }
        if let Some(word) = open {
            take(word);
        }
        if let Some(mark) = self.mark {
            take(Word { start: mark.start, end: mark.end, syllables: 1, kind: mark.kind });
        }
    }
}

#[inline]
fn unit(text: &str, token: Token, model: &Model) -> Unit {
    match token.kind {
        Kind::Word | Kind::Abbreviation | Kind::Roman | Kind::Hyphenated => {
            let (id, shape) = model
                .table
                .get(text, token.start, token.end)
                .unwrap_or_else(|| (UNKNOWN, shape_of(token.text(text))));
            Unit { token, id, shape }
        }
        _ => Unit { token, id: NUMBER, shape: Shape::Number },
    }
}

#[cold]
fn shape_of(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match (letters.next().is_some_and(char::is_uppercase), letters.next()) {
        (false, _) => Shape::Lower,
        (true, Some(second)) if second.is_uppercase() => Shape::Upper,
        _ => Shape::Capital,
    }
}
