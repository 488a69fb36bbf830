//! What an event can be about.

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
    /// Something to be seen in the open, such as a banner.
    Display,
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
            Self::Display => "display",
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
    pub const ALL: [Self; 48] = [
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
        Self::Display,
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
