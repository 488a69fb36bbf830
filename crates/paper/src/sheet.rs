//! A workbook as it is told: named sheets of typed cells.

use jiff::civil::Date;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// What its properties say it is called.
    pub title: String,
    /// The day its properties say it was made. `None` is the first day of 2000: this crate has no clock.
    pub day: Option<Date>,
    /// Its sheets, in order. A book without any gets an empty one, because no program opens it otherwise.
    pub sheets: Vec<Sheet>,
}

/// A sheet: title rows, one header row, rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name on the tab. What programs forbid is replaced, and names that stand twice are numbered.
    pub name: String,
    /// Lines above the header row; the first in bold letters.
    pub titles: Vec<String>,
    /// Its columns. They make the header row, which stays in sight.
    pub columns: Vec<SheetColumn>,
    /// Its rows. A row may be shorter than the header.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// What stands in the header row.
    pub title: String,
    /// Its width, in letters; at most 255.
    pub width: u8,
}

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words. They stay words whatever they begin with: `=1+1` is not reckoned.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with so many decimal places shown.
    Decimal(f64, u8),
    /// A share of one, shown as a percentage with one place.
    Percent(f64),
    /// A day, shown as `dd/mm/yyyy`. Years 1900 to 9999; others are written as words.
    Day(Date),
    /// Words that lead to an `http:`, `https:` or `mailto:` address. Others are written as bare words.
    Link {
        /// The words.
        text: String,
        /// The address.
        address: String,
    },
    /// As [`Cell::Text`], in bold letters.
    Strong(String),
}

impl SheetColumn {
    /// A column with its title and its width in letters.
    pub fn new(title: impl Into<String>, width: u8) -> SheetColumn {
        SheetColumn { title: title.into(), width }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Whole(number)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Cell {
        Cell::Day(day)
    }
}
