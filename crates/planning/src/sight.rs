//! Who sees which plans and lines: a unit its own and what it supports, leaders and the focal point all, guests the campaign
//! they were invited to (the same rule as `kernel::can` on shared work, for lists).

use crate::Lineage;
use kernel::{Action, Actor, Failure, PersonId, Refusal, Thing, UnitId, can, role_table};

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
    pub(crate) fn of(actor: &Actor, lineage: &Lineage) -> Self {
        let reach = |action| match actor {
            Actor::Machine(_) => None,
            Actor::Visitor => Some(Vec::new()),
            Actor::Person(who) => who.reach(role_table(action)).map(|units| lineage.with_past(&units)),
        };
        Self { units: reach(Action::ReadWork), me: actor.id(), appraises: reach(Action::Appraise) }
    }

    /// Whether they see everything.
    pub(crate) fn is_whole(&self) -> bool {
        self.units.is_none()
    }
}

/// Whether somebody may do something for one of these units.
pub(crate) fn may_for(actor: &Actor, action: Action, units: &[UnitId]) -> Result<(), Failure> {
    let allowed = units.iter().any(|unit| can(actor, action, Thing::Unit(*unit)).is_ok());
    if allowed {
        return Ok(());
    }
    match actor {
        Actor::Visitor => Err(Failure::SignIn),
        _ => Err(Failure::Forbidden(Refusal::new("denied-unit"))),
    }
}
