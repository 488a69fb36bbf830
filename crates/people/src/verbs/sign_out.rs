//! Sign out: the session is gone on the server too.

use crate::{session, store};
use db::Cx;
use kernel::{Failure, PeopleEvent};

/// Ends the session with this token.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out(cx: &mut Cx, token: &str) -> Result<(), Failure> {
    store::delete_session(cx.tx(), &session::token_hash(token)).await?;
    if let Some(person) = cx.actor().id() {
        cx.record(PeopleEvent::SignedOut { person });
    }
    Ok(())
}
