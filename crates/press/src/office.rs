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
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of units.
    pub units: HashMap<UnitId, String>,
    /// Of people.
    pub people: HashMap<PersonId, String>,
}
