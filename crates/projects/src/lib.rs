//! Projects and their money: assigned for a budget year, planned by month, contracted, accepted and paid out (S42).
//!
//! What was entered is never changed: money is adjusted, a payment cancelled and a contract declared void, each with its reason,
//! and sums are read from the ledger as of any of its entries.

mod chart;
mod findable;
mod office;
mod pages;
pub mod project;
mod records;
mod sight;
mod store;
pub mod sums;
mod told;
pub mod verbs;

pub use findable::{Findable, every_project, findable};
pub use office::{Office, PlanLine};
pub use records::keep as keep_record;
pub use told::{Disbursed, behind, called, disbursed, units_of};

use axum::extract::FromRef;
use files::FileStore;
use std::sync::Arc;
use web::{App, Door};

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// Papers of contracts and acceptances.
    pub files: FileStore,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house. Its tables were first made with those of plans, and keep the name of that step.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "planning_0003_projects", sql: include_str!("../migrations/0001_projects.sql") }]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
