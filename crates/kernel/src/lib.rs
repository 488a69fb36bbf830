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
pub use event::{Event, ThingKind, ThingRef};
pub use failure::{Failure, Refusal};
pub use id::{
    AgencyId, AreaId, AssetId, DigestId, GrantId, HotSpotId, JobId, MentionId, NewId, OutletId, PersonId,
    PostId, PostingId, RevisionId, SavedSearchId, SectionId, SiteId, SourceId, StoryId, ThreadId, TopicId,
    UnitId,
};
pub use moment::{Clock, Day, HandClock, Moment, SystemClock, Zone};
pub use paging::{Page, PageNumber};
pub use permission::{Access, Action, Denied, StoryFacts, Thing, can, role_table};
