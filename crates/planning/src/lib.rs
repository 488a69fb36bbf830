//! Plan: from the medium term to the month, each line with who leads, for whom, where, with what money and by when (S36–S55).
//!
//! Units write their own lines while a plan is drafted; a version is frozen when it is presented; two or more units appraise
//! it side by side; who approves it wrote none of its lines. After that a line changes by a tracked amendment alone.

mod agreeing;
pub mod amount;
pub mod display;
mod import;
pub mod line;
mod lineage;
mod office;
mod pages;
pub mod plan;
pub mod project;
mod project_chart;
mod project_file;
pub mod project_sums;
mod project_told;
pub mod relative;
mod sight;
mod store;
mod timeline;
mod told;
pub mod verbs;

pub use agreeing::{AGREE_TOPIC, Agreeing};
pub use lineage::Lineage;
pub use office::{Letterhead, Office, Progress};
pub use project_file::keep as keep_record;
pub use project_told::{Disbursed, behind, called_project, disbursed, units_of_projects};
pub use told::{
    Agreed, LineBetween, LineOf, Waiting, agreed, called_activity, called_plan, lines_between, lines_of,
    units_of, waiting,
};

use axum::extract::FromRef;
use files::FileStore;
use std::sync::Arc;
use web::{App, Door};

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// Photographs of what hangs, papers of contracts and acceptances.
    pub files: FileStore,
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
    vec![
        db::Step { name: "planning_0001_plans", sql: include_str!("../migrations/0001_plans.sql") },
        db::Step { name: "planning_0002_campaigns", sql: include_str!("../migrations/0002_campaigns.sql") },
        db::Step { name: "planning_0003_projects", sql: include_str!("../migrations/0003_projects.sql") },
        db::Step { name: "planning_0004_displays", sql: include_str!("../migrations/0004_displays.sql") },
    ]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
