//! Pages in: what a saved portal page says, without its furniture.
//!
//! [`page::read`] takes the bytes of a saved page, bare text or HTML, and tells title, dates, byline, source,
//! captions, body and the list of documents printed beside it. It reads bytes only: no network, no clock, no files.

pub mod page;
