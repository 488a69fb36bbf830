//! End a rule of the agency's own: clocks that run under it run on, and no new one starts.

use crate::store;
use db::Cx;
use kernel::{Action, ClockEvent, Failure, RuleId, Thing, Zone};

/// Ends it with yesterday.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of ours, or ended.
pub async fn end_rule(cx: &mut Cx, zone: &Zone, id: RuleId) -> Result<(), Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let rules = store::own_rules(cx.tx()).await?;
    let rule = rules.into_iter().find(|rule| rule.id == id).ok_or(Failure::NotFound)?;
    let today = zone.day(cx.now());
    // A rule holds for one day at least: one set today ends with today.
    let began = crate::verbs::from_day(&rule.text).unwrap_or(today);
    let last = today.yesterday().unwrap_or(today).max(began);
    if store::end_rule(cx.tx(), id, &last.to_string()).await? == 0 {
        return Err(Failure::NotFound);
    }
    cx.record(ClockEvent::RuleEnded { rule: id, name: rule.name });
    Ok(())
}
