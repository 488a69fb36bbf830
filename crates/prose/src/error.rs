//! Why a text cannot be kept, and where in it: so that a person reads "block 3 › row 2: …" and finds the place.

use std::fmt;

use crate::HrefError;

/// What is wrong with a text that came in, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}{reason}")]
pub struct BodyError {
    /// Where in the text.
    pub place: Place,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Not JSON at all.
    #[error("the text is not JSON: {0}")]
    NotJson(String),
    /// A thing that has to be an object, a list or a string is not.
    #[error("{0}")]
    Shape(&'static str),
    /// A kind of node the schema does not know, or not here.
    #[error("“{0}” cannot stand here")]
    UnknownNode(String),
    /// A mark the schema does not know.
    #[error("the mark “{0}” is not known")]
    UnknownMark(String),
    /// A field or attribute the schema does not know.
    #[error("the field “{0}” is not known")]
    UnknownField(String),
    /// An attribute with a value it cannot have.
    #[error("“{0}” has a value it cannot have")]
    Value(&'static str),
    /// A link that may not be kept.
    #[error("the link “{address}” cannot be kept: {why}")]
    Link {
        /// The address as written, cut after 100 characters.
        address: String,
        /// Why not.
        why: HrefError,
    },
    /// More bytes than [`crate::MAX_BYTES`].
    #[error("the text is longer than 2 MB")]
    TooLong,
    /// More levels than [`crate::MAX_DEPTH`].
    #[error("things are nested more than 32 deep")]
    TooDeep,
    /// More nodes than [`crate::MAX_NODES`].
    #[error("the text has more than 50,000 parts")]
    TooMany,
    /// More cells than [`crate::MAX_CELLS`] in one table.
    #[error("a table has more than 10,000 cells")]
    TooManyCells,
    /// A row with more columns than the table's first row, in the plain notation.
    #[error("this row has more columns than the first row of the table")]
    TooManyColumns,
}

impl Reason {
    /// A stable name, for looking the sentence up in the reader's language.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotJson(_) => "not-json",
            Self::Shape(_) => "shape",
            Self::UnknownNode(_) => "unknown-node",
            Self::UnknownMark(_) => "unknown-mark",
            Self::UnknownField(_) => "unknown-field",
            Self::Value(_) => "value",
            Self::Link { .. } => "link",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
            Self::TooManyCells => "too-many-cells",
            Self::TooManyColumns => "too-many-columns",
        }
    }

    pub(crate) fn link(address: &str, why: HrefError) -> Self {
        Self::Link { address: address.chars().take(100).collect(), why }
    }

    pub(crate) fn at(self, place: &Place) -> BodyError {
        BodyError { place: place.clone(), reason: self }
    }
}

/// A place in a text: the steps from the whole down to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place(pub Vec<(Step, usize)>);

/// One step down into a text; it goes with a number that counts from one, as people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A block of the text, of a quotation, of a list item or of a cell.
    Block,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// A piece of running text.
    Text,
    /// A mark on it.
    Mark,
}

impl Step {
    /// All steps, for tests that every one has its word in every language.
    pub const ALL: [Self; 6] = [Self::Block, Self::Item, Self::Row, Self::Cell, Self::Text, Self::Mark];

    /// A stable name, for looking the word up in the reader's language; also its English word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Item => "item",
            Self::Row => "row",
            Self::Cell => "cell",
            Self::Text => "text",
            Self::Mark => "mark",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (step, number)) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" › ")?;
            }
            write!(f, "{} {number}", step.key())?;
        }
        if self.0.is_empty() { Ok(()) } else { f.write_str(": ") }
    }
}
