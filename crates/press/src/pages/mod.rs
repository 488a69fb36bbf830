//! The pages of this house.

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
