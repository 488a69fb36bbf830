//! What happens to stories and to the pictures of the library.

use super::of_house::house_events;
use crate::{AssetId, Moment, PersonId, RevisionId, StoryId, UnitId};

house_events! {
    /// What happened to a story or a picture.
    NewsroomEvent {
        /// A picture or file was added.
        AssetAdded { asset: AssetId, sha256: String } => Asset, "asset-added";
        /// A picture was put into the library, or offered there again.
        AssetOffered { asset: AssetId, unit: UnitId } => Asset, "asset-offered";
        /// The library says other words of it.
        AssetDescribed { asset: AssetId, version: i32 } => Asset, "asset-described";
        /// It was taken out of the library, with a reason.
        AssetWithdrawn { asset: AssetId, reason: String } => Asset, "asset-withdrawn";
        /// The press may take it from the press room.
        AssetForPress { asset: AssetId } => Asset, "asset-for-press";
        /// The press may take it no more.
        AssetKeptFromPress { asset: AssetId } => Asset, "asset-kept-from-press";
        /// A story was begun.
        StoryBegun { story: StoryId } => Story, "story-begun";
        /// A story came in from a saved page; the original is kept in the file store.
        StoryImported { story: StoryId, original: String } => Story, "story-imported";
        /// Who may read it before it is public was set.
        ReadersSet { story: StoryId, limited: bool } => Story, "readers-set";
        /// The edit lock passed from one person to another against the first one's will.
        EditTakenOver { story: StoryId, from: PersonId } => Story, "edit-taken-over";
        /// An immutable revision was made.
        RevisionSaved { story: StoryId, revision: RevisionId, hash: String } => Story, "revision-saved";
        /// Its writer asks for review.
        StorySubmitted { story: StoryId, revision: RevisionId, hash: String } => Story, "story-submitted";
        /// Its writer took it back before review.
        SubmissionTakenBack { story: StoryId } => Story, "submission-taken-back";
        /// A reviewer returned it, with a reason.
        StoryReturned { story: StoryId, revision: RevisionId, reason: String } => Story, "story-returned";
        /// A second person approved exactly this text.
        StoryApproved { story: StoryId, revision: RevisionId, hash: String } => Story, "story-approved";
        /// Approval no longer stands, for the text was opened again.
        ApprovalVoided { story: StoryId, revision: RevisionId } => Story, "approval-voided";
        /// It will be published at a time.
        StoryScheduled { story: StoryId, revision: RevisionId, at: Moment } => Story, "story-scheduled";
        /// It will not, after all.
        ScheduleCancelled { story: StoryId } => Story, "schedule-cancelled";
        /// Its time came and it could not be published; `reasons` are locale keys.
        ScheduleFailed { story: StoryId, reasons: Vec<String> } => Story, "schedule-failed";
        /// It is public for the first time.
        StoryPublished { story: StoryId, revision: RevisionId, hash: String } => Story, "story-published", public;
        /// It is public without a second person's approval, for a reason.
        StoryPublishedUrgently { story: StoryId, revision: RevisionId, hash: String, reason: String } => Story, "story-published-urgently", public;
        /// A second person approved in retrospect what went out urgently.
        UrgentApproved { story: StoryId, revision: RevisionId, hash: String } => Story, "urgent-approved";
        /// The public text changed, with a public note (L6).
        StoryCorrected { story: StoryId, revision: RevisionId, hash: String, note: String } => Story, "story-corrected", public;
        /// It stays with a banner and a reason (L7).
        StoryWithdrawn { story: StoryId, reason: String } => Story, "story-withdrawn", public;
        /// A withdrawn story stands again.
        StoryReinstated { story: StoryId, reason: String } => Story, "story-reinstated", public;
        /// Another story stands in its place.
        StoryReplaced { story: StoryId, by: StoryId, reason: String } => Story, "story-replaced", public;
        /// Its text is gone from the public; a tombstone with reason and date remains (L7).
        StoryRemoved { story: StoryId, reason: String } => Story, "story-removed", public;
    }
}
