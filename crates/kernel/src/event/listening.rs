//! What happens to what the press says: sources, topics, threads, hot spots, digests.

use super::of_house::house_events;
use crate::{AgencyId, DigestId, HotSpotId, Moment, OutletId, SourceId, StoryId, ThreadId, TopicId, UnitId};

house_events! {
    /// What happened while listening to the press.
    ListeningEvent {
        /// An outlet was added or its particulars changed.
        OutletDescribed { outlet: OutletId } => Outlet, "outlet-described";
        /// A source was added.
        SourceAdded { source: SourceId, outlet: OutletId } => Source, "source-added";
        /// A source was switched on or off by a person.
        SourceSwitched { source: SourceId, on: bool } => Source, "source-switched";
        /// A topic was set; its query is what the agency wants to hear about.
        TopicSet { topic: TopicId, query: String } => Topic, "topic-set";
        /// A topic is no longer followed.
        TopicEnded { topic: TopicId } => Topic, "topic-ended";
        /// Two threads were joined by a person.
        ThreadsJoined { thread: ThreadId, gone: ThreadId } => Thread, "threads-joined";
        /// The machine found that a thread heats up.
        HotSpotDetected { hot_spot: HotSpotId, thread: ThreadId, severity: String } => HotSpot, "hot-spot-detected";
        /// A person raised a thread by hand, with a reason.
        HotSpotRaised { hot_spot: HotSpotId, thread: ThreadId, reason: String } => HotSpot, "hot-spot-raised";
        /// It got hotter.
        HotSpotWorsened { hot_spot: HotSpotId, severity: String } => HotSpot, "hot-spot-worsened";
        /// Somebody took notice.
        HotSpotAcknowledged { hot_spot: HotSpotId } => HotSpot, "hot-spot-acknowledged";
        /// A named person determined that it affects public opinion: the clock of PN-16 starts.
        HotSpotDetermined { hot_spot: HotSpotId, at: Moment } => HotSpot, "hot-spot-determined";
        /// A unit was asked for the facts or the answer.
        HotSpotAssigned { hot_spot: HotSpotId, unit: UnitId, question: String } => HotSpot, "hot-spot-assigned";
        /// A story that answers it was begun.
        HotSpotAnswerBegun { hot_spot: HotSpotId, story: StoryId } => HotSpot, "hot-spot-answer-begun";
        /// The agency's answer is public.
        HotSpotAnswered { hot_spot: HotSpotId, story: StoryId } => HotSpot, "hot-spot-answered";
        /// It was set aside for a time, with a reason.
        HotSpotMuted { hot_spot: HotSpotId, reason: String } => HotSpot, "hot-spot-muted";
        /// It is watched again.
        HotSpotUnmuted { hot_spot: HotSpotId } => HotSpot, "hot-spot-unmuted";
        /// It was closed, with what came of it.
        HotSpotClosed { hot_spot: HotSpotId, reason: String } => HotSpot, "hot-spot-closed";
        /// It was opened again, with a reason.
        HotSpotReopened { hot_spot: HotSpotId, reason: String } => HotSpot, "hot-spot-reopened";
        /// It goes on as part of another one.
        HotSpotMerged { hot_spot: HotSpotId, into: HotSpotId } => HotSpot, "hot-spot-merged";
        /// The digest of a day was drafted.
        DigestDrafted { digest: DigestId } => Digest, "digest-drafted";
        /// A second person approved exactly this digest.
        DigestApproved { digest: DigestId, hash: String } => Digest, "digest-approved";
        /// An approved digest was opened again; the approval no longer stands.
        DigestReopened { digest: DigestId } => Digest, "digest-reopened";
        /// It went out to its readers.
        DigestSent { digest: DigestId, hash: String } => Digest, "digest-sent";
        /// Who is on duty for the press was set.
        DutySet { agency: AgencyId } => Agency, "duty-set";
    }
}
