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
    let mut found = match typed::office(bytes) {
        Ok(Office::Workbook) => xlsx::tables(bytes),
        Ok(Office::Word) => docx::tables(bytes),
        Err(Unfit::Unreadable) => None,
        Err(Unfit::Large) => return Err(Refusal::field("file", "refused-import-large")),
        Err(Unfit::Other) => return Err(Refusal::field("file", "refused-import-kind")),
    }
    .ok_or_else(unreadable)?;
    found.retain(|grid| !grid.is_empty());
    found.sort_by_key(|grid| std::cmp::Reverse(grid.len()));
    if found.is_empty() { Err(Refusal::field("file", "refused-import-table")) } else { Ok(found) }
}

fn unreadable() -> Refusal {
    Refusal::field("file", "refused-import-unreadable")
}

/// A cell's words as they are kept.
fn words(text: &str) -> String {
    typed::lines(text).chars().take(MOST_LETTERS).collect()
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
}
