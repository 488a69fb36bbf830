//! Tables as units really send them: `.xlsx` and `.docx` with merged headings, a column of numbers, days like “Tháng 6” and “Quý
//! II”, money like “1,2 tỷ”. Files are hostile: what they unpack to is counted before anything is read.

mod docx;
mod understand;
mod xlsx;

pub(crate) use understand::{Ground, Read, understand};

use kernel::Refusal;
use typed::{Office, Unfit};

/// The most a file may weigh.
pub(crate) const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most rows and columns that are looked at.
const MOST_ROWS: usize = 5000;
const MOST_COLUMNS: usize = 60;
/// The most letters of a cell.
const MOST_LETTERS: usize = 4000;

/// The most bytes that all cells of a file may hold, merged ones counted at each of their places.
const MOST_IN_CELLS: usize = 24 * 1024 * 1024;
/// What a cell takes beside its words.
const CELL: usize = size_of::<String>();

/// A table: rows of cells. A cell that was merged over several stands in each of them.
pub(crate) type Grid = Vec<Vec<String>>;

/// Reads the tables of a file, the largest first. What it holds counts and not its name.
pub(crate) fn tables(bytes: &[u8]) -> Result<Vec<Grid>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::field("file", "refused-import-missing"));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::field("file", "refused-import-large"));
    }
    let mut room = Room(MOST_IN_CELLS);
    let mut found = match typed::office(bytes) {
        Ok(Office::Workbook) => xlsx::tables(bytes, &mut room),
        Ok(Office::Word) => docx::tables(bytes, &mut room),
        Err(Unfit::Unreadable) => None,
        Err(Unfit::Large) => return Err(Refusal::field("file", "refused-import-large")),
        Err(Unfit::Other) => return Err(Refusal::field("file", "refused-import-kind")),
    }
    .ok_or_else(unreadable)?;
    if room.0 == 0 {
        return Err(Refusal::field("file", "refused-import-large"));
    }
    found.retain(|grid| !grid.is_empty());
    found.sort_by_key(|grid| std::cmp::Reverse(grid.len()));
    if found.is_empty() { Err(Refusal::field("file", "refused-import-table")) } else { Ok(found) }
}

fn unreadable() -> Refusal {
    Refusal::field("file", "refused-import-unreadable")
}

/// A cell's words as they are kept. What no cell could show is not looked at.
fn words(text: &str) -> String {
    let end = text.char_indices().nth(4 * MOST_LETTERS).map_or(text.len(), |(at, _)| at);
    typed::lines(text.get(..end).unwrap_or_default()).chars().take(MOST_LETTERS).collect()
}

/// Bytes that cells may still take: a small file can say the same long words in a million places.
struct Room(usize);

impl Room {
    /// The words, while there is room for them.
    fn keep(&mut self, text: String) -> String {
        self.0 = self.0.saturating_sub(text.len() + CELL);
        if self.0 == 0 { String::new() } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_files_are_refused_in_words() {
        let key = |bytes: &[u8]| tables(bytes).unwrap_err().key;
        assert_eq!(key(b""), "refused-import-missing");
        assert_eq!(key(b"PK no archive"), "refused-import-unreadable");
        assert_eq!(key(b"no archive"), "refused-import-kind");
        assert_eq!(key(&vec![0; MOST_BYTES + 1]), "refused-import-large");
        let packed = |part: &str, length: usize| {
            let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            writer.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut writer, &vec![b'x'; length]).unwrap();
            writer.finish().unwrap().into_inner()
        };
        assert_eq!(key(&packed("x.txt", 1)), "refused-import-kind");
        assert_eq!(key(&packed("xl/workbook.xml", 1)), "refused-import-unreadable");
        assert_eq!(key(&packed("word/document.xml", 90 * 1024 * 1024)), "refused-import-large");
    }
    /// A workbook of one sheet, as little as the reader takes.
    fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        for (name, text) in [
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
            ),
            ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\">{sheet}</worksheet>")),
            ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\" {strings}</sst>")),
        ] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_takes_no_more_room_than_it_has_words() {
        let cell = |at: &str| format!("<c r=\"{at}\" t=\"s\"><v>0</v></c>");
        let rows = |cells: &str| format!("<sheetData><row r=\"1\">{cells}</row></sheetData>");
        let one = "uniqueCount=\"1\"><si><t>Tên nhiệm vụ</t></si>";
        let read = tables(&workbook(&rows(&cell("B1")), one)).unwrap();
        assert_eq!(read, [[["Tên nhiệm vụ"]]]);
        // Words that are not there are not made room for.
        for lie in ["4294967295", "99999999999999999999999", "18446744073709551615"] {
            let book = workbook(&rows(&cell("A1")), &format!("uniqueCount=\"{lie}\"><si><t>a</t></si>"));
            assert_eq!(tables(&book).unwrap_err().key, "refused-import-unreadable", "{lie}");
        }
        // Nor is a table made of every place between two cells.
        let far = rows(&(cell("A1") + &cell("XFD1048576")));
        assert_eq!(tables(&workbook(&far, one)).unwrap(), [[["Tên nhiệm vụ"]]]);
        // The same long words in a hundred thousand places, one by one and merged.
        let long = format!("uniqueCount=\"1\"><si><t>{}</t></si>", "dài ".repeat(900));
        let many: String = (1..=MOST_ROWS)
            .map(|row| {
                format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}")) + &cell(&format!("B{row}")))
            })
            .collect();
        let merged = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
        for sheet in [format!("<sheetData>{many}</sheetData>"), rows(&cell("A1")) + merged] {
            assert_eq!(tables(&workbook(&sheet, &long)).unwrap_err().key, "refused-import-large");
        }
    }
}
