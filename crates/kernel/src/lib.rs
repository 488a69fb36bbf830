//! The words every part of Đầu Mối shares: who acts, when, on what, what happened and why not.
//!
//! No I/O here. The types know how they are stored (a UUID, a count of microseconds) and nothing more.

mod actor;
mod event;
mod failure;
mod id;
mod moment;
mod paging;
mod permission;

pub use actor::{Actor, Grant, Insider, Role};
pub use event::{AnswersEvent, ClockEvent, Event, PressEvent, ReleaseEvent, ThingKind, ThingRef};
pub use failure::{Failure, Refusal};
pub use id::{
    AgencyId, AreaId, AssetId, ClockId, ConsultationId, ContactId, DemandId, DigestId, ErrorReportId, FactId,
    GrantId, HotSpotId, InformationRequestId, InquiryId, JobId, LetterId, MentionId, NewId, OpinionId,
    OutletId, PersonId, PetitionId, PostId, PostingId, PressEventId, QuestionId, ReleaseId, RevisionId,
    RuleId, SavedSearchId, SectionId, SiteId, SourceId, SpokespersonId, StoryId, ThreadId, TopicId, UnitId,
    YearlyReportId,
};
pub use moment::{Clock, Day, HandClock, Moment, SystemClock, Zone};
pub use paging::{Page, PageNumber};
pub use permission::{Access, Action, Denied, StoryFacts, Thing, can, role_table};
