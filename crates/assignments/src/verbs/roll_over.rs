//! Roll over: what is unfinished goes on in the next month, with a reason, and counted.

use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Day, Failure, Moment, Zone};

/// The last day of the month after the one a piece of work is due in, or after this month where that is later.
pub(crate) fn next_month(zone: &Zone, due: Moment, now: Moment) -> Option<Day> {
    let day = zone.day(due).max(zone.day(now));
    let next = day.first_of_month().checked_add(jiff::Span::new().months(1)).ok()?;
    Some(next.last_of_month())
}

/// Lets it go on until the end of the next month.
///
/// # Errors
/// Refused without a reason, or when it has no day or is not owed any more.
pub async fn roll_over(cx: &mut Cx, zone: &Zone, id: AssignmentId, why: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::Assign).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::RollOver, &facts)?;
    let why = reason("reason", why)?;
    let day = sheet.row.due.and_then(|due| next_month(zone, due, cx.now()));
    sheet.row.due = day.and_then(|day| zone.end_of(day));
    sheet.row.rolled = sheet.row.rolled.saturating_add(1);
    let row = sheet.save(cx, "roll-over", &why).await?;
    let event = AssignmentEvent::AssignmentRolledOver {
        assignment: id,
        unit: row.lead,
        person: row.person,
        due: row.due,
        reason: why,
    };
    cx.record(event);
    Ok(())
}

/// The same for many at once: all or none.
///
/// # Errors
/// What stands against the first that cannot.
pub async fn roll_over_many(
    cx: &mut Cx,
    zone: &Zone,
    ids: &[AssignmentId],
    why: &str,
) -> Result<usize, Failure> {
    for id in ids {
        roll_over(cx, zone, *id, why).await?;
    }
    Ok(ids.len())
}
