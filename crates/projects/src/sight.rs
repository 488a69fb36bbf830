//! Who sees which projects: the units whose work one reads, those that ended in them too.

use kernel::{Action, Actor, UnitId};

/// What somebody sees of projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The units whose projects they see; `None` is the whole agency.
    pub(crate) units: Option<Vec<UnitId>>,
}

impl Sight {
    /// What `actor` sees.
    pub(crate) fn of(actor: &Actor) -> Self {
        let units = match actor {
            Actor::Machine(_) => None,
            Actor::Visitor => Some(Vec::new()),
            Actor::Person(who) => who.reach_of(Action::ReadWork),
        };
        Self { units }
    }
}
