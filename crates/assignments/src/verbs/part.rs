//! Part: a unit that supports says how far its own part is.

use super::LONGEST_REASON;
use super::sheet::Sheet;
use crate::store::parts::{self, PartRow};
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Failure, Refusal, Thing, UnitId};
use typed::words;

/// Where a part can stand.
pub(crate) const PARTS: [&str; 4] = ["given", "doing", "done", "declined"];

/// Says where the part of one's unit stands; a unit that declines says why.
///
/// # Errors
/// Refused for what is no part, forbidden for the part of another unit.
pub async fn part(
    cx: &mut Cx,
    id: AssignmentId,
    unit: UnitId,
    state: &str,
    note: &str,
) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, id, Action::DoWork).await?;
    let before = parts::of(cx.tx(), id).await?;
    if !before.iter().any(|part| part.unit == unit) {
        return Err(Failure::NotFound);
    }
    cx.may(Action::DoWork, Thing::Unit(unit))?;
    if sheet.state().is_closed() {
        return Err(Failure::refused(Refusal::new("closed-work-confirmed")));
    }
    if !PARTS.contains(&state) {
        return Err(Failure::refused(Refusal::field("state", "refused-work-part")));
    }
    let note = words("note", note, LONGEST_REASON)?;
    if state == "declined" && note.is_empty() {
        return Err(Failure::refused(Refusal::field("note", "refused-work-reason")));
    }
    let row = PartRow {
        unit,
        state: state.to_owned(),
        note: note.clone(),
        changed_at: cx.now(),
        changed_by: cx.actor().id(),
    };
    parts::put(cx.tx(), id, &row).await?;
    sheet.save(cx, "part", &note).await?;
    cx.record(AssignmentEvent::PartAdvanced { assignment: id, unit, state: state.to_owned() });
    Ok(())
}
