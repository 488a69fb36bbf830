//! The pages of this house: of the desk, and those that stand open to everybody.

pub(crate) mod contact;
pub(crate) mod contacts;
pub(crate) mod event;
pub(crate) mod event_steps;
pub(crate) mod events;
pub(crate) mod release;
pub(crate) mod release_edit;
pub(crate) mod release_files;
pub(crate) mod release_steps;
pub(crate) mod releases;
pub(crate) mod room;
pub(crate) mod room_calendar;
pub(crate) mod room_feeds;
pub(crate) mod room_mail;
pub(crate) mod room_release;
pub(crate) mod room_verify;
pub(crate) mod told;

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
