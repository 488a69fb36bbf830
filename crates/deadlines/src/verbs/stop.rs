//! Stop: the thing is no more, so nothing of it is due.

use crate::running::{DUE_TOPIC, open_of};
use crate::store;
use db::Cx;
use kernel::{ClockEvent, Failure, ThingRef};

/// Drops every clock of a thing that still runs, as a consequence of what became of it. `rule` may be empty: all.
///
/// # Errors
/// When the database does not answer.
pub async fn stop(cx: &mut Cx, on: ThingRef, rule: &str, why: &str) -> Result<(), Failure> {
    for mut running in open_of(cx, on).await? {
        if !rule.is_empty() && running.row.rule != rule {
            continue;
        }
        running.row.state = "dropped".to_owned();
        running.row.ended_at = Some(cx.now());
        why.clone_into(&mut running.row.why);
        store::update(cx.tx(), &running.row).await?;
        jobs::forget(cx.tx(), DUE_TOPIC, &running.row.id.to_string()).await?;
        cx.record(ClockEvent::Dropped { clock: running.row.id, reason: why.to_owned() });
    }
    Ok(())
}
