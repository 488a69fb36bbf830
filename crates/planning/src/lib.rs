//! Plan: from the medium term to the month, each line with who leads, for whom, where, with what money and by when (S36–S55).
//!
//! Units write their own lines while a plan is drafted; a version is frozen when it is presented; two or more units appraise
//! it side by side; who approves it wrote none of its lines. After that a line changes by a tracked amendment alone.

mod agreeing;
pub mod display;
mod findable;
mod import;
pub mod line;
mod office;
mod pages;
pub mod plan;
pub mod relative;
mod sight;
mod store;
mod timeline;
mod told;
pub mod verbs;

pub use agreeing::{AGREE_TOPIC, Agreeing};
pub use findable::{Findable, every_plan, findable};
pub use office::Office;
pub use told::{
    Agreed, LineBetween, LineOf, SeenLine, Waiting, agreed, called_display, called_plan, lines_between,
    lines_drafted, lines_of, seen_line, seen_lines, units_of, units_of_displays, waiting,
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
    /// Photographs of what hangs.
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
        db::Step { name: "planning_0004_displays", sql: include_str!("../migrations/0004_displays.sql") },
        db::Step { name: "planning_0005_kept_views", sql: include_str!("../migrations/0005_kept_views.sql") },
    ]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
