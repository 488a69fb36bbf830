//! Word by word inside a paragraph.

use std::collections::HashMap;
use std::ops::Range;

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
    for (same, old_range, new_range) in steps(&old_ids, &new_ids) {
        let gone = old.get(old_range).unwrap_or_default();
        let come = new.get(new_range).unwrap_or_default();
        match same {
            true => pieces.push(Piece { same: come, ..Piece::default() }),
            false => join(&mut pieces, gone, come),
        }
    }
    pieces.into_iter().flat_map(Piece::runs).collect()
}

/// Most words and spaces that are weighed against each other at once. The work grows with the square of what
/// differs; no paragraph that people wrote has a thousand words exchanged in one stretch.
const AT_ONCE: usize = 2_000;
/// What is longer is weighed in parts of this many.
const PART: usize = 500;

/// What is the same and what is not, from first to last: whether it is the same, where in the old and in the new.
fn steps(old: &[u32], new: &[u32]) -> Vec<(bool, Range<usize>, Range<usize>)> {
    let long = old.len().max(new.len()) > AT_ONCE;
    let shorter = if long { old.len().min(new.len()) } else { 0 };
    let head = old.iter().zip(new).take(shorter).take_while(|(one, other)| one == other).count();
    let ends = old.iter().rev().zip(new.iter().rev());
    let tail = ends.take(shorter - head).take_while(|(one, other)| one == other).count();
    let (old_to, new_to) = (old.len() - tail, new.len() - tail);
    let mut steps = vec![];
    if head > 0 {
        steps.push((true, 0..head, 0..head));
    }
    // Longer stretches are weighed a part at a time, in order.
    let most = if long { PART } else { AT_ONCE };
    let parts = (old_to - head).max(new_to - head).div_ceil(most);
    let edge = |to: usize, part: usize| head + (to - head) * part / parts.max(1);
    for part in 0..parts {
        let (old_from, new_from) = (edge(old_to, part), edge(new_to, part));
        let olds = old.get(old_from..edge(old_to, part + 1)).unwrap_or_default();
        let news = new.get(new_from..edge(new_to, part + 1)).unwrap_or_default();
        for op in capture_diff_slices(Algorithm::Myers, olds, news) {
            let (tag, a, b) = op.as_tag_tuple();
            let a = old_from + a.start..old_from + a.end;
            let b = new_from + b.start..new_from + b.end;
            steps.push((tag == DiffTag::Equal, a, b));
        }
    }
    if tail > 0 {
        steps.push((true, old_to..old.len(), new_to..new.len()));
    }
    steps
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_of_a_book_is_compared_in_parts_and_nothing_is_lost() {
        // Two long lines of few words in ever other order: the worst there is for the search of what they share.
        let line = |seed: u32| -> Vec<u32> {
            let next = |n: &u32| Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
            std::iter::successors(Some(seed), next).map(|n| n >> 30).take(12_000).collect()
        };
        let (old, mut new) = (line(1), line(2));
        new.truncate(10_000);
        let steps = steps(&old, &new);
        let (mut olds, mut news, mut same) = (0, 0, 0);
        for (equal, a, b) in steps {
            assert_eq!((a.start, b.start), (olds, news), "in order and without a gap");
            if equal {
                assert_eq!(old.get(a.clone()), new.get(b.clone()));
                same += a.len();
            }
            (olds, news) = (a.end, b.end);
        }
        assert_eq!((olds, news), (old.len(), new.len()));
        assert!(same > 4_000, "{same} words were found again");
    }

    #[test]
    fn what_is_the_same_at_both_ends_is_not_searched() {
        let long: Vec<u32> = (0..100_000).collect();
        let mut other = long.clone();
        other[50_000] = 7;
        other.insert(50_001, 8);
        assert_eq!(
            steps(&long, &other),
            [
                (true, 0..50_000, 0..50_000),
                (false, 50_000..50_001, 50_000..50_002),
                (true, 50_001..100_000, 50_002..100_001)
            ]
        );
        assert_eq!(steps(&long, &long), [(true, 0..100_000, 0..100_000)]);
        assert_eq!(steps(&[], &[]), []);
        assert_eq!(steps(&[1], &[]), [(false, 0..1, 0..0)]);
    }
}
