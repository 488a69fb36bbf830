//! The tables of this house.

pub(crate) mod contracts;
pub(crate) mod money;
pub(crate) mod projects;

use db::{Where, whole};
use kernel::Day;

/// A day of a table; what cannot be read is the first day there is.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or(Day::MIN)
}
