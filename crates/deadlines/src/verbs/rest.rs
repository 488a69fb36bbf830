//! Rest and wake: what was promised has been handed in and waits for another's word; until that comes, no time runs out.

use crate::Rules;
use crate::running::open_of;
use clocks::{State, Step};
use db::Cx;
use kernel::{ClockEvent, Failure, ThingRef};

/// Lets what runs under a rule on a thing stand still, as a consequence of what was done. What is over already, or may not
/// stand still, goes on as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn rest(cx: &mut Cx, rules: &Rules, on: ThingRef, rule: &str, why: &str) -> Result<(), Failure> {
    step(cx, rules, on, rule, Some(why)).await
}

/// Lets it go on.
///
/// # Errors
/// When the database does not answer.
pub async fn wake(cx: &mut Cx, rules: &Rules, on: ThingRef, rule: &str) -> Result<(), Failure> {
    step(cx, rules, on, rule, None).await
}

async fn step(
    cx: &mut Cx,
    rules: &Rules,
    on: ThingRef,
    rule: &str,
    why: Option<&str>,
) -> Result<(), Failure> {
    let book = rules.book(cx.tx()).await?;
    let now = cx.now();
    for mut running in open_of(cx, on).await? {
        if running.row.rule != rule {
            continue;
        }
        let clock = running.row.id;
        let state = running.clock.state();
        let in_time = running.row.late_from.is_some_and(|late_from| now < late_from);
        let event = match why {
            Some(why) if state == State::Running && in_time && running.rule(&book)?.pause => {
                running.take(&book, Step::Pause(why.to_owned()), now)?;
                ClockEvent::Paused { clock, reason: why.to_owned() }
            }
            None if state == State::Paused => {
                running.take(&book, Step::Resume, now)?;
                ClockEvent::Resumed { clock }
            }
            _ => continue,
        };
        running.update(cx, &book).await?;
        cx.record(event);
    }
    Ok(())
}
