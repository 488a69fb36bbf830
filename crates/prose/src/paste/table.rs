//! Tables out of a page: rows and cells with what they span, headers where they are meant.

use dom_query::NodeRef;

use super::blocks::{Around, all_bold};
use super::flow::Flow;
use super::{Dropped, Paste};
use crate::{Block, Cell, CellKind, Inline, MAX_CELLS, MAX_SPAN, Mark, Row, Table};

/// A table may stand only so deep; cells of deeper ones become lines.
const MAX_NESTING: usize = 8;

impl Paste<'_> {
    pub(super) fn table(&mut self, node: &NodeRef<'_>, around: &Around, flow: &mut Flow) {
        flow.end_line();
        let mut table = Table::default();
        let mut cells = 0;
        let mut rows = vec![];
        for part in node.children_it(false) {
            match part.node_name().as_deref() {
                Some("tr") => rows.push(part),
                Some("caption") => self.inside(&part, around).into_iter().for_each(|block| flow.block(block)),
                _ => rows.extend(part.children_it(false).filter(|row| row.has_name("tr"))),
            }
        }
        for row in rows {
            let row = self.row(&row, around);
            cells += row.cells.len();
            if cells > MAX_CELLS {
                self.drop(Dropped::Rest, "");
                break;
            }
            table.rows.push(row);
        }
        let single = table.rows.iter().flat_map(|row| &row.cells).count() == 1;
        // A frame around a text, and a table too deep in others, are layout.
        if single || around.depth > MAX_NESTING {
            let blocks = table.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.content);
            blocks.for_each(|block| flow.block(block));
        } else {
            name_columns(&mut table);
            flow.block(Block::Table(table));
        }
    }

    fn row(&mut self, row: &NodeRef<'_>, around: &Around) -> Row {
        let inner = around.deeper(3);
        let mut out = Row::default();
        for node in row.children_it(false) {
            let kind = match node.node_name().as_deref() {
                Some("td") => CellKind::Data,
                Some("th") => CellKind::Header,
                _ => continue,
            };
            let mut cell = Cell::new(kind, self.inside(&node, &inner));
            (cell.colspan, cell.rowspan) = (span(&node, "colspan"), span(&node, "rowspan"));
            out.cells.push(cell);
        }
        out
    }
}

fn span(node: &NodeRef<'_>, name: &str) -> u16 {
    node.attr(name).and_then(|span| span.trim().parse::<u16>().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}

/// Word knows no header cells: a first row all in bold is one.
fn name_columns(table: &mut Table) {
    let any_header = table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.kind == CellKind::Header);
    let more_rows = table.rows.len() > 1;
    let Some(first) = table.rows.first_mut() else { return };
    if any_header || !more_rows || !first.cells.iter().all(|cell| all_bold(&cell.content)) {
        return;
    }
    for cell in &mut first.cells {
        cell.kind = CellKind::Header;
        for block in &mut cell.content {
            if let Block::Paragraph { content, .. } = block {
                for inline in content {
                    if let Inline::Text(text) = inline {
                        text.marks.remove(Mark::Bold);
                    }
                }
            }
        }
    }
}
