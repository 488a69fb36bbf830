//! Rebuild: every node makes its index anew beside the one in use.

use crate::store;
use db::Cx;
use kernel::{Action, Failure, Thing};

/// Asks for it; each node hears of it within a second.
///
/// # Errors
/// When the asker may not administer, or the database does not answer.
pub async fn ask_rebuild(cx: &Cx) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    Ok(store::ask_rebuild(cx.tx()).await?)
}
