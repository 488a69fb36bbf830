//! Remove: only a tombstone with reason and date remains in public; the record is kept sealed in the house (L7).

use super::words;
use crate::sheet::Sheet;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Removes it from the public for good.
///
/// # Errors
/// Refused without a reason or when it was never public.
pub async fn remove(cx: &mut Cx, story: StoryId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::RemoveStory).await?;
    let reason = words("reason", reason)?;
    sheet.take(Step::Remove, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    sheet.forget_schedule(cx).await?;
    cx.record(NewsroomEvent::StoryRemoved { story, reason });
    sheet.save(cx).await
}
