//! What was done with a thing, as every house's timeline shows it (`ui::event`): from the ledger, newest first.

use crate::Page;
use db::{ConnectionTrait, Entry};
use kernel::{Failure, PersonId};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The class of its chip.
    pub state: &'static str,
    /// Who did it.
    pub who: String,
    /// What it was.
    pub what: String,
    /// When, for machines.
    pub iso: String,
    /// When, for people.
    pub when: String,
    /// What was said with it.
    pub note: String,
}

impl Deed {
    fn of(p: &Page, entry: &Entry, person: &impl Fn(PersonId) -> String) -> Self {
        Self {
            state: "comment",
            who: entry.actor.map_or_else(|| p.t("history-machine"), |id| person(PersonId(id))),
            what: p.t(&format!("event-{}", entry.action)),
            iso: p.format.iso(entry.at),
            when: p.format.stamp(entry.at),
            note: String::new(),
        }
    }

    /// With the class of its chip.
    #[must_use]
    pub fn shaped(mut self, state: &'static str) -> Self {
        self.state = state;
        self
    }

    /// With more of what it was, if there is more.
    #[must_use]
    pub fn with(mut self, more: &str) -> Self {
        if !more.is_empty() {
            self.what = format!("{} · {more}", self.what);
        }
        self
    }

    /// With the first of these words that says anything.
    #[must_use]
    pub fn noted<const N: usize>(mut self, words: [String; N]) -> Self {
        self.note = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        self
    }
}

/// Everything that was done with a thing, the newest first. `person` names people; `told` adds to each deed what its
/// entry of the ledger keeps beside it, read as `D`.
///
/// # Errors
/// When the database does not answer.
pub async fn deeds<D: DeserializeOwned + Default>(
    p: &Page,
    db: &impl ConnectionTrait,
    thing: Uuid,
    person: impl Fn(PersonId) -> String,
    told: impl Fn(&Entry, D, Deed) -> Deed,
) -> Result<Vec<Deed>, Failure> {
    let entries = db::entries_of(db, thing).await?;
    let deeds = entries.iter().rev().map(|entry| {
        // What an entry keeps differs by action: what does not fit is not shown, the deed is.
        let detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        told(entry, detail, Deed::of(p, entry, &person))
    });
    Ok(deeds.collect())
}
