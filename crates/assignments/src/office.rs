//! What this house asks of the others.

use async_trait::async_trait;
use db::Cx;
use kernel::{Actor, Failure, PersonId, StoryId, ThingRef, UnitId};
use std::collections::HashMap;

/// The rest of the house, as the roof knows it.
#[async_trait]
pub trait Office: Send + Sync {
    /// The names of units, those that ended too.
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure>;
    /// The names of people, those who left too.
    async fn people_names(&self) -> Result<HashMap<PersonId, String>, Failure>;
    /// The units of today, in the order people know.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// Who works here today.
    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure>;
    /// Whether somebody may see a thing of another house.
    async fn may_see(&self, actor: &Actor, thing: ThingRef) -> Result<bool, Failure>;
    /// Whether a thing of another house is public, was held or issued: only then does it count.
    async fn is_out(&self, cx: &Cx, thing: ThingRef) -> Result<bool, Failure>;
    /// Begins a story of a unit under a title.
    async fn begin_story(&self, cx: &mut Cx, unit: UnitId, title: &str) -> Result<StoryId, Failure>;
}
