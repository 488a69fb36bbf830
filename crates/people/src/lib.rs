//! Who we are: the agency, its units, posts, people and areas, each with the time it was so; who may come in.
//!
//! Front door of the house: its routes, its schema, and the verbs others may call.

mod holders;
mod kept;
mod listing;
mod pages;
mod password;
mod scope;
mod session;
mod store;
mod unit_kind;
pub mod verbs;

pub use holders::{Holding, holders};
pub use kept::kept_views;
pub use listing::{
    AgencyFace, AreaLine, Colleague, Kinship, UnitLine, agency, areas, areas_on, colleague_names, colleagues,
    login_of, successions_of_ended, unit_names, units,
};
pub use session::{SESSION_COOKIE, actor, session_cookie, who_asks};
pub use unit_kind::UnitKind;

use axum::extract::FromRef;
use web::{App, Door};

/// What the pages of this house need.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
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
        db::Step { name: "people_0001_people", sql: include_str!("../migrations/0001_people.sql") },
        db::Step {
            name: "people_0002_login_attempt",
            sql: include_str!("../migrations/0002_login_attempt.sql"),
        },
        db::Step { name: "people_0003_kept_view", sql: include_str!("../migrations/0003_kept_view.sql") },
    ]
}

/// Largest form with a password in it, in bytes: every field at its longest, as browsers encode Vietnamese.
const LOGIN_MOST: usize = 16 * 1024;

/// The doors of this house.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/login", pages::login::show),
        Door::post("/desk/login", pages::login::sign_in).up_to(LOGIN_MOST),
        Door::post("/desk/logout", pages::login::sign_out),
        Door::get("/desk/account", pages::account::show),
        Door::post("/desk/account/password", pages::account::change_password).up_to(LOGIN_MOST),
        Door::post("/desk/kept", pages::kept::keep),
        Door::post("/desk/kept/{view}/forget", pages::kept::forget),
        Door::get("/desk/people", pages::people::show),
        Door::get("/desk/units", pages::units::show),
        Door::get("/desk/areas", pages::areas::show),
    ]
}
