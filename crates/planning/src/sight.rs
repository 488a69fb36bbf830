//! Who sees which plans and lines: a unit its own and what it supports, leaders and the focal point all, guests the campaign
//! they were invited to (the same rule as `kernel::can` on shared work, for lists).

use kernel::{Action, Actor, PersonId, UnitId};

/// What somebody sees of plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The units whose work they see, those that ended in them too; `None` is the whole agency.
    pub(crate) units: Option<Vec<UnitId>>,
    /// Who they are, for what they were invited to by name.
    pub(crate) me: Option<PersonId>,
    /// The units for which they appraise.
    pub(crate) appraises: Option<Vec<UnitId>>,
}

impl Sight {
    /// What `actor` sees.
    pub(crate) fn of(actor: &Actor) -> Self {
        let reach = |action| match actor {
            Actor::Machine(_) => None,
            Actor::Visitor => Some(Vec::new()),
            Actor::Person(who) => who.reach_of(action),
        };
        Self { units: reach(Action::ReadWork), me: actor.id(), appraises: reach(Action::Appraise) }
    }

    /// Whether they see everything.
    pub(crate) fn is_whole(&self) -> bool {
        self.units.is_none()
    }
}
