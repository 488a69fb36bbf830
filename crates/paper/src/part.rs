//! The parts of a paper's text: headings, paragraphs, lists, tables, quotations.

use crate::text::Paragraph;

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading. Its number is counted by the writer.
    Heading(Level, Paragraph),
    /// A paragraph.
    Text(Paragraph),
    /// A list; each entry gets a dash, as offices write it.
    List(Vec<Paragraph>),
    /// A table.
    Table(Table),
    /// What somebody else said or wrote, and who, if it is to be named.
    Quotation {
        /// The words.
        said: Vec<Paragraph>,
        /// Whose they are.
        by: Option<Paragraph>,
    },
    /// What follows begins a page.
    PageBreak,
}

/// How a heading is numbered. A heading begins the count of those below it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// I., II., III.
    Roman,
    /// 1., 2., 3.
    Arabic,
    /// a), b), c), d), đ), e), g): the letters of the Vietnamese alphabet, as the decree asks.
    Letter,
    /// A heading without a number. It leaves the counts alone.
    Bare,
}

/// A table with a header row that is repeated on each page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What stands above it, if anything.
    pub caption: Option<Paragraph>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands in the header row.
    pub title: String,
    /// Its share of the table's width, against the shares of the others. 0 counts as 1.
    pub share: u16,
    /// Where in the column the text stands.
    pub align: Align,
}

/// Where in its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Ordinals and short marks.
    Centre,
    /// Amounts.
    Right,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// One text a column. Missing ones are empty, those too many are left out.
    Cells(Vec<Paragraph>),
    /// As [`Row::Cells`] in bold letters: a sum.
    Sum(Vec<Paragraph>),
    /// One bold text over all columns: it names the rows below.
    Group(Paragraph),
}

impl Table {
    /// More columns than a page can hold are left out; word processors refuse files beyond 63.
    pub const MOST: usize = 63;
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, share: u16) -> Column {
        Column { title: title.into(), share, align: Align::Left }
    }

    /// A column of ordinals or short marks.
    pub fn marks(title: impl Into<String>, share: u16) -> Column {
        Column { title: title.into(), share, align: Align::Centre }
    }

    /// A column of amounts.
    pub fn amounts(title: impl Into<String>, share: u16) -> Column {
        Column { title: title.into(), share, align: Align::Right }
    }
}

impl From<Paragraph> for Part {
    fn from(text: Paragraph) -> Part {
        Part::Text(text)
    }
}

impl From<Table> for Part {
    fn from(table: Table) -> Part {
        Part::Table(table)
    }
}
