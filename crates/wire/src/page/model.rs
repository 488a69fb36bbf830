//! What a page turns out to say. Field names are the contract of `daumoi import page --json`.

use serde::{Serialize, Serializer};
use std::fmt;
use viet::dates::{Date, When};

/// A page without its furniture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// The headline; made from the first sentence when the page has none, see `title_inferred`.
    pub title: String,
    /// Whether the page has no headline of its own.
    pub title_inferred: bool,
    /// When it was published; taken from `updated` (with a note) when the page only says when it was updated.
    pub published: Option<Stamp>,
    /// When it was last updated, where the page says so (`Ngày cập nhật`).
    pub updated: Option<Stamp>,
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Where it was taken from (`Nguồn: …`, `Theo …`).
    pub source: Option<String>,
    /// Captions of pictures in their order, repeated ones kept.
    pub captions: Vec<String>,
    /// The text in NFC: paragraphs divided by an empty line, each byte for byte as printed but for the spaces
    /// around it and the end mark `/.`.
    pub body: String,
    /// The body and captions in their order, each with what it is.
    pub blocks: Vec<Block>,
    /// Documents listed beside the text.
    pub documents: Vec<DocumentItem>,
    /// What was inferred, doubtful or left out.
    pub notes: Vec<Note>,
}

/// A day, or a moment with its offset. Written as ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    when: When,
}

impl Stamp {
    /// A stamp of one day or moment.
    #[must_use]
    pub fn new(when: When) -> Option<Self> {
        (when.start == when.end).then_some(Self { when })
    }

    /// The day.
    #[must_use]
    pub fn date(&self) -> Date {
        self.when.start
    }

    /// Day, time, offset and doubts as read.
    #[must_use]
    pub fn when(&self) -> &When {
        &self.when
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.when.iso())
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// `author – unit – agency`, each as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Byline {
    /// The person or persons.
    pub author: Option<String>,
    /// The part of the agency (`VPS`, `Phòng Biên tập`).
    pub unit: Option<String>,
    /// The agency (`Sở TT&TT`).
    pub agency: Option<String>,
}

/// One piece of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; a table's cells are divided by tabs and its rows by line ends.
    pub text: String,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading inside the text.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A table.
    Table,
    /// A picture's caption; not part of the body.
    Caption,
}

/// One document of a list, nothing of its text lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentItem {
    /// The type where stated (`Công văn`); an uncertain one is left open (S118).
    #[serde(rename = "type")]
    pub kind: Option<&'static str>,
    /// The number as printed, leading zero kept.
    pub number: Option<String>,
    /// The symbol after the number: `LĐTBXH-VP`, `QĐ-TTg`.
    pub symbol: Option<String>,
    /// What it is about (trích yếu), without `v/v` or `về việc`.
    pub subject: String,
    /// Whether the portal cut the text with `...` (S148).
    pub truncated: bool,
    /// The item as printed.
    pub text: String,
}

/// Something a person should know about how the page was read.
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
