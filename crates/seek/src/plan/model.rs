//! What an index is asked, in words any engine can carry out.

use crate::analyse::{folded, pairs_up};
use crate::rank::Weights;

/// Where a term of an entry stands; each is an index of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Words of the whole text as written, with their places.
    Accented,
    /// Words of the whole text without diacritics.
    Folded,
    /// Neighbours in the whole text, without diacritics, `họp báo` as `hop bao`.
    Pairs,
    /// Words of the title in all forms.
    Title,
    /// Words of the names in all forms.
    Names,
    /// Parts and beginnings of numbers and symbols.
    Symbols,
    /// Values of facets.
    Filed,
}

/// A term in its part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Which part.
    pub part: Part,
    /// As it stands there.
    pub text: String,
}

/// Which entries match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Every entry.
    All,
    /// None.
    None,
    /// Those with the term.
    Term(Term),
    /// Those with accented terms at these places, counted from any first.
    Phrase(Vec<(usize, String)>),
    /// Those that match each.
    Both(Vec<Match>),
    /// Those that match any.
    Either(Vec<Match>),
}

impl Match {
    /// The same without places: words of a phrase, and the pairs they make. Everything that matches matches this too.
    #[must_use]
    pub fn loosely(&self) -> Self {
        match self {
            Self::Phrase(row) => {
                let of = |part, text: &str| Self::Term(Term { part, text: text.to_owned() });
                let words = row.iter().map(|(_, text)| of(Part::Accented, text));
                let pairs = row.iter().zip(row.iter().skip(1)).filter_map(|(a, b)| {
                    let (first, second) = (folded(&a.1), folded(&b.1));
                    let beside = a.0 + 1 == b.0 && pairs_up(&first) && pairs_up(&second);
                    beside.then(|| of(Part::Pairs, &format!("{first} {second}")))
                });
                Self::Both(words.chain(pairs).collect())
            }
            Self::Both(list) => Self::Both(list.iter().map(Self::loosely).collect()),
            Self::Either(list) => Self::Either(list.iter().map(Self::loosely).collect()),
            other => other.clone(),
        }
    }
}

/// A term that makes an entry better.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The term.
    pub term: Term,
    /// What its whole BM25 score is multiplied by.
    pub weight: f32,
}

/// What is asked of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Which entries match.
    pub matching: Match,
    /// Which do not although they match.
    pub without: Vec<Match>,
    /// What they are weighed by; each term once.
    pub scored: Vec<Scored>,
    /// Whether each of many words alone is enough.
    pub any: bool,
    /// How they are weighed.
    pub weights: Weights,
}
