//! Start: something happened from which a promise counts.

use crate::Rules;
use crate::running::Running;
use crate::store;
use db::Cx;
use kernel::{ClockEvent, ClockId, Failure, Moment, PersonId, ThingRef, UnitId};

/// A clock to be.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// The rule, such as `PN-16`.
    pub rule: &'a str,
    /// The thing that must be done in time.
    pub on: ThingRef,
    /// When that happened from which it counts; for a term before an event, when the event will be.
    pub start: Moment,
    /// The unit that must keep it.
    pub unit: Option<UnitId>,
    /// The person who must keep it.
    pub person: Option<PersonId>,
}

/// Starts a clock, as a consequence of something a person was allowed to do: nobody is asked again. None when no such rule
/// holds for this agency at that time, or when one of this rule runs on the thing or ended there: a promise once
/// kept stays kept. One that was dropped makes place for a new one.
///
/// # Errors
/// Refused when it would start in the future, or when its start was set back although the rule forbids it.
pub async fn start(cx: &mut Cx, rules: &Rules, wish: Start<'_>) -> Result<Option<ClockId>, Failure> {
    let book = rules.book(cx.tx()).await?;
    let Some(rule) = book.rule(wish.rule, wish.start) else { return Ok(None) };
    let before = store::of_things(cx.tx(), wish.on.kind, &[wish.on.id]).await?;
    if before.iter().any(|clock| clock.rule == rule.id && clock.state != "dropped") {
        return Ok(None);
    }
    let mut running = Running::new(rule, wish.on, wish.start, cx.now(), wish.unit, wish.person)?;
    running.insert(cx, &book).await?;
    let (clock, rule) = (running.row.id, running.row.rule.clone());
    let recorded_late = running.clock.recorded_late_by().is_some();
    cx.record(ClockEvent::Started { clock, rule, on: wish.on, start: wish.start, recorded_late });
    Ok(Some(clock))
}
