//! Meet: the promise was kept, in time or too late.

use crate::Rules;
use crate::running::open_of;
use clocks::Step;
use db::Cx;
use kernel::{ClockEvent, Failure, Moment, ThingRef};

/// Records that what a rule demands of a thing was done now. Nothing happens when no such clock runs. `rule` may be empty:
/// every clock that runs on the thing.
///
/// # Errors
/// When the database does not answer.
pub async fn meet(cx: &mut Cx, rules: &Rules, on: ThingRef, rule: &str) -> Result<bool, Failure> {
    let now = cx.now();
    meet_at(cx, rules, on, rule, now).await
}

/// The same for what was done at an instant, never before the newest that is recorded of the clock.
///
/// # Errors
/// Refused when something later has been recorded already.
pub async fn meet_at(
    cx: &mut Cx,
    rules: &Rules,
    on: ThingRef,
    rule: &str,
    at: Moment,
) -> Result<bool, Failure> {
    let book = rules.book(cx.tx()).await?;
    let mut met = false;
    for mut running in open_of(cx, on).await? {
        if !rule.is_empty() && running.row.rule != rule {
            continue;
        }
        running.take(&book, Step::Meet, at)?;
        running.update(cx, &book).await?;
        let in_time = running.clock.was_in_time();
        let (clock, rule) = (running.row.id, running.row.rule.clone());
        cx.record(ClockEvent::Met { clock, rule, on, in_time });
        met = true;
    }
    Ok(met)
}
