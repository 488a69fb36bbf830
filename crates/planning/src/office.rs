//! What this house asks of the others.

use async_trait::async_trait;
use kernel::{Actor, AreaId, Failure, Lineage, PersonId, ThingRef, UnitId};
use paper::Letterhead;
use std::collections::HashMap;
use web::Progress;

/// The rest of the house, as the roof knows it.
#[async_trait]
pub trait Office: Send + Sync {
    /// The names of units, those that ended too.
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure>;
    /// The units of today, in the order people know.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Names and abbreviations of the units of today, as tables of units write them.
    async fn unit_words(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who works here today.
    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure>;
    /// The names of people, of those who left too.
    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure>;
    /// Which units came after which.
    async fn lineage(&self) -> Result<Lineage, Failure>;
    /// Areas of today, by name.
    async fn area_names(&self) -> Result<Vec<String>, Failure>;
    /// Areas of today, by name.
    async fn areas(&self) -> Result<Vec<(AreaId, String)>, Failure>;
    /// Who a person is today, for what is read in their name without a log-in.
    async fn actor(&self, person: PersonId) -> Result<Actor, Failure>;
    /// In whose name papers are made: agency, the body above it, its place.
    async fn letterhead(&self) -> Result<Letterhead, Failure>;
    /// How far the work on these things is, where work was given.
    async fn progress(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, Progress>, Failure>;
}
