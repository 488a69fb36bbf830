//! Publish urgently: without a second person, for a reason that stays on record until one has approved afterwards.

use super::library::take_in_published;
use super::publish::let_out;
use super::words;
use crate::House;
use crate::sheet::Sheet;
use crate::workflow::Step;
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Lets the revision out whose hash the actor has `seen`.
///
/// # Errors
/// Refused without a reason, while a newer draft is being written, or when the text is incomplete.
pub async fn publish_urgently(
    cx: &mut Cx,
    house: &House,
    story: StoryId,
    seen: &str,
    reason: &str,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::PublishUrgently).await?;
    sheet.head_as_seen(seen)?;
    let (reason, note) = (words("reason", reason)?, words("note", note)?);
    let mut facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    facts.reason_given = !reason.is_empty();
    facts.note_given = !note.is_empty();
    let corrects = sheet.was_public();
    sheet.take(Step::PublishUrgently, &facts)?;
    let Some((revision, hash)) = let_out(cx, &mut sheet) else { return Ok(()) };
    cx.record(NewsroomEvent::StoryPublishedUrgently { story, revision, hash: hash.clone(), reason });
    if corrects {
        cx.record(NewsroomEvent::StoryCorrected { story, revision, hash, note });
    }
    take_in_published(cx, &sheet).await?;
    sheet.save(cx).await
}
