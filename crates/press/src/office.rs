//! What this house asks of the others. The roof has the one implementation.

use async_trait::async_trait;
use kernel::{Failure, PersonId, Role, UnitId};
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
    /// Who speaks for the agency today (PN-01): only they are named under a release (PN-06).
    async fn speakers(&self) -> Result<Vec<Speaker>, Failure>;
    /// In whose name the house speaks.
    async fn agency(&self) -> Result<Agency, Failure>;
}

/// A person who speaks for the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub person: PersonId,
    /// Full name, as the press must show it (PN-20).
    pub name: String,
    /// Post and body.
    pub post: String,
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
