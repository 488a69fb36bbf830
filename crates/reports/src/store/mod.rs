//! The tables of this house.

pub(crate) mod briefings;
pub(crate) mod reports;
