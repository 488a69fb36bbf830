//! A table of a paper: lined, its header row again on each page, as wide as the text.

use super::super::{GAP, Pen, TEXT, tight};
use crate::part::{Align, Row, Table};
use docx_rs::{
    AlignmentType, BorderType, Docx, HeightRule, Paragraph, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

/// Half points: tables are smaller than the text.
const SIZE: usize = 24;
/// More columns than a page can hold are left out; word processors refuse files beyond 63.
const MOST: usize = 63;

/// Writes a table. One without columns is not written.
pub(super) fn write(mut docx: Docx, pen: &mut Pen, table: &Table) -> Docx {
    if let Some(caption) = table.caption.as_ref().filter(|caption| !caption.is_blank()) {
        let above =
            Paragraph::new().align(AlignmentType::Center).line_spacing(tight().before(GAP).after(GAP / 2));
        docx = docx.add_paragraph(pen.ink(above, &caption.strong(), pen.text).keep_next(true));
    }
    let columns: Vec<_> = table.columns.iter().take(MOST).collect();
    if columns.is_empty() {
        return docx;
    }
    let widths = widths(&columns.iter().map(|column| column.share).collect::<Vec<_>>());
    let header = columns.iter().zip(&widths).map(|(column, width)| {
        let title = crate::Paragraph::bold(column.title.as_str());
        cell(pen, &title, *width, AlignmentType::Center).vertical_align(VAlignType::Center)
    });
    let mut rows = vec![
        TableRow::new(header.collect()).cant_split().row_height(HEADER).height_rule(HeightRule::AtLeast),
    ];
    let empty = crate::Paragraph::new();
    for row in &table.rows {
        let (texts, bold) = match row {
            Row::Group(words) => {
                let all = cell(pen, &words.strong(), widths.iter().sum(), AlignmentType::Left);
                rows.push(TableRow::new(vec![all.grid_span(widths.len())]));
                continue;
            }
            Row::Cells(texts) => (texts, false),
            Row::Sum(texts) => (texts, true),
        };
        let cells = columns.iter().zip(&widths).enumerate().map(|(at, (column, width))| {
            let words = texts.get(at).unwrap_or(&empty);
            let align = match column.align {
                Align::Left => AlignmentType::Left,
                Align::Centre => AlignmentType::Center,
                Align::Right => AlignmentType::Right,
            };
            if bold { cell(pen, &words.strong(), *width, align) } else { cell(pen, words, *width, align) }
        });
        rows.push(TableRow::new(cells.collect()));
    }
    docx.add_table(lined(rows, widths)).add_paragraph(Paragraph::new().line_spacing(tight().after(GAP / 2)))
}

/// The height by which [`super::super::pack`] knows a header row; the library cannot say that a row is one.
pub(in crate::docx) const HEADER: f32 = 7.0;

fn cell(pen: &mut Pen, words: &crate::Paragraph, width: usize, align: AlignmentType) -> TableCell {
    let paragraph = Paragraph::new().align(align).line_spacing(tight());
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(pen.ink(paragraph, words, SIZE))
}

fn lined(rows: Vec<TableRow>, widths: Vec<usize>) -> docx_rs::Table {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let borders = [Top, Left, Bottom, Right, InsideH, InsideV]
        .into_iter()
        .fold(TableBorders::with_empty(), |all, at| {
            all.set(TableBorder::new(at).border_type(BorderType::Single).size(4).color("000000"))
        });
    docx_rs::Table::new(rows)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .set_borders(borders)
        .margins(TableCellMargins::new().margin(40, 85, 40, 85))
}

/// The widths of columns, in twips: shares of the text's width, none under a hundredth of it, together the whole.
fn widths(shares: &[u16]) -> Vec<usize> {
    let all: usize = shares.iter().map(|share| usize::from(*share).max(1)).sum();
    let least = TEXT / 100;
    let spare = TEXT.saturating_sub(least * shares.len());
    let mut widths: Vec<usize> =
        shares.iter().map(|share| least + spare * usize::from(*share).max(1) / all.max(1)).collect();
    let given: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += TEXT.saturating_sub(given);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_text() {
        for shares in [vec![1], vec![0, 0, 0], vec![1, 5, 2], vec![1, u16::MAX], vec![3; MOST]] {
            let widths = widths(&shares);
            assert_eq!(widths.iter().sum::<usize>(), TEXT, "{shares:?}");
            assert!(widths.iter().all(|width| *width >= TEXT / 100), "{widths:?}");
        }
    }
}
