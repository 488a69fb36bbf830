//! What a feed says, whatever it was written in. Field names are the contract of `daumoi feed parse --json`.

use jiff::Timestamp;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A feed and its items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// What it is written in.
    pub kind: Kind,
    /// The version it states or shows (`2.0`, `1.0`, `0.3`), if any.
    pub version: Option<String>,
    /// Its name as bare text in NFC, spaces squeezed; empty when it has none.
    pub title: String,
    /// The page it belongs to.
    pub link: Option<String>,
    /// Its own address, where it says so (`rel="self"`, `feed_url`).
    pub feed_link: Option<String>,
    /// What it says about itself.
    pub description: Option<Text>,
    /// Its language tag as sent.
    pub language: Option<String>,
    /// When it last changed.
    pub updated: Option<Timestamp>,
    /// Who makes it.
    pub authors: Vec<Person>,
    /// Its subjects.
    pub categories: Vec<String>,
    /// A picture or icon that stands for it.
    pub image: Option<String>,
    /// Minutes it asks not to be fetched again.
    pub ttl: Option<u32>,
    /// Its items in the order of the feed.
    pub items: Vec<Item>,
    /// What was mended, doubtful or left out.
    pub notes: Vec<Note>,
}

/// What a feed is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// RSS 0.9 to 2.0, RDF or not.
    #[default]
    Rss,
    /// Atom 0.3 or 1.0.
    Atom,
    /// JSON Feed.
    Json,
    /// Microsoft's Channel Definition Format of 1997, still met in archives.
    Cdf,
}

/// One published thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Never empty when the item has a guid, an address or a title, and no other item of the feed has the same: a
    /// guid shared by items of different addresses is joined with the address.
    pub id: String,
    /// The headline as bare text in NFC, spaces squeezed; empty when there is none.
    pub title: String,
    /// The page, absolute whenever the feed gives anything to be absolute to.
    pub link: Option<String>,
    /// When it was published; when it only says that it was updated, then.
    pub published: Option<Timestamp>,
    /// When it was last changed, where the feed says so.
    pub updated: Option<Timestamp>,
    /// The short text.
    #[serde(flatten, serialize_with = "summary")]
    pub summary: Option<Text>,
    /// The whole text, where the feed sends it.
    pub content: Option<Text>,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// Its subjects, each once.
    pub categories: Vec<String>,
    /// Files that come with it, each address once.
    pub enclosures: Vec<Enclosure>,
    /// A picture that stands for it.
    pub image: Option<String>,
    /// Its language tag, where it differs from the feed's or is its own.
    pub language: Option<String>,
    /// Where readers comment.
    pub comments: Option<String>,
    /// The feed or outlet it was taken from.
    pub source: Option<Source>,
}

/// A text as sent, and whether it is markup.
///
/// Markup is made safe to show: scripts, styles, event handlers and dangerous addresses are gone, and relative
/// addresses are absolute. It is written to JSON as a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text, or the markup.
    pub value: String,
    /// Whether `value` is HTML.
    pub html: bool,
}

impl Text {
    /// The bare text in NFC: a line a paragraph, spaces squeezed.
    #[must_use]
    pub fn plain(&self) -> String {
        if self.html { super::markup::plain(&self.value) } else { super::markup::squeeze_lines(&self.value) }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.value)
    }
}

/// The summary as sent and as bare text, side by side.
fn summary<S: Serializer>(text: &Option<Text>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut both = serializer.serialize_struct("Summary", 2)?;
    both.serialize_field("summary", text)?;
    both.serialize_field("summary_text", &text.as_ref().map(Text::plain))?;
    both.end()
}

/// Someone named by a feed. At least one field says something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name.
    pub name: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// A page about the person.
    pub url: Option<String>,
}

/// A file that comes with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Enclosure {
    /// Where it is.
    pub url: String,
    /// Its media type as sent.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Its size in bytes, if a number was sent.
    pub length: Option<u64>,
}

/// Where an item was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its name.
    pub title: Option<String>,
    /// Its address.
    pub link: Option<String>,
}

/// Something a person should know about how the feed was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// A key for machines and translation.
    pub key: &'static str,
    /// The same in English words.
    pub text: String,
}

impl Note {
    pub(super) fn new(key: &'static str, text: impl Into<String>) -> Self {
        Self { key, text: text.into() }
    }
}
