//! The tables of this house.

pub(crate) mod amendments;
pub(crate) mod appraisals;
pub(crate) mod campaigns;
pub(crate) mod display_photos;
pub(crate) mod displays;
pub(crate) mod feeds;
pub(crate) mod lines;
pub(crate) mod plans;
pub(crate) mod versions;

use db::{Where, whole};
use kernel::Day;

/// A day of a table; what cannot be read is the first day there is.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or(Day::MIN)
}
