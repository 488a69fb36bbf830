//! What this house asks of the others.

use crate::Lineage;
use async_trait::async_trait;
use kernel::{Actor, AreaId, Failure, PersonId, ThingRef, UnitId};
use std::collections::HashMap;

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

/// In whose name papers are made.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    /// The agency.
    pub issuer: String,
    /// The body above it, or nothing.
    pub superior: String,
    /// Where.
    pub place: String,
}

/// How far work is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The locale key of its state in a word.
    pub word: String,
    /// The chip of that state.
    pub chip: &'static str,
    /// 0 to 100.
    pub percent: u8,
    /// Past its day and not done.
    pub late: bool,
    /// Where it is on the desk.
    pub href: String,
}
