//! Deliver: a thing tied to work is public, was held or issued, so it counts (the closed loop).

use super::sheet::Sheet;
use crate::assignment::{State, Step};
use crate::store::evidence;
use db::Cx;
use kernel::{AssignmentEvent, AssignmentId, Failure, ThingRef};

/// Counts a thing as evidence, as a consequence of what became of it: nobody is asked again. Twice counts once. When all that
/// was wanted counts, the work is done.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such work.
pub async fn deliver(cx: &mut Cx, id: AssignmentId, by: ThingRef) -> Result<(), Failure> {
    let sheet = Sheet::lock(cx, id).await?;
    evidence::add(cx.tx(), id, by, cx.actor().id(), cx.now()).await?;
    if !evidence::count(cx.tx(), id, by, Some(cx.now())).await? {
        return Ok(());
    }
    let delivered = recount(cx, sheet, by.kind.name()).await?;
    cx.record(AssignmentEvent::AssignmentDelivered {
        assignment: id,
        kind: by.kind,
        thing: by.id,
        delivered,
    });
    Ok(())
}

/// Takes a thing off the count of all work it is evidence of: it was withdrawn.
///
/// # Errors
/// When the database does not answer.
pub async fn undeliver(cx: &mut Cx, by: ThingRef) -> Result<(), Failure> {
    for id in evidence::tied_to(cx.tx(), by).await? {
        if evidence::count(cx.tx(), id, by, None).await? {
            let sheet = Sheet::lock(cx, id).await?;
            recount(cx, sheet, "undelivered").await?;
        }
    }
    Ok(())
}

/// Counts anew what was wanted, and takes the step that follows.
pub(super) async fn recount(cx: &mut Cx, mut sheet: Sheet, words: &str) -> Result<i64, Failure> {
    let (id, want) = (sheet.row.id, sheet.row.want_kind.clone());
    let delivered = if want == "file" {
        i64::try_from(evidence::files(cx.tx(), id.0).await?.len()).unwrap_or(i64::MAX)
    } else {
        evidence::counted(cx.tx(), id, &want).await?
    };
    sheet.row.delivered = i32::try_from(delivered).unwrap_or(i32::MAX);
    let wanted = sheet.row.want_count;
    let was_owed = sheet.state().is_owed();
    let mut facts = sheet.facts(None);
    facts.delivered = wanted > 0 && sheet.row.delivered >= wanted;
    // What is closed stays so; the evidence is kept all the same.
    let _closed = sheet.take(Step::Deliver, &facts);
    let done = was_owed && sheet.state() == State::Done;
    if done {
        sheet.row.percent = 100;
        sheet.row.done_at = Some(cx.now());
        sheet.row.claimed_by = None;
    } else if was_owed && wanted > 0 {
        let share = i64::from(sheet.row.delivered.max(0)).saturating_mul(100) / i64::from(wanted);
        sheet.row.percent = i32::try_from(share.min(99)).unwrap_or(0);
    }
    let row = sheet.save(cx, "deliver", words).await?;
    if done {
        cx.record(AssignmentEvent::AssignmentDone { assignment: id, unit: row.lead });
    }
    Ok(delivered)
}
