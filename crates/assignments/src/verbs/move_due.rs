//! Move: its last day is another one, with a reason.

use super::give::day_refused;
use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use crate::store::assignments;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Day, Failure, Moment, Refusal, ThingRef, Zone};
use typed::line;

/// Moves the day of all open work that came from a thing, as a consequence of what happened there: nobody is asked again.
/// What is done already stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn move_due(cx: &mut Cx, from: ThingRef, due: Option<Moment>, why: &str) -> Result<(), Failure> {
    for row in assignments::of_origin(cx.tx(), from, None).await? {
        if row.closed_at.is_some() || row.due == due {
            continue;
        }
        let mut sheet = Sheet::lock(cx, row.id).await?;
        let facts = sheet.facts(None);
        if sheet.take(Step::Move, &facts).is_ok() {
            settle(cx, sheet, due, &line(why)).await?;
        }
    }
    Ok(())
}

/// Moves the day of one by hand.
///
/// # Errors
/// Refused without a reason, or to a day that has passed.
pub async fn move_one(
    cx: &mut Cx,
    zone: &Zone,
    id: AssignmentId,
    day: Option<Day>,
    why: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_judge(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Move, &facts)?;
    let Some(day) = day else { return Err(Failure::refused(Refusal::field("due", "refused-work-day"))) };
    Failure::unless(day_refused(zone, cx.now(), Some(day)).into_iter().collect())?;
    let why = reason("reason", why)?;
    settle(cx, sheet, zone.end_of(day), &why).await
}

async fn settle(cx: &mut Cx, mut sheet: Sheet, due: Option<Moment>, why: &str) -> Result<(), Failure> {
    sheet.row.due = due;
    let row = sheet.save(cx, "move", why).await?;
    let event = AssignmentEvent::AssignmentMoved {
        assignment: row.id,
        unit: row.lead,
        person: row.person,
        due: row.due,
        reason: why.to_owned(),
    };
    cx.record(event);
    Ok(())
}
