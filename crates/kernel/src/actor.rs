//! Who acts: a visitor, a person with roles, or the machine itself.

use crate::{PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a person may be in a unit (DESIGN §2). What each may do is the table in `permission.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Cộng tác viên: writes stories of the unit.
    Contributor,
    /// Biên tập viên: reviews, edits, approves what others wrote.
    Editor,
    /// Trưởng ban biên tập: also withdraws, replaces, removes.
    ChiefEditor,
    /// Lãnh đạo: approves, returns, orders urgent publication.
    Leader,
    /// Trực điểm báo.
    DutyOfficer,
    /// Chuyên viên đầu mối của Văn phòng.
    FocalOfficer,
    /// Chuyên viên báo chí.
    PressOfficer,
    /// Người phát ngôn (PN-01).
    Spokesperson,
    /// Văn thư.
    RecordsOfficer,
    /// Cán bộ truyền thông cấp xã.
    CommuneOfficer,
    /// Quản trị hệ thống: people, units, sites; no editorial right.
    Admin,
    /// Thành viên từ cơ quan khác (S94): reads what they are invited to.
    Guest,
}

impl Role {
    /// Every role, in the order of the table.
    pub const ALL: [Self; 12] = [
        Self::Contributor,
        Self::Editor,
        Self::ChiefEditor,
        Self::Leader,
        Self::DutyOfficer,
        Self::FocalOfficer,
        Self::PressOfficer,
        Self::Spokesperson,
        Self::RecordsOfficer,
        Self::CommuneOfficer,
        Self::Admin,
        Self::Guest,
    ];

    /// The name in tables, commands and locale keys (`role-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
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

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.name() == text).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|role| role.name()).collect();
            format!("no role is called “{text}”; the roles are {}", names.join(", "))
        })
    }
}

/// A role with the units it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The units it covers today, sub-units included; `None` is every unit there is.
    pub covers: Option<Vec<UnitId>>,
    /// Whether it is over the agency itself: given without a unit, or for the one that all others stand below.
    pub agency: bool,
    /// The unit it was given for, with all that ended in it; empty where it was given without one.
    pub own: Vec<UnitId>,
}

impl Grant {
    /// Whether it speaks for the agency. Some offices serve all of it wherever they sit; others are held for a part of it.
    #[must_use]
    pub fn is_for_the_agency(&self) -> bool {
        self.agency
            || matches!(
                self.role,
                Role::DutyOfficer
                    | Role::PressOfficer
                    | Role::Spokesperson
                    | Role::RecordsOfficer
                    | Role::Admin
            )
    }

    /// The units whose own people hold it: those it covers, or of an office over the agency the one it was given for.
    #[must_use]
    pub fn home(&self) -> &[UnitId] {
        if self.agency { &self.own } else { self.covers.as_deref().unwrap_or_default() }
    }

    /// Whether this grant reaches `unit`.
    #[must_use]
    pub fn reaches(&self, unit: UnitId) -> bool {
        self.covers.as_ref().is_none_or(|units| units.contains(&unit))
    }
}

/// A person who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insider {
    /// Who.
    pub id: PersonId,
    /// As shown to others.
    pub name: String,
    /// The unit they write for.
    pub unit: Option<UnitId>,
    /// What they may be, where.
    pub grants: Vec<Grant>,
}

impl Insider {
    /// Whether they hold `role` anywhere.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// The units in which they hold one of `roles`; `None` is the whole agency.
    #[must_use]
    pub fn reach(&self, roles: &[Role]) -> Option<Vec<UnitId>> {
        let mut units = Vec::new();
        for grant in self.grants.iter().filter(|grant| roles.contains(&grant.role)) {
            units.extend(grant.covers.clone()?);
        }
        units.sort();
        units.dedup();
        Some(units)
    }

    /// Whether they hold one of `roles` for `unit`.
    #[must_use]
    pub fn is_one_of(&self, roles: &[Role], unit: UnitId) -> bool {
        self.grants.iter().any(|grant| roles.contains(&grant.role) && grant.reaches(unit))
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Anyone on the public side.
    Visitor,
    /// A person who is signed in.
    Person(Insider),
    /// The machine, doing what people decided before: schedules, imports, commands of the administrator.
    Machine(&'static str),
}

impl Actor {
    /// The person, if a person acts.
    #[must_use]
    pub fn person(&self) -> Option<&Insider> {
        match self {
            Self::Person(insider) => Some(insider),
            Self::Visitor | Self::Machine(_) => None,
        }
    }

    /// The id of the person, if a person acts.
    #[must_use]
    pub fn id(&self) -> Option<PersonId> {
        self.person().map(|insider| insider.id)
    }
}
