//! Accept or decline: the unit says whether it does the work.

use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Failure, PersonId};

/// Takes it on; `person` is who will do it, where the unit says so.
///
/// # Errors
/// Refused when it was taken on already, or is closed.
pub async fn accept(cx: &mut Cx, id: AssignmentId, person: Option<PersonId>) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_lead(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Accept, &facts)?;
    sheet.row.person = person.or(sheet.row.person);
    let row = sheet.save(cx, "accept", "").await?;
    cx.record(AssignmentEvent::AssignmentAccepted { assignment: id, unit: row.lead, person: row.person });
    Ok(())
}

/// Says no, with a reason.
///
/// # Errors
/// Refused without a reason, or when work on it has begun.
pub async fn decline(cx: &mut Cx, id: AssignmentId, why: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_lead(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Decline, &facts)?;
    let why = reason("reason", why)?;
    let row = sheet.save(cx, "decline", &why).await?;
    cx.record(AssignmentEvent::AssignmentDeclined { assignment: id, unit: row.lead, reason: why });
    Ok(())
}
