//! Find: what can be found of every thing, and by whom.
//!
//! Houses' reactions write a card for each thing, in the transaction that changes it. An index on each node follows
//! the cards; whoever searches carries tokens that say what they may know of.

pub mod audience;
mod card;
mod engine;
mod find;
mod follow;
mod news;
mod pages;
mod shared;
mod store;
pub mod verbs;

pub use card::{Card, day};
pub use engine::Embedded;
pub use find::{Found, Missed};
pub use follow::Difference;
pub use news::News;
pub use pages::Marks;
pub use shared::Shared;

use axum::extract::FromRef;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use web::{App, Door};

/// What finding needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// The index: of this node, or the one all share.
    pub engine: Arc<dyn seek::Engine>,
    /// What was sought in vain and is not written yet.
    pub missed: Missed,
    /// Whether the index has been as far as the cards since this process began.
    pub(crate) ready: Arc<AtomicBool>,
}

impl House {
    /// The house with an index.
    #[must_use]
    pub fn new(app: App, engine: Arc<dyn seek::Engine>) -> Self {
        Self { app, engine, missed: Missed::default(), ready: Arc::default() }
    }

    /// Whether everything can be found. Not so in the first moments of a process whose index is still being made:
    /// pages say so instead of finding nothing.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// Whether no card was ever written: an agency from before there was a search, or one with nothing in it.
///
/// # Errors
/// When the database does not answer.
pub async fn is_unused(db: &impl db::ConnectionTrait) -> Result<bool, kernel::Failure> {
    Ok(store::clock(db).await?.seq == 0)
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![
        db::Step { name: "search_0001_search", sql: include_str!("../migrations/0001_search.sql") },
        db::Step { name: "search_0002_mailed", sql: include_str!("../migrations/0002_mailed.sql") },
    ]
}

/// The doors of this house.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/search", pages::desk::show),
        Door::get("/desk/search/suggest", pages::suggest::show),
        Door::get("/desk/search/saved", pages::saved::show),
        Door::post("/desk/search/saved", pages::saved::save),
        Door::post("/desk/search/saved/{search}/look", pages::saved::look),
        Door::post("/desk/search/saved/{search}/mail", pages::saved::mail),
        Door::post("/desk/search/saved/{search}/forget", pages::saved::forget),
        Door::get("/desk/search/missed", pages::missed::show),
    ]
}
