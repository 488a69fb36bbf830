//! The demo's newspapers: who they are, what they wrote in a quiet fortnight, what they write while somebody watches.
//!
//! Past items have a moment. The hot spot has seconds after the demo was opened, and what takes up the agency's
//! answer has seconds after that answer came out; whoever plays the press turns them into moments.

use jiff::Timestamp;
use serde::Deserialize;

use crate::read::Flaw;

mod check;
mod read;

/// All that is said about the province, and what the province says to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// The outlets.
    pub outlets: Vec<Outlet>,
    /// What the province listens for.
    pub topics: Vec<Topic>,
    /// What came out up to the demo's today, earliest first, then what arrives live, earliest first.
    pub items: Vec<Item>,
    /// How the province answers the hot spot, and what becomes of the answer.
    pub answer: Answer,
}

/// An outlet that exists nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// Stable key.
    pub key: String,
    /// Name as printed.
    pub name: String,
    /// How far it is read.
    pub level: OutletLevel,
    /// What it is.
    pub kind: OutletKind,
    /// Where it is made.
    pub locality: String,
    /// Its domain, under `.example`.
    pub domain: String,
    /// How it writes, in a few words.
    #[serde(default)]
    pub rhythm: Option<String>,
}

/// How far an outlet is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutletLevel {
    /// The whole country.
    Central,
    /// One province.
    Province,
    /// A town or a few communes.
    Local,
}

impl OutletLevel {
    /// The level's name as written in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Province => "province",
            Self::Local => "local",
        }
    }
}

/// What an outlet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutletKind {
    /// báo
    Paper,
    /// tạp chí
    Magazine,
    /// đài phát thanh, truyền hình
    RadioTv,
    /// hãng thông tấn
    NewsAgency,
    /// trang tin
    Portal,
}

impl OutletKind {
    /// The kind's name as written in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Magazine => "magazine",
            Self::RadioTv => "radio_tv",
            Self::NewsAgency => "news_agency",
            Self::Portal => "portal",
        }
    }
}

/// One published item of an outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Stable key, used as slug.
    pub key: String,
    /// Key of the outlet.
    pub outlet: String,
    /// Title as first printed.
    pub title: String,
    /// Sapo.
    pub summary: String,
    /// Paragraphs with an empty line between them, as first printed.
    pub body: String,
    /// Pen name; empty where none was printed.
    pub byline: String,
    /// When it came out.
    pub when: When,
    /// Key of the item whose text this one takes over.
    pub reprints: Option<String>,
    /// What it tells, where others tell it too: items with the same word tell one matter. Threads can be measured by it.
    pub event: Option<String>,
    /// How it was changed after it came out.
    pub edit: Option<Edit>,
}

/// A later version of an item, under the same address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// When; counted as the item's own time is.
    pub when: When,
    /// Title from then on.
    pub title: String,
    /// Body from then on.
    pub body: String,
}

/// When an item comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// At a moment before the demo's today.
    At(Timestamp),
    /// So many seconds after the demo was opened.
    After(u32),
    /// So many seconds after the province's answer came out.
    AfterAnswer(u32),
}

/// How the province answers the hot spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Key of the unit that is asked.
    pub unit: String,
    /// What the focal point asks of it.
    pub question: String,
    /// Title of the statement.
    pub title: String,
    /// Sapo of the statement.
    pub summary: String,
    /// The statement in the plain notation of stories.
    pub body: String,
    /// What takes up the answer, earliest first; each is [`When::AfterAnswer`].
    pub after: Vec<Item>,
}

/// Something the province listens for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Words, `"phrases"`, `~"folded phrases"`, AND, OR, NOT, NEAR/5 and brackets.
    pub query: String,
    /// From 1, nice to know, to 3, at once.
    pub importance: u8,
}

/// Reads the compiled-in newspapers.
///
/// # Errors
/// A [`Flaw`] names the file and place that cannot be read; the tests keep that from being shipped.
pub fn press() -> Result<Press, Flaw> {
    read::press()
}

impl Press {
    /// The outlet with this key.
    #[must_use]
    pub fn outlet(&self, key: &str) -> Option<&Outlet> {
        self.outlets.iter().find(|one| one.key == key)
    }

    /// The item with this key, whether past, live or after the answer.
    #[must_use]
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().chain(&self.answer.after).find(|one| one.key == key)
    }

    /// What came out before the demo's today, earliest first.
    pub fn past(&self) -> impl Iterator<Item = (Timestamp, &Item)> {
        self.items.iter().filter_map(|one| match one.when {
            When::At(at) => Some((at, one)),
            When::After(_) | When::AfterAnswer(_) => None,
        })
    }

    /// What arrives after the demo was opened, with its seconds, earliest first.
    pub fn live(&self) -> impl Iterator<Item = (u32, &Item)> {
        self.items.iter().filter_map(|one| match one.when {
            When::After(seconds) => Some((seconds, one)),
            When::At(_) | When::AfterAnswer(_) => None,
        })
    }
}
