//! Where units work together: meetings and their conclusions, bookings, agreements with outlets, training.

pub mod booking;
mod doors;
mod ics;
pub mod meeting;
mod meeting_paper;
pub mod observance;
mod office;
mod pages;
mod resume;
mod round;
mod sight;
mod store;
pub mod verbs;
mod watch;

pub use booking::Priority;
pub use office::{Agency, Colleague, Office};
pub use resume::{
    Concluded, Line, MeetingLine, ObservanceLine, SessionLine, Waiting, called_agreement, called_booking,
    called_facility, called_meeting, called_observance, called_presenter, called_training, concluded,
    conclusion_meeting, drafted_notice, edition_of, enrolled, invited_to, meetings_between,
    observances_between, record_hash, sees_meetings, sessions_between, trainings_between, units_of, waiting,
};
pub use round::Rhythm;
pub use watch::{COORDINATION_TOPIC, Watch};

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
    vec![
        db::Step { name: "coordination_0001_meetings", sql: include_str!("../migrations/0001_meetings.sql") },
        db::Step { name: "coordination_0002_bookings", sql: include_str!("../migrations/0002_bookings.sql") },
        db::Step { name: "coordination_0003_ties", sql: include_str!("../migrations/0003_ties.sql") },
    ]
}

/// The doors of the desk.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    doors::desk()
}
