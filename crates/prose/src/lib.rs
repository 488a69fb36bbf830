//! The structured text of a story: what the editor saves, the portal shows, reviewers compare and the law keeps.
//!
//! A [`Body`] is always canonical and always within limits, however it came in:
//!
//! | comes from | with | goes to | with |
//! |---|---|---|---|
//! | the rich editor | [`Body::parse`] | the database, the content hash | [`Body::to_json`] |
//! | a paste, an old page | [`Body::from_html`] | the portal | [`Body::to_html`] |
//! | the form without JavaScript | [`Body::from_notation`] | that form again | [`Body::to_notation`] |
//! | bare text | [`Body::from_text`] | search, counting, reading aloud | [`Body::to_text`] |
//!
//! Two bodies that say the same thing have the same bytes; [`compare`] shows people what differs between two others.
//! The crate is pure: no files, no network, no clock.

mod block;
mod body;
mod canon;
mod clean;
mod compare;
mod error;
mod find;
mod href;
mod html;
mod inline;
mod json;
mod nest;
mod notation;
mod paste;
mod text;

#[cfg(test)]
mod samples;

pub use block::{Align, Block, Cell, CellKind, Figure, Level, Row, Table};
pub use body::{Body, MAX_BYTES, MAX_CELLS, MAX_DEPTH, MAX_NODES, MAX_SPAN};
pub use clean::{line, lines};
pub use compare::{
    Change, CompareOptions, Comparison, Part, RowChange, Run, State, compare, compare_text, text_to_html,
};
pub use error::{BodyError, Place, Reason, Step};
pub use find::Found;
pub use href::{Href, HrefError};
pub use html::{HtmlOptions, NoPictures, Picture, Pictures};
pub use inline::{Inline, Mark, Marks, Text};
pub use notation::Lost;
pub use paste::{Cleaned, Dropped, MAX_HTML};
