//! Files of a word processor or a spreadsheet, told by what their archive holds. What they unpack to is counted before
//! anybody reads them.

use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most a file may unpack to.
const MOST_UNPACKED: u64 = 80 * 1024 * 1024;
/// The most parts it may have.
const MOST_PARTS: usize = 400;

/// What an office file is (ECMA-376).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// A document of a word processor.
    Word,
    /// A workbook.
    Workbook,
}

/// Why a file is none that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is a damaged archive.
    Unreadable,
    /// It has too many parts, or unpacks to too much.
    Large,
    /// It is no archive, one of another kind, or carries a program.
    Other,
}

/// Looks into a file: unpacks every part once and counts, for what a part says of its size is not believed.
///
/// # Errors
/// [`Unfit`], in the order it is found.
pub fn office(bytes: &[u8]) -> Result<Office, Unfit> {
    if !bytes.starts_with(b"PK") {
        return Err(Unfit::Other);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(Unfit::Large);
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Unfit::Unreadable)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|_| Unfit::Unreadable)?;
        if read > left {
            return Err(Unfit::Large);
        }
        left -= read;
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    if ["word/vbaProject.bin", "xl/vbaProject.bin"].into_iter().any(has) {
        return Err(Unfit::Other);
    }
    match (has("word/document.xml"), has("xl/workbook.xml")) {
        (true, false) => Ok(Office::Word),
        (false, true) => Ok(Office::Workbook),
        _ => Err(Unfit::Other),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive with these parts.
    pub(crate) fn archive(parts: &[(&str, usize)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, length) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b' '; *length]).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn an_office_file_is_what_its_archive_holds() {
        assert_eq!(office(&archive(&[("word/document.xml", 9)])), Ok(Office::Word));
        assert_eq!(office(&archive(&[("xl/workbook.xml", 9)])), Ok(Office::Workbook));
        for other in [
            &[("ppt/presentation.xml", 9)][..],
            &[("word/document.xml", 9), ("xl/workbook.xml", 9)],
            &[("word/document.xml", 9), ("word/vbaProject.bin", 9)],
            &[("xl/workbook.xml", 9), ("xl/vbaProject.bin", 9)],
            &[],
        ] {
            assert_eq!(office(&archive(other)), Err(Unfit::Other), "{other:?}");
        }
        assert_eq!(office(b"\xd0\xcf\x11\xe0 the old format"), Err(Unfit::Other));
        assert_eq!(office(b"PK\x03\x04 word/document.xml"), Err(Unfit::Unreadable));
    }

    #[test]
    fn a_bomb_is_counted_and_not_believed() {
        let bomb = archive(&[("word/document.xml", 81 * 1024 * 1024)]);
        assert!(bomb.len() < 1024 * 1024);
        assert_eq!(office(&bomb), Err(Unfit::Large));
        let names: Vec<String> = (0..=MOST_PARTS).map(|at| format!("word/{at}.xml")).collect();
        let parts: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 1)).collect();
        assert_eq!(office(&archive(&parts)), Err(Unfit::Large));
    }
}
