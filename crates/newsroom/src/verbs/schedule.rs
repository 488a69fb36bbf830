//! Schedule: the second at which an approved text goes out, and taking that back.

use super::words;
use crate::House;
use crate::schedule::{PUBLISH_TOPIC, Payload};
use crate::sheet::{Sheet, lane};
use crate::workflow::Step;
use db::Cx;
use jobs::JobWish;
use kernel::{Action, Failure, Moment, NewsroomEvent, StoryId};

/// Sets the time. For a text that corrects a public one, `note` is the public note (L6).
///
/// # Errors
/// Refused when it is not approved or the time has passed.
pub async fn schedule(
    cx: &mut Cx,
    house: &House,
    story: StoryId,
    seen: &str,
    at: Option<Moment>,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::PublishStory).await?;
    let (revision, hash) = {
        let head = sheet.head_as_seen(seen)?;
        (head.id, head.hash.clone())
    };
    let note = words("note", note)?;
    let mut facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    facts.note_given = !note.is_empty();
    facts.time_ahead = at.is_some_and(|at| at > cx.now());
    sheet.take(Step::Schedule, &facts)?;
    let Some(at) = at else { return Ok(()) };
    sheet.forget_schedule(cx).await?;
    sheet.row.scheduled_at = Some(at);
    sheet.row.schedule_note = Some(note);
    sheet.row.schedule_failure = None;
    let wish =
        JobWish { topic: PUBLISH_TOPIC, lane: &lane(story), payload: Payload { story, hash }, run_at: at };
    jobs::enqueue(cx.tx(), wish).await?;
    cx.record(NewsroomEvent::StoryScheduled { story, revision, at });
    sheet.save(cx).await
}

/// Takes the time back; the approval stands.
///
/// # Errors
/// Refused when no time is set.
pub async fn unschedule(cx: &mut Cx, house: &House, story: StoryId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::PublishStory).await?;
    let facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    sheet.take(Step::Unschedule, &facts)?;
    sheet.forget_schedule(cx).await?;
    cx.record(NewsroomEvent::ScheduleCancelled { story });
    sheet.save(cx).await
}
