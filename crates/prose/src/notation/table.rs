//! Tables in the plain notation.

use super::inline::lines as running;
use crate::{Block, Cell, CellKind, Table, text};

/// The lines of a table. What they cannot say (spans, lists in cells …) is said as well as it goes; see
/// [`crate::Body::lost_in_notation`].
pub(super) fn lines(table: &Table) -> Vec<String> {
    let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(1);
    let mut rows = table.rows.iter().map(|row| line(row.cells.iter().map(cell), columns));
    let header = has_header(table);
    let first = if header { rows.next() } else { None };
    let mut out = vec![first.unwrap_or_else(|| line(std::iter::empty(), columns))];
    out.push(format!("|{}", " --- |".repeat(columns)));
    out.extend(rows);
    out
}

/// Whether the first row, and it alone, names the columns.
pub(super) fn has_header(table: &Table) -> bool {
    table.rows.first().is_some_and(|row| row.cells.iter().all(|cell| cell.kind == CellKind::Header))
}

fn line(cells: impl Iterator<Item = String>, columns: usize) -> String {
    let mut out = String::from("|");
    for cell in cells.chain(std::iter::repeat(String::new())).take(columns) {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    out
}

fn cell(given: &Cell) -> String {
    let paragraphs: Vec<String> = given.content.iter().map(words).filter(|words| !words.is_empty()).collect();
    paragraphs.join("<br><br>")
}

fn words(block: &Block) -> String {
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
            running(content).iter().map(|line| line.replace('|', "\\|")).collect::<Vec<_>>().join("<br>")
        }
        other => {
            let mut flat = String::new();
            text::lines(&mut flat, std::slice::from_ref(other));
            let lines: Vec<String> =
                flat.lines().map(|line| super::inline::escaped(line).replace('|', "\\|")).collect();
            lines.join("<br>")
        }
    }
}
