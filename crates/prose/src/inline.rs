//! The running text inside a block, and the marks (bold, link …) an author puts on it.

use crate::Href;

/// One piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(Text),
    /// A new line within the same paragraph.
    Break,
}

impl Inline {
    /// Words without any mark.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text(Text { text: text.into(), marks: Marks::default() })
    }
}

/// Words that carry the same marks throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words; never empty in a [`crate::Body`].
    pub text: String,
    /// What is on them.
    pub marks: Marks,
}

/// The marks on one piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Marks {
    on: u8,
    /// Where a click leads.
    pub link: Option<Href>,
}

/// A mark without further data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Mark {
    /// Important words.
    Bold = 1,
    /// Stressed words, titles of works.
    Italic = 2,
    /// Underlined words.
    Underline = 4,
    /// Words struck out.
    Strike = 8,
    /// Raised, as in m².
    Superscript = 16,
    /// Lowered, as in H₂O.
    Subscript = 32,
}

impl Mark {
    /// All of them, in the order they are written in.
    pub const ALL: [Self; 6] =
        [Self::Bold, Self::Italic, Self::Underline, Self::Strike, Self::Superscript, Self::Subscript];

    /// The name of the mark in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Strike => "strike",
            Self::Superscript => "superscript",
            Self::Subscript => "subscript",
        }
    }

    /// The HTML element that means it.
    pub(crate) fn element(self) -> &'static str {
        match self {
            Self::Bold => "strong",
            Self::Italic => "em",
            Self::Underline => "u",
            Self::Strike => "s",
            Self::Superscript => "sup",
            Self::Subscript => "sub",
        }
    }
}

impl Marks {
    /// Whether this mark is on.
    pub fn has(&self, mark: Mark) -> bool {
        self.on & mark as u8 != 0
    }

    /// Puts a mark on.
    pub fn add(&mut self, mark: Mark) {
        self.on |= mark as u8;
    }

    /// Takes a mark off.
    pub fn remove(&mut self, mark: Mark) {
        self.on &= !(mark as u8);
    }

    /// The same marks and this one.
    #[must_use]
    pub fn with(mut self, mark: Mark) -> Self {
        self.add(mark);
        self
    }

    /// The same marks and this link.
    #[must_use]
    pub fn linked(mut self, href: Href) -> Self {
        self.link = Some(href);
        self
    }

    /// The marks that are on, in the order they are written in; the link is not among them.
    pub fn iter(&self) -> impl Iterator<Item = Mark> + '_ {
        Mark::ALL.into_iter().filter(|mark| self.has(*mark))
    }

    /// Whether nothing is on.
    pub fn is_empty(&self) -> bool {
        self.on == 0 && self.link.is_none()
    }

    /// What two neighbours have in common.
    pub(crate) fn both(&self, other: &Self) -> Self {
        let link = if self.link == other.link { self.link.clone() } else { None };
        Self { on: self.on & other.on, link }
    }
}
