//! Approve: a second person vouches for exactly this text.

use crate::House;
use crate::sheet::Sheet;
use crate::store::{self, ApprovalRow};
use crate::workflow::Step;
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Approves the revision whose hash the reviewer has `seen`.
///
/// # Errors
/// Refused to whoever wrote any part of it; [`Failure::Stale`] when the text is another by now.
pub async fn approve(cx: &mut Cx, house: &House, story: StoryId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::ReviewStory).await?;
    let (revision, hash) = {
        let head = sheet.head_as_seen(seen)?;
        (head.id, head.hash.clone())
    };
    let facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    sheet.take(Step::Approve, &facts)?;
    let approval = ApprovalRow { person: cx.person()?, hash: hash.clone(), at: cx.now() };
    store::insert_approval(cx.tx(), revision, &approval).await?;
    cx.record(NewsroomEvent::StoryApproved { story, revision, hash });
    sheet.save(cx).await
}
