//! What a search engine should index: syllables, syllables without diacritics, and pairs of those.
//!
//! Measured on Vietnamese retrieval sets, accented syllables with pairs of syllables find better than
//! words do, and pairs of folded syllables serve queries typed without diacritics.

use crate::fold;
use crate::normalize::{ToneStyle, nfc, tone_style};
use crate::tokens::{Kind, Token, Tokens, tokens};

/// Which terms to make of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Each syllable in lower case, composed, old tone style; numbers and symbols whole.
    Accented,
    /// The same in ASCII letters.
    Folded,
    /// Neighbouring accented syllables as `quyết định`, never across punctuation.
    AccentedPairs,
    /// Neighbouring folded syllables as `quyet dinh`.
    FoldedPairs,
}

/// A term and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What to index.
    pub text: String,
    /// Its place in the row of tokens; a pair has the place of its first. Punctuation takes one place too,
    /// so that phrases do not reach across it.
    pub position: usize,
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Terms of a text.
///
/// Parts of a symbol follow the whole at the same position, so that `QĐ` finds `06/QĐ-TTg`.
///
/// ```
/// use viet::terms::{terms, Field};
/// let list = |field| terms("Quyết định 06/QĐ-TTg", field).map(|t| t.text).collect::<Vec<_>>();
/// assert_eq!(list(Field::Folded), ["quyet", "dinh", "06/qd-ttg", "06", "qd", "ttg"]);
/// assert_eq!(list(Field::FoldedPairs), ["quyet dinh", "dinh 06/qd-ttg"]);
/// // S178: however the tone is placed, one term.
/// assert_eq!(terms("lan toả", Field::Accented).nth(1).unwrap().text, "tỏa");
/// ```
#[must_use]
pub fn terms(text: &str, field: Field) -> Terms<'_> {
    Terms { text, field, tokens: tokens(text), position: 0, before: None, waiting: Vec::new() }
}

/// Iterator over the terms of a text.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    text: &'a str,
    field: Field,
    tokens: Tokens<'a>,
    position: usize,
    before: Option<Term>,
    /// Parts of a symbol, last first.
    waiting: Vec<Term>,
}

impl Iterator for Terms<'_> {
    type Item = Term;

    fn next(&mut self) -> Option<Term> {
        if let Some(part) = self.waiting.pop() {
            return Some(part);
        }
        loop {
            let token = self.tokens.next()?;
            let position = self.position;
            self.position += 1;
            if matches!(token.kind, Kind::Punctuation | Kind::Other) {
                self.before = None;
                continue;
            }
            let term =
                Term { text: self.form(token.text(self.text)), position, start: token.start, end: token.end };
            if matches!(self.field, Field::Accented | Field::Folded) {
                self.keep_parts(token, &term);
                return Some(term);
            }
            let pair = self.before.replace(term.clone()).map(|first| Term {
                text: format!("{} {}", first.text, term.text),
                position: first.position,
                start: first.start,
                end: term.end,
            });
            if pair.is_some() {
                return pair;
            }
        }
    }
}

impl Terms<'_> {
    fn form(&self, word: &str) -> String {
        match self.field {
            Field::Folded | Field::FoldedPairs => fold::fold_lower(word),
            Field::Accented | Field::AccentedPairs => {
                let lower: String = nfc(word).chars().map(crate::letters::lower).collect();
                tone_style(&lower, ToneStyle::Old).into_owned()
            }
        }
    }

    fn keep_parts(&mut self, token: Token, whole: &Term) {
        if !matches!(
            token.kind,
            Kind::Symbol | Kind::Abbreviation | Kind::Hyphenated | Kind::Code | Kind::Date
        ) {
            return;
        }
        let source = token.text(self.text);
        let mut at = token.start;
        for piece in source.split_inclusive(|c: char| !c.is_alphanumeric() && !crate::letters::is_mark(c)) {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric() && !crate::letters::is_mark(c));
            if !word.is_empty() && word.len() < source.len() {
                let text = self.form(word);
                self.waiting.push(Term { text, position: whole.position, start: at, end: at + word.len() });
            }
            at += piece.len();
        }
        self.waiting.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pairs_do_not_cross_punctuation_and_positions_count_it() {
        let found: Vec<_> =
            terms("họp báo, quý II", Field::AccentedPairs).map(|t| (t.text, t.position)).collect();
        assert_eq!(found, [("họp báo".to_owned(), 0), ("quý ii".to_owned(), 3)]);
    }

    #[test]
    fn s177_parts_of_abbreviations_are_found() {
        let found: Vec<_> = terms("LĐ-TB&XH", Field::Folded).map(|t| t.text).collect();
        assert_eq!(found, ["ld-tb&xh", "ld", "tb", "xh"]);
    }

    proptest! {
        #[test]
        fn offsets_lie_on_borders(text in "(\\PC|[a-zđ0-9./& -]|QĐ){0,40}") {
            for field in [Field::Accented, Field::Folded, Field::AccentedPairs, Field::FoldedPairs] {
                for term in terms(&text, field) {
                    prop_assert!(text.get(term.start..term.end).is_some_and(|t| !t.is_empty()));
                }
            }
        }
    }
}
