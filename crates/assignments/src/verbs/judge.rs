//! Confirm or send back: who gave it says whether it is done, and how well.

use super::LONGEST_REASON;
use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Failure, Refusal};
use typed::words;

/// Agrees that it is done; `quality` is 1 to 3, where it is said (L19: quality beside quantity).
///
/// # Errors
/// Refused to who said themselves that it was done.
pub async fn confirm(
    cx: &mut Cx,
    id: AssignmentId,
    seen: i32,
    quality: Option<i32>,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_judge(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Confirm, &facts)?;
    let note = words("note", note, LONGEST_REASON)?;
    if quality.is_some_and(|mark| !(1..=3).contains(&mark)) {
        return Err(Failure::refused(Refusal::field("quality", "refused-work-quality")));
    }
    sheet.is_as_seen(seen)?;
    sheet.row.quality = quality;
    sheet.row.closed_at = Some(cx.now());
    let row = sheet.save(cx, "confirm", &note).await?;
    cx.record(AssignmentEvent::AssignmentConfirmed { assignment: id, unit: row.lead });
    Ok(())
}

/// Sends it back with a reason; its clock goes on.
///
/// # Errors
/// Refused without a reason, or when nobody said that it is done.
pub async fn send_back(cx: &mut Cx, id: AssignmentId, why: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_judge(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::SendBack, &facts)?;
    let why = reason("reason", why)?;
    sheet.row.sent_back = sheet.row.sent_back.saturating_add(1);
    sheet.row.done_at = None;
    sheet.row.claimed_by = None;
    sheet.row.percent = sheet.row.percent.min(90);
    let row = sheet.save(cx, "send-back", &why).await?;
    cx.record(AssignmentEvent::AssignmentSentBack { assignment: id, unit: row.lead, reason: why });
    Ok(())
}
