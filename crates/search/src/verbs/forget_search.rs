//! Forget a search one kept.

use crate::store;
use db::Cx;
use kernel::{Failure, SavedSearchId};

/// Forgets it.
///
/// # Errors
/// Not found when it is somebody else's.
pub(crate) async fn forget_search(cx: &mut Cx, id: SavedSearchId) -> Result<(), Failure> {
    let person = cx.person()?;
    match store::forget(cx.tx(), id, person).await? {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}
