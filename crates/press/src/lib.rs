//! Answer the press: who speaks, who asked what and by when it is due, what the agency tells by itself, where it meets the
//! press, and what it demands when something false was printed (decree 244/2026, PN-01 to PN-21).

mod contact;
pub mod demand;
mod doors_asked;
mod doors_told;
pub mod event;
mod event_ics;
mod faces;
pub mod inquiry;
mod letters;
mod office;
mod pages;
pub mod petition;
pub mod release;
mod release_due;
mod release_paper;
mod release_sign;
mod release_template;
mod speakers;
pub mod spokesperson;
mod standing;
mod store;
mod sweep;
mod told;
pub mod verbs;
mod waiting;
pub mod yearly;

pub use faces::{
    demand_name, fact_name, inquiry_name, petition_name, petition_rule, spokesperson_name, yearly_name,
};
pub use office::{Agency, Heard, Names, Office, Picture};
pub use pages::yearly_paper::{html_of as yearly_html, paper_of as yearly_paper};
pub use release_due::{DUE_RELEASE_TOPIC, FORGET_TOPIC, ReleaseJobs, SEND_TOPIC};
pub use standing::{
    AskedOf, FindableRelease, asked_of, editor_of, event_title, event_was_held, findable_release,
    issued_releases, last_conference, release_hash, release_title,
};
pub use sweep::sweep;
pub use waiting::{Waiting, waiting};

use axum::extract::FromRef;
use files::FileStore;
use gate::Gate;
use sha2::{Digest, Sha256};
use std::fmt::Write;
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
    /// What the public's forms go through.
    pub gate: Arc<Gate>,
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
        db::Step { name: "press_0001_answering", sql: include_str!("../migrations/0001_answering.sql") },
        db::Step { name: "press_0002_telling", sql: include_str!("../migrations/0002_telling.sql") },
        db::Step { name: "press_0003_accepting", sql: include_str!("../migrations/0003_accepting.sql") },
        db::Step {
            name: "press_0004_set_aside_words",
            sql: include_str!("../migrations/0004_set_aside_words.sql"),
        },
    ]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    let mut doors = doors_asked::desk();
    doors.extend(doors_told::desk());
    doors
}

/// The doors that stand open to everybody, at the root of every site.
#[must_use]
pub fn open_doors() -> Vec<Door<House>> {
    let mut doors = doors_asked::open();
    doors.extend(doors_told::open());
    doors
}

/// The hash of an exact text.
pub(crate) fn exact_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _infallible = write!(out, "{byte:02x}");
        out
    })
}
