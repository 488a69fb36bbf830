//! The sheets of an `.xlsx` file as tables; merged cells are spread over all of their places.

use super::{Grid, MOST_COLUMNS, MOST_ROWS, Room, words};
use calamine::{DataRef, Dimensions, Reader, Xlsx, open_workbook_from_rs};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The sheets that can be read, as far as there is `room`; `None` when it is no such file.
pub(super) fn tables(bytes: &[u8], room: &mut Room) -> Option<Vec<Grid>> {
    if !honest(bytes)? {
        return None;
    }
    let mut book: Xlsx<Cursor<&[u8]>> = open_workbook_from_rs(Cursor::new(bytes)).ok()?;
    let mut found = Vec::new();
    for name in book.sheet_names().into_iter().take(12) {
        // One that cannot be read to its end, such as a sheet of charts, is left out.
        let Some(mut grid) = cells(&mut book, &name, room) else { continue };
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        for place in merged.iter().take(MOST_ROWS) {
            spread(&mut grid, place, room);
        }
        found.push(from_first(grid));
        if room.0 == 0 {
            break;
        }
    }
    Some(found)
}

/// Whether the lists of words say no more of their length than they can hold: the reader takes memory for as many as they say.
fn honest(bytes: &[u8]) -> Option<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        if !part.name().ok()?.to_ascii_lowercase().ends_with("sharedstrings.xml") {
            continue;
        }
        let mut xml = Vec::new();
        part.read_to_end(&mut xml).ok()?;
        let mut rest = xml.as_slice();
        while let Some(found) = rest.windows(COUNT.len()).position(|some| some == COUNT) {
            rest = rest.get(found + COUNT.len()..).unwrap_or_default();
            let digits = rest
                .iter()
                .skip_while(|byte| !byte.is_ascii_digit())
                .take_while(|byte| byte.is_ascii_digit());
            let said = digits
                .fold(0_usize, |sum, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
            // The shortest entry is `<si/>`.
            if said > xml.len() / 5 {
                return Some(false);
            }
        }
    }
    Some(true)
}

const COUNT: &[u8] = b"uniqueCount";

/// The cells of a sheet one after the other, within bounds: a table of all places between the first and the last would be as
/// large as a hostile file likes.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut Room) -> Option<Grid> {
    let mut reader = book.worksheet_cells_reader(name).ok()?;
    let mut grid = Grid::new();
    while let Some(one) = reader.next_cell().ok()? {
        let (row, column) = one.get_position();
        let (row, column) = (usize::try_from(row).ok()?, usize::try_from(column).ok()?);
        if row >= MOST_ROWS || room.0 == 0 {
            break;
        }
        let said = cell(one.get_value());
        if column >= MOST_COLUMNS || said.is_empty() {
            continue;
        }
        let said = room.keep(said);
        if let Some(place) = place(&mut grid, row, column) {
            *place = said;
        }
    }
    Some(grid)
}

fn place(grid: &mut Grid, row: usize, column: usize) -> Option<&mut String> {
    if grid.len() <= row {
        grid.resize_with(row + 1, Vec::new);
    }
    let row = grid.get_mut(row)?;
    if row.len() <= column {
        row.resize(column + 1, String::new());
    }
    row.get_mut(column)
}

/// Says what a merged cell says in each of its places.
fn spread(grid: &mut Grid, merged: &Dimensions, room: &mut Room) {
    let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let (top, left) = (at(merged.start.0), at(merged.start.1));
    let Some(said) = grid.get(top).and_then(|row| row.get(left)).filter(|said| !said.is_empty()).cloned()
    else {
        return;
    };
    for row in top..=at(merged.end.0).min(MOST_ROWS - 1) {
        for column in left..=at(merged.end.1).min(MOST_COLUMNS - 1) {
            if (row, column) != (top, left)
                && room.0 > 0
                && let Some(place) = place(grid, row, column)
            {
                *place = room.keep(said.clone());
            }
        }
    }
}

/// The table from its first row and column with words in them, every row as long as the longest.
fn from_first(mut grid: Grid) -> Grid {
    let empty = |row: &Vec<String>| row.iter().all(String::is_empty);
    grid.drain(..grid.iter().take_while(|row| empty(row)).count());
    while grid.last().is_some_and(empty) {
        grid.pop();
    }
    let first = |row: &Vec<String>| row.iter().position(|said| !said.is_empty());
    let left = grid.iter().filter_map(first).min().unwrap_or(0);
    let wide = grid.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut grid {
        row.resize(wide, String::new());
        row.drain(..left.min(wide));
    }
    grid
}

/// What a cell says. A day is written as people write it, a number without a tail of zeros.
fn cell(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::SharedString(text) => words(text),
        DataRef::String(text) | DataRef::DurationIso(text) => words(text),
        DataRef::DateTimeIso(text) => text.chars().take(10).collect(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "x" } else { "" }.to_owned(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string().replace('.', ","),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{day:02}/{month:02}/{year}")
        }
        DataRef::DateTime(at) => at.as_f64().to_string(),
    }
}
