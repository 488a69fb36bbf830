//! Tables as HTML: a region one can scroll by finger and by keyboard on a small screen, headers that name their cells.

use super::inline::attribute;
use super::out::Writer;
use crate::{Cell, CellKind, Table};

impl Writer<'_> {
    /// Opens the region around a table and the table.
    pub(crate) fn open_table(&mut self) {
        self.tables += 1;
        let label = format!("{} {}", self.options.table_label, self.tables);
        self.out.push_str(r#"<div class="table-scroll" role="region" tabindex="0""#);
        attribute(&mut self.out, "aria-label", label.trim());
        self.out.push_str("><table>");
    }

    /// Closes both again.
    pub(crate) fn close_table(&mut self) {
        self.out.push_str("</table></div>");
    }

    pub(super) fn table(&mut self, table: &Table) {
        self.open_table();
        let head = head_rows(table);
        for (index, row) in table.rows.iter().enumerate() {
            if index == 0 {
                self.out.push_str(if head > 0 { "<thead>" } else { "<tbody>" });
            } else if index == head {
                self.out.push_str("</thead><tbody>");
            }
            self.out.push_str("<tr>");
            row.cells.iter().for_each(|cell| self.cell(cell, index < head));
            self.out.push_str("</tr>");
        }
        self.out.push_str(if head == table.rows.len() { "</thead>" } else { "</tbody>" });
        self.close_table();
    }

    fn cell(&mut self, cell: &Cell, names_column: bool) {
        let empty = cell.content.iter().all(super::out::is_empty);
        // A header without words names nothing and confuses screen readers.
        let header = cell.kind == CellKind::Header && !empty;
        self.out.push_str(if header { "<th" } else { "<td" });
        if header {
            let group = if names_column { cell.colspan > 1 } else { cell.rowspan > 1 };
            let scope = match (names_column, group) {
                (true, false) => "col",
                (true, true) => "colgroup",
                (false, false) => "row",
                (false, true) => "rowgroup",
            };
            attribute(&mut self.out, "scope", scope);
        }
        for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if span > 1 {
                attribute(&mut self.out, name, &span.to_string());
            }
        }
        self.out.push('>');
        self.compact(&cell.content);
        self.out.push_str(if header { "</th>" } else { "</td>" });
    }
}

/// How many rows from the top hold headers only, with no cell of theirs reaching down into the values.
fn head_rows(table: &Table) -> usize {
    let all_headers = |row: &&crate::Row| row.cells.iter().all(|cell| cell.kind == CellKind::Header);
    let head = table.rows.iter().take_while(all_headers).count();
    let reaches = |(index, row): (usize, &crate::Row)| {
        row.cells.iter().any(|cell| index + usize::from(cell.rowspan) > head)
    };
    if table.rows.iter().take(head).enumerate().any(reaches) { 0 } else { head }
}
