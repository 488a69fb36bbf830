//! The verbs of this house, one a file.

mod forget_search;
mod mail_search;
mod put_card;
mod rebuild;
mod save_search;

pub(crate) use forget_search::forget_search;
pub(crate) use mail_search::mail_search;
pub use put_card::{put_card, put_cards, take_card_out};
pub use rebuild::ask_rebuild;
pub(crate) use save_search::{save_search, see_search};
