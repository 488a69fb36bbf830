//! Pages that belong to no single house.

pub(crate) mod demo;
pub(crate) mod design;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod metrics;
