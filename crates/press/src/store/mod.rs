//! The tables of this house.

pub(crate) mod contacts;
pub(crate) mod events;
pub(crate) mod release_letters;
pub(crate) mod release_public;
pub(crate) mod releases;

pub(crate) mod demands;
pub(crate) mod facts;
pub(crate) mod inquiries;
pub(crate) mod intake;
pub(crate) mod numbers;
pub(crate) mod petitions;
pub(crate) mod spokespersons;
pub(crate) mod yearly;

pub(crate) use db::{anywhere, places};
