//! What the plain notation cannot say: told before a text is opened in the plain form, so that nothing is lost
//! silently.

use super::{inline::sayable, read, table};
use crate::{Block, Body, Cell, CellKind, Inline, Mark, Table, canon, find};

/// Something of a text that would be lost if it were saved from the plain form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// Underlining.
    Underline,
    /// A paragraph that is centred, to the right or justified.
    Alignment,
    /// A cell over several columns or rows.
    Span,
    /// A header cell outside the first row, a first row in which only some cells are headers, or one without words.
    HeaderCell,
    /// A list, a quotation, a picture or another table inside a cell, or rows of unequal length.
    CellContent,
    /// Marks that meet in a way the notation has no signs for, or anything else that would read back differently.
    Marks,
}

impl Lost {
    /// A stable name, for looking the sentence up in the reader's language.
    pub fn key(self) -> &'static str {
        match self {
            Self::Underline => "underline",
            Self::Alignment => "alignment",
            Self::Span => "span",
            Self::HeaderCell => "header-cell",
            Self::CellContent => "cell-content",
            Self::Marks => "marks",
        }
    }

    /// All of them, for tests that every one has its sentence.
    pub const ALL: [Self; 6] =
        [Self::Underline, Self::Alignment, Self::Span, Self::HeaderCell, Self::CellContent, Self::Marks];
}

impl Body {
    /// What would be lost by going through the plain notation, each with the number of its block from one; empty when
    /// [`Body::from_notation`] of [`Body::to_notation`] gives exactly this body. Each kind comes once for a block.
    pub fn lost_in_notation(&self) -> Vec<(usize, Lost)> {
        let mut out = vec![];
        for (index, block) in self.blocks.iter().enumerate() {
            let mut lost = vec![];
            find::walk(block, &mut |inner| named(inner, &mut lost));
            let alone = Self { blocks: vec![block.clone()] };
            if lost.is_empty() && Self::from_notation(&alone.to_notation()).as_ref() != Ok(&alone) {
                lost.push(Lost::Marks);
            }
            lost.sort_unstable();
            lost.dedup();
            out.extend(lost.into_iter().map(|what| (index + 1, what)));
        }
        if out.is_empty() && Self::from_notation(&self.to_notation()).as_ref() != Ok(self) {
            out.push((1, Lost::Marks));
        }
        out
    }
}

fn named(block: &Block, lost: &mut Vec<Lost>) {
    match block {
        Block::Paragraph { align, content } => {
            lost.extend(align.map(|_| Lost::Alignment));
            running(content, lost);
        }
        Block::Heading { content, .. } => running(content, lost),
        Block::Table(given) => cells(given, lost),
        _ => {}
    }
}

fn running(content: &[Inline], lost: &mut Vec<Lost>) {
    let underlined =
        |inline: &Inline| matches!(inline, Inline::Text(text) if text.marks.has(Mark::Underline));
    if content.iter().any(underlined) {
        lost.push(Lost::Underline);
        let rest = canon::blocks(vec![Block::paragraph(sayable(content))]);
        let lines = super::inline::lines(content).join("\n");
        if read::blocks(&lines).and_then(canon::blocks) != rest {
            lost.push(Lost::Marks);
        }
    }
}

fn cells(given: &Table, lost: &mut Vec<Lost>) {
    let all = || given.rows.iter().flat_map(|row| &row.cells);
    if all().any(|cell| cell.colspan > 1 || cell.rowspan > 1) {
        lost.push(Lost::Span);
    }
    let body = given.rows.iter().skip(usize::from(table::has_header(given))).flat_map(|row| &row.cells);
    let nameless = table::has_header(given)
        && given
            .rows
            .first()
            .is_some_and(|row| row.cells.iter().all(|cell| cell.content == [Block::paragraph(vec![])]));
    if nameless || body.clone().any(|cell| cell.kind == CellKind::Header) {
        lost.push(Lost::HeaderCell);
    }
    let widths: Vec<usize> = given.rows.iter().map(|row| row.cells.len()).collect();
    let uneven = widths.windows(2).any(|pair| matches!(pair, [a, b] if a != b));
    if uneven || all().any(|cell| !plain(cell)) {
        lost.push(Lost::CellContent);
    }
}

fn plain(cell: &Cell) -> bool {
    cell.content.iter().all(|block| matches!(block, Block::Paragraph { .. }))
}
