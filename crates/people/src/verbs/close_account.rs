//! Close an account: the person has left; what they did stays under their name.

use crate::store;
use db::Cx;
use kernel::{Action, Failure, PeopleEvent, PersonId, Thing};

/// Closes the account; every session of the person ends.
///
/// # Errors
/// Not found when there is no such person or they have left already; forbidden to all but administrators.
pub async fn close_account(cx: &mut Cx, person: PersonId) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if store::set_left(cx.tx(), person, cx.now()).await? == 0 {
        return Err(Failure::NotFound);
    }
    store::delete_sessions_of(cx.tx(), person).await?;
    cx.record(PeopleEvent::PersonLeft { person });
    Ok(())
}
