//! What happened: a closed list. Each is one entry of the ledger and, through `reactions.rs` in the roof,
//! the cause of everything that follows.
//!
//! Events carry ids, hashes and the words a person gave as a reason; never a text's content.

mod answers;
mod assignments;
mod clock;
mod coordination;
mod of_house;
mod planning;
mod press;
mod release;
mod reports;

pub use answers::AnswersEvent;
pub use assignments::AssignmentEvent;
pub use clock::ClockEvent;
pub use coordination::CoordinationEvent;
pub use planning::PlanningEvent;
pub use press::PressEvent;
pub use release::ReleaseEvent;
pub use reports::ReportEvent;

use crate::{
    AgencyId, AreaId, AssetId, DigestId, HotSpotId, Moment, OutletId, PersonId, RevisionId, SectionId,
    SiteId, SourceId, StoryId, ThreadId, TopicId, UnitId,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What kind of thing an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThingKind {
    /// The agency itself.
    Agency,
    /// A unit.
    Unit,
    /// A person.
    Person,
    /// An area.
    Area,
    /// A site.
    Site,
    /// A section.
    Section,
    /// A story.
    Story,
    /// An asset.
    Asset,
    /// An outlet of the press.
    Outlet,
    /// A source of an outlet.
    Source,
    /// A topic.
    Topic,
    /// A thread.
    Thread,
    /// A hot spot.
    HotSpot,
    /// A digest.
    Digest,
    /// A running clock.
    Clock,
    /// A rule of the agency, or a day of its calendar.
    Rule,
    /// A spokesperson.
    Spokesperson,
    /// An inquiry of the press.
    Inquiry,
    /// Facts asked from a unit.
    Fact,
    /// A demand for correction.
    Demand,
    /// A petition that the press forwarded.
    Petition,
    /// A year's report on speaking to the press (PN-21).
    YearlyReport,
    /// A letter that came in.
    Letter,
    /// A release or a statement.
    Release,
    /// A contact of the press.
    Contact,
    /// A press event.
    PressEvent,
    /// A question of a citizen.
    Question,
    /// A draft put to the public.
    Consultation,
    /// A report of an error on a page.
    ErrorReport,
    /// A request for information under the law.
    InformationRequest,
    /// A plan: medium-term, annual, quarterly, monthly, thematic or a campaign.
    Plan,
    /// One line of a plan.
    Activity,
    /// A project with its money.
    Project,
    /// Work given to a unit.
    Assignment,
    /// What keeps work from going on.
    Obstacle,
    /// Input asked from units.
    InputRequest,
    /// A meeting.
    Meeting,
    /// What a meeting concluded.
    Conclusion,
    /// A room, a camera, a vehicle that can be booked.
    Facility,
    /// A booking of a facility.
    Booking,
    /// An agreement with an outlet.
    Agreement,
    /// Somebody who explains policy to people.
    Presenter,
    /// A training with its attendance.
    Training,
    /// A commemorative day.
    Observance,
    /// The report of a period.
    PeriodReport,
    /// A briefing: month reviewed, month planned.
    Briefing,
    /// What a briefing decided.
    Decision,
}

impl ThingKind {
    /// The name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Unit => "unit",
            Self::Person => "person",
            Self::Area => "area",
            Self::Site => "site",
            Self::Section => "section",
            Self::Story => "story",
            Self::Asset => "asset",
            Self::Outlet => "outlet",
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Thread => "thread",
            Self::HotSpot => "hot_spot",
            Self::Digest => "digest",
            Self::Clock => "clock",
            Self::Rule => "rule",
            Self::Spokesperson => "spokesperson",
            Self::Inquiry => "inquiry",
            Self::Fact => "fact",
            Self::Demand => "demand",
            Self::Petition => "petition",
            Self::YearlyReport => "yearly_report",
            Self::Letter => "letter",
            Self::Release => "release",
            Self::Contact => "contact",
            Self::PressEvent => "press_event",
            Self::Question => "question",
            Self::Consultation => "consultation",
            Self::ErrorReport => "error_report",
            Self::InformationRequest => "information_request",
            Self::Plan => "plan",
            Self::Activity => "activity",
            Self::Project => "project",
            Self::Assignment => "assignment",
            Self::Obstacle => "obstacle",
            Self::InputRequest => "input_request",
            Self::Meeting => "meeting",
            Self::Conclusion => "conclusion",
            Self::Facility => "facility",
            Self::Booking => "booking",
            Self::Agreement => "agreement",
            Self::Presenter => "presenter",
            Self::Training => "training",
            Self::Observance => "observance",
            Self::PeriodReport => "period_report",
            Self::Briefing => "briefing",
            Self::Decision => "decision",
        }
    }

    /// Every kind.
    pub const ALL: [Self; 47] = [
        Self::Agency,
        Self::Unit,
        Self::Person,
        Self::Area,
        Self::Site,
        Self::Section,
        Self::Story,
        Self::Asset,
        Self::Outlet,
        Self::Source,
        Self::Topic,
        Self::Thread,
        Self::HotSpot,
        Self::Digest,
        Self::Clock,
        Self::Rule,
        Self::Spokesperson,
        Self::Inquiry,
        Self::Fact,
        Self::Demand,
        Self::Petition,
        Self::YearlyReport,
        Self::Letter,
        Self::Release,
        Self::Contact,
        Self::PressEvent,
        Self::Question,
        Self::Consultation,
        Self::ErrorReport,
        Self::InformationRequest,
        Self::Plan,
        Self::Activity,
        Self::Project,
        Self::Assignment,
        Self::Obstacle,
        Self::InputRequest,
        Self::Meeting,
        Self::Conclusion,
        Self::Facility,
        Self::Booking,
        Self::Agreement,
        Self::Presenter,
        Self::Training,
        Self::Observance,
        Self::PeriodReport,
        Self::Briefing,
        Self::Decision,
    ];

    /// The kind of a name in tables.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Which thing an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ThingRef {
    /// Its kind.
    pub kind: ThingKind,
    /// Its id.
    pub id: Uuid,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the ids their names say")]
