//! Plan: from the medium term to the month, each line with who leads, for whom, where, with what money and by when (S36–S55).

mod office;

pub use office::Office;

use axum::extract::FromRef;
use std::sync::Arc;
use web::{App, Door};

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![]
}
