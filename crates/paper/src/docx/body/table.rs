//! A table of a paper: lined, its header row again on each page, as wide as the text.

use super::super::{GAP, Pen, tight};
use crate::page;
use crate::part::{Align, Column, Row, Table};
use docx_rs::{
    AlignmentType, BorderType, Docx, HeightRule, Paragraph, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

/// Writes a table. One without columns is only its caption.
pub(super) fn write(mut docx: Docx, pen: &mut Pen, table: &Table) -> Docx {
    if let Some(caption) = &table.caption {
        let above =
            Paragraph::new().align(AlignmentType::Center).line_spacing(tight().before(GAP).after(GAP / 2));
        docx = docx.add_paragraph(pen.ink(above, caption, pen.letters.text).keep_next(true));
    }
    if table.columns.is_empty() {
        return docx;
    }
    let widths = page::table_columns(&table.columns.iter().map(|column| column.share).collect::<Vec<_>>());
    let header = table.columns.iter().zip(&widths).map(|(column, width)| {
        let title = crate::Paragraph::bold(column.title.as_str());
        cell(pen, &title, *width, AlignmentType::Center).vertical_align(VAlignType::Center)
    });
    let mut rows = vec![
        TableRow::new(header.collect()).cant_split().row_height(HEADER).height_rule(HeightRule::AtLeast),
    ];
    rows.extend(table.rows.iter().map(|each| row(pen, each, &table.columns, &widths)));
    docx.add_table(lined(rows, widths)).add_paragraph(Paragraph::new().line_spacing(tight().after(GAP / 2)))
}

fn row(pen: &mut Pen, row: &Row, columns: &[Column], widths: &[usize]) -> TableRow {
    match row {
        Row::Group(words) => {
            let all = cell(pen, words, widths.iter().sum(), AlignmentType::Left);
            TableRow::new(vec![all.grid_span(widths.len())])
        }
        Row::Cells(texts) | Row::Sum(texts) => {
            let cells = texts.iter().zip(columns).zip(widths).map(|((words, column), width)| {
                let align = match column.align {
                    Align::Left => AlignmentType::Left,
                    Align::Centre => AlignmentType::Center,
                    Align::Right => AlignmentType::Right,
                };
                cell(pen, words, *width, align)
            });
            TableRow::new(cells.collect())
        }
    }
}

/// The height by which [`super::super::pack`] knows a header row; the library cannot say that a row is one.
pub(in crate::docx) const HEADER: f32 = 7.0;

fn cell(pen: &mut Pen, words: &crate::Paragraph, width: usize, align: AlignmentType) -> TableCell {
    let paragraph = Paragraph::new().align(align).line_spacing(tight());
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(pen.ink(paragraph, words, pen.letters.table))
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
