//! Ids as types: a story's id can never be passed where a person's is wanted.
//!
//! All are UUIDv7 (RFC 9562), so rows created later sort later.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A fresh id. Implemented by every id type of this module.
pub trait NewId: Sized {
    /// A new id, unique and later than those made before it on this machine.
    fn fresh() -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl NewId for $name {
            fn fresh() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

impl AgencyId {
    /// The agency of this installation, where nobody has asked yet which it is.
    pub const OURS: Self = Self(Uuid::nil());
}

ids! {
    /// An agency (cơ quan): the public body that runs this installation.
    AgencyId,
    /// A unit (đơn vị) of the agency; temporal.
    UnitId,
    /// A post (chức danh) held in a unit; temporal.
    PostId,
    /// A person (người) who may sign in.
    PersonId,
    /// A role given to a person, with its scope and term.
    GrantId,
    /// An administrative area (địa bàn); temporal.
    AreaId,
    /// A public site (trang, cổng).
    SiteId,
    /// A section (mục) of a site.
    SectionId,
    /// A story (tin, bài).
    StoryId,
    /// An immutable version of a story's content (bản).
    RevisionId,
    /// A picture or file (tư liệu).
    AssetId,
    /// A story as it stands on one public site.
    PostingId,
    /// A piece of work for later.
    JobId,
    /// A search somebody keeps.
    SavedSearchId,
    /// An outlet of the press (cơ quan báo chí).
    OutletId,
    /// A source (nguồn tin): a feed or list page of an outlet.
    SourceId,
    /// A mention (tin báo chí): one published item found in a source.
    MentionId,
    /// A topic (lĩnh vực theo dõi): a query.
    TopicId,
    /// A thread (vụ việc trên báo): mentions that tell the same event.
    ThreadId,
    /// A hot spot (điểm nóng): a thread that heats up, with its handling.
    HotSpotId,
    /// A digest (điểm báo): the press review of a day.
    DigestId,
    /// A running clock (đồng hồ).
    ClockId,
    /// A rule of the agency itself (quy định nội bộ).
    RuleId,
    /// A person who speaks for the agency (người phát ngôn), regularly or in one case.
    SpokespersonId,
    /// An inquiry of the press (yêu cầu của báo chí).
    InquiryId,
    /// Facts asked from a unit (đề nghị cung cấp thông tin).
    FactId,
    /// A demand for correction (yêu cầu cải chính).
    DemandId,
    /// A petition that the press forwarded (đơn, ý kiến do báo chí chuyển).
    PetitionId,
    /// A year's report on speaking to the press (báo cáo phát ngôn năm).
    YearlyReportId,
    /// A release or a statement (thông cáo báo chí, phát ngôn).
    ReleaseId,
    /// A contact of the press (đầu mối báo chí).
    ContactId,
    /// A press event (họp báo, giao ban báo chí).
    PressEventId,
    /// A question of a citizen (câu hỏi của người dân).
    QuestionId,
    /// A draft put to the public (lấy ý kiến dự thảo).
    ConsultationId,
    /// An opinion on a draft (ý kiến góp ý).
    OpinionId,
    /// A report of an error on a page (báo lỗi).
    ErrorReportId,
    /// A request for information under the law (yêu cầu cung cấp thông tin).
    InformationRequestId,
    /// A letter that came in by mail (thư đến).
    LetterId,
    /// A plan: medium-term, annual, quarterly, monthly, thematic or a campaign (kế hoạch).
    PlanId,
    /// One line of a plan (hoạt động).
    ActivityId,
    /// Something to be seen in the open, such as a banner.
    DisplayId,
    /// A project with its money (dự án).
    ProjectId,
    /// Work given to a unit (phân công).
    AssignmentId,
    /// What keeps work from going on (khó khăn, vướng mắc).
    ObstacleId,
    /// Input asked from units (đề nghị đơn vị góp nội dung).
    InputRequestId,
    /// A meeting (cuộc họp).
    MeetingId,
    /// What a meeting concluded (kết luận cuộc họp).
    ConclusionId,
    /// A room, a camera, a vehicle that can be booked (phòng, máy quay, xe dùng chung).
    FacilityId,
    /// A booking of a facility (lượt đăng ký sử dụng).
    BookingId,
    /// An agreement with an outlet (thỏa thuận phối hợp với cơ quan báo chí).
    AgreementId,
    /// Somebody who explains policy to people (báo cáo viên).
    PresenterId,
    /// A training with its attendance (lớp tập huấn).
    TrainingId,
    /// A commemorative day (ngày kỷ niệm).
    ObservanceId,
    /// The report of a period (báo cáo kỳ).
    PeriodReportId,
    /// A briefing: month reviewed, month planned (giao ban).
    BriefingId,
    /// What a briefing decided (kết luận giao ban).
    DecisionId,
}
