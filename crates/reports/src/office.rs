//! What this house asks of the others. The roof has the one implementation.

use async_trait::async_trait;
use db::Look;
use jiff::civil::Date;
use kernel::{Failure, PersonId, ThingRef, UnitId};
use std::collections::HashMap;

/// The rest of the house.
#[async_trait]
pub trait Office: Send + Sync {
    /// Names of units, those that ended too, and of colleagues.
    async fn names(&self) -> Result<Names, Failure>;
    /// The units of today that report, in the order people know.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// In whose name the house speaks.
    async fn agency(&self) -> Result<Agency, Failure>;
    /// Which unit each of these is of; things of the agency as a whole are left out.
    async fn units_of(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, UnitId>, Failure>;
    /// What blocked the work of units between two days, the oldest first.
    async fn obstacles(&self, first: Date, last: Date) -> Result<Vec<Obstacle>, Failure>;
    /// Lines of plans that are due or begin between two days, by day.
    async fn planned(&self, first: Date, last: Date) -> Result<Vec<Planned>, Failure>;
    /// How the work of units stands, for those who look: lines of plans and assignments due between two days.
    async fn work(&self, look: &Look, first: Date, last: Date) -> Result<Vec<Work>, Failure>;
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of units.
    pub units: HashMap<UnitId, String>,
    /// Of people.
    pub people: HashMap<PersonId, String>,
}

impl Names {
    /// Of a unit; empty for none.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> String {
        self.units.get(&id).cloned().unwrap_or_default()
    }

    /// Of a person; empty for the machine.
    #[must_use]
    pub fn person(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.people.get(&id).cloned()).unwrap_or_default()
    }
}

/// The agency as its papers name it.
#[derive(Debug, Clone, Default)]
pub struct Agency {
    /// Its full name.
    pub name: String,
    /// The body above it, if any.
    pub over: String,
    /// Where it is.
    pub place: String,
    /// Its abbreviation in numbers of papers.
    pub symbol: String,
}

/// What blocked a unit's work.
#[derive(Debug, Clone)]
pub struct Obstacle {
    /// The thing.
    pub thing: ThingRef,
    /// Whose work.
    pub unit: UnitId,
    /// What blocked it.
    pub what: String,
    /// What the unit proposes.
    pub proposal: String,
    /// Whether it still does.
    pub open: bool,
}

/// A line of a plan.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The thing.
    pub thing: ThingRef,
    /// Who leads.
    pub unit: UnitId,
    /// What.
    pub title: String,
    /// By when.
    pub due: Option<Date>,
    /// Whether it stands in a plan that nobody has approved yet.
    pub draft: bool,
}

/// How one piece of work stands.
#[derive(Debug, Clone)]
pub struct Work {
    /// The thing.
    pub thing: ThingRef,
    /// Whose work.
    pub unit: UnitId,
    /// What.
    pub title: String,
    /// By when.
    pub due: Option<Date>,
    /// How it stands.
    pub standing: Standing,
    /// Its page.
    pub href: String,
}

/// How a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Its day is past and it is not done.
    Late,
    /// Something blocks it.
    Blocked,
    /// It goes on.
    Open,
    /// It is done.
    Done,
}

impl Standing {
    /// The name in locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Blocked => "blocked",
            Self::Open => "open",
            Self::Done => "done",
        }
    }
}
