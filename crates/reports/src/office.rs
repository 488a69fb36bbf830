//! What this house asks of the others.

use async_trait::async_trait;
use kernel::{Failure, PersonId, UnitId};
use std::collections::HashMap;

/// The rest of the house, as the roof knows it.
#[async_trait]
pub trait Office: Send + Sync {
    /// The names of units, those that ended too.
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure>;
    /// The units of today, in the order people know.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who works here today.
    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure>;
}
