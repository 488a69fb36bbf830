//! What the newsroom asks of the rest of the house: where stories can stand.

use crate::content::Place;
use async_trait::async_trait;
use kernel::{Failure, PersonId, UnitId};
use std::collections::HashMap;

/// A place a story can stand in.
#[derive(Debug, Clone)]
pub struct PlaceOption {
    /// The place.
    pub place: Place,
    /// Name of the site.
    pub site: String,
    /// Name of the section.
    pub section: String,
}

/// Names of units and of people by id.
pub type NamesById = (HashMap<UnitId, String>, HashMap<PersonId, String>);

/// The roof knows the sites and the people; the newsroom asks it.
#[async_trait]
pub trait Directory: Send + Sync {
    /// The places that exist, in the order sites and sections are shown.
    async fn places(&self) -> Result<Vec<PlaceOption>, Failure>;
    /// Names of units and people, of those that are no more too.
    async fn names(&self) -> Result<NamesById, Failure>;
    /// The units a story can be written for today, in order.
    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure>;
    /// The public address of a story that is, or was, public.
    async fn public_address(&self, story: kernel::StoryId) -> Result<Option<String>, Failure>;
}
