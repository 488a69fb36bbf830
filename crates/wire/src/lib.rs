//! Feeds and pages in: what the press and portals say, without their furniture and their faults.
//!
//! [`feed::parse`] takes the bytes of a feed, however broken, and tells its items. [`page::read`] takes the bytes of a
//! saved page, bare text or HTML, and tells title, dates, byline, source, captions, body and the list of documents
//! printed beside it. Both read bytes only: no network, no clock, no files.

mod encoding;
pub mod feed;
mod markup;
pub mod page;

pub use feed::opml;
