//! Reinstate: a withdrawn text stands again, for a reason that is public too.

use super::words;
use crate::sheet::Sheet;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Lets it stand again.
///
/// # Errors
/// Refused without a reason or when it was not withdrawn.
pub async fn reinstate(cx: &mut Cx, story: StoryId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::RetireStory).await?;
    let reason = words("reason", reason)?;
    sheet.take(Step::Reinstate, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    cx.record(NewsroomEvent::StoryReinstated { story, reason });
    sheet.save(cx).await
}
