//! The blocks a story is built of: what an editor sees as one paragraph, heading, list, table or picture.

use uuid::Uuid;

use crate::Inline;

/// One block of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph {
        /// `None` is the ordinary left alignment.
        align: Option<Align>,
        /// The text itself.
        content: Vec<Inline>,
    },
    /// A heading inside the story; the story's own title is not part of the body.
    Heading {
        /// Two to four: level one is the page's title.
        level: Level,
        /// The words of the heading.
        content: Vec<Inline>,
    },
    /// A list with bullets; each item is a list of blocks and begins with a paragraph.
    BulletList(Vec<Vec<Block>>),
    /// A numbered list.
    OrderedList {
        /// The number of the first item, 0 to 999,999,999.
        start: u32,
        /// The items, as in [`Block::BulletList`].
        items: Vec<Vec<Block>>,
    },
    /// A passage quoted from elsewhere.
    Blockquote(Vec<Block>),
    /// A table of figures or facts.
    Table(Table),
    /// A picture from the store, with its words.
    Figure(Figure),
    /// A line across the page.
    Rule,
}

/// How the lines of a paragraph stand; ordinary left alignment is the absence of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Centred.
    Center,
    /// Against the right edge.
    Right,
    /// Both edges even.
    Justify,
}

impl Align {
    /// The word used in JSON and in the class of the paragraph.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Center => "center",
            Self::Right => "right",
            Self::Justify => "justify",
        }
    }
}

/// The level of a heading inside a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A part of the story.
    Two,
    /// A part of a part.
    Three,
    /// The smallest heading.
    Four,
}

impl Level {
    /// 2, 3 or 4.
    pub fn number(self) -> u8 {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }

    /// The level that exists for this number, if it does.
    pub fn exact(number: u64) -> Option<Self> {
        match number {
            2 => Some(Self::Two),
            3 => Some(Self::Three),
            4 => Some(Self::Four),
            _ => None,
        }
    }

    /// The nearest level for a heading that comes from elsewhere: 1 becomes 2, 5 and 6 become 4.
    pub fn nearest(number: u64) -> Self {
        match number {
            0..=2 => Self::Two,
            3 => Self::Three,
            _ => Self::Four,
        }
    }
}

/// A table: rows of cells, which may span.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// From top to bottom; never empty in a [`crate::Body`].
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// From left to right; a cell covered from above by a `rowspan` is not listed again.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Whether it names its row or column.
    pub kind: CellKind,
    /// Columns it covers, 1 or more.
    pub colspan: u16,
    /// Rows it covers, 1 or more.
    pub rowspan: u16,
    /// What stands in it; at least one paragraph, perhaps empty.
    pub content: Vec<Block>,
}

impl Cell {
    /// A cell over one column and one row holding these blocks.
    pub fn new(kind: CellKind, content: Vec<Block>) -> Self {
        Self { kind, colspan: 1, rowspan: 1, content }
    }
}

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// It names a column or row; read aloud by screen readers with each value.
    Header,
    /// It holds a value.
    Data,
}

/// A picture in the text. The picture itself lives in the store under `asset`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which asset.
    pub asset: Uuid,
    /// What a person who cannot see the picture is told.
    pub alt: String,
    /// The words under the picture.
    pub caption: String,
    /// Who made it.
    pub credit: String,
}
