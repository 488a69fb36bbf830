//! A search from the text typed to the page of results, over whatever holds the entries.

use std::collections::BTreeMap;

use viet::dates::Date;

use crate::ask::{Answer, Ask, Breadth, Hit, Order};
use crate::entry::Facet;
use crate::excerpt::{Lights, hit};
use crate::mend;
use crate::plan::{Plan, Term, plan};
use crate::query::{Days, Query, parse};
use crate::trouble::Trouble;

/// A text with this many words is a sentence, of which not every word must be found.
const SENTENCE: usize = 8;

/// What holds entries, as one search in the name of somebody asks it. Nothing its asker may not know of has any part
/// in what it answers.
pub trait Source {
    /// One page of what matches.
    ///
    /// # Errors
    /// Trouble of storage.
    fn find(&self, plan: &Plan, wanted: &Wanted<'_>) -> Result<Found, Trouble>;

    /// In how many visible entries each term stands, counted up to `most`.
    ///
    /// # Errors
    /// Trouble of storage.
    fn seen(&self, terms: &[Term], most: u64) -> Result<Vec<u64>, Trouble>;

    /// The newest visible entries whose titles have all the terms, and a term that begins with `begun`: at most `most`
    /// ids and titles, the newest first, equally new ones in an order that never changes.
    ///
    /// # Errors
    /// Trouble of storage.
    fn titled(
        &self,
        whole: &[Term],
        begun: Option<&Term>,
        most: usize,
    ) -> Result<Vec<(String, String)>, Trouble>;
}

/// What is wanted of the matches.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// How many.
    pub size: usize,
    /// In which order.
    pub order: Order,
    /// On which days.
    pub days: Days,
    /// Any of a facet's values, in every facet named.
    pub filters: &'a BTreeMap<Facet, Vec<String>>,
    /// Facets whose values are counted, each without its own filter.
    pub count: &'a [Facet],
    /// Where the page before ended; see [`crate::parts::Cursor`].
    pub after: Option<&'a str>,
    /// The asker's day, for the age of things.
    pub today: Option<Date>,
    /// Whether texts are wanted, or ids alone.
    pub show: bool,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// One page.
    pub entries: Vec<Shown>,
    /// How many there are in all.
    pub total: u64,
    /// Counts of the facets asked for, the commonest first, equal ones by name.
    pub counts: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Where this page ends, when there are more.
    pub next: Option<String>,
    /// The state the cursor was given for is no longer there.
    pub moved: bool,
}

/// An entry found; without texts when none were wanted.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Its text.
    pub body: String,
}

/// Searches a source.
///
/// # Errors
/// Trouble of storage; never because of the text.
pub fn answer(source: &dyn Source, ask: &Ask) -> Result<Answer, Trouble> {
    Search { source, ask }.answer()
}

/// A search under way.
pub(crate) struct Search<'a> {
    pub(crate) source: &'a dyn Source,
    ask: &'a Ask,
}

impl Search<'_> {
    fn answer(&self) -> Result<Answer, Trouble> {
        let query = parse(&self.ask.text, self.ask.today, self.ask.limits);
        let sentence = query.words().count() >= SENTENCE;
        let any = match self.ask.breadth {
            Breadth::Any => true,
            Breadth::All => false,
            Breadth::Auto => sentence,
        };
        let found = self.find(&query, any)?;
        if found.total > 0 {
            return Ok(self.show(&query, found, Answer::default()));
        }
        self.nothing(&query, any)
    }

    /// Nothing has all the words: other ways to read them, then some of the words.
    fn nothing(&self, query: &Query, any: bool) -> Result<Answer, Trouble> {
        if let Some(text) = mend::typed_keys(&self.ask.text, self.ask.limits) {
            let read = parse(&text, self.ask.today, self.ask.limits);
            let found = self.find(&read, any)?;
            if found.total > 0 {
                return Ok(self.show(&read, found, Answer { read_as: Some(text), ..Answer::default() }));
            }
        }
        let did_you_mean = mend::meant(self, query)?;
        let words = query.words().count();
        if self.ask.breadth == Breadth::Auto && words > 1 {
            let found = self.find(query, true)?;
            let answer = Answer { did_you_mean, partial: true, ..Answer::default() };
            return Ok(self.show(query, found, answer));
        }
        Ok(self.show(query, Found::default(), Answer { did_you_mean, ..Answer::default() }))
    }

    /// The texts of the newest visible entry that a query finds.
    pub(crate) fn newest(&self, query: &Query) -> Result<Option<Shown>, Trouble> {
        let wanted = Wanted {
            size: 1,
            order: Order::Newest,
            count: &[],
            after: None,
            show: true,
            ..self.wanted(query)
        };
        let found = self.source.find(&plan(query, false), &wanted)?;
        Ok(found.entries.into_iter().next())
    }

    /// How many visible entries a query finds.
    pub(crate) fn total(&self, query: &Query) -> Result<u64, Trouble> {
        let wanted = Wanted { size: 0, count: &[], after: None, show: false, ..self.wanted(query) };
        Ok(self.source.find(&plan(query, false), &wanted)?.total)
    }

    fn find(&self, query: &Query, any: bool) -> Result<Found, Trouble> {
        self.source.find(&plan(query, any), &self.wanted(query))
    }

    fn wanted(&self, query: &Query) -> Wanted<'_> {
        Wanted {
            size: self.ask.size.min(Ask::MOST),
            order: if query.is_wordless() { Order::Newest } else { self.ask.order },
            days: query.days.and(self.ask.days),
            filters: &self.ask.filters,
            count: &self.ask.count,
            after: self.ask.after.as_deref(),
            today: self.ask.today,
            show: self.ask.show,
        }
    }

    fn show(&self, query: &Query, found: Found, mut answer: Answer) -> Answer {
        let lights = Lights::of(query);
        for entry in found.entries {
            answer.hits.push(if self.ask.show {
                hit(entry, &lights)
            } else {
                Hit { id: entry.id, ..Hit::default() }
            });
        }
        answer.partial &= !answer.hits.is_empty();
        answer.total = found.total;
        answer.counts = found.counts;
        answer.next = found.next;
        answer.moved = found.moved;
        answer.notes.clone_from(&query.notes);
        answer
    }
}
