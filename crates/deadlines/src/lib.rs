//! Promises with a deadline, running: which rule holds for what, when its time is up, and what became of it
//! (DESIGN §4 “Rules and clocks”). The counting is in `clocks`; here are the rows, the verbs and the pages.
//!
//! Houses do not start clocks. They record what happened, and the roof's reactions start, meet and stop the clocks that
//! hang on it. A page shows the clocks of its thing with [`faces`].

mod bell;
mod book;
mod face;
mod running;
mod store;
pub mod verbs;

pub use bell::{Told, told};
pub use book::{Book, Rules};
pub use face::{ClockFace, faces, span};
pub use running::DUE_TOPIC;

/// The schema steps of this crate.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "deadlines_0001_deadlines", sql: include_str!("../migrations/0001_deadlines.sql") }]
}
