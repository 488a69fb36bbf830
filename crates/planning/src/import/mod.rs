//! Tables as units really send them: `.xlsx` and `.docx` with merged headings, a column of numbers, days like “Tháng 6” and “Quý
//! II”, money like “1,2 tỷ”. Files are hostile: what they unpack to is counted before anything is read.

mod docx;
mod understand;
mod xlsx;

pub(crate) use understand::{Ground, Read, understand};

use kernel::Refusal;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most a file may weigh.
pub(crate) const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most it may unpack to.
const MOST_UNPACKED: u64 = 80 * 1024 * 1024;
/// The most parts it may have.
const MOST_PARTS: usize = 400;
/// The most rows and columns that are looked at.
const MOST_ROWS: usize = 5000;
const MOST_COLUMNS: usize = 60;
/// The most letters of a cell.
const MOST_LETTERS: usize = 4000;

/// A table: rows of cells. A cell that was merged over several stands in each of them.
pub(crate) type Grid = Vec<Vec<String>>;

/// Reads the tables of a file, the largest first.
pub(crate) fn tables(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::field("file", "refused-import-missing"));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::field("file", "refused-import-large"));
    }
    let name = name.to_lowercase();
    bounded(bytes)?;
    let mut found = if name.ends_with(".xlsx") {
        xlsx::tables(bytes)
    } else if name.ends_with(".docx") {
        docx::tables(bytes)
    } else {
        return Err(Refusal::field("file", "refused-import-kind"));
    }
    .ok_or_else(unreadable)?;
    found.retain(|grid| !grid.is_empty());
    found.sort_by_key(|grid| std::cmp::Reverse(grid.len()));
    if found.is_empty() { Err(Refusal::field("file", "refused-import-table")) } else { Ok(found) }
}

fn unreadable() -> Refusal {
    Refusal::field("file", "refused-import-unreadable")
}

/// Unpacks every part once and counts: what a part says of its size is not believed.
fn bounded(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if archive.len() > MOST_PARTS {
        return Err(Refusal::field("file", "refused-import-large"));
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| unreadable())?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| unreadable())?;
        if read > left {
            return Err(Refusal::field("file", "refused-import-large"));
        }
        left -= read;
    }
    Ok(())
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
        let key = |name: &str, bytes: &[u8]| tables(name, bytes).unwrap_err().key;
        assert_eq!(key("a.xlsx", b""), "refused-import-missing");
        assert_eq!(key("a.xlsx", b"no archive"), "refused-import-unreadable");
        assert_eq!(key("a.xlsx", &vec![0; MOST_BYTES + 1]), "refused-import-large");
        let packed = |parts: &[(&str, &[u8])]| {
            let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (name, bytes) in parts {
                writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
                std::io::Write::write_all(&mut writer, bytes).unwrap();
            }
            writer.finish().unwrap().into_inner()
        };
        let empty = packed(&[("x.txt", b"x")]);
        assert_eq!(key("a.doc", &empty), "refused-import-kind");
        assert_eq!(key("a.xlsx", &empty), "refused-import-unreadable");
        assert_eq!(key("a.docx", &empty), "refused-import-unreadable");
        let zeros = vec![0; usize::try_from(MOST_UNPACKED).unwrap() + 1];
        let bomb = packed(&[("word/document.xml", &zeros)]);
        assert!(bomb.len() < MOST_BYTES);
        assert_eq!(key("a.docx", &bomb), "refused-import-large");
    }
}
