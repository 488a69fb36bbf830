//! Approve afterwards: the second person for what went out urgently.

use crate::House;
use crate::sheet::Sheet;
use crate::store::{self, ApprovalRow};
use crate::workflow::Step;
use db::Cx;
use kernel::{Action, Failure, NewsroomEvent, StoryId};

/// Approves in retrospect exactly the text the public reads.
///
/// # Errors
/// Refused to whoever wrote any part of it or let it out.
pub async fn approve_afterwards(
    cx: &mut Cx,
    house: &House,
    story: StoryId,
    seen: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::ReviewStory).await?;
    let (revision, hash) = {
        let head = sheet.head_as_seen(seen)?;
        (head.id, head.hash.clone())
    };
    let facts = sheet.facts_for(cx.tx(), house, cx.actor()).await?;
    sheet.take(Step::ApproveAfterwards, &facts)?;
    let approval = ApprovalRow { person: cx.person()?, hash: hash.clone(), at: cx.now() };
    store::insert_approval(cx.tx(), revision, &approval).await?;
    cx.record(NewsroomEvent::UrgentApproved { story, revision, hash });
    sheet.save(cx).await
}
