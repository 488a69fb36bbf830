//! Answer the press: who speaks, who asked what and by when it is due, what the agency tells by itself, where it meets the
//! press, and what it demands when something false was printed (decree 244/2026, PN-01 to PN-21).

mod contact;
mod doors_told;
pub mod event;
mod event_ics;
mod office;
mod pages;
pub mod release;
mod release_due;
mod release_paper;
mod release_sign;
mod release_template;
mod standing;
mod store;
mod told;
pub mod verbs;

pub use office::{Agency, Names, Office, Speaker};
pub use release_due::{DUE_RELEASE_TOPIC, FORGET_TOPIC, ReleaseJobs, SEND_TOPIC};
pub use standing::{
    AskedOf, FindableRelease, asked_of, editor_of, event_title, findable_release, issued_releases,
    last_conference, release_hash, release_title,
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
    /// What was handed in and what is handed out.
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
    vec![db::Step { name: "press_0002_telling", sql: include_str!("../migrations/0002_telling.sql") }]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    doors_told::desk()
}

/// The doors that stand open to everybody, at the root of every site.
#[must_use]
pub fn open_doors() -> Vec<Door<House>> {
    doors_told::open()
}
