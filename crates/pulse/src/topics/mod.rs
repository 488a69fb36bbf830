//! What an agency wants to hear about: queries, and the mentions that answer them with their evidence.
//!
//! | written | means |
//! |---|---|
//! | `lũ quét` | both words, anywhere, with or without diacritics |
//! | `"lũ quét"` | the row of words, with these diacritics |
//! | `~"lu quet"` | the row of words, with or without diacritics |
//! | `=lũ` | the word with these diacritics |
//! | `lũ AND đê`, `lũ VÀ đê`, `lũ đê` | both |
//! | `lũ OR bão`, `lũ HOẶC bão` | either |
//! | `lũ NOT phim`, `lũ KHÔNG phim`, `lũ -phim` | the first without the second |
//! | `đê NEAR/5 vỡ`, `đê GẦN/5 vỡ` | at most five words between them |
//! | `(lũ OR bão) đê` | brackets group |
//!
//! Case and the place of tone marks never matter. OR binds loosest, then AND, then NOT, then NEAR. Operators are
//! written in capitals. A word or a row of words for which the caller's table has other names finds these too.

mod matcher;
mod parser;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use matcher::{Field, Found, Matcher, Place, TopicNo};
pub use parser::parse;

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Any of these rows of words; more than one when the caller's table knows other names.
    Words(Vec<Row>),
    /// All of these.
    And(Vec<Query>),
    /// At least one of these.
    Or(Vec<Query>),
    /// Not this; stands only beside something positive.
    Not(Box<Query>),
    /// Both rows with at most so many words between them, in either order.
    Near {
        /// Words between them at most.
        distance: usize,
        /// One side.
        left: Vec<Row>,
        /// The other side.
        right: Vec<Row>,
    },
}

/// One or several words that must follow each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The words as they were typed.
    pub words: String,
    /// Whether diacritics must be the same.
    pub exact: bool,
}

/// Other names, by the words they stand for: abbreviations, persons in office, areas.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    table: BTreeMap<String, Vec<String>>,
}

impl Aliases {
    /// Makes `other` be found where `name` is asked for; call it both ways when it should work both ways.
    pub fn add(&mut self, name: &str, other: &str) {
        let others = self.table.entry(key(name)).or_default();
        if !others.iter().any(|o| o == other) {
            others.push(other.to_owned());
        }
    }

    /// Other names of what is asked for.
    #[must_use]
    pub fn of(&self, name: &str) -> &[String] {
        self.table.get(&key(name)).map_or(&[], Vec::as_slice)
    }
}

fn key(name: &str) -> String {
    viet::normalize::key(name).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Why a query was not understood, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} at byte {at}", self.key())]
pub struct Misread {
    /// Byte of the query.
    pub at: usize,
    /// What is wrong there.
    pub why: Why,
}

impl Misread {
    /// Key of the message for the person who types.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self.why {
            Why::Empty => "topic-empty",
            Why::TooLong => "topic-too-long",
            Why::TooDeep => "topic-too-deep",
            Why::QuoteOpen => "topic-quote-open",
            Why::BracketOpen => "topic-bracket-open",
            Why::BracketAlone => "topic-bracket-alone",
            Why::NothingBeside => "topic-nothing-beside",
            Why::OnlyNot => "topic-only-not",
            Why::Distance => "topic-distance",
            Why::NearWhat => "topic-near-what",
        }
    }
}

/// What can be wrong with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No words.
    Empty,
    /// Longer than [`LONGEST`] bytes.
    TooLong,
    /// Brackets in brackets more than [`DEEPEST`] times.
    TooDeep,
    /// A quotation mark that nothing closes.
    QuoteOpen,
    /// A bracket that nothing closes.
    BracketOpen,
    /// A closing bracket without its opening one.
    BracketAlone,
    /// An operator without something on each side.
    NothingBeside,
    /// Only what must not be there: that would be nearly every mention.
    OnlyNot,
    /// NEAR without a number from 1 to 100.
    Distance,
    /// NEAR beside something else than words.
    NearWhat,
}

/// Bytes of a query.
pub const LONGEST: usize = 8_000;
/// Brackets in brackets.
pub const DEEPEST: usize = 32;
