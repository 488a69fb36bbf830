//! The pages of this house.

pub(crate) mod account;
pub(crate) mod areas;
pub(crate) mod kept;
pub(crate) mod login;
pub(crate) mod people;
pub(crate) mod units;
