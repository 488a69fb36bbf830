//! Promises with a deadline, running: which rule holds for what, when its time is up, and what became of it
//! (DESIGN §4 “Rules and clocks”). The counting is in `clocks`; here are the rows, the verbs and the pages.
//!
//! Houses do not start clocks. They record what happened, and the roof's reactions start, meet and stop the clocks that
//! hang on it. A page shows the clocks of its thing with [`faces`], a list those of its
//! things with [`faces_of`].

mod bell;
mod book;
mod counted;
mod face;
mod office;
mod pages;
mod running;
mod store;
mod tally;
pub mod verbs;

pub use bell::{Told, told};
pub use book::{Book, Rules};
pub use counted::{Counted, late_now, started_between};
pub use face::{ClockFace, faces, faces_of, span};
pub use office::Office;
pub use running::DUE_TOPIC;
pub use tally::open_now;

use axum::extract::FromRef;
use std::sync::Arc;
use web::{App, Door};

/// What the pages of the deadlines need.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// What clocks count with.
    pub rules: Rules,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this crate.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "deadlines_0001_deadlines", sql: include_str!("../migrations/0001_deadlines.sql") }]
}

/// The doors of this crate.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/clocks", pages::list::show),
        Door::get("/desk/clocks/rules", pages::rules::show),
        Door::post("/desk/clocks/rules", pages::rules::set),
        Door::post("/desk/clocks/rules/level", pages::rules::level),
        Door::post("/desk/clocks/rules/{rule}/end", pages::rules::end),
        Door::get("/desk/clocks/days", pages::days::show),
        Door::post("/desk/clocks/days", pages::days::set),
        Door::post("/desk/clocks/days/clear", pages::days::clear),
        Door::post("/desk/clocks/feed", pages::feed::make),
        Door::post("/desk/clocks/feed/end", pages::feed::end),
        Door::get("/desk/clocks/feed/{token}", pages::feed::show),
        Door::get("/desk/clocks/{clock}", pages::clock::show),
        Door::post("/desk/clocks/{clock}/pause", pages::clock::pause),
        Door::post("/desk/clocks/{clock}/resume", pages::clock::resume),
        Door::post("/desk/clocks/{clock}/extend", pages::clock::extend),
        Door::post("/desk/clocks/{clock}/drop", pages::clock::drop_it),
    ]
}
