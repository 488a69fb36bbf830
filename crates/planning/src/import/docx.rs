//! The tables of a `.docx` file (ECMA-376, WordprocessingML); merged cells are spread over all of their places.

use super::{Grid, MOST_COLUMNS, MOST_ROWS, Room, words};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A table that is being read.
#[derive(Default)]
struct Table {
    rows: Grid,
    row: Vec<String>,
    cell: String,
    span: usize,
    goes_on: bool,
}

impl Table {
    fn end_cell(&mut self, room: &mut Room) {
        let mut said = words(&self.cell);
        if self.goes_on
            && let Some(above) = self.rows.last().and_then(|row| row.get(self.row.len()))
        {
            said.clone_from(above);
        }
        for _ in 0..self.span.clamp(1, MOST_COLUMNS) {
            if self.row.len() < MOST_COLUMNS {
                self.row.push(room.keep(said.clone()));
            }
        }
        (self.cell, self.span, self.goes_on) = (String::new(), 1, false);
    }
}

/// The tables, as far as there is `room`; `None` when it is no such file.
pub(super) fn tables(bytes: &[u8], room: &mut Room) -> Option<Vec<Grid>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut xml = String::new();
    archive.by_name("word/document.xml").ok()?.read_to_string(&mut xml).ok()?;
    let mut reader = Reader::from_str(&xml);
    let (mut open, mut found): (Vec<Table>, Vec<Grid>) = (Vec::new(), Vec::new());
    let mut in_text = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.name().as_ref() {
                "w:tbl" if open.len() < 8 => open.push(Table::default()),
                "w:t" => in_text = true,
                "w:gridSpan" | "w:vMerge" => shape(open.last_mut(), &tag),
                _ => {}
            },
            Ok(Event::Empty(tag)) => match tag.name().as_ref() {
                "w:gridSpan" | "w:vMerge" => shape(open.last_mut(), &tag),
                "w:br" | "w:cr" => add(open.last_mut(), "\n"),
                "w:tab" => add(open.last_mut(), " "),
                _ => {}
            },
            Ok(Event::Text(text)) if in_text => add(open.last_mut(), &text.xml10_content()),
            Ok(Event::GeneralRef(entity)) if in_text => add(open.last_mut(), &resolved(&entity)),
            Ok(Event::End(tag)) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:p" => add(open.last_mut(), "\n"),
                "w:tc" => {
                    if let Some(table) = open.last_mut() {
                        table.end_cell(room);
                    }
                }
                "w:tr" => {
                    if let Some(table) = open.last_mut() {
                        let row = std::mem::take(&mut table.row);
                        if table.rows.len() < MOST_ROWS {
                            table.rows.push(row);
                        }
                    }
                }
                "w:tbl" => found.extend(open.pop().map(|table| table.rows)),
                _ => {}
            },
            Ok(Event::Eof) => return Some(found),
            Ok(_) if room.0 == 0 => return Some(found),
            Ok(_) => {}
            Err(_) => return None,
        }
    }
}

fn add(table: Option<&mut Table>, text: &str) {
    if let Some(table) = table
        && table.cell.len() < 100_000
    {
        table.cell.push_str(text);
    }
}

/// How many columns a cell takes, and whether it goes on from the row above.
fn shape(table: Option<&mut Table>, tag: &BytesStart<'_>) {
    let Some(table) = table else { return };
    let value = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "w:val");
    let value = value.map(|attribute| attribute.value.into_owned());
    if tag.name().as_ref() == "w:gridSpan" {
        table.span = value.and_then(|value| value.parse().ok()).unwrap_or(1);
    } else {
        table.goes_on = value.as_deref() != Some("restart");
    }
}

/// The five names XML knows, and letters by number.
fn resolved(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    match &**entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
