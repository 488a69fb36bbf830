//! What the deadlines ask of the rest of the house. The roof has the one implementation.

use async_trait::async_trait;
use kernel::{Actor, Failure, PersonId, UnitId};
use std::collections::HashMap;

/// The answers of the other houses.
#[async_trait]
pub trait Office: Send + Sync {
    /// Names of units and of colleagues.
    async fn names(&self) -> Result<(HashMap<UnitId, String>, HashMap<PersonId, String>), Failure>;
    /// Units of today.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// A person with the roles of today; not found when they have left.
    async fn actor(&self, person: PersonId) -> Result<Actor, Failure>;
}
