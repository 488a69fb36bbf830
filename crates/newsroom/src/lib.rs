//! Write and approve: stories from draft through approval to publication, correction and withdrawal.
//!
//! Front door of the house: its routes, its schema, and the verbs others may call.

mod assets;
mod checks;
mod content;
mod directory;
mod findable;
mod for_press;
mod history;
mod library;
mod listing;
mod pages;
mod publication;
mod schedule;
mod sheet;
mod store;
pub mod verbs;
mod verify;
mod workflow;

pub use assets::{Asset, AssetPictures, Size, assets};
pub use checks::{Findings, check};
pub use content::{Content, Genre, Place, Source};
pub use directory::{Directory, NamesById, PlaceOption};
pub use findable::{
    Findable, FindableAsset, called, every_asset, every_story, findable, findable_asset, named, units_of,
};
pub use for_press::{PressPicture, press_picture, press_pictures};
pub use library::{LibraryWords, Right};
pub use listing::{Waiting, waiting};
pub use publication::{Publication, head_content, head_hash, publication};
pub use schedule::{PUBLISH_TOPIC, ScheduledPublication};
pub use verify::{Verified, verify_revisions};
pub use workflow::{Public, Standing, Step, Work};

use axum::extract::FromRef;
use files::FileStore;
use std::sync::Arc;
use web::{App, Door};

/// What the verbs and pages of this house need.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// Pictures and originals.
    pub files: FileStore,
    /// Where stories can stand.
    pub directory: Arc<dyn Directory>,
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
        db::Step { name: "newsroom_0001_story", sql: include_str!("../migrations/0001_story.sql") },
        db::Step { name: "newsroom_0002_library", sql: include_str!("../migrations/0002_library.sql") },
        db::Step { name: "newsroom_0003_for_press", sql: include_str!("../migrations/0003_for_press.sql") },
    ]
}

/// Largest picture file taken, in bytes.
const PICTURE_MOST: usize = 20 * 1024 * 1024;
/// Largest text taken from a form or a script, in bytes.
const TEXT_MOST: usize = 3 * 1024 * 1024;

/// The doors of this house.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk", pages::work::show),
        Door::get("/desk/newsroom/review", pages::review::show),
        Door::get("/desk/newsroom/stories", pages::list::show),
        Door::post("/desk/newsroom/stories", pages::begin::begin),
        Door::get("/desk/newsroom/stories/new", pages::begin::show),
        Door::get("/desk/newsroom/stories/{story}", pages::story::show),
        Door::get("/desk/newsroom/stories/{story}/compare", pages::compare::show),
        Door::get("/desk/newsroom/stories/{story}/edit", pages::write::show),
        Door::post("/desk/newsroom/stories/{story}/seize", pages::write::seize),
        Door::post("/desk/newsroom/stories/{story}/lock", pages::write::keep_lock),
        Door::put("/desk/newsroom/stories/{story}/draft", pages::write::autosave).up_to(TEXT_MOST),
        Door::post("/desk/newsroom/stories/{story}/save", pages::write::save).up_to(TEXT_MOST),
        Door::post("/desk/newsroom/stories/{story}/submit", pages::steps::submit),
        Door::post("/desk/newsroom/stories/{story}/take-back", pages::steps::take_back),
        Door::post("/desk/newsroom/stories/{story}/return", pages::steps::return_story),
        Door::post("/desk/newsroom/stories/{story}/approve", pages::steps::approve),
        Door::post("/desk/newsroom/stories/{story}/schedule", pages::steps::schedule),
        Door::post("/desk/newsroom/stories/{story}/unschedule", pages::steps::unschedule),
        Door::post("/desk/newsroom/stories/{story}/publish", pages::steps::publish),
        Door::post("/desk/newsroom/stories/{story}/publish-urgently", pages::steps::publish_urgently),
        Door::post("/desk/newsroom/stories/{story}/approve-afterwards", pages::steps::approve_afterwards),
        Door::post("/desk/newsroom/stories/{story}/withdraw", pages::steps::withdraw),
        Door::post("/desk/newsroom/stories/{story}/reinstate", pages::steps::reinstate),
        Door::post("/desk/newsroom/stories/{story}/replace", pages::steps::replace),
        Door::post("/desk/newsroom/stories/{story}/remove", pages::steps::remove),
        Door::post("/desk/newsroom/stories/{story}/readers", pages::steps::set_readers),
        Door::post("/desk/newsroom/stories/{story}/library", pages::library_steps::from_story),
        Door::get("/desk/newsroom/library", pages::library::show),
        Door::post("/desk/newsroom/library", pages::library_steps::add).up_to(pages::library_steps::FORM),
        Door::get("/desk/newsroom/library/choices", pages::library::choices),
        Door::get("/desk/newsroom/library/{asset}", pages::library::one),
        Door::post("/desk/newsroom/library/{asset}", pages::library_steps::describe),
        Door::get("/desk/newsroom/library/{asset}/original", pages::library_steps::original),
        Door::post("/desk/newsroom/library/{asset}/withdraw", pages::library_steps::withdraw),
        Door::post("/desk/newsroom/library/{asset}/offer", pages::library_steps::offer),
        Door::post("/desk/newsroom/library/{asset}/press", pages::library_steps::to_press),
        Door::post("/desk/newsroom/library/{asset}/press/end", pages::library_steps::from_press),
        Door::get("/desk/newsroom/schedule", pages::timetable::show),
        Door::post("/desk/newsroom/assets", pages::pictures::add).up_to(PICTURE_MOST),
        Door::get("/desk/newsroom/assets/{asset}", pages::pictures::show),
        Door::get("/desk/newsroom/pictures/{sha}/{name}", pages::pictures::file),
    ]
}
