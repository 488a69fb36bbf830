//! The text as a page shows it: safe, semantic HTML.

mod inline;
mod options;
mod out;
mod slug;
mod table;
#[cfg(test)]
mod tests;

pub use options::{HtmlOptions, NoPictures, Picture, Pictures};
