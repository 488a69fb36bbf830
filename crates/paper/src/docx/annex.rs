//! The annexes, after the end: each begins a page with its label, its title and the paper it belongs to.

use super::{GAP, Pen, body, centred, tight};
use crate::wording::{Annexed, Wording};
use docx_rs::Docx;

/// Writes the annexes.
pub(super) fn write(docx: Docx, pen: &mut Pen, said: &Wording) -> Docx {
    said.annexes.iter().fold(docx, |docx, annex| one(docx, pen, annex))
}

fn one(mut docx: Docx, pen: &mut Pen, annex: &Annexed) -> Docx {
    let size = pen.letters.text;
    let label = centred(&annex.label, size, true, false).page_break_before(true).style("Heading1");
    docx = docx.add_paragraph(label.keep_next(true));
    if let Some(title) = &annex.title {
        docx = docx.add_paragraph(centred(title, size, true, false).keep_next(true));
    }
    if let Some(with) = &annex.with {
        let line = centred(with, size, false, true).line_spacing(tight().after(GAP));
        docx = docx.add_paragraph(line.keep_next(true));
    }
    body::blocks(docx, pen, &annex.blocks, false)
}
