//! What a person can find: one entry a thing, with its words, its facets and who may know of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use viet::dates::Date;

/// What a thing is sorted and counted by. Values are the caller's keys, compared as they are; what people
/// type (`mục:"Giáo dục"`) is also met by its slug (`giao-duc`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// What it is: story, document, question, release, mention, plan, person, asset …
    Kind,
    /// The public site it stands on.
    Site,
    /// Its section.
    Section,
    /// The unit it comes from.
    Unit,
    /// The field it is about.
    Field,
    /// Its language, as `vi`.
    Language,
    /// Its column.
    Column,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 7] =
        [Self::Kind, Self::Site, Self::Section, Self::Unit, Self::Field, Self::Language, Self::Column];

    /// Its name in queries and counts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Site => "site",
            Self::Section => "section",
            Self::Unit => "unit",
            Self::Field => "field",
            Self::Language => "language",
            Self::Column => "column",
        }
    }
}

/// How fast a thing loses worth with age. It only orders what matches; nothing is ever hidden by age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Freshness {
    /// Never: documents in force, people, procedures.
    #[default]
    Timeless,
    /// Over years: questions and answers, plans.
    Slow,
    /// Over months: news, press mentions, notices.
    News,
}

/// When a thing became public or was last signed, whichever its readers call its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Microseconds since 1970, UTC: what results are sorted by.
    pub micros: i64,
    /// The day in the agency's own zone: what `từ:` and `đến:` compare.
    pub day: Date,
}

/// One thing that can be found.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The caller's id, unique over all kinds; at most [`Entry::LONGEST_ID`] bytes.
    pub id: String,
    /// The caller's version of it, for [`crate::Index::stamps`]; any number that changes when it does.
    pub stamp: u64,
    /// Who may know of it: opaque tokens as `public:site:main` or `unit:42`. An asker who holds any one of
    /// them sees the entry; with none of them it does not exist. An empty list hides it from everybody.
    pub audience: Vec<String>,
    /// Its heading.
    pub title: String,
    /// The lines under the heading.
    pub summary: String,
    /// The rest of its text, plain.
    pub body: String,
    /// Numbers and symbols it goes by: `121/LĐTBXH-VP`.
    pub symbols: Vec<String>,
    /// Areas and bodies it concerns, by every name they have or had.
    pub names: Vec<String>,
    /// What it is sorted and counted by.
    pub facets: BTreeMap<Facet, Vec<String>>,
    /// When, where it has a date.
    pub moment: Option<Moment>,
    /// How it ages.
    pub freshness: Freshness,
    /// How much it is held back in ranking, in percent: 0 for most things, 50 for those rarely meant.
    pub held_back: u8,
}

impl Entry {
    /// Bytes of the longest id.
    pub const LONGEST_ID: usize = 200;

    /// With one more value of a facet.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: impl Into<String>) -> Self {
        self.facets.entry(facet).or_default().push(value.into());
        self
    }
}

/// What happened to a thing.
#[derive(Debug, Clone)]
pub enum Change {
    /// It is new, or is now this.
    Put(Box<Entry>),
    /// It can no longer be found; the id.
    Remove(String),
}

/// The tokens somebody holds. Nothing without one of them influences any answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Held(Vec<String>);

impl Held {
    /// Tokens in any order, as often as they come.
    pub fn new(tokens: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut tokens: Vec<String> = tokens.into_iter().map(Into::into).collect();
        tokens.sort_unstable();
        tokens.dedup();
        Self(tokens)
    }

    /// The tokens in order, each once.
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        &self.0
    }
}
