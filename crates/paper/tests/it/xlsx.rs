//! A workbook is opened again: its cells, their types, what stays in sight.

use crate::{in_order, part, parts, samples};
use jiff::civil::date;
use paper::{Book, Cell, Sheet, SheetColumn, xlsx};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The attributes and the inside of a cell.
fn cell(sheet: &str, at: &str) -> (String, String) {
    let (_, found) =
        sheet.split_once(&format!("<c r=\"{at}\"")).unwrap_or_else(|| panic!("no {at} in {sheet}"));
    let (attributes, rest) = found.split_once('>').unwrap();
    if attributes.ends_with('/') {
        return (attributes.to_owned(), String::new());
    }
    (attributes.to_owned(), rest.split_once("</c>").unwrap().0.to_owned())
}

/// The words of a cell of words.
fn said(bytes: &[u8], at: &str) -> String {
    let (attributes, inside) = cell(&part(bytes, SHEET), at);
    assert!(attributes.contains("t=\"s\""), "{at} is no text: {attributes}");
    let index: usize = inside.replace("<v>", "").replace("</v>", "").parse().unwrap();
    let strings = part(bytes, "xl/sharedStrings.xml");
    let item = strings.split("<si>").nth(index + 1).unwrap();
    crate::words(item.split_once("</si>").unwrap().0)
}

/// The number format of a cell.
fn format(bytes: &[u8], at: &str) -> String {
    let (attributes, _) = cell(&part(bytes, SHEET), at);
    let form: usize = attributes.split_once("s=\"").unwrap().1.split_once('"').unwrap().0.parse().unwrap();
    let styles = part(bytes, "xl/styles.xml");
    let (_, forms) = styles.split_once("<cellXfs").unwrap();
    let id = forms.split("<xf ").nth(form + 1).unwrap().split_once("numFmtId=\"").unwrap().1;
    let id = id.split_once('"').unwrap().0;
    let code = styles.split_once(&format!("<numFmt numFmtId=\"{id}\" formatCode=\"")).unwrap().1;
    code.split_once('"').unwrap().0.to_owned()
}

#[test]
fn cells_have_their_types() {
    let bytes = xlsx(&samples::book()).unwrap();
    let sheet = part(&bytes, SHEET);
    assert_eq!(said(&bytes, "A1"), "Tin, bài tháng 11 năm 2026");
    assert_eq!(said(&bytes, "G4"), "Địa chỉ");
    assert_eq!(cell(&sheet, "C5").1, "<v>1204500</v>");
    assert_eq!(format(&bytes, "C5"), "[$-42A]#,##0");
    assert_eq!(cell(&sheet, "D5").1, "<v>1234.5</v>");
    assert_eq!(format(&bytes, "D5"), "[$-42A]#,##0.00");
    assert_eq!(cell(&sheet, "E5").1, "<v>0.125</v>");
    assert_eq!(format(&bytes, "E5"), "[$-42A]0.0%");
    // Days are counted from the eve of 1900, with the day 1900 did not have.
    assert_eq!(cell(&sheet, "F5").1, "<v>46348</v>");
    assert_eq!(format(&bytes, "F5"), r"dd\/mm\/yyyy");
    assert_eq!(said(&bytes, "G5"), "Báo Vân Khê");
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert!(links.contains("https://baovankhe.vn/?a=1&amp;b=2"), "{links}");
    assert_eq!(said(&bytes, "B6"), "Cộng");
}

#[test]
fn the_header_row_stays_in_sight_and_on_each_printed_page() {
    let bytes = xlsx(&samples::book()).unwrap();
    let sheet = part(&bytes, SHEET);
    in_order(&sheet, &["<pane ySplit=\"4\"", "topLeftCell=\"A5\"", "state=\"frozen\"", "<col min=\"1\""]);
    let workbook = part(&bytes, "xl/workbook.xml");
    in_order(&workbook, &["name=\"Tin 11-2026\"", "name=\"Tin 11-2026 (2)\"", "_xlnm.Print_Titles", "$4:$4"]);
}

