//! The report of a period writes itself from what was done; the briefing reviews a month and plans the next.

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
