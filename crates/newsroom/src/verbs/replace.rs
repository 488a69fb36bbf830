//! Replace: another public story stands in its place, and its address leads there.

use super::words;
use crate::sheet::Sheet;
use crate::store;
use crate::workflow::{Facts, Public, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Puts `by` in the place of `story`.
///
/// # Errors
/// Refused without a reason, or when `by` is not public or is the story itself.
pub async fn replace(cx: &mut Cx, story: StoryId, by: Option<StoryId>, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::RetireStory).await?;
    let reason = words("reason", reason)?;
    let successor = match by.filter(|by| *by != story) {
        Some(by) => store::story(cx.tx(), by).await?,
        None => None,
    };
    let live = match &successor {
        Some(row) => row.standing()?.public == Public::Live,
        None => false,
    };
    let facts = Facts { reason_given: !reason.is_empty(), successor_live: live, ..Facts::default() };
    sheet.take(Step::Replace, &facts)?;
    let Some(by) = by else { return Ok(()) };
    sheet.forget_schedule(cx).await?;
    sheet.row.replaced_by = Some(by);
    cx.record(NewsroomEvent::StoryReplaced { story, by, reason });
    sheet.save(cx).await
}
