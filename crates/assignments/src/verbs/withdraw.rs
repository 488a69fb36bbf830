//! Withdraw: it need not be done any more, with a reason.

use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use crate::store::assignments;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Failure, ThingRef};
use typed::line;

/// Takes back all open work that came from a thing, as a consequence of what became of that: nobody is asked again.
///
/// # Errors
/// When the database does not answer.
pub async fn withdraw(cx: &mut Cx, from: ThingRef, why: &str) -> Result<(), Failure> {
    for row in assignments::of_origin(cx.tx(), from, None).await? {
        if row.closed_at.is_some() {
            continue;
        }
        let sheet = Sheet::lock(cx, row.id).await?;
        settle(cx, sheet, &line(why)).await?;
    }
    Ok(())
}

/// Takes one back by hand.
///
/// # Errors
/// Refused without a reason.
pub async fn withdraw_one(cx: &mut Cx, id: AssignmentId, why: &str) -> Result<(), Failure> {
    let sheet = Sheet::open_to_judge(cx, id).await?;
    let why = reason("reason", why)?;
    settle(cx, sheet, &why).await
}

async fn settle(cx: &mut Cx, mut sheet: Sheet, why: &str) -> Result<(), Failure> {
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Withdraw, &facts)?;
    sheet.row.closed_at = Some(cx.now());
    let row = sheet.save(cx, "withdraw", why).await?;
    let event =
        AssignmentEvent::AssignmentWithdrawn { assignment: row.id, unit: row.lead, reason: why.to_owned() };
    cx.record(event);
    Ok(())
}
