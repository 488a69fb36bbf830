//! Withdraw: the text leaves the public, the address stays with a banner and the reason (L7).

use super::words;
use crate::sheet::Sheet;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Withdraws it.
///
/// # Errors
/// Refused without a reason or when it is not public.
pub async fn withdraw(cx: &mut Cx, story: StoryId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::RetireStory).await?;
    let reason = words("reason", reason)?;
    sheet.take(Step::Withdraw, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    sheet.forget_schedule(cx).await?;
    cx.record(NewsroomEvent::StoryWithdrawn { story, reason });
    sheet.save(cx).await
}
