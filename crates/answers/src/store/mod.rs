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

pub(crate) use db::{places, whole};
