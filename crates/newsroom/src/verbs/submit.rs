//! Submit: ask for review of exactly this text.

use super::save_revision::freeze;
use super::take_pen::pass_holder;
use crate::House;
use crate::sheet::Sheet;
use crate::store;
use crate::workflow::Step;
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Makes a revision of the draft, if there is one, and asks for its review.
///
/// # Errors
/// Refused with everything the checks demand; [`Failure::Stale`] while another person is writing, except to an
/// editor-in-chief.
pub async fn submit(cx: &mut Cx, house: &House, story: StoryId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    // What somebody else is in the middle of writing is not handed in over their head.
    pass_holder(cx, &sheet, true).await?;
    freeze(cx, &mut sheet).await?;
    let facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    sheet.take(Step::Submit, &facts)?;
    sheet.row.submitted_at = Some(cx.now());
    if let Some(head) = &sheet.head {
        cx.record(NewsroomEvent::StorySubmitted { story, revision: head.id, hash: head.hash.clone() });
    }
    store::delete_lock(cx.tx(), story).await?;
    sheet.save(cx).await
}
