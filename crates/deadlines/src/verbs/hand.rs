//! Hand: somebody else must keep the promise.

use crate::running::open_of;
use crate::store;
use db::Cx;
use kernel::{Failure, PersonId, ThingRef, UnitId};

/// Says who must keep what runs on a thing, as a consequence of its being assigned.
///
/// # Errors
/// When the database does not answer.
pub async fn hand(
    cx: &Cx,
    on: ThingRef,
    unit: Option<UnitId>,
    person: Option<PersonId>,
) -> Result<(), Failure> {
    for mut running in open_of(cx, on).await? {
        (running.row.unit, running.row.person) = (unit.or(running.row.unit), person.or(running.row.person));
        store::update(cx.tx(), &running.row).await?;
    }
    Ok(())
}
