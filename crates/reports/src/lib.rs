//! The report of a period writes itself from what was done; the briefing reviews a month and plans the next.

mod draft;
pub mod measure;
mod numbers;
mod office;
mod pages;
mod paper_of;
pub mod period;
pub mod report;
mod store;
pub mod verbs;
mod waiting;
pub mod words;

pub use numbers::{Case, Numbers};
pub use office::{Agency, Names, Obstacle, Office, Planned, Standing, Work};
pub use paper_of::{annex, paper};
pub use store::reports::Texts;
pub use waiting::{Decision, called, decision, find, waiting};

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
    vec![db::Step { name: "reports_0001_reports", sql: include_str!("../migrations/0001_reports.sql") }]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
