//! A feed of any kind, however broken → its items.
//!
//! ```
//! use wire::feed::{Hints, parse};
//! let sent = "<rss><channel><title>Báo</title><item><title>Điện & nước</title>\
//!     <link>/tin?a=1&b=2</link><pubDate>18:20 ngày 03/10/2026</pubDate></item>";
//! let hints = Hints { base_url: Some("https://bao.vn/rss".to_owned()), ..Hints::default() };
//! let feed = parse(sent.as_bytes(), &hints).unwrap();
//! assert_eq!(feed.items[0].title, "Điện & nước");
//! assert_eq!(feed.items[0].link.as_deref(), Some("https://bao.vn/tin?a=1&b=2"));
//! assert_eq!(feed.items[0].published.unwrap().to_string(), "2026-10-03T11:20:00Z");
//! ```
//!
//! It is read with forgiveness from the first byte: the encoding is found out, tags are cut and mended in one pass,
//! vocabularies are recognised by their address or usual prefix, and every field is taken from the best place that
//! says anything. No document type is read, so nothing in it can expand or be fetched.

mod address;
mod atom;
mod bytes;
mod dates;
mod finish;
mod json;
mod markup;
mod model;
mod names;
pub mod opml;
mod parts;
mod rss;
mod tree;

pub use model::{Enclosure, Feed, Item, Kind, Note, Person, Source, Text};

use address::Base;
use dates::{Order, Reading};
use jiff::Timestamp;
use jiff::tz::Offset;
use names::Space;
use std::fmt;
use tree::Tree;

/// What is known about a feed before it is opened. Everything may be left at its default.
#[derive(Clone, Debug)]
pub struct Hints {
    /// The `Content-Type` a server named, if any.
    pub content_type: Option<String>,
    /// The address it was fetched from; relative addresses are made absolute to it.
    pub base_url: Option<String>,
    /// When it was fetched. Of two readings of a date the one that does not lie ahead is taken.
    pub now: Option<Timestamp>,
    /// The zone of dates that name none. Without it, +07:00 for Vietnamese feeds and UTC for others.
    pub zone: Option<Offset>,
    /// More bytes than this are refused unread.
    pub longest: usize,
    /// More items than this are left out, with a note.
    pub most_items: usize,
}

impl Default for Hints {
    fn default() -> Self {
        Self {
            content_type: None,
            base_url: None,
            now: None,
            zone: None,
            longest: 20 * 1024 * 1024,
            most_items: 10_000,
        }
    }
}

/// Why bytes are no feed that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// Nothing in it but white space.
    Empty,
    /// More bytes than the limit.
    TooLarge {
        /// How many there are.
        bytes: usize,
        /// How many are let in.
        longest: usize,
    },
    /// A web page, where a feed was expected.
    Page,
    /// JSON, but none that is well-formed.
    Json,
    /// Something else than a feed.
    NotAFeed,
}

impl FeedError {
    /// A key for translation and logs.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "feed-empty",
            Self::TooLarge { .. } => "feed-too-large",
            Self::Page => "feed-is-a-page",
            Self::Json => "feed-json-broken",
            Self::NotAFeed => "feed-not-a-feed",
        }
    }
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the feed is empty"),
            Self::TooLarge { bytes, longest } => {
                write!(f, "the feed has {bytes} bytes; feeds of more than {longest} bytes are not read")
            }
            Self::Page => f.write_str("this is a web page, not a feed"),
            Self::Json => f.write_str("this looks like JSON but cannot be read as such"),
            Self::NotAFeed => f.write_str("this is neither RSS, Atom nor JSON Feed"),
        }
    }
}

impl std::error::Error for FeedError {}

/// Reads a feed.
///
/// # Errors
/// See [`FeedError`]. Bad input never panics: it is an error, or a feed with notes.
pub fn parse(bytes: &[u8], hints: &Hints) -> Result<Feed, FeedError> {
    let mut notes = Vec::new();
    let text = bytes::decode(bytes, hints, &mut notes)?;
    let base = hints.base_url.as_deref().map_or_else(Base::none, Base::new);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let mut feed = if start.starts_with('{') {
        json::read(start, &base, hints)?
    } else {
        let tree = tree::grow(&text, base);
        if tree.cut {
            notes.push(Note::new("too-many-elements", "the feed has more elements than are read"));
        }
        read_tree(&tree, hints)?
    };
    feed.notes.splice(0..0, notes);
    finish::finish(&mut feed);
    Ok(feed)
}

/// What kind of feed the elements make, and what it says.
fn read_tree(tree: &Tree<'_>, hints: &Hints) -> Result<Feed, FeedError> {
    for node in tree.all().take(2_000) {
        match (node.space(), node.name()) {
            (Space::Plain | Space::Rdf | Space::Other, "rss" | "rdf") => {
                return Ok(rss::read(tree, node, hints));
            }
            (Space::Plain | Space::Atom, "feed") => return Ok(atom::read(tree, node, hints)),
            (Space::Plain, "channel") => return Ok(rss::read(tree, node, hints)),
            // An entry alone is a feed of one (RFC 4287, 2).
            (Space::Atom, "entry") => return Ok(atom::read(tree, tree.root(), hints)),
            (Space::Plain | Space::Xhtml, "html") => return Err(FeedError::Page),
            _ => {}
        }
    }
    Err(FeedError::NotAFeed)
}

/// How dates are to be read in a feed: its zone, and whether its months come first.
fn reading(tree: &Tree<'_>, hints: &Hints, is_vietnamese: bool) -> Reading {
    let local = hints.zone.unwrap_or(Offset::constant(7));
    let zone = hints.zone.unwrap_or(if is_vietnamese { local } else { Offset::UTC });
    let as_written = Reading { zone, local, month_first: None };
    let mut doubtful = Vec::new();
    for node in tree.all().filter(|n| DATES.contains(&n.name())).take(500) {
        match dates::month_first(&node.text()) {
            Order::Plain => {}
            Order::MonthFirst => return Reading { month_first: Some(true), ..as_written },
            Order::DayFirst => return Reading { month_first: Some(false), ..as_written },
            Order::Doubtful => doubtful.push(node.text()),
        }
    }
    // Nothing is published the month after next: such dates were read the wrong way round.
    let fits = |reading: &Reading| {
        let Some(now) = hints.now else { return true };
        let ahead = |t: &Timestamp| t.as_second() > now.as_second() + 2 * 86_400;
        !doubtful.iter().any(|d| dates::read(d, reading).as_ref().is_some_and(ahead))
    };
    let orders = [None, Some(false), Some(true)].map(|month_first| Reading { month_first, ..as_written });
    orders.into_iter().find(fits).unwrap_or(as_written)
}

/// Whether a feed is one of a Vietnamese outlet, by its language, address or letters.
fn is_vietnamese(feed: &Feed, hints: &Hints, words: &str) -> bool {
    if feed.language.as_ref().is_some_and(|l| l.to_ascii_lowercase().starts_with("vi")) {
        return true;
    }
    let host_is = |address: &str| {
        url::Url::parse(address.trim()).is_ok_and(|u| u.host_str().is_some_and(|h| h.ends_with(".vn")))
    };
    hints.base_url.as_deref().is_some_and(host_is)
        || feed.link.as_deref().is_some_and(host_is)
        || words.chars().filter(|c| viet::letters::is_distinctive(*c)).count() >= 2
}

/// Elements that hold moments.
const DATES: [&str; 8] =
    ["pubdate", "date", "published", "issued", "created", "updated", "modified", "lastbuilddate"];

#[cfg(test)]
mod tests;
