//! Raise: a person sees that a thread matters before the counts do.

use super::detect::fresh;
use crate::hot_spot::{Severity, State};
use crate::reason::Reason;
use crate::store::{self, spots};
use db::Cx;
use kernel::{Action, Failure, HotSpotId, ListeningEvent, Refusal, Thing, ThreadId};
use typed::words;

/// Raises a thread by hand. Who raises it has taken notice of it; leaders are told.
///
/// # Errors
/// Refused without a reason, or when the thread has an open hot spot.
pub async fn raise_by_hand(cx: &mut Cx, thread: ThreadId, reason: &str) -> Result<HotSpotId, Failure> {
    cx.may(Action::HandleHotSpot, Thing::House)?;
    let reason = words("reason", reason, 500)?;
    let known = store::threads::thread(cx.tx(), thread).await?.ok_or(Failure::NotFound)?;
    let mut against = Vec::new();
    if reason.is_empty() {
        against.push(Refusal::field("reason", "refused-reason"));
    }
    if known.into_thread.is_some() || spots::open_of(cx.tx(), thread).await?.is_some() {
        against.push(Refusal::new("refused-spot-open"));
    }
    Failure::unless(against)?;
    let person = cx.person()?;
    let mut row = fresh(cx, thread, Severity::Urgent, &Reason::by_hand(&reason), Some(person));
    State::Acknowledged.name().clone_into(&mut row.state);
    (row.acked_at, row.acked_by) = (Some(cx.now()), Some(person));
    spots::put(cx.tx(), &row).await?;
    let mentions = store::mentions::of_thread(cx.tx(), thread, 50).await?;
    let evidence: Vec<_> = mentions.into_iter().map(|mention| mention.id).collect();
    spots::add_evidence(cx.tx(), row.id, &evidence).await?;
    cx.record(ListeningEvent::HotSpotRaised { hot_spot: row.id, thread, reason });
    Ok(row.id)
}
