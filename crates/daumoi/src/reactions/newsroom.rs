//! What follows from what happens to stories: what the sites show, and which hot spots are answered.

use super::HouseReactions;
use crate::publishing::posting_wish;
use db::Cx;
use kernel::{Failure, NewsroomEvent, StoryId};
use portal::verbs::{self as sites, PostingWish, Retirement};

impl HouseReactions {
    pub(super) async fn on_newsroom(&self, cx: &mut Cx, event: &NewsroomEvent) -> Result<(), Failure> {
        use NewsroomEvent as E;
        match event {
            E::StoryPublished { story, .. } | E::StoryPublishedUrgently { story, .. } => {
                let wish = self.wish(cx, *story).await?;
                sites::post(cx, &self.zone, &wish).await?;
                listening::verbs::answered(cx, &*self.listening.office, *story).await
            }
            E::StoryCorrected { story, note, .. } => {
                let wish = self.wish(cx, *story).await?;
                sites::correct(cx, &self.zone, &wish, note).await
            }
            E::StoryWithdrawn { story, reason } => {
                sites::retire(cx, *story, Retirement::Withdrawn, reason).await
            }
            E::StoryReinstated { story, reason } => {
                sites::retire(cx, *story, Retirement::Reinstated, reason).await
            }
            E::StoryReplaced { story, by, reason } => {
                sites::retire(cx, *story, Retirement::ReplacedBy(*by), reason).await
            }
            E::StoryRemoved { story, reason } => sites::retire(cx, *story, Retirement::Removed, reason).await,
            // The sites show nothing else.
            E::AssetAdded { .. }
            | E::AssetOffered { .. }
            | E::AssetDescribed { .. }
            | E::AssetWithdrawn { .. }
            | E::AssetForPress { .. }
            | E::AssetKeptFromPress { .. }
            | E::StoryBegun { .. }
            | E::StoryImported { .. }
            | E::ReadersSet { .. }
            | E::EditTakenOver { .. }
            | E::RevisionSaved { .. }
            | E::StorySubmitted { .. }
            | E::SubmissionTakenBack { .. }
            | E::StoryReturned { .. }
            | E::StoryApproved { .. }
            | E::ApprovalVoided { .. }
            | E::StoryScheduled { .. }
            | E::ScheduleCancelled { .. }
            | E::ScheduleFailed { .. }
            | E::UrgentApproved { .. } => Ok(()),
        }
    }

    /// What the sites are to show of a story, as of this transaction.
    async fn wish(&self, cx: &Cx, story: StoryId) -> Result<PostingWish, Failure> {
        let publication = newsroom::publication(cx.tx(), story).await?;
        let unit = people::unit_names(cx.tx()).await?.remove(&publication.unit).unwrap_or_default();
        posting_wish(&publication, unit, &self.zone)
    }
}
