//! The text of a paper: paragraphs with their first lines set in, headings, lists, quotations.

use super::{FIRST_LINE, GAP, Pen, thin};
use crate::part::Level;
use crate::wording::{Block, Wording};
use docx_rs::{AlignmentType, Docx, LineSpacing, LineSpacingType, Paragraph, SpecialIndentType};

mod table;

pub(super) use table::HEADER;

/// Writes the blocks of the text.
pub(super) fn write(docx: Docx, pen: &mut Pen, said: &Wording) -> Docx {
    blocks(docx, pen, &said.blocks, said.signing.is_some())
}

/// Writes blocks; the last paragraph stays with what follows where somebody `signs` below it.
pub(super) fn blocks(mut docx: Docx, pen: &mut Pen, blocks: &[Block], signs: bool) -> Docx {
    let mut new_page = false;
    for (at, block) in blocks.iter().enumerate() {
        // Whoever signs must not stand alone on a page: the last paragraph goes along.
        pen.stays = signs && at + 1 == blocks.len();
        if matches!(block, Block::PageBreak) {
            new_page = true;
            continue;
        }
        if std::mem::take(&mut new_page) {
            docx = docx.add_paragraph(thin().page_break_before(true));
        }
        docx = write_block(docx, pen, block);
    }
    docx
}

fn write_block(docx: Docx, pen: &mut Pen, block: &Block) -> Docx {
    let size = pen.letters.text;
    match block {
        Block::Heading(level, words) => docx.add_paragraph(heading(pen, *level, words)),
        Block::Text(words) => docx.add_paragraph(paragraph(pen, words)),
        Block::Table(table) => table::write(docx, pen, table),
        Block::Quotation(words) => docx.add_paragraph(set_in(pen.ink(body(), words, size))),
        Block::Source(words) => {
            docx.add_paragraph(set_in(pen.ink(body(), words, size)).align(AlignmentType::Right))
        }
        Block::PageBreak => docx,
    }
}

/// A paragraph of the text: both edges straight, first line set in, six points below.
fn paragraph(pen: &mut Pen, words: &crate::Paragraph) -> Paragraph {
    let first = Some(SpecialIndentType::FirstLine(FIRST_LINE));
    let made = pen.ink(body(), words, pen.letters.text).indent(None, first, None, None);
    if pen.stays { made.keep_next(true) } else { made }
}

fn body() -> Paragraph {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(264).before(0).after(GAP);
    Paragraph::new().align(AlignmentType::Both).line_spacing(spacing).widow_control(true)
}

fn set_in(paragraph: Paragraph) -> Paragraph {
    paragraph.indent(Some(FIRST_LINE * 2), Some(SpecialIndentType::FirstLine(0)), Some(FIRST_LINE), None)
}

/// A heading stays with what follows, and shows in a word processor's outline.
fn heading(pen: &mut Pen, level: Level, words: &crate::Paragraph) -> Paragraph {
    let style = match level {
        Level::Roman => "Heading1",
        Level::Arabic | Level::Bare => "Heading2",
        Level::Letter => "Heading3",
    };
    paragraph(pen, words).style(style).keep_next(true)
}
