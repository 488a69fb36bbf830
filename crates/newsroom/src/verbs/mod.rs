//! The verbs of this house, a file each.

mod add_asset;
mod approve;
mod approve_afterwards;
mod begin_story;
mod import_story;
mod library;
mod limit_readers;
mod publish;
mod publish_urgently;
mod reinstate;
mod remove;
mod replace;
mod return_story;
mod save_draft;
mod save_revision;
mod schedule;
mod submit;
mod take_back;
mod take_pen;
mod withdraw;

pub use add_asset::{AssetWish, add_asset, register_asset};
pub use approve::approve;
pub use approve_afterwards::approve_afterwards;
pub use begin_story::{begin_story, begin_story_about};
pub use import_story::{ImportWish, import_story};
pub use library::{
    describe_asset, keep_from_press, offer_again, offer_asset, offer_from_story, offer_to_press,
    withdraw_asset,
};
pub use limit_readers::limit_readers;
pub use publish::publish;
pub use publish_urgently::publish_urgently;
pub use reinstate::reinstate;
pub use remove::remove;
pub use replace::replace;
pub use return_story::return_story;
pub use save_draft::{Saved, save_draft};
pub use save_revision::save_revision;
pub use schedule::{schedule, unschedule};
pub use submit::submit;
pub use take_back::take_back;
pub use take_pen::{Pen, keep_pen, lay_down_pen, take_pen};
pub use withdraw::withdraw;

pub(crate) use library::{figures, may_keep};

use kernel::Failure;

/// Longest reason or note, in characters.
const WORDS_MOST: usize = 2000;

/// Words a person gave as a reason or note.
fn words(field: &'static str, text: &str) -> Result<String, Failure> {
    typed::words(field, text, WORDS_MOST)
}
