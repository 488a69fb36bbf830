//! What this house asks of the others. The roof has the one implementation.

use async_trait::async_trait;
use kernel::{Failure, HotSpotId, MentionId, PersonId, Role, UnitId};
use std::collections::HashMap;

/// The answers of the other houses.
#[async_trait]
pub trait Office: Send + Sync {
    /// Names of units and of colleagues.
    async fn names(&self) -> Result<Names, Failure>;
    /// Units that can be asked today.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who holds one of these roles today.
    async fn holders(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure>;
    /// In whose name the house speaks.
    async fn agency(&self) -> Result<Agency, Failure>;
    /// Bodies of today that must have a spokesperson of their own (PN-03).
    async fn bodies(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// The name of a body; of the agency itself for none.
    async fn body(&self, unit: Option<UnitId>) -> Result<String, Failure>;
    /// Names of outlets that are known.
    async fn outlets(&self) -> Result<Vec<String>, Failure>;
    /// Hot spots that are open, with their titles.
    async fn open_hot_spots(&self) -> Result<Vec<(HotSpotId, String)>, Failure>;
    /// A published item that was heard, if it is there.
    async fn mention(&self, id: MentionId) -> Result<Option<Heard>, Failure>;
}

/// A published item.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// Its headline.
    pub title: String,
    /// Its address at the outlet.
    pub link: String,
    /// Whose it is.
    pub outlet: String,
    /// The day it was published, in ISO form.
    pub day: String,
}

/// The agency as its papers name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agency {
    /// Its full name.
    pub name: String,
    /// The body above it, if any.
    pub over: String,
    /// Where it is.
    pub place: String,
    /// Its abbreviation in numbers of papers, such as `UBND`.
    pub symbol: String,
    /// Its mail address; empty where nobody has said.
    pub email: String,
    /// Scheme and host under which the public reaches it; empty where nobody has said.
    pub address: String,
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of units.
    pub units: HashMap<UnitId, String>,
    /// Of people.
    pub people: HashMap<PersonId, String>,
}

impl Names {
    /// Of a person; empty for the machine.
    #[must_use]
    pub fn person(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.people.get(&id).cloned()).unwrap_or_default()
    }

    /// Of a unit.
    #[must_use]
    pub fn unit(&self, id: Option<UnitId>) -> String {
        id.and_then(|id| self.units.get(&id).cloned()).unwrap_or_default()
    }
}
