//! Text cut once into what is indexed: syllables as written, syllables without diacritics, pairs of those.

mod stream;
mod symbols;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use viet::fold::fold_lower;
use viet::terms::{Field, Term, terms};
use viet::tokens::{Kind, tokens};

pub(crate) use stream::{Paired, Streamed, Streams, short_stream};
pub(crate) use symbols::{symbol_parts, symbol_terms};

/// Longer terms are data, not words; they are neither indexed nor sought.
const LONGEST_TERM: usize = 80;

/// Marks a folded form where both forms share a field.
pub(crate) const FOLDED: char = '~';
/// Marks a pair there.
pub(crate) const PAIR: char = '=';

/// Terms of a text as indexed: accented, none too long.
pub(crate) fn usable(text: &str) -> std::vec::IntoIter<Term> {
    let mut all = Vec::new();
    each(text, &mut |part| {
        all.push(Term {
            text: part.accented.to_owned(),
            position: part.place,
            start: part.start,
            end: part.end,
        });
    });
    all.into_iter()
}

/// A term of a text.
struct Part<'a> {
    accented: &'a str,
    folded: &'a str,
    place: usize,
    start: usize,
    end: usize,
}

/// Words whose forms are remembered, a thread. A language has fewer syllables; names come and go.
const KNOWN: usize = 40_000;

/// The accented and the folded form of a word as it was written.
type Forms = HashMap<Box<str>, (Box<str>, Box<str>)>;

thread_local! {
    static FORMS: RefCell<Forms> = RefCell::default();
}

/// Gives every term of a text as `viet::terms` does, with the forms of words it has met before from memory.
fn each(text: &str, take: &mut dyn FnMut(Part<'_>)) {
    FORMS.with_borrow_mut(|known| {
        for (place, token) in tokens(text).enumerate() {
            let word = token.text(text);
            if matches!(token.kind, Kind::Punctuation | Kind::Other) || word.contains(stream::SEPARATORS) {
                continue;
            }
            let (start, end) = (token.start, token.end);
            if token.kind != Kind::Word {
                for term in terms(word, Field::Accented).filter(|t| t.text.len() <= LONGEST_TERM) {
                    let plain = folded(&term.text);
                    let (from, to) = (start + term.start, start + term.end);
                    take(Part { accented: &term.text, folded: &plain, place, start: from, end: to });
                }
            } else if let Some((accented, folded)) = known.get(word) {
                take(Part { accented, folded, place, start, end });
            } else if let Some(term) =
                terms(word, Field::Accented).next().filter(|t| t.text.len() <= LONGEST_TERM)
            {
                let plain = folded(&term.text);
                take(Part { accented: &term.text, folded: &plain, place, start, end });
                if known.len() >= KNOWN {
                    known.clear();
                }
                known.insert(word.into(), (term.text.as_str().into(), plain.as_ref().into()));
            }
        }
    });
}

/// Whether pairs are made with it: numbers beside words would be half of all pairs and are hardly sought.
pub(crate) fn pairs_up(folded: &str) -> bool {
    !folded.bytes().any(|b| b.is_ascii_digit())
}

/// A term without diacritics.
pub(crate) fn folded(term: &str) -> Cow<'_, str> {
    if term.is_ascii() { Cow::Borrowed(term) } else { Cow::Owned(fold_lower(term)) }
}
