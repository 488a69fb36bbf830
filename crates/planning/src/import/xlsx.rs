//! The sheets of an `.xlsx` file as tables; merged cells are spread over all of their places.

use super::{Grid, MOST_COLUMNS, MOST_ROWS, words};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// The sheets that can be read; `None` when it is no such file.
pub(super) fn tables(bytes: &[u8]) -> Option<Vec<Grid>> {
    let mut book: Xlsx<Cursor<&[u8]>> = open_workbook_from_rs(Cursor::new(bytes)).ok()?;
    let mut found = Vec::new();
    for name in book.sheet_names().into_iter().take(12) {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut grid: Grid = range
            .rows()
            .take(MOST_ROWS)
            .map(|row| row.iter().take(MOST_COLUMNS).map(cell).collect())
            .collect();
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        for place in merged.into_iter().take(MOST_ROWS) {
            let at =
                |place: u32, from: u32| usize::try_from(place.saturating_sub(from)).unwrap_or(usize::MAX);
            let rows = at(place.start.0, top)..=at(place.end.0, top).min(MOST_ROWS);
            let columns = at(place.start.1, left)..=at(place.end.1, left).min(MOST_COLUMNS);
            let said = grid.get(*rows.start()).and_then(|row| row.get(*columns.start())).cloned();
            let Some(said) = said.filter(|said| !said.is_empty()) else { continue };
            for row in grid.iter_mut().skip(*rows.start()).take(rows.count()) {
                for cell in row.iter_mut().skip(*columns.start()).take(columns.clone().count()) {
                    cell.clone_from(&said);
                }
            }
        }
        found.push(grid);
    }
    Some(found)
}

/// What a cell says. A day is written as people write it, a number without a tail of zeros.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DurationIso(text) => words(text),
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "x" } else { "" }.to_owned(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string().replace('.', ","),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{day:02}/{month:02}/{year}")
        }
        Data::DateTime(at) => at.as_f64().to_string(),
    }
}
