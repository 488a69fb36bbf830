//! Reading a PDF back: by its plain objects, and by `pdftotext` where that is. Without it tests say that they skip.

use std::process::{Command, Stdio};

/// How many pages the page tree of a file has.
pub(crate) fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type/Page/").count()
}

/// The names of the faces in a file, without the mark of their subset.
pub(crate) fn faces(pdf: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(pdf);
    let mut names: Vec<String> = text
        .split("/FontName/")
        .skip(1)
        .filter_map(|after| {
            after.split(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '+' | '-')).next()
        })
        .map(|name| name.split_once('+').map_or(name, |(_, name)| name).to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Whether these bytes stand in a file outside of what is compressed.
pub(crate) fn says(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|some| some == words.as_bytes())
}

/// The words of a file, or nothing where `pdftotext` is not.
pub(crate) fn words(pdf: &[u8]) -> Option<String> {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let said = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").stderr(Stdio::null()).output();
    let Ok(said) = said else {
        std::io::stderr().write_all(b"skipped: no pdftotext here\n").unwrap();
        return None;
    };
    assert!(said.status.success(), "pdftotext does not read the file");
    Some(String::from_utf8(said.stdout).unwrap())
}
