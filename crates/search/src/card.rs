//! A card: what can be found of one thing, and where it leads.

use kernel::{Moment, Zone};
use seek::{Entry, Facet, Freshness};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use viet::dates::Date;

/// What can be found of one thing. Written by the houses' reactions, in the transaction that changes the thing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Kind and id: `story:018f…`.
    pub key: String,
    /// Who may know of it; see [`crate::audience`].
    pub audience: Vec<String>,
    /// Its heading.
    pub title: String,
    /// The lines under it.
    pub summary: String,
    /// The rest of its text, plain.
    pub body: String,
    /// Numbers and symbols it goes by or cites.
    pub symbols: Vec<String>,
    /// Areas and bodies it names, by every name they have or had.
    pub names: Vec<String>,
    /// What it is sorted and counted by; values are words people read.
    pub facets: BTreeMap<Facet, Vec<String>>,
    /// Its date, as its readers call it.
    pub at: Option<Moment>,
    /// How it ages.
    pub freshness: Freshness,
    /// Keys of cards that go when this one goes, or no longer names them: pictures of a story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// The address it leads to.
    pub href: String,
    /// Where it stands, as the chip's class and locale key `state-…`; nothing where that says nothing.
    pub state: String,
    /// The locale key of where it stands, where that is not `state-` and the class.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub state_word: String,
}

impl Card {
    /// With one more value of a facet; an empty value is none.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facets.entry(facet).or_default().push(value);
        }
        self
    }

    /// Its first value of a facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &str {
        self.facets.get(&facet).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// As the engine takes it. `stamp` is the number of the change that wrote it.
    pub(crate) fn entry(self, stamp: u64, zone: &Zone) -> Entry {
        Entry {
            id: self.key,
            stamp,
            audience: self.audience,
            title: self.title,
            summary: self.summary,
            body: self.body,
            symbols: self.symbols,
            names: self.names,
            facets: self.facets,
            moment: self.at.and_then(|at| Some(seek::Moment { micros: at.0, day: day(zone, at)? })),
            freshness: self.freshness,
            held_back: 0,
        }
    }
}

/// The day of an instant, as the text engine counts days.
#[must_use]
pub fn day(zone: &Zone, at: Moment) -> Option<Date> {
    let day = zone.day(at);
    Date::new(i32::from(day.year()), u32::try_from(day.month()).ok()?, u32::try_from(day.day()).ok()?)
}
