//! Return a story to its writer, with a reason.

use super::words;
use crate::sheet::Sheet;
use crate::store;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Returns it. `seen` is the hash of the text the reviewer read.
///
/// # Errors
/// Refused without a reason; [`Failure::Stale`] when the text is another by now.
pub async fn return_story(cx: &mut Cx, story: StoryId, seen: &str, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::ReviewStory).await?;
    let revision = sheet.head_as_seen(seen)?.id;
    let reason = words("reason", reason)?;
    sheet.take(Step::Return, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    store::void_approvals(cx.tx(), revision, cx.now()).await?;
    sheet.row.submitted_at = None;
    cx.record(NewsroomEvent::StoryReturned { story, revision, reason });
    sheet.save(cx).await
}
