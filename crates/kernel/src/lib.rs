//! The words every part of Đầu Mối shares: who acts, when, on what, what happened and why not.
//!
//! No I/O here. The types know how they are stored (a UUID, a count of microseconds) and nothing more.

mod actor;
mod event;
mod failure;
mod id;
mod lineage;
mod moment;
mod paging;
mod permission;

pub use actor::{Actor, Grant, Insider, Role};
pub use event::{
    AnswersEvent, AssignmentEvent, ClockEvent, CoordinationEvent, Event, ListeningEvent, NewsroomEvent,
    PeopleEvent, PlanningEvent, PressEvent, ProjectEvent, ReleaseEvent, ReportEvent, SiteEvent, ThingKind,
    ThingRef,
};
pub use failure::{Failure, Refusal};
pub use id::{
    ActivityId, AgencyId, AgreementId, AreaId, AssetId, AssignmentId, BookingId, BriefingId, ClockId,
    ConclusionId, ConsultationId, ContactId, DecisionId, DemandId, DigestId, DisplayId, ErrorReportId,
    FacilityId, FactId, GrantId, HotSpotId, InformationRequestId, InputRequestId, InquiryId, JobId, LetterId,
    MeetingId, MentionId, NewId, ObservanceId, ObstacleId, OpinionId, OutletId, PeriodReportId, PersonId,
    PetitionId, PlanId, PostId, PostingId, PresenterId, PressEventId, ProjectId, QuestionId, ReleaseId,
    RevisionId, RuleId, SavedSearchId, SectionId, SiteId, SourceId, SpokespersonId, StoryId, ThreadId,
    TopicId, TrainingId, UnitId, YearlyReportId,
};
pub use lineage::Lineage;
pub use moment::{Clock, Day, HandClock, Moment, SystemClock, Zone};
pub use paging::{Page, PageNumber};
pub use permission::{Access, Action, Denied, StoryFacts, Thing, WorkFacts, can, role_table};
