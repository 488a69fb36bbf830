//! Word by word inside a paragraph.

use std::collections::HashMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::{Run, State};
use crate::{Inline, Marks, Text};

/// A word, a sign, a space or the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Token<'a> {
    Text(&'a str, &'a Marks),
    Break,
}

/// The words of two lines in order, the removed before the added.
pub(super) fn runs(old: &[Inline], new: &[Inline]) -> Vec<Run> {
    let (old, new) = (tokens(old), tokens(new));
    let mut names: HashMap<Token<'_>, u32> = HashMap::new();
    for token in old.iter().chain(&new) {
        let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
        names.entry(*token).or_insert(next);
    }
    let ids = |tokens: &[Token<'_>]| -> Vec<u32> {
        tokens.iter().filter_map(|token| names.get(token).copied()).collect()
    };
    let (old_ids, new_ids) = (ids(&old), ids(&new));
    let mut pieces: Vec<Piece<'_>> = vec![];
    for op in capture_diff_slices(Algorithm::Myers, &old_ids, &new_ids) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        let gone = old.get(old_range).unwrap_or_default();
        let come = new.get(new_range).unwrap_or_default();
        match tag {
            DiffTag::Equal => pieces.push(Piece { same: come, ..Piece::default() }),
            _ => join(&mut pieces, gone, come),
        }
    }
    pieces.into_iter().flat_map(Piece::runs).collect()
}

/// A stretch that is the same, or one in which words were exchanged.
#[derive(Debug, Default)]
struct Piece<'a> {
    same: &'a [Token<'a>],
    gone: Vec<Token<'a>>,
    come: Vec<Token<'a>>,
}

impl Piece<'_> {
    fn runs(self) -> impl Iterator<Item = Run> {
        let run = |state, tokens: &[Token<'_>]| Run { state, content: inlines(tokens) };
        [run(State::Same, self.same), run(State::Removed, &self.gone), run(State::Added, &self.come)]
            .into_iter()
            .filter(|run| !run.content.is_empty())
    }
}

/// Adds an exchange. A single space between two exchanges belongs to both: one reads “old words → new words”.
fn join<'a>(pieces: &mut Vec<Piece<'a>>, gone: &[Token<'a>], come: &[Token<'a>]) {
    let between = match pieces.as_slice() {
        [.., before, last] if !(before.gone.is_empty() && before.come.is_empty()) => {
            matches!(last.same, [Token::Text(text, _)] if text.trim().is_empty()).then_some(last.same)
        }
        _ => None,
    };
    if let Some(space) = between {
        pieces.pop();
        if let Some(before) = pieces.last_mut() {
            before.gone.extend(space.iter().chain(gone));
            before.come.extend(space.iter().chain(come));
            return;
        }
    }
    pieces.push(Piece { same: &[], gone: gone.to_vec(), come: come.to_vec() });
}

fn tokens(line: &[Inline]) -> Vec<Token<'_>> {
    let mut out = vec![];
    for inline in line {
        match inline {
            Inline::Break => out.push(Token::Break),
            Inline::Text(text) => out.extend(split(&text.text).map(|word| Token::Text(word, &text.marks))),
        }
    }
    out
}

/// Words, spaces and single signs.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let kind = kind(rest.chars().next()?);
        let end = match kind {
            Kind::Sign => rest.chars().next()?.len_utf8(),
            _ => rest.find(|c| self::kind(c) != kind).unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(word)
    })
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Letter,
    Space,
    Sign,
}

fn kind(c: char) -> Kind {
    if c.is_whitespace() {
        Kind::Space
    } else if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
        Kind::Letter
    } else {
        Kind::Sign
    }
}

fn inlines(tokens: &[Token<'_>]) -> Vec<Inline> {
    let mut out: Vec<Inline> = vec![];
    for token in tokens {
        match (token, out.last_mut()) {
            (Token::Break, _) => out.push(Inline::Break),
            (Token::Text(word, marks), Some(Inline::Text(last))) if last.marks == **marks => {
                last.text.push_str(word)
            }
            (Token::Text(word, marks), _) => {
                out.push(Inline::Text(Text { text: (*word).to_owned(), marks: (*marks).clone() }));
            }
        }
    }
    out
}
