//! What this house asks of the others. The roof has the one implementation.

use async_trait::async_trait;
use kernel::{AssetId, Failure, HotSpotId, MentionId, Page, PageNumber, PersonId, Role, UnitId};
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
    /// A page of the pictures that the press may take today.
    async fn pictures(&self, number: PageNumber, size: u32) -> Result<Page<Picture>, Failure>;
    /// One of them, if it is still one.
    async fn picture(&self, id: AssetId) -> Result<Option<Picture>, Failure>;
}

/// A picture of the library that the press may take.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Which.
    pub id: AssetId,
    /// What it shows.
    pub caption: String,
    /// What is to be seen, for those who do not see it.
    pub alt: String,
    /// Who took it.
    pub credit: String,
    /// Who owns the rights.
    pub owner: String,
    /// What must not be done with it.
    pub terms: String,
    /// Hash of the original, the key in the file store.
    pub sha256: String,
    /// File name, width and height of the size in a list.
    pub small: (String, u32, u32),
    /// File name, width and height of the size to take away.
    pub large: (String, u32, u32),
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
