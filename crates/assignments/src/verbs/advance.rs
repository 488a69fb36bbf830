//! Advance and claim: the unit says how far it is, and at last that it is done.

use super::LONGEST_REASON;
use super::sheet::Sheet;
use crate::assignment::Step;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Failure, Refusal};
use typed::words;

/// Says how far it is, 0 to 99 in the hundred, with a note. What can be counted is counted by itself.
///
/// # Errors
/// Refused before it was taken on; stale when somebody else wrote meanwhile.
pub async fn advance(
    cx: &mut Cx,
    id: AssignmentId,
    seen: i32,
    percent: i32,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_lead(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Advance, &facts)?;
    let note = words("note", note, LONGEST_REASON)?;
    if !(0..=99).contains(&percent) {
        return Err(Failure::refused(Refusal::field("percent", "refused-work-percent")));
    }
    sheet.is_as_seen(seen)?;
    if sheet.row.want_count == 0 {
        sheet.row.percent = percent;
    }
    sheet.row.note.clone_from(&note);
    let row = sheet.save(cx, "advance", &note).await?;
    let event = AssignmentEvent::AssignmentAdvanced { assignment: id, percent: row.percent.into() };
    cx.record(event);
    Ok(())
}

/// Says that it is done. It counts as done from now on; who gave it agrees or sends it back.
///
/// # Errors
/// Refused while something countable that was wanted is missing.
pub async fn claim(cx: &mut Cx, id: AssignmentId, note: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_lead(cx, id).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Claim, &facts)?;
    let note = words("note", note, LONGEST_REASON)?;
    sheet.row.percent = 100;
    sheet.row.done_at = Some(cx.now());
    sheet.row.claimed_by = cx.actor().id();
    if !note.is_empty() {
        sheet.row.note.clone_from(&note);
    }
    let row = sheet.save(cx, "claim", &note).await?;
    cx.record(AssignmentEvent::AssignmentDone { assignment: id, unit: row.lead });
    Ok(())
}
