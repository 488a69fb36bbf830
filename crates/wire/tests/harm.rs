//! Bad input gives a clear error or a page, quickly, and never a panic.

use proptest::prelude::*;
use std::time::Instant;
use wire::page::{Hint, PageError, read};

fn error(bytes: &[u8]) -> &'static str {
    read(bytes, &Hint::default()).err().map_or("none", |e| e.key())
}

#[test]
fn what_is_no_page_is_named() {
    assert_eq!(error(b""), "page-empty");
    assert_eq!(error(b" \n\t \r\n"), "page-empty");
    assert_eq!(error(&[0; 1000]), "page-empty");
    assert_eq!(error(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "page-binary");
    assert_eq!(error(b"%PDF-1.7 ..."), "page-binary");
    assert_eq!(error(b"PK\x03\x04docx"), "page-binary");
    assert_eq!(error(&(0..=255).cycle().take(5000).collect::<Vec<u8>>()), "page-binary");
    assert_eq!(error(b"<html><body><script>alert(1)</script></body></html>"), "page-no-text");
    assert_eq!(error("\u{feff}".as_bytes()), "page-empty");
}

#[test]
fn fifty_megabytes_are_refused_unread() {
    let big = vec![b'a'; 50 * 1024 * 1024];
    let limit = Hint::default().longest;
    assert_eq!(read(&big, &Hint::default()), Err(PageError::TooLarge { bytes: big.len(), longest: limit }));
    let small = Hint { longest: 10, ..Hint::default() };
    assert!(matches!(read(b"Hai ba ch\xe1\xbb\xaf", &small), Err(PageError::TooLarge { .. })));
}

const STORY: &str = "Bình An ra quân dọn vệ sinh đường làng\nNgày đăng: 06/03/2024\nSáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia, thu gom ba tấn rác thải nhựa.\n";

#[test]
fn encodings() {
    let utf16: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16.iter().copied()).collect();
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(STORY.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(STORY).collect();
    for (name, bytes) in [
        ("plain", STORY.as_bytes()),
        ("16", &utf16),
        ("16 marked", &marked),
        ("16 big", &big),
        ("nfd", decomposed.as_bytes()),
    ] {
        let page = read(bytes, &Hint::default()).unwrap();
        assert_eq!(page.title, "Bình An ra quân dọn vệ sinh đường làng", "{name}");
        assert!(page.body.ends_with("ba tấn rác thải nhựa."), "{name}");
    }
}

/// Code page 1258 writes a base letter, then its tone as a byte of its own.
#[test]
fn code_page_1258() {
    let text = "<meta charset=windows-1258><h1>Lời kể của một người thợ</h1><p>T\u{f4}i l\u{e0} ng\u{1b0}\u{1a1}\u{300}i Vi\u{ea}\u{323}t Nam, quê tôi ở miền núi phía Bắc.";
    let (bytes, _, _) = encoding_rs::WINDOWS_1258.encode(text);
    let page = read(&bytes, &Hint::default()).unwrap();
    assert!(page.body.contains("Tôi là người Việt Nam"), "{}", page.body);
}

#[test]
fn damaged_bytes_are_told_and_surrogates_alone_do_no_harm() {
    let mut bytes = STORY.as_bytes().to_vec();
    bytes.splice(20..20, [0xff, 0xed, 0xa0, 0x80]);
    bytes.push(0);
    let page = read(&bytes, &Hint::default()).unwrap();
    assert!(page.notes.iter().any(|n| n.key == "damaged-bytes"));
    let lone: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(STORY.encode_utf16().chain([0xd800]).flat_map(u16::to_le_bytes))
        .collect();
    assert!(read(&lone, &Hint::default()).is_ok());
}

/// Each of these has cost some reader minutes or its stack.
#[test]
fn hostile_markup_takes_no_longer_than_its_length() {
    let deep = format!("{}{STORY}{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let formats = "<b><i><font color=red>".repeat(60_000) + STORY;
    let tables = "<table><tr><td>".repeat(60_000) + STORY;
    let comments = "<!-- x ".repeat(200_000) + STORY;
    let data = "<![CDATA[ x ".repeat(30_000) + STORY;
    let quotes = "<a href='x".repeat(100_000) + STORY;
    let attributes = format!("<div {}>{STORY}", (0..200_000).map(|n| format!("a{n}=1 ")).collect::<String>());
    let ends = "</p></div></b>".repeat(100_000) + STORY;
    let references = "&amp;&#x110;&unknown;&".repeat(100_000) + STORY;
    let marks = "<".repeat(1_000_000) + STORY;
    let items = "<li>một".repeat(100_000) + STORY;
    let scripts = "<script>".repeat(100_000) + STORY;
    let words = "Quyết định số 06/QĐ-TTgCông văn số 12/A-B v/v ".repeat(40_000);
    let dashes = "- ".repeat(500_000) + STORY;
    let labels = "Tác giả: Ngày đăng: Nguồn: ".repeat(60_000) + STORY;
    let lines = "Lượt xem: 12\n".repeat(30_000) + STORY;
    let started = Instant::now();
    for (name, page) in [
        ("deep", deep),
        ("formats", formats),
        ("tables", tables),
        ("comments", comments),
        ("data", data),
        ("quotes", quotes),
        ("attributes", attributes),
        ("ends", ends),
        ("references", references),
        ("marks", marks),
        ("items", items),
        ("scripts", scripts),
        ("words", words),
        ("dashes", dashes),
        ("labels", labels),
        ("lines", lines),
    ] {
        let before = started.elapsed();
        let _ = read(page.as_bytes(), &Hint::default());
        let took = started.elapsed() - before;
        // Not a benchmark: quadratic time would be minutes.
        assert!(took.as_secs() < 20, "{name} took {took:?}");
    }
}

#[test]
fn a_story_inside_a_hundred_thousand_boxes_is_found() {
    let deep = format!(
        "{}<p>Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia.</p>",
        "<div>".repeat(100_000)
    );
    assert!(read(deep.as_bytes(), &Hint::default()).unwrap().body.contains("xã Bình An ra quân"));
}

#[test]
fn scripts_and_events_leave_no_trace() {
    let page = "<h1>Bình An ra quân dọn vệ sinh</h1><p onclick=alert(1)>Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người.\
        <script>steal()</script><svg onload=x><text>vẽ</text></svg><a href=\"javascript:x\">liên kết</a> <style>p{}</style><iframe src=x>khung</iframe></p>";
    let page = read(page.as_bytes(), &Hint::default()).unwrap();
    assert_eq!(
        page.body,
        "Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người.liên kết"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, &Hint::default());
    }

    #[test]
    fn any_text(text in "\\PC{0,400}") {
        let _ = read(text.as_bytes(), &Hint::default());
    }

    #[test]
    fn any_soup_of_tags_and_lines(pieces in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class=content>", "</div>", "<td>", "<tr>", "<table>", "</table>", "<h1>", "</h1>", "<br>", "<li>", "<a href=x>", "</a>",
        "<!--", "-->", "<script>", "</script>", "&amp;", "&", "<", "Ngày đăng: 06/03/2024", "Các tin khác\n", "Thu Hà - VPS\n", "./.\n", "Quyết định số 06/QĐ-TTg",
        "Công văn số 121/LĐTBXH-VP v/v ", "Văn bản mới\n", "Toàn cảnh hội nghị\n", "Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia, thu gom ba tấn rác.\n",
        "Nguồn: ", "(", ")", "0\n", "…", "<title>", "</title>", "<meta property=og:title content='A'>", "\n", "HOÀNG AN\n", "<figure>", "<figcaption>", "<time datetime=2020-01-01>",
    ]), 0..60)) {
        let text = pieces.concat();
        if let Ok(page) = read(text.as_bytes(), &Hint::default()) {
            prop_assert!(!page.title.is_empty());
            prop_assert!(!page.body.contains("<script"));
            prop_assert!(serde_json::to_string(&page).is_ok());
        }
    }
}
