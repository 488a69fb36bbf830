//! Take a submission back, to go on writing.

use crate::sheet::Sheet;
use crate::workflow::{Facts, Step};
use db::Cx;
use kernel::{Action, Event, Failure, StoryId};

/// Takes it back before anybody reviewed it.
///
/// # Errors
/// Refused when it is not under review.
pub async fn take_back(cx: &mut Cx, story: StoryId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    sheet.take(Step::TakeBack, &Facts::default())?;
    sheet.row.submitted_at = None;
    cx.record(Event::SubmissionTakenBack { story });
    sheet.save(cx).await
}