pub enum Event {
    /// The agency was set up or its particulars changed.
    AgencyDescribed { agency: AgencyId },
    /// A unit came into being, from none or several predecessors.
    UnitFounded { unit: UnitId, from: Vec<UnitId> },
    /// A unit ended; its successors take over.
    UnitEnded { unit: UnitId, into: Vec<UnitId> },
    /// An area came into being, from none or several predecessors.
    AreaFounded { area: AreaId, from: Vec<AreaId> },
    /// A person was added.
    PersonAdded { person: PersonId },
    /// A person left; the account is closed.
    PersonLeft { person: PersonId },
    /// A person was given a post.
    PostGiven { person: PersonId, unit: UnitId },
    /// A person was given a role; without a unit it covers the agency.
    RoleGiven { person: PersonId, role: crate::Role, unit: Option<UnitId> },
    /// A role was taken back.
    RoleWithdrawn { person: PersonId, role: crate::Role, unit: Option<UnitId> },
    /// A password was set.
    PasswordSet { person: PersonId },
    /// A person signed in.
    SignedIn { person: PersonId },
    /// A person signed out.
    SignedOut { person: PersonId },
    /// A site was opened.
    SiteOpened { site: SiteId },
    /// A section was added to a site.
    SectionAdded { section: SectionId, site: SiteId },
    /// A picture or file was added.
    AssetAdded { asset: AssetId, sha256: String },
    /// A picture was put into the library, or offered there again.
    AssetOffered { asset: AssetId, unit: UnitId },
    /// The library says other words of it.
    AssetDescribed { asset: AssetId, version: i32 },
    /// It was taken out of the library, with a reason.
    AssetWithdrawn { asset: AssetId, reason: String },
    /// A story was begun.
    StoryBegun { story: StoryId },
    /// A story came in from a saved page; the original is kept in the file store.
    StoryImported { story: StoryId, original: String },
    /// Who may read it before it is public was set.
    ReadersSet { story: StoryId, limited: bool },
    /// The edit lock passed from one person to another against the first one's will.
    EditTakenOver { story: StoryId, from: PersonId },
    /// An immutable revision was made.
    RevisionSaved { story: StoryId, revision: RevisionId, hash: String },
    /// Its writer asks for review.
    StorySubmitted { story: StoryId, revision: RevisionId, hash: String },
    /// Its writer took it back before review.
    SubmissionTakenBack { story: StoryId },
    /// A reviewer returned it, with a reason.
    StoryReturned { story: StoryId, revision: RevisionId, reason: String },
    /// A second person approved exactly this text.
    StoryApproved { story: StoryId, revision: RevisionId, hash: String },
    /// Approval no longer stands, for the text was opened again.
    ApprovalVoided { story: StoryId, revision: RevisionId },
    /// It will be published at a time.
    StoryScheduled { story: StoryId, revision: RevisionId, at: Moment },
    /// It will not, after all.
    ScheduleCancelled { story: StoryId },
    /// Its time came and it could not be published; `reasons` are locale keys.
    ScheduleFailed { story: StoryId, reasons: Vec<String> },
    /// It is public for the first time.
    StoryPublished { story: StoryId, revision: RevisionId, hash: String },
    /// It is public without a second person's approval, for a reason.
    StoryPublishedUrgently { story: StoryId, revision: RevisionId, hash: String, reason: String },
    /// A second person approved in retrospect what went out urgently.
    UrgentApproved { story: StoryId, revision: RevisionId, hash: String },
    /// The public text changed, with a public note (L6).
    StoryCorrected { story: StoryId, revision: RevisionId, hash: String, note: String },
    /// It stays with a banner and a reason (L7).
    StoryWithdrawn { story: StoryId, reason: String },
    /// A withdrawn story stands again.
    StoryReinstated { story: StoryId, reason: String },
    /// Another story stands in its place.
    StoryReplaced { story: StoryId, by: StoryId, reason: String },
    /// Its text is gone from the public; a tombstone with reason and date remains (L7).
    StoryRemoved { story: StoryId, reason: String },
    /// An outlet was added or its particulars changed.
    OutletDescribed { outlet: OutletId },
    /// A source was added.
    SourceAdded { source: SourceId, outlet: OutletId },
    /// A source was switched on or off by a person.
    SourceSwitched { source: SourceId, on: bool },
    /// A topic was set; its query is what the agency wants to hear about.
    TopicSet { topic: TopicId, query: String },
    /// A topic is no longer followed.
    TopicEnded { topic: TopicId },
    /// Two threads were joined by a person.
    ThreadsJoined { thread: ThreadId, gone: ThreadId },
    /// The machine found that a thread heats up.
    HotSpotDetected { hot_spot: HotSpotId, thread: ThreadId, severity: String },
    /// A person raised a thread by hand, with a reason.
    HotSpotRaised { hot_spot: HotSpotId, thread: ThreadId, reason: String },
    /// It got hotter.
    HotSpotWorsened { hot_spot: HotSpotId, severity: String },
    /// Somebody took notice.
    HotSpotAcknowledged { hot_spot: HotSpotId },
    /// A named person determined that it affects public opinion: the clock of PN-16 starts.
    HotSpotDetermined { hot_spot: HotSpotId, at: Moment },
    /// A unit was asked for the facts or the answer.
    HotSpotAssigned { hot_spot: HotSpotId, unit: UnitId, question: String },
    /// A story that answers it was begun.
    HotSpotAnswerBegun { hot_spot: HotSpotId, story: StoryId },
    /// The agency's answer is public.
    HotSpotAnswered { hot_spot: HotSpotId, story: StoryId },
    /// It was set aside for a time, with a reason.
    HotSpotMuted { hot_spot: HotSpotId, reason: String },
    /// It is watched again.
    HotSpotUnmuted { hot_spot: HotSpotId },
    /// It was closed, with what came of it.
    HotSpotClosed { hot_spot: HotSpotId, reason: String },
    /// It was opened again, with a reason.
    HotSpotReopened { hot_spot: HotSpotId, reason: String },
    /// It goes on as part of another one.
    HotSpotMerged { hot_spot: HotSpotId, into: HotSpotId },
    /// The digest of a day was drafted.
    DigestDrafted { digest: DigestId },
    /// A second person approved exactly this digest.
    DigestApproved { digest: DigestId, hash: String },
    /// An approved digest was opened again; the approval no longer stands.
    DigestReopened { digest: DigestId },
    /// It went out to its readers.
    DigestSent { digest: DigestId, hash: String },
    /// Who is on duty for the press was set.
    DutySet { agency: Option<AgencyId> },
    /// For how many days a part of the house keeps what points to a person was set (L13); `of` names the part.
    KeepingSet { agency: Option<AgencyId>, of: String, days: u64 },
    /// Something happened to a running clock, a rule or the calendar.
    #[serde(untagged)]
    Clock(ClockEvent),
    /// Something happened at the press desk.
    #[serde(untagged)]
    Press(PressEvent),
    /// Something happened to a release, a contact or a press event.
    #[serde(untagged)]
    Release(ReleaseEvent),
    /// Something happened between the agency and the people.
    #[serde(untagged)]
    Answers(AnswersEvent),
    /// What happened in planning.
    #[serde(untagged)]
    Planning(PlanningEvent),
    /// What happened to work given to units.
    #[serde(untagged)]
    Assignments(AssignmentEvent),
    /// What happened where units work together.
    #[serde(untagged)]
    Coordination(CoordinationEvent),
    /// What happened to period reports and briefings.
    #[serde(untagged)]
    Reports(ReportEvent),
}

