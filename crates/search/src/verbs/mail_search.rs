//! Be told by mail, once a day, what is new in a search one keeps; or no longer.

use crate::store;
use db::Cx;
use kernel::{Action, Failure, SavedSearchId, Thing};

/// Switches the letter for one search on or off.
///
/// # Errors
/// Not found when it is somebody else's.
pub(crate) async fn mail_search(cx: &mut Cx, id: SavedSearchId, on: bool) -> Result<(), Failure> {
    cx.may(Action::EnterDesk, Thing::House)?;
    let person = cx.person()?;
    let mine = store::saved(cx.tx(), person).await?;
    if !mine.iter().any(|row| row.id == id) {
        return Err(Failure::NotFound);
    }
    Ok(store::mail(cx.tx(), id, person, on.then(|| cx.now())).await?)
}
