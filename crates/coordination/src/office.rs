//! What this house asks of the others.

use async_trait::async_trait;
use db::Cx;
use kernel::{Failure, PersonId, UnitId};
use std::collections::HashMap;

/// The rest of the house, as the roof knows it.
#[async_trait]
pub trait Office: Send + Sync {
    /// The names of units, those that ended too.
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure>;
    /// The names of people, of those who left too.
    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure>;
    /// The units of today, in the order people know.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who works here today, guests from elsewhere among them.
    async fn colleagues(&self) -> Result<Vec<Colleague>, Failure>;
    /// In whose name papers are issued.
    async fn agency(&self) -> Result<Agency, Failure>;
    /// The mark of a unit in numbers of papers, such as `VP`.
    async fn symbol(&self, unit: UnitId) -> Result<String, Failure>;
    /// Writes to a colleague, beside what the desk shows.
    async fn tell(&self, cx: &Cx, person: PersonId, subject: &str, text: &str) -> Result<(), Failure>;
}

/// Somebody who works here.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// The post held, if any: `Chánh Văn phòng`.
    pub post: String,
}

/// The agency as its papers name it.
#[derive(Debug, Clone, Default)]
pub struct Agency {
    /// Its full name.
    pub name: String,
    /// The body above it, if any.
    pub over: String,
    /// Where it is.
    pub place: String,
    /// Its mark in numbers of papers.
    pub symbol: String,
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) units: HashMap<UnitId, String>,
    pub(crate) people: HashMap<PersonId, String>,
}

impl Names {
    pub(crate) async fn of(office: &dyn Office) -> Result<Self, Failure> {
        Ok(Self { units: office.unit_names().await?, people: office.person_names().await? })
    }

    pub(crate) fn unit(&self, id: UnitId) -> String {
        self.units.get(&id).cloned().unwrap_or_default()
    }

    pub(crate) fn person(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.people.get(&id).cloned()).unwrap_or_default()
    }
}
