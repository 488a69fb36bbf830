//! The pages of this house: of the desk, and those that stand open to everybody.

pub(crate) mod aside;
pub(crate) mod ask;
pub(crate) mod asked;
pub(crate) mod demand;
pub(crate) mod demands;
mod history;
pub(crate) mod inquiries;
pub(crate) mod inquiry;
pub(crate) mod inquiry_new;
pub(crate) mod outlets;
pub(crate) mod petitions;
mod shared;
pub(crate) mod spokespersons;
pub(crate) mod yearly;
