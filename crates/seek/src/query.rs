//! What a reader typed, understood: words, phrases, what to leave out, fields, dates. Nothing is ever refused.

mod fields;
mod parse;
#[cfg(test)]
mod tests;

use viet::dates::Date;

use crate::entry::Facet;

pub use parse::parse;

/// A query, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What a result must meet, all of it.
    pub clauses: Vec<Clause>,
    /// The days results lie on, both included.
    pub days: Days,
    /// What was typed and not heeded.
    pub notes: Vec<Note>,
}

/// A demand on results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// This.
    Want(Sought),
    /// Not this.
    Without(Sought),
    /// One of these at least (`a OR b`, `a HOẶC b`).
    Either(Vec<Sought>),
}

/// A thing sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// A word as typed.
    Word(String),
    /// Words next to each other, in this order.
    Phrase(String),
    /// A number or symbol of a document, or half of one.
    Symbol(String),
    /// Words in the title.
    Titled(String),
    /// Things filed under a value of a facet.
    Filed(Facet, String),
}

/// A span of days; an end that is missing is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Days {
    /// The days of both spans.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let later = |a: Option<Date>, b: Option<Date>| a.into_iter().chain(b).max();
        let earlier = |a: Option<Date>, b: Option<Date>| a.into_iter().chain(b).min();
        Self { from: later(self.from, other.from), to: earlier(self.to, other.to) }
    }

    /// Whether it holds every day.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// What was typed and not heeded, for the page to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The text was longer than [`Limits::chars`]; the rest was not read.
    TooLong,
    /// There were more than [`Limits::terms`] words; the rest was not sought.
    TooManyTerms,
    /// A quotation mark that nothing closes; the phrase was taken to go on to the end.
    OpenQuote,
    /// Neither a day nor a period: it was sought as a word.
    NoDate(String),
    /// `từ:` after `đến:`: no day lies between.
    NoDays,
}

/// How much of a query is heeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Characters read.
    pub chars: usize,
    /// Words sought.
    pub terms: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { chars: 512, terms: 32 }
    }
}

impl Limits {
    /// For texts that are given whole as queries, as an evaluation does.
    pub const WIDE: Self = Self { chars: 8192, terms: 512 };
}

impl Query {
    /// Whether nothing is sought by words.
    #[must_use]
    pub fn is_wordless(&self) -> bool {
        self.clauses.iter().all(|c| matches!(c, Clause::Want(Sought::Filed(..)) | Clause::Without(_)))
    }

    /// Words wanted one by one, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.clauses.iter().filter_map(|c| match c {
            Clause::Want(Sought::Word(word)) => Some(word.as_str()),
            _ => None,
        })
    }
}
