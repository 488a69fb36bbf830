//! What this house asks of the others. The roof has the one implementation.

use async_trait::async_trait;
use kernel::{AreaId, Failure, PersonId, Role, StoryId, UnitId};
use std::collections::HashMap;

/// The answers of the other houses.
#[async_trait]
pub trait Office: Send + Sync {
    /// Names of units and of colleagues.
    async fn names(&self) -> Result<Names, Failure>;
    /// Units that can be asked today.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// The unit whose work it is today: itself while it stands, else the first that came after it (S180).
    async fn today_of(&self, unit: UnitId) -> Result<UnitId, Failure>;
    /// Colleagues of today.
    async fn colleagues(&self) -> Result<Vec<Colleague>, Failure>;
    /// Areas of today.
    async fn areas(&self) -> Result<Vec<(AreaId, String)>, Failure>;
    /// Who holds one of these roles today.
    async fn holders(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure>;
    /// The story that is public at a path of a site, if one is.
    async fn story_at(&self, path: &str) -> Result<Option<StoryId>, Failure>;
}

/// One of the agency, who can be named as the person for a field.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Units of today in which they have a post.
    pub units: Vec<UnitId>,
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
    /// The name of a unit, or nothing.
    #[must_use]
    pub fn unit(&self, unit: Option<UnitId>) -> String {
        unit.and_then(|unit| self.units.get(&unit).cloned()).unwrap_or_default()
    }

    /// The name of a colleague, or nothing.
    #[must_use]
    pub fn person(&self, person: Option<PersonId>) -> String {
        person.and_then(|person| self.people.get(&person).cloned()).unwrap_or_default()
    }
}
