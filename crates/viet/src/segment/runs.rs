//! Runs of tokens between punctuation: the stretch within which words are looked for.

use super::Word;
use super::lexicon::Pair;
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
    /// What each unit and the next begin.
    bridges: Vec<Pair>,
    pub(crate) joins: Vec<bool>,
    pub(crate) scratch: Vec<u8>,
    mark: Option<Token>,
    /// The mark is a hyphen with no space on either side.
    tight: bool,
    /// A name and the tight hyphen behind it, until the next word shows whether they are half of a pair.
    held: Option<(Word, Token)>,
}

impl Run {
    /// Reads the next stretch; false at the end of the text.
    pub(crate) fn fill(&mut self, text: &str, tokens: &mut Tokens<'_>, model: &Model) -> bool {
        self.units.clear();
        self.mark = None;
        self.tight = false;
        loop {
            if let Some((start, (end, id, shape))) = tokens.leap(|bytes, at| model.table.glance(bytes, at)) {
                let token = Token { start, end, kind: Kind::Word };
                self.units.push(Unit { token, id, shape });
                if self.units.len() >= LONGEST_RUN {
                    break;
                }
                continue;
            }
            let Some(token) = tokens.next() else { break };
            if matches!(token.kind, Kind::Punctuation | Kind::Other) {
                self.tight = self.units.last().is_some_and(|u| u.token.end == token.start)
                    && token.end - token.start == 1
                    && text.as_bytes().get(token.start) == Some(&b'-')
                    && !text.as_bytes().get(token.end).is_none_or(u8::is_ascii_whitespace);
                self.mark = Some(token);
                break;
            }
            self.units.push(unit(text, token, model));
            if self.units.len() >= LONGEST_RUN {
                break;
            }
        }
        self.bridges.clear();
        self.bridges.extend(self.units.windows(2).map(|two| match two {
            [a, b] => {
                let name = a.shape == Shape::Capital && b.shape == Shape::Capital;
                model.lexicon.pair(a.id, b.id).with_name(name)
            }
            _ => Pair::default(),
        }));
        self.mark.is_some() || !self.units.is_empty()
    }

    /// Whether words may be handed over as they are found: no name waits for the other half of a pair, none begins.
    pub(crate) fn is_plain(&self) -> bool {
        self.held.is_none() && !self.tight
    }

    /// Makes room for the decision on each gap, open so far.
    pub(crate) fn part_all(&mut self) {
        self.joins.clear();
        self.joins.resize(self.units.len(), false);
    }

    /// What may tie a unit to the next.
    #[inline]
    pub(crate) fn bridge(&self, at: usize) -> Pair {
        self.bridges.get(at).copied().unwrap_or_default()
    }

    #[cfg(feature = "train")]
    pub(crate) fn has_mark(&self) -> bool {
        self.mark.is_some()
    }

    /// Hands over the words of the stretch and its mark.
    pub(crate) fn emit(&mut self, take: &mut impl FnMut(Word)) {
        let mut from = 0;
        if self.held.is_some() {
            from = self.close_pair(take);
        }
        let hold =
            self.mark.filter(|_| self.tight).and_then(|mark| Some((self.name_before_mark(from)?, mark)));
        let to = self.units.len() - hold.map_or(0, |(name, _)| name.syllables);
        self.emit_words(from, to, take);
        match (hold, self.mark) {
            (Some(_), _) => self.held = hold,
            (None, _) => self.emit_mark(take),
        }
    }

    /// Hands over a row of units as one word.
    #[inline]
    pub(crate) fn emit_word(&self, from: usize, len: usize, take: &mut impl FnMut(Word)) {
        if let (Some(head), Some(tail)) = (self.units.get(from), self.units.get(from + len - 1)) {
            let kind = if len == 1 { head.token.kind } else { Kind::Word };
            take(Word { start: head.token.start, end: tail.token.end, syllables: len, kind });
        }
    }

    /// Hands over the mark that ends the stretch.
    #[inline]
    pub(crate) fn emit_mark(&self, take: &mut impl FnMut(Word)) {
        if let Some(mark) = self.mark {
            take(Word { start: mark.start, end: mark.end, syllables: 1, kind: mark.kind });
        }
    }

    /// Hands over what is held back when no more text comes.
    pub(crate) fn finish(&mut self, take: &mut impl FnMut(Word)) {
        if let Some((name, mark)) = self.held.take() {
            take(name);
            take(Word { start: mark.start, end: mark.end, syllables: 1, kind: mark.kind });
        }
    }

    #[inline]
    fn emit_words(&self, from: usize, to: usize, take: &mut impl FnMut(Word)) {
        let units = self.units.get(from..to).unwrap_or_default();
        let joins = self.joins.get(from..to).unwrap_or_default();
        let mut open: Option<Word> = None;
        for (unit, &joins) in units.iter().zip(joins) {
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
    }

    /// Hands over the held name with the name this stretch begins with, *Trường Sa-Hoàng Sa*, or by itself;
    /// returns how many units that took.
    fn close_pair(&mut self, take: &mut impl FnMut(Word)) -> usize {
        let Some((first, mark)) = self.held.take() else { return 0 };
        let len = self.joins.iter().take_while(|joins| **joins).count() + 1;
        let second = self.units.get(..len).filter(|units| len > 1 && is_name(units));
        if let Some([_, .., tail]) = second.filter(|u| u.first().is_some_and(|h| h.token.start == mark.end)) {
            let syllables = first.syllables + 1 + len;
            take(Word { start: first.start, end: tail.token.end, syllables, kind: Kind::Word });
            return len;
        }
        take(first);
        take(Word { start: mark.start, end: mark.end, syllables: 1, kind: mark.kind });
        0
    }

    /// The word before the mark when it is a name of several syllables.
    fn name_before_mark(&self, from: usize) -> Option<Word> {
        let last = self.units.len().checked_sub(1)?;
        let joined = self.joins.get(from..last)?.iter().rev().take_while(|joins| **joins).count();
        let units = self.units.get(last - joined..).filter(|units| joined > 0 && is_name(units))?;
        let (head, tail) = (units.first()?, units.last()?);
        Some(Word { start: head.token.start, end: tail.token.end, syllables: units.len(), kind: Kind::Word })
    }
}

fn is_name(units: &[Unit]) -> bool {
    units.iter().all(|u| u.shape == Shape::Capital)
}

#[inline]
fn unit(text: &str, token: Token, model: &Model) -> Unit {
    match token.kind {
        Kind::Word | Kind::Abbreviation | Kind::Roman | Kind::Hyphenated => {
            let (id, shape) =
                model.table.get(token.text(text)).unwrap_or_else(|| (UNKNOWN, shape_of(token.text(text))));
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
