//! The tables of this house.

pub(crate) mod asker;
pub(crate) mod consultations;
pub(crate) mod fields;
pub(crate) mod flocks;
pub(crate) mod forms;
pub(crate) mod lists;
pub(crate) mod opinions;
pub(crate) mod public;
pub(crate) mod questions;
pub(crate) mod reports;
pub(crate) mod requests;
pub(crate) mod words;

/// A count that is never negative.
pub(crate) fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

pub(crate) use db::places;
