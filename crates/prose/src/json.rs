//! The JSON of a text, as the rich editor writes it and the database keeps it.

mod fields;
mod inline;
mod read;
#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use read::{asset_id, read};
pub(crate) use write::write;
