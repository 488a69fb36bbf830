//! Undo: the last act is taken back within some minutes, as a new entry; nothing is erased.

use super::sheet::{Before, Sheet, UNDOABLE};
use crate::store::assignments::AssignmentRow;
use crate::store::steps::{self, StepRow};
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Failure, Moment, PersonId, Refusal};
use std::time::Duration;

/// How long an act can be undone.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Whether the last thing that happened is one that `me` did and may still take back.
pub(crate) fn open(last: Option<&StepRow>, me: Option<PersonId>, now: Moment) -> bool {
    last.is_some_and(|last| {
        UNDOABLE.contains(&last.step.as_str())
            && !last.before.is_empty()
            && last.person.is_some()
            && last.person == me
            && now.since(last.at) <= WINDOW
    })
}

/// Puts it back as it stood before the last act of who asks.
///
/// # Errors
/// Refused when the last act was another's, is none that can be undone, or was too long ago.
pub async fn undo(cx: &mut Cx, id: AssignmentId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ReadWork).await?;
    let last = steps::last(cx.tx(), id).await?;
    if !open(last.as_ref(), cx.actor().id(), cx.now()) {
        return Err(Failure::refused(Refusal::new("closed-work-undo")));
    }
    let Some(last) = last else { return Err(Failure::NotFound) };
    let before: Before =
        serde_json::from_str(&last.before).map_err(|error| Failure::Broken(Box::new(error)))?;
    put_back(&mut sheet.row, before);
    let row = sheet.save(cx, "undo", &last.step).await?;
    let event = AssignmentEvent::AssignmentUndone {
        assignment: id,
        unit: row.lead,
        person: row.person,
        due: row.due,
        state: row.state,
        undone: last.step,
    };
    cx.record(event);
    Ok(())
}

fn put_back(row: &mut AssignmentRow, before: Before) {
    row.state = before.state;
    row.percent = before.percent;
    row.due = before.due;
    row.rolled = before.rolled;
    row.claimed_by = before.claimed_by;
    row.done_at = before.done_at;
    row.closed_at = before.closed_at;
}
