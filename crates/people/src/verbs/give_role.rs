//! Give a person a role, or take it back.

use crate::store;
use db::Cx;
use kernel::{Action, Day, Failure, PeopleEvent, PersonId, Role, Thing, UnitId};

/// Gives `role` for `unit` and all below it, or for the whole agency without one.
///
/// # Errors
/// Forbidden to all but administrators.
pub async fn give_role(
    cx: &mut Cx,
    person: PersonId,
    role: Role,
    unit: Option<UnitId>,
    term: (Option<Day>, Option<Day>),
) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let (from, to) = (term.0.map(|day| day.to_string()), term.1.map(|day| day.to_string()));
    store::insert_role(cx.tx(), person, role, unit, from.as_deref(), to.as_deref()).await?;
    cx.record(PeopleEvent::RoleGiven { person, role, unit });
    Ok(())
}

/// Takes a role back. Open sessions lose it with their next request.
///
/// # Errors
/// Not found when the person did not hold it; forbidden to all but administrators.
pub async fn withdraw_role(
    cx: &mut Cx,
    person: PersonId,
    role: Role,
    unit: Option<UnitId>,
) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if store::end_role(cx.tx(), person, role, unit).await? == 0 {
        return Err(Failure::NotFound);
    }
    cx.record(PeopleEvent::RoleWithdrawn { person, role, unit });
    Ok(())
}
