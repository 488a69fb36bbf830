//! What is asked of a search engine and what it answers.

use std::collections::BTreeMap;
use std::ops::Range;

use viet::dates::Date;

use crate::entry::Facet;
use crate::query::{Days, Limits, Note};

/// A search.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What was typed.
    pub text: String,
    /// Values chosen beside it: any of a facet's, in every facet named.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Days chosen beside it.
    pub days: Days,
    /// In which order.
    pub order: Order,
    /// How many results, at most [`Ask::MOST`].
    pub size: usize,
    /// [`Answer::next`] of the page before.
    pub after: Option<String>,
    /// Facets whose values are counted.
    pub count: Vec<Facet>,
    /// Whether titles and excerpts are wanted, or ids alone.
    pub show: bool,
    /// Which documents match.
    pub breadth: Breadth,
    /// The asker's day: for dates without a year, and for the age of things.
    pub today: Option<Date>,
    /// How much of the text is heeded.
    pub limits: Limits,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            text: String::new(),
            filters: BTreeMap::new(),
            days: Days::default(),
            order: Order::Relevance,
            size: 10,
            after: None,
            count: Vec::new(),
            show: true,
            breadth: Breadth::Auto,
            today: None,
            limits: Limits::default(),
        }
    }
}

impl Ask {
    /// Results of the largest page.
    pub const MOST: usize = 200;

    /// A search for a text, all else as usual.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// In which order results come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first; what has no date comes last.
    Newest,
}

/// How many of the words a result must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Breadth {
    /// All, unless the text is a whole sentence or question, or nothing has all of them.
    #[default]
    Auto,
    /// All.
    All,
    /// Any; those with more and rarer ones come first.
    Any,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// One page.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// How many have each value of the facets asked for, most first. The filter of a facet does not narrow
    /// its own counts, so that another value can be chosen.
    pub counts: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Give it as [`Ask::after`] for the next page; nothing when this is the last.
    pub next: Option<String>,
    /// Nothing has all the words; these results have some.
    pub partial: bool,
    /// How the text was read where it was taken for Telex or VNI typing.
    pub read_as: Option<String>,
    /// Another text that finds something, when this one finds nothing.
    pub did_you_mean: Option<String>,
    /// The list the cursor was given for is no longer kept: this page follows its order as well as it can.
    pub moved: bool,
    /// What was not heeded.
    pub notes: Vec<Note>,
}

/// One result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hit {
    /// The caller's id.
    pub id: String,
    /// Its title.
    pub title: Marked,
    /// The sentence of its summary or text that answers best.
    pub excerpt: Marked,
}

/// A text, and the parts of it that were sought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// As it was given, composed or not.
    pub text: String,
    /// Byte ranges in `text`, in order, apart from each other, never inside a letter with its marks.
    pub marks: Vec<Range<usize>>,
}

/// A completion of what is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to put in the box.
    pub text: String,
    /// The entry of this title, when it is a whole title.
    pub id: Option<String>,
}
