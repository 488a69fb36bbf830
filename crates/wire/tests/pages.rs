//! Saved pages of our own making and what they say: each `pages/NAME.txt` or `.html` beside its `NAME.json`.
//! `UPDATE_EXPECT=1` writes the JSON anew, to be read before it is kept.

#![expect(clippy::unwrap_used, reason = "a test whose input cannot be read should fail")]

use std::path::{Path, PathBuf};
use wire::page::{Hint, read};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt" || e == "html"))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_page_says_what_was_agreed() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in pages() {
        let page = read(&std::fs::read(&path).unwrap(), &Hint::default()).unwrap();
        let got = serde_json::to_string_pretty(&page).unwrap() + "\n";
        let expected = path.with_extension("json");
        if update {
            std::fs::write(&expected, &got).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != got {
            wrong.push(format!("{}\n{got}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The body is the page's own text: every paragraph stands in the file as it was printed.
#[test]
fn no_paragraph_is_altered() {
    for path in pages().iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let file = std::fs::read_to_string(path).unwrap();
        let page = read(file.as_bytes(), &Hint::default()).unwrap();
        for paragraph in page.body.split("\n\n") {
            assert!(file.contains(paragraph), "{}: {paragraph}", path.display());
        }
        for caption in &page.captions {
            assert!(file.contains(caption.as_str()));
        }
    }
}

/// S147–S149: nothing of a glued list is lost, and its copy is dropped.
#[test]
fn items_of_a_glued_list_make_up_the_list() {
    let file = include_str!("pages/glued-documents.txt");
    let line = file.lines().find(|l| l.starts_with("Công văn số 77")).unwrap();
    let page = read(file.as_bytes(), &Hint::default()).unwrap();
    let joined: String = page.documents.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(joined, line);
    assert_eq!(page.documents.len(), 8);
    // S174: the same subject under two numbers is two documents.
    let numbers: Vec<&str> = page
        .documents
        .iter()
        .filter(|d| d.subject == "cấp kinh phí mua")
        .filter_map(|d| d.number.as_deref())
        .collect();
    assert_eq!(numbers, ["1203", "15"]);
    // S116: by position PC is the drafting unit, not a phiếu chuyển.
    assert!(
        page.documents.iter().any(|d| d.symbol.as_deref() == Some("SNN-PC") && d.kind == Some("Công văn"))
    );
}
