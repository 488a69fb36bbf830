//! The pages of this house.

pub(crate) mod agreements;
pub(crate) mod bookings;
pub(crate) mod facilities;
pub(crate) mod facility;
pub(crate) mod meeting;
pub(crate) mod meeting_edit;
pub(crate) mod meeting_files;
pub(crate) mod meeting_steps;
pub(crate) mod meetings;
pub(crate) mod observances;
pub(crate) mod presenters;
pub(crate) mod rounds;
mod shared;
pub(crate) mod trainings;