impl Event {
    /// The thing it is about: the ledger's and the queue's key.
    #[must_use]
    pub fn thing(&self) -> ThingRef {
        use Event as E;
        let (kind, id) = match self {
            E::AgencyDescribed { agency } => (ThingKind::Agency, agency.0),
            E::UnitFounded { unit, .. } | E::UnitEnded { unit, .. } => (ThingKind::Unit, unit.0),
            E::AreaFounded { area, .. } => (ThingKind::Area, area.0),
            E::PersonAdded { person }
            | E::PersonLeft { person }
            | E::PostGiven { person, .. }
            | E::RoleGiven { person, .. }
            | E::RoleWithdrawn { person, .. }
            | E::PasswordSet { person }
            | E::SignedIn { person }
            | E::SignedOut { person } => (ThingKind::Person, person.0),
            E::SiteOpened { site } => (ThingKind::Site, site.0),
            E::SectionAdded { section, .. } => (ThingKind::Section, section.0),
            E::AssetAdded { asset, .. }
            | E::AssetOffered { asset, .. }
            | E::AssetDescribed { asset, .. }
            | E::AssetWithdrawn { asset, .. } => (ThingKind::Asset, asset.0),
            E::StoryBegun { story }
            | E::StoryImported { story, .. }
            | E::ReadersSet { story, .. }
            | E::EditTakenOver { story, .. }
            | E::RevisionSaved { story, .. }
            | E::StorySubmitted { story, .. }
            | E::SubmissionTakenBack { story }
            | E::StoryReturned { story, .. }
            | E::StoryApproved { story, .. }
            | E::ApprovalVoided { story, .. }
            | E::StoryScheduled { story, .. }
            | E::ScheduleCancelled { story }
            | E::ScheduleFailed { story, .. }
            | E::StoryPublished { story, .. }
            | E::StoryPublishedUrgently { story, .. }
            | E::UrgentApproved { story, .. }
            | E::StoryCorrected { story, .. }
            | E::StoryWithdrawn { story, .. }
            | E::StoryReinstated { story, .. }
            | E::StoryReplaced { story, .. }
            | E::StoryRemoved { story, .. } => (ThingKind::Story, story.0),
            E::OutletDescribed { outlet } => (ThingKind::Outlet, outlet.0),
            E::SourceAdded { source, .. } | E::SourceSwitched { source, .. } => (ThingKind::Source, source.0),
            E::TopicSet { topic, .. } | E::TopicEnded { topic } => (ThingKind::Topic, topic.0),
            E::ThreadsJoined { thread, .. } => (ThingKind::Thread, thread.0),
            E::HotSpotDetected { hot_spot, .. }
            | E::HotSpotRaised { hot_spot, .. }
            | E::HotSpotWorsened { hot_spot, .. }
            | E::HotSpotAcknowledged { hot_spot }
            | E::HotSpotDetermined { hot_spot, .. }
            | E::HotSpotAssigned { hot_spot, .. }
            | E::HotSpotAnswerBegun { hot_spot, .. }
            | E::HotSpotAnswered { hot_spot, .. }
            | E::HotSpotMuted { hot_spot, .. }
            | E::HotSpotUnmuted { hot_spot }
            | E::HotSpotClosed { hot_spot, .. }
            | E::HotSpotReopened { hot_spot, .. }
            | E::HotSpotMerged { hot_spot, .. } => (ThingKind::HotSpot, hot_spot.0),
            E::DigestDrafted { digest }
            | E::DigestApproved { digest, .. }
            | E::DigestReopened { digest }
            | E::DigestSent { digest, .. } => (ThingKind::Digest, digest.0),
            E::Clock(event) => return event.thing(),
            E::Press(event) => return event.thing(),
            E::Release(event) => return event.thing(),
            E::Answers(event) => return event.thing(),
            E::Planning(event) => return event.thing(),
            E::Assignments(event) => return event.thing(),
            E::Coordination(event) => return event.thing(),
            E::Reports(event) => return event.thing(),
            E::DutySet { agency } | E::KeepingSet { agency, .. } => {
                (ThingKind::Agency, agency.map_or(Uuid::nil(), |agency| agency.0))
            }
        };
        ThingRef { kind, id }
    }

