//! Work given to units: accepted or declined, done with evidence, blocked and unblocked, reminded (S59–S71); and input asked
//! from units. Each piece has its day and its clock; what was wanted counts by itself when it is public.
//!
//! Other houses give work from the roof's reactions with [`verbs::give`], [`verbs::move_due`] and [`verbs::withdraw`], and read
//! how far it is with [`progress`] and [`in_period`].

pub mod assignment;
mod called;
mod counted;
mod findable;
mod office;
mod pages;
mod sight;
mod store;
pub mod verbs;

pub use assignment::State;
pub use called::{called, giver, href, kept_by, lead_of, readers};
pub use counted::{
    Hindrance, Period, Progress, Told, hindrances, in_period, origin, owed, progress, tied_to, title_of,
    units_of,
};
pub use findable::{Findable, every_assignment, findable};
pub use office::Office;
pub use pages::waiting;
pub use verbs::Given;

use axum::extract::FromRef;
use files::FileStore;
use std::sync::Arc;
use web::{App, Door};

/// What units hand in.
pub(crate) const FILES: typed::Attachments = typed::Attachments::of("assignments").with_workbooks();

/// What this house needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// What units handed in.
    pub files: FileStore,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
    /// What its clocks count with.
    pub rules: deadlines::Rules,
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step {
        name: "assignments_0001_assignments",
        sql: include_str!("../migrations/0001_assignments.sql"),
    }]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    pages::doors()
}
