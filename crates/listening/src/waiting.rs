//! What of the listening waits for somebody.

use crate::store;
use db::Look;
use kernel::{Action, Failure, Thing, role_table};

/// How many things wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Hot spots nobody has taken notice of.
    pub unseen: u64,
    /// Hot spots one's unit was asked about.
    pub asked: u64,
    /// Hot spots one was told of and has not looked at.
    pub told: u64,
}

/// What waits for who looks.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let Some(me) = look.actor().person() else { return Ok(Waiting::default()) };
    let mut waiting = Waiting::default();
    if look.may(Action::HandleHotSpot, Thing::House).is_ok() {
        waiting.unseen = u64::try_from(store::spots::count_unseen(look.db()).await?).unwrap_or(0);
    }
    waiting.told = u64::try_from(store::alerts::unseen(look.db(), me.id).await?).unwrap_or(0);
    let units = me.reach(role_table(Action::AnswerHotSpot));
    waiting.asked =
        u64::try_from(store::spots::count_assigned(look.db(), units.as_deref()).await?).unwrap_or(0);
    Ok(waiting)
}

/// When an answer of the agency to a hot spot last became public.
///
/// # Errors
/// When the database does not answer.
pub async fn last_answered(db: &impl db::ConnectionTrait) -> Result<Option<kernel::Moment>, Failure> {
    Ok(store::spots::last_answered(db).await?)
}
