//! Pause, resume, extend, drop: what people may do to a clock, each with its reason in the ledger.

use crate::Rules;
use crate::running::lock;
use crate::store;
use clocks::Step;
use db::Cx;
use kernel::{Action, ClockEvent, ClockId, Failure, Thing};

const LONGEST_REASON: usize = 1000;

fn reason(text: &str) -> Result<String, Failure> {
    typed::reason("reason", text, LONGEST_REASON, "refused-clock-reason")
}

/// Lets a clock stand still, where its rule allows it.
///
/// # Errors
/// Refused without a reason, or when it cannot stand still.
pub async fn pause(cx: &mut Cx, rules: &Rules, id: ClockId, why: &str) -> Result<(), Failure> {
    cx.may(Action::RunClocks, Thing::House)?;
    let why = reason(why)?;
    step(cx, rules, id, Step::Pause(why.clone())).await?;
    cx.record(ClockEvent::Paused { clock: id, reason: why });
    Ok(())
}

/// Lets it go on.
///
/// # Errors
/// Refused when it does not stand still.
pub async fn resume(cx: &mut Cx, rules: &Rules, id: ClockId) -> Result<(), Failure> {
    cx.may(Action::RunClocks, Thing::House)?;
    step(cx, rules, id, Step::Resume).await?;
    cx.record(ClockEvent::Resumed { clock: id });
    Ok(())
}

/// Gives it the rule's one extension.
///
/// # Errors
/// Refused without a reason, a second time, when the time is up, or when the rule knows none.
pub async fn extend(cx: &mut Cx, rules: &Rules, id: ClockId, why: &str) -> Result<(), Failure> {
    cx.may(Action::RunClocks, Thing::House)?;
    let why = reason(why)?;
    step(cx, rules, id, Step::Extend(why.clone())).await?;
    cx.record(ClockEvent::Extended { clock: id, reason: why });
    Ok(())
}

async fn step(cx: &Cx, rules: &Rules, id: ClockId, step: Step) -> Result<(), Failure> {
    let book = rules.book(cx.tx()).await?;
    let mut running = lock(cx, id).await?;
    running.take(&book, step, cx.now())?;
    running.update(cx, &book).await
}

/// Drops a clock that has no object: started in error, or what it was about is no more.
///
/// # Errors
/// Refused without a reason.
pub async fn drop_clock(cx: &mut Cx, id: ClockId, why: &str) -> Result<(), Failure> {
    cx.may(Action::RunClocks, Thing::House)?;
    let why = reason(why)?;
    let mut running = lock(cx, id).await?;
    running.row.state = "dropped".to_owned();
    running.row.ended_at = Some(cx.now());
    running.row.why.clone_from(&why);
    store::update(cx.tx(), &running.row).await?;
    jobs::forget(cx.tx(), crate::running::DUE_TOPIC, &id.to_string()).await?;
    cx.record(ClockEvent::Dropped { clock: id, reason: why });
    Ok(())
}