    /// The name of what happened, as in the ledger and in locale keys (`event-…`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        use Event as E;
        match self {
            E::AgencyDescribed { .. } => "agency-described",
            E::UnitFounded { .. } => "unit-founded",
            E::UnitEnded { .. } => "unit-ended",
            E::AreaFounded { .. } => "area-founded",
            E::PersonAdded { .. } => "person-added",
            E::PersonLeft { .. } => "person-left",
            E::PostGiven { .. } => "post-given",
            E::RoleGiven { .. } => "role-given",
            E::RoleWithdrawn { .. } => "role-withdrawn",
            E::PasswordSet { .. } => "password-set",
            E::SignedIn { .. } => "signed-in",
            E::SignedOut { .. } => "signed-out",
            E::SiteOpened { .. } => "site-opened",
            E::SectionAdded { .. } => "section-added",
            E::AssetAdded { .. } => "asset-added",
            E::AssetOffered { .. } => "asset-offered",
            E::AssetDescribed { .. } => "asset-described",
            E::AssetWithdrawn { .. } => "asset-withdrawn",
            E::StoryBegun { .. } => "story-begun",
            E::StoryImported { .. } => "story-imported",
            E::ReadersSet { .. } => "readers-set",
            E::EditTakenOver { .. } => "edit-taken-over",
            E::RevisionSaved { .. } => "revision-saved",
            E::StorySubmitted { .. } => "story-submitted",
            E::SubmissionTakenBack { .. } => "submission-taken-back",
            E::StoryReturned { .. } => "story-returned",
            E::StoryApproved { .. } => "story-approved",
            E::ApprovalVoided { .. } => "approval-voided",
            E::StoryScheduled { .. } => "story-scheduled",
            E::ScheduleCancelled { .. } => "schedule-cancelled",
            E::ScheduleFailed { .. } => "schedule-failed",
            E::StoryPublished { .. } => "story-published",
            E::StoryPublishedUrgently { .. } => "story-published-urgently",
            E::UrgentApproved { .. } => "urgent-approved",
            E::StoryCorrected { .. } => "story-corrected",
            E::StoryWithdrawn { .. } => "story-withdrawn",
            E::StoryReinstated { .. } => "story-reinstated",
            E::StoryReplaced { .. } => "story-replaced",
            E::StoryRemoved { .. } => "story-removed",
            E::OutletDescribed { .. } => "outlet-described",
            E::SourceAdded { .. } => "source-added",
            E::SourceSwitched { .. } => "source-switched",
            E::TopicSet { .. } => "topic-set",
            E::TopicEnded { .. } => "topic-ended",
            E::ThreadsJoined { .. } => "threads-joined",
            E::HotSpotDetected { .. } => "hot-spot-detected",
            E::HotSpotRaised { .. } => "hot-spot-raised",
            E::HotSpotWorsened { .. } => "hot-spot-worsened",
            E::HotSpotAcknowledged { .. } => "hot-spot-acknowledged",
            E::HotSpotDetermined { .. } => "hot-spot-determined",
            E::HotSpotAssigned { .. } => "hot-spot-assigned",
            E::HotSpotAnswerBegun { .. } => "hot-spot-answer-begun",
            E::HotSpotAnswered { .. } => "hot-spot-answered",
            E::HotSpotMuted { .. } => "hot-spot-muted",
            E::HotSpotUnmuted { .. } => "hot-spot-unmuted",
            E::HotSpotClosed { .. } => "hot-spot-closed",
            E::HotSpotReopened { .. } => "hot-spot-reopened",
            E::HotSpotMerged { .. } => "hot-spot-merged",
            E::DigestDrafted { .. } => "digest-drafted",
            E::DigestApproved { .. } => "digest-approved",
            E::DigestReopened { .. } => "digest-reopened",
            E::DigestSent { .. } => "digest-sent",
            E::DutySet { .. } => "duty-set",
            E::KeepingSet { .. } => "keeping-set",
            E::Clock(event) => event.name(),
            E::Press(event) => event.name(),
            E::Release(event) => event.name(),
            E::Answers(event) => event.name(),
            E::Planning(event) => event.name(),
            E::Assignments(event) => event.name(),
            E::Coordination(event) => event.name(),
            E::Reports(event) => event.name(),
        }
    }

    /// Whether what the public reads changes with it: every node's page cache listens to this.
    #[must_use]
    pub fn is_public(&self) -> bool {
        use Event as E;
        match self {
            E::Clock(event) => return event.is_public(),
            E::Press(event) => return event.is_public(),
            E::Release(event) => return event.is_public(),
            E::Answers(event) => return event.is_public(),
            E::Planning(event) => return event.is_public(),
            E::Assignments(event) => return event.is_public(),
            E::Coordination(event) => return event.is_public(),
            E::Reports(event) => return event.is_public(),
            _ => {}
        }
        matches!(
            self,
            E::AgencyDescribed { .. }
                | E::SiteOpened { .. }
                | E::SectionAdded { .. }
                | E::StoryPublished { .. }
                | E::StoryPublishedUrgently { .. }
                | E::StoryCorrected { .. }
                | E::StoryWithdrawn { .. }
                | E::StoryReinstated { .. }
                | E::StoryReplaced { .. }
                | E::StoryRemoved { .. }
        )
    }
}

impl From<ClockEvent> for Event {
    fn from(event: ClockEvent) -> Self {
        Self::Clock(event)
    }
}

impl From<PressEvent> for Event {
    fn from(event: PressEvent) -> Self {
        Self::Press(event)
    }
}

impl From<ReleaseEvent> for Event {
    fn from(event: ReleaseEvent) -> Self {
        Self::Release(event)
    }
}

impl From<AnswersEvent> for Event {
    fn from(event: AnswersEvent) -> Self {
        Self::Answers(event)
    }
}

impl From<PlanningEvent> for Event {
    fn from(event: PlanningEvent) -> Self {
        Self::Planning(event)
    }
}

impl From<AssignmentEvent> for Event {
    fn from(event: AssignmentEvent) -> Self {
        Self::Assignments(event)
    }
}

impl From<CoordinationEvent> for Event {
    fn from(event: CoordinationEvent) -> Self {
        Self::Coordination(event)
    }
}

impl From<ReportEvent> for Event {
    fn from(event: ReportEvent) -> Self {
        Self::Reports(event)
    }
}
