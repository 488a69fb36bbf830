//! The text as a page shows it: safe, semantic HTML.

mod inline;
mod options;
mod out;
mod slug;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use inline::{escape, inline};
pub use options::{HtmlOptions, NoPictures, Picture, Pictures};
pub(crate) use out::{Writer, is_empty};
