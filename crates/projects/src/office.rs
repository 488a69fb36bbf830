//! What this house asks of the others.

use async_trait::async_trait;
use kernel::{ActivityId, Actor, Day, Failure, Lineage, PersonId, PlanId, ThingRef, UnitId};
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
    /// Who works here today.
    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure>;
    /// The names of people, of those who left too.
    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure>;
    /// Which units came after which.
    async fn lineage(&self) -> Result<Lineage, Failure>;
    /// In whose name papers are made: agency, the body above it, its place.
    async fn letterhead(&self) -> Result<Letterhead, Failure>;
    /// How far the work on these things is, where work was given.
    async fn progress(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, Progress>, Failure>;
    /// A line of a plan, for who may see it.
    async fn line(&self, actor: &Actor, id: ActivityId) -> Result<Option<PlanLine>, Failure>;
    /// The agreed lines that run between two days, at most so many, for who may see them, by day.
    async fn lines(&self, actor: &Actor, days: (Day, Day), most: u32) -> Result<Vec<PlanLine>, Failure>;
}

/// A line of a plan that a project pays for, or may.
#[derive(Debug, Clone)]
pub struct PlanLine {
    /// Which.
    pub id: ActivityId,
    /// In which plan.
    pub plan: PlanId,
    /// What is to be done.
    pub title: String,
    /// Who leads.
    pub lead: UnitId,
}
