//! A paper as PDF, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: what is sent, hung up and kept.
//!
//! [`pdf`] sets the same [`paper::Paper`] that [`paper::docx`] writes, with the same words ([`paper::Wording`]) and the
//! same measures ([`paper::page`]). It is pure: the same paper and particulars make the same bytes. The library `typst`
//! does the setting; no other crate knows it. Text reaches it as data and never as its language, so `#`, `$` or `\` in a
//! title are only letters.
//!
//! ```
//! use paper::{Heading, Paper, Part, Title};
//!
//! let notice = Paper {
//!     heading: Heading { national: true, issuer: Some("Văn phòng".to_owned()), ..Heading::default() },
//!     title: Title { kind: Some("Thông báo".to_owned()), subject: "Lịch trực #1".to_owned() },
//!     parts: vec![Part::Text("Trực cả ngày lễ.".into())],
//!     ..Paper::default()
//! };
//! let bytes = print::pdf(&notice, &print::Particulars::default())?;
//! assert!(bytes.starts_with(b"%PDF"));
//! # Ok::<(), print::Fault>(())
//! ```

mod code;
mod data;
mod fault;
mod fonts;
mod particulars;
mod reckon;
mod runs;
mod typeset;

pub use fault::{Fault, Measure};
pub use fonts::Fonts;
pub use particulars::{Check, Particulars};

use paper::{Paper, Wording};

/// Sets a paper as PDF: tagged, its faces embedded as far as they are used.
///
/// It takes long enough (a tenth of a second for a page, seconds for hundreds) to be called where waiting is allowed, not
/// on a thread that serves others. Papers are set one at a time.
///
/// # Errors
///
/// [`Fault::TooLong`] before anything is set; [`Fault::NotArchival`] when [`Particulars::archival`] is wished and cannot
/// be; [`Fault::Typesetter`] and [`Fault::Broken`] when the library fails, which nothing a paper holds should cause.
pub fn pdf(paper: &Paper, particulars: &Particulars) -> Result<Vec<u8>, Fault> {
    let letters = paper::page::letters(paper.size);
    let said = Wording::of(paper);
    reckon::bounds(&said, &letters)?;
    let code = particulars.check.as_ref().and_then(code::code);
    let mut data = data::data(paper, said, &letters, particulars);
    if code.is_none() {
        data.uncheck();
    }
    if particulars.archival && !data.is_dated() {
        return Err(Fault::NotArchival("it has no day".to_owned()));
    }
    let data = serde_json::to_vec(&data).map_err(|error| Fault::Typesetter(error.to_string()))?;
    typeset::typeset(data, code, &particulars.fonts, particulars.archival)
}
