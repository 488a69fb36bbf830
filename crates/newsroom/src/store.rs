//! The tables of this house. Nobody else reads or writes them.

mod assets;
mod drafts;
mod library;
mod revisions;
mod stories;

pub(crate) use assets::*;
pub(crate) use drafts::*;
pub(crate) use library::*;
pub(crate) use revisions::*;
pub(crate) use stories::*;
