//! Take a submission back, to go on writing.

use super::take_pen::is_chief;
use crate::sheet::Sheet;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, Refusal, StoryId};

/// Takes it back before anybody reviewed it. Only its writers do, and an editor-in-chief; reviewers return what is
/// not theirs.
///
/// # Errors
/// Refused when it is not under review; forbidden to those who wrote no part of it.
pub async fn take_back(cx: &mut Cx, story: StoryId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    let wrote = cx.actor().id().is_none_or(|me| sheet.facts.writers.contains(&me));
    if !wrote && !is_chief(cx, &sheet) {
        return Err(Failure::Forbidden(Refusal::new("denied-take-back")));
    }
    sheet.take(Step::TakeBack, &Facts::default())?;
    sheet.row.submitted_at = None;
    cx.record(NewsroomEvent::SubmissionTakenBack { story });
    sheet.save(cx).await
}
