//! The tables of this house.

pub(crate) mod contacts;
pub(crate) mod events;
pub(crate) mod release_letters;
pub(crate) mod release_public;
pub(crate) mod releases;
