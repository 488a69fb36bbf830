//! Publish: the public sites. What the public reads stands in this house's own tables, put there by what happened
//! to stories; a story that is not public is not here at all.

mod address;
mod cache;
mod findable;
mod pages;
mod site;
mod store;
pub mod verbs;

pub use cache::PageCache;
pub use findable::{Beside, FindablePosting, Finder, findable, is_posting, key};
pub use pages::{answer, ready, site_frame};
pub use site::{Place, Site, miscounted_sections, places, public_address, sites, story_at};

use axum::extract::FromRef;
use files::FileStore;
use std::sync::Arc;
use web::App;

/// What the pages of this house need.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// Pictures.
    pub files: FileStore,
    /// Pages kept ready.
    pub cache: PageCache,
    /// The search.
    pub finder: Arc<dyn Finder>,
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "portal_0001_portal", sql: include_str!("../migrations/0001_portal.sql") }]
}
