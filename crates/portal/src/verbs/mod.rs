//! The verbs of this house: what the sites do when something happens to a story.

mod correct;
mod open_site;
mod post;
mod retire;

pub use correct::correct;
pub use open_site::{SectionWish, SiteWish, add_section, open_site};
pub use post::{PostingWish, post};
pub use retire::{Retirement, retire};
