//! A saved portal page → title, dates, byline, source, captions, body and documents, free of furniture.
//!
//! ```
//! use wire::page::{Hint, read};
//! let saved = "Khai mạc tuần lễ đọc sách tại xã Bình An\nNgày đăng: 05/03/2024\n\n\
//!     Sáng ngày 4/3, xã Bình An khai mạc tuần lễ đọc sách với hơn hai trăm em học sinh tham dự cùng thầy cô./.\n\
//!     Thu Hà - VHXH\nCác tin khác\n";
//! let page = read(saved.as_bytes(), &Hint::default()).unwrap();
//! assert_eq!(page.title, "Khai mạc tuần lễ đọc sách tại xã Bình An");
//! assert_eq!(page.published.unwrap().to_string(), "2024-03-05");
//! assert_eq!(page.byline.unwrap().author.as_deref(), Some("Thu Hà"));
//! assert!(page.body.ends_with("cùng thầy cô."));
//! ```

mod article;
mod bytes;
mod captions;
mod documents;
mod furniture;
mod html;
mod labels;
mod lines;
mod links;
mod model;
mod names;
mod site_rule;
mod text;
mod text_ends;
mod zones;

pub use article::{Article, article};
pub use links::{Link, links};
pub use model::{Block, BlockKind, Byline, DocumentItem, Note, Page, Stamp};
pub use site_rule::{FEWEST, LONGEST, RuleError, Ruled, SiteRule, article_by};

use std::fmt;

/// What is known about a saved page before it is opened. Everything may be left at its default.
#[derive(Clone, Debug)]
pub struct Hint {
    /// The character set a server named, if any; the page's own declaration and bytes are weighed against it.
    pub charset: Option<String>,
    /// The address it was saved from, for resolving nothing yet but kept with the page's own.
    pub address: Option<String>,
    /// More bytes than this are refused unread.
    pub longest: usize,
}

impl Default for Hint {
    fn default() -> Self {
        Self { charset: None, address: None, longest: 10 * 1024 * 1024 }
    }
}

/// Why a file is no page that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Nothing in it but white space.
    Empty,
    /// More bytes than the limit.
    TooLarge {
        /// How many there are.
        bytes: usize,
        /// How many are let in.
        longest: usize,
    },
    /// Not text: an image, an archive, a PDF, a program.
    Binary,
    /// Text, but in no encoding that gives words.
    Encoding,
    /// A page, yet without any text to keep.
    NoText,
}

impl PageError {
    /// A key for translation and logs.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "page-empty",
            Self::TooLarge { .. } => "page-too-large",
            Self::Binary => "page-binary",
            Self::Encoding => "page-encoding",
            Self::NoText => "page-no-text",
        }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::TooLarge { bytes, longest } => {
                write!(f, "the file has {bytes} bytes; pages of more than {longest} bytes are not read")
            }
            Self::Binary => f.write_str(
                "the file is not text: it looks like a picture, an archive or another binary file",
            ),
            Self::Encoding => f.write_str("the text is in no encoding that could be recognised"),
            Self::NoText => f.write_str("the page holds no text"),
        }
    }
}

impl std::error::Error for PageError {}

/// Reads a saved page.
///
/// # Errors
/// See [`PageError`]. Bad input never panics: it is an error or a page with notes.
pub fn read(bytes: &[u8], hint: &Hint) -> Result<Page, PageError> {
    let text = bytes::decode(bytes, hint)?;
    let marked = marked(&text.text);
    let mut page = zones::recognise(&marked.lines, &marked.facts).ok_or(PageError::NoText)?;
    page.notes.splice(0..0, text.notes);
    Ok(page)
}

fn marked(text: &str) -> html::Marked {
    if html::is_html(text) {
        html::read(text)
    } else {
        html::Marked { lines: text::lines(text), facts: html::Facts::default(), too_deep: false }
    }
}