/// What begins like a formula is words, whatever wrote it.
#[test]
fn words_are_never_reckoned() {
    let tricks =
        ["=1+1", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "=cmd|' /C calc'!A0"];
    let rows =
        tricks.iter().map(|trick| vec![Cell::Text((*trick).to_owned()), Cell::Strong((*trick).to_owned())]);
    let book = Book {
        sheets: vec![Sheet {
            name: "=1".to_owned(),
            titles: vec!["=2".to_owned()],
            columns: vec![SheetColumn::new("=3", 9)],
            rows: rows.collect(),
        }],
        ..Book::default()
    };
    let bytes = xlsx(&book).unwrap();
    assert!(!part(&bytes, SHEET).contains("<f"), "a formula");
    for (at, trick) in tricks.iter().enumerate() {
        assert_eq!(said(&bytes, &format!("A{}", at + 4)), *trick);
        assert_eq!(said(&bytes, &format!("B{}", at + 4)), *trick);
    }
    assert_eq!(said(&bytes, "A1"), "=2");
    assert_eq!(said(&bytes, "A3"), "=3");
}

#[test]
fn any_cell_may_come_in() {
    let odd = vec![
        Cell::Text("a\u{0}\u{1f}\u{fffe}<b>&\"👩‍🌾".to_owned()),
        Cell::Text("Tie\u{302}\u{301}ng".to_owned()),
        Cell::Whole(i64::MIN),
        Cell::Decimal(f64::NAN, 1),
        Cell::Percent(f64::INFINITY),
        Cell::Day(date(-44, 3, 15)),
        Cell::Link { text: "đây".to_owned(), address: "javascript:alert(1)".to_owned() },
        Cell::Link { text: "xa".to_owned(), address: format!("https://a.vn/{}", "a".repeat(5000)) },
        Cell::Link { text: String::new(), address: "https://a.vn".to_owned() },
        Cell::Text(String::new()),
    ];
    let mut rows = vec![odd; 500];
    rows.push(vec![Cell::Text("ư".repeat(70_000))]);
    let sheet = Sheet { rows, ..Sheet::default() };
    let bytes = xlsx(&Book { sheets: vec![sheet.clone(), sheet], ..Book::default() }).unwrap();
    assert_eq!(said(&bytes, "A1"), "a<b>&\"👩‍🌾");
    assert_eq!(said(&bytes, "B1"), "Tiếng");
    assert_eq!(said(&bytes, "A501").chars().count(), 32_000);
    assert_eq!(said(&bytes, "C1"), "-9.223.372.036.854.775.808");
    assert_eq!(said(&bytes, "D1"), "–");
    assert_eq!(said(&bytes, "E500"), "–");
    assert_eq!(said(&bytes, "G1"), "đây");
    assert!(!part(&bytes, SHEET).contains("<hyperlink"));
    for (name, text) in parts(&bytes) {
        assert!(text.chars().all(|letter| letter >= ' ' || "\n\r\t".contains(letter)), "{name}");
    }
    assert!(part(&xlsx(&Book::default()).unwrap(), "xl/workbook.xml").contains("name=\"Trang\""));
}

#[test]
fn what_no_sheet_holds_is_refused() {
    let sheet = Sheet { rows: vec![vec![Cell::Empty; 16_385]], ..Sheet::default() };
    assert!(matches!(xlsx(&Book { sheets: vec![sheet], ..Book::default() }), Err(paper::Failed::Book(_))));
}

#[test]
fn the_same_book_makes_the_same_bytes() {
    let first = xlsx(&samples::book()).unwrap();
    assert!(first == xlsx(&samples::book()).unwrap());
    assert!(part(&first, "docProps/core.xml").contains("2026-11-22T00:00:00Z"));
}
