//! Who works there: the agency, its units with their predecessors, posts, people and roles.

use jiff::civil::Date;
use serde::Deserialize;

/// The agency the demo belongs to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Stable key; also the key of its own unit.
    pub key: String,
    /// Full official name.
    pub name: String,
    /// Name in running text.
    pub short: String,
    /// Place name printed before a date.
    pub place: String,
    /// Key of the area it governs.
    pub area: String,
    /// Key of the unit that is the communications focal point.
    pub focal_unit: String,
    /// Symbol in document numbers.
    pub symbol: String,
    /// Street address.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// Official mailbox.
    pub email: String,
    /// Domain of its sites and mail.
    pub domain: String,
    /// First day.
    #[serde(deserialize_with = "crate::when::day")]
    pub from: Date,
    /// One sentence about the province.
    pub about: String,
}

/// A language spoken in the province.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Its Vietnamese name.
    pub name: String,
}

/// A body: the agency itself, a department, a centre, a commune's committee, or an outside organisation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Stable key, `so-nnmt`.
    pub key: String,
    /// Full official name.
    pub name: String,
    /// Abbreviation in running text.
    pub abbreviation: String,
    /// Symbol in document numbers.
    pub symbol: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit above it.
    #[serde(default)]
    pub parent: Option<String>,
    /// The area it governs, for committees.
    #[serde(default)]
    pub area: Option<String>,
    /// First day.
    #[serde(deserialize_with = "crate::when::day")]
    pub from: Date,
    /// Last day, where it ended.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub to: Option<Date>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// Kinds of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Provincial people's committee.
    Committee,
    /// văn phòng
    Office,
    /// sở, ban ngang sở
    Department,
    /// thanh tra
    Inspectorate,
    /// công an
    Police,
    /// trung tâm, đài, cổng
    Centre,
    /// Commune or ward people's committee.
    CommuneCommittee,
    /// Another organisation: Party body, newspaper.
    Outside,
}

/// An edge from something old to something new; many to many.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Succession {
    /// Key of the old one.
    pub from: String,
    /// Key of the new one.
    pub to: String,
    /// First day of the new state.
    #[serde(deserialize_with = "crate::when::day")]
    pub on: Date,
    /// What happened.
    pub how: How,
    /// The part that moved, where only a part did.
    #[serde(default)]
    pub scope: Option<String>,
}

/// What a reorganisation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Joined with others into the new one.
    Merged,
    /// A part of it went to the new one while it ended.
    Split,
    /// Only the name changed.
    Renamed,
    /// A task moved while both went on.
    Transferred,
    /// Taken over unchanged.
    Continued,
}

/// A post in a unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Stable key.
    pub key: String,
    /// Title.
    pub title: String,
    /// Key of the unit.
    pub unit: String,
    /// Order in lists: 1 is highest.
    pub rank: u8,
}

/// Someone who logs in to the demo.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Stable key.
    pub key: String,
    /// Full name.
    pub name: String,
    /// `ông` or `bà`.
    pub honorific: String,
    /// E-mail, which is the log-in name.
    pub login: String,
    /// What this person tries in the demo, one sentence.
    pub tries: String,
    /// Posts held, earliest first.
    pub posts: Vec<Held>,
    /// Roles held.
    pub roles: Vec<RoleHeld>,
}

/// A post held over a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Key of the post.
    pub post: String,
    /// First day.
    #[serde(deserialize_with = "crate::when::day")]
    pub from: Date,
    /// Last day.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub to: Option<Date>,
}

/// A role within a unit; without dates it holds from the agency's first day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// Key of the unit it reaches over.
    pub unit: String,
    /// First day.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default, deserialize_with = "crate::when::maybe_day")]
    pub to: Option<Date>,
}

/// What a person may do, by the names the code uses everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// cộng tác viên
    Contributor,
    /// biên tập viên
    Editor,
    /// tổng biên tập, trưởng ban biên tập
    ChiefEditor,
    /// lãnh đạo
    Leader,
    /// trực điểm báo
    DutyOfficer,
    /// cán bộ đầu mối
    FocalOfficer,
    /// cán bộ báo chí
    PressOfficer,
    /// người phát ngôn
    Spokesperson,
    /// văn thư
    RecordsOfficer,
    /// công chức xã
    CommuneOfficer,
    /// quản trị hệ thống
    Admin,
    /// khách
    Guest,
}

impl Role {
    /// The identifier used in tables and settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Contributor => "contributor",
            Self::Editor => "editor",
            Self::ChiefEditor => "chief_editor",
            Self::Leader => "leader",
            Self::DutyOfficer => "duty_officer",
            Self::FocalOfficer => "focal_officer",
            Self::PressOfficer => "press_officer",
            Self::Spokesperson => "spokesperson",
            Self::RecordsOfficer => "records_officer",
            Self::CommuneOfficer => "commune_officer",
            Self::Admin => "admin",
            Self::Guest => "guest",
        }
    }
}
