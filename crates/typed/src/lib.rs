//! What people type into forms and attach to them, made fit to be kept. Every house that takes words or files from
//! somebody takes them through here, so that what is refused in one place is refused in all.

pub mod amount;
mod attachments;
mod days;
mod form;
mod office;
mod words;

pub use attachments::{Attachments, Fit, Given, Kept};
pub use days::{day, day_of};
pub use form::Sent;
pub use office::{Office, Unfit, office};
pub use words::{address, head, line, lines, noted, one_line, paragraphs, reason, too_long, words};
