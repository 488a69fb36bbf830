//! Who holds a role, and for what: whom letters about a unit's or the agency's business reach.

use crate::scope::Reach;
use crate::session::holds_on;
use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, Grant, PersonId, Role, UnitId};
use std::collections::BTreeSet;

/// For what somebody holds a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// For anything.
    Anywhere,
    /// For the agency.
    Agency,
    /// For this unit and perhaps others.
    Over(UnitId),
    /// In this very unit, or in one that came after it.
    In(UnitId),
}

/// Everyone who has not left and holds one of these roles on a day (ISO), each once.
///
/// # Errors
/// When the database does not answer.
pub async fn holders(
    db: &impl ConnectionTrait,
    today: &str,
    roles: &[Role],
    holding: Holding,
) -> Result<Vec<PersonId>, Failure> {
    let here: BTreeSet<PersonId> =
        store::people(db).await?.into_iter().filter(|row| row.left_at.is_none()).map(|row| row.id).collect();
    let reach = Reach::read(db, today.to_owned()).await?;
    let mut found = BTreeSet::new();
    for row in store::roles(db, None).await? {
        let Ok(role) = row.role.parse::<Role>() else { continue };
        let holds = roles.contains(&role)
            && here.contains(&row.person)
            && holds_on(today, row.valid_from.as_deref(), row.valid_to.as_deref());
        if holds && fits(&reach, role, row.unit, holding) {
            found.insert(row.person);
        }
    }
    Ok(found.into_iter().collect())
}

fn fits(reach: &Reach, role: Role, held: Option<UnitId>, holding: Holding) -> bool {
    match holding {
        Holding::Anywhere => true,
        Holding::Agency => reach.grant(role, held).is_for_the_agency(),
        Holding::Over(unit) => reach.grant(role, held).reaches(unit),
        Holding::In(unit) => held.is_some_and(|held| reach.was(held).contains(&unit)),
    }
}

impl Reach {
    /// A role held for a unit, or for the agency.
    pub(crate) fn grant(&self, role: Role, held: Option<UnitId>) -> Grant {
        Grant {
            role,
            covers: held.map(|unit| self.covered(unit)),
            agency: held.is_none_or(|unit| self.is_above_all(unit)),
            own: held.map_or_else(|| self.only(), |unit| self.was(unit)),
        }
    }
}
