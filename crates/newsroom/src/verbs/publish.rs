//! Publish: let the approved text out, the first time or as a correction with its public note.

use super::library::take_in_published;
use super::words;
use crate::House;
use crate::sheet::Sheet;
use crate::workflow::Step;
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Publishes the revision whose hash the actor has `seen`.
///
/// # Errors
/// Refused when exactly this text is not approved, or a correction lacks its note.
pub async fn publish(
    cx: &mut Cx,
    house: &House,
    story: StoryId,
    seen: &str,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::PublishStory).await?;
    sheet.head_as_seen(seen)?;
    let note = words("note", note)?;
    let mut facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    facts.note_given = !note.is_empty();
    let corrects = sheet.was_public();
    sheet.take(Step::Publish, &facts)?;
    sheet.forget_schedule(cx).await?;
    let Some((revision, hash)) = let_out(cx, &mut sheet) else { return Ok(()) };
    cx.record(if corrects {
        NewsroomEvent::StoryCorrected { story, revision, hash, note }
    } else {
        NewsroomEvent::StoryPublished { story, revision, hash }
    });
    take_in_published(cx, &sheet).await?;
    sheet.save(cx).await
}

/// Makes the newest revision the public one.
pub(super) fn let_out(cx: &Cx, sheet: &mut Sheet) -> Option<(kernel::RevisionId, String)> {
    let head = sheet.head.as_ref()?;
    let let_out = (head.id, head.hash.clone());
    sheet.row.public_revision = Some(head.id);
    sheet.row.first_published_at = sheet.row.first_published_at.or(Some(cx.now()));
    sheet.row.schedule_failure = None;
    sheet.row.submitted_at = None;
    Some(let_out)
}
