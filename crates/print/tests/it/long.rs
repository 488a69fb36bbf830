//! Papers longer than anybody reads.

use crate::{printed, read, samples};
use paper::{Closing, Column, Paper, Paragraph, Part, Row, Signer, Table, Title};
use print::{Fault, Measure, Particulars};

fn refused(paper: &Paper) -> (Measure, usize) {
    match print::pdf(paper, &Particulars::default()) {
        Err(Fault::TooLong { what, most, .. }) => (what, most),
        Err(fault) => panic!("{fault}"),
        Ok(_) => panic!("it was set"),
    }
}

#[test]
fn many_pages_and_rows_are_set() {
    let pages = read::pages(&printed(&samples::long(60, 300)));
    assert!((20..40).contains(&pages), "{pages}");
}

#[test]
fn too_much_is_refused_at_once() {
    let (what, _) = refused(&Paper { parts: vec![Part::PageBreak; 100_000], ..Paper::default() });
    assert_eq!(what, Measure::Pages);
    let (what, _) = refused(&samples::long(0, 1_000_000));
    assert_eq!(what, Measure::Pages);
    let subject = "Tên ".repeat(2_000_000);
    let paper = Paper { title: Title { kind: None, subject }, ..Paper::default() };
    assert!(matches!(refused(&paper).0, Measure::Pages | Measure::Letters));
}

/// What fills a page where it should not is broken over pages, not lost below the edge of one.
#[test]
fn blocks_larger_than_a_page_go_on() {
    let tall = "Một dòng của ô rất dài trong bảng kê. ".repeat(400);
    let table = |titles: &str, cell: &str| {
        let columns = vec![Column::words(titles, 1), Column::words("Hai", 1)];
        let rows = vec![Row::Cells(vec![cell.into(), "cuối ô".into()]), Row::Group(cell.into())];
        Part::Table(Table { columns, rows, ..Table::default() })
    };
    let closing = Closing {
        end_mark: true,
        recipients: (1..200).map(|at| format!("Ủy ban nhân dân xã số {at}")).collect(),
        signer: Some(Signer { post: "Chủ tịch".to_owned(), ..Signer::default() }),
    };
    let last = Part::Text(format!("{tall} hết").into());
    let paper =
        Paper { parts: vec![table("Một", &tall), table(&tall, "ô"), last], closing, ..Paper::default() };
    let pdf = printed(&paper);
    assert!(read::pages(&pdf) > 12, "{}", read::pages(&pdf));
    if let Some(words) = read::words(&pdf) {
        assert_eq!(words.matches("kê.").count(), 4 * 400);
        assert!(words.contains("xã số 199.") && words.contains("hết./."));
    }
}

#[test]
fn words_no_line_holds_are_broken() {
    let word = "ă".repeat(3000);
    let columns = vec![Column::words("Một", 1), Column::words("Hai", 30)];
    let rows = vec![Row::Cells(vec![Paragraph::from(word.as_str()), word.as_str().into()])];
    let parts =
        vec![Part::Text(word.as_str().into()), Part::Table(Table { columns, rows, ..Table::default() })];
    let title = Title { kind: None, subject: word };
    let pdf = printed(&Paper { parts, title, ..Paper::default() });
    if let Some(words) = read::words(&pdf) {
        assert_eq!(words.matches('ă').count(), 4 * 3000);
    }
}
