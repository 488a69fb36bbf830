//! What a printed paper says of itself beside its words.

use crate::fonts::Fonts;
use jiff::civil::Date;

/// What a printed paper says of itself beside its words. The default is right for most papers.
#[derive(Debug, Clone, Default)]
pub struct Particulars {
    /// What the file is called in its properties. `None`: kind and subject of the paper.
    pub title: Option<String>,
    /// Whose it is, in its properties. `None`: the issuing body.
    pub author: Option<String>,
    /// The day it was made, in its properties. `None`: the day of issue, if the paper has one.
    pub date: Option<Date>,
    /// The faces it is set in.
    pub fonts: Fonts,
    /// Where a reader can check the paper, at the foot of each page.
    pub check: Option<Check>,
    /// As PDF/A-2a, for archives. It needs a day, and a face for each letter.
    pub archival: bool,
}

/// Where a reader can check that a printed paper is genuine: words and an address at the foot of each page, and on the
/// first one the address as a QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The words before the address, as in "Kiểm tra văn bản tại".
    pub words: String,
    /// The address, `http:` or `https:`. Another, or one too long for a code (1,000 letters), is left out with its
    /// words.
    pub address: String,
}
