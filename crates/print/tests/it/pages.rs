//! The pages of what the office prints.

use crate::{printed, read, samples};
use paper::{Annex, Heading, Paper, Paragraph, Part, Title};
use print::{Check, Fault, Particulars};

#[test]
fn a_paper_has_the_pages_it_should() {
    for (name, paper) in samples::all() {
        let wanted = match name {
            "report" => 4,
            "digest" => 3,
            _ => 1,
        };
        let pdf = printed(&paper);
        assert!(pdf.starts_with(b"%PDF-1.7") && pdf.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
        assert_eq!(read::pages(&pdf), wanted, "{name}");
    }
}

#[test]
fn each_annex_begins_a_page() {
    let annex = Annex { title: "Số liệu".to_owned(), parts: vec![Part::Text("Một dòng.".into())] };
    let paper = Paper { annexes: vec![annex.clone(), annex], ..samples::letter() };
    let pdf = printed(&paper);
    assert_eq!(read::pages(&pdf), 3);
    if let Some(words) = read::words(&pdf) {
        let label = words.find("Phụ lục II").unwrap();
        assert!(words.find("Nơi nhận").unwrap() < label, "{words}");
    }
}

#[test]
fn a_paper_without_anything_is_an_empty_page() {
    assert_eq!(read::pages(&printed(&Paper::default())), 1);
}

#[test]
fn faces_are_embedded_and_only_those_that_are_used() {
    let faces = read::faces(&printed(&samples::notice()));
    assert_eq!(
        faces,
        [
            "LibertinusSerif-Italic",
            "LibertinusSerif-Regular",
            "LibertinusSerif-Semibold",
            "LibertinusSerif-SemiboldItalic"
        ]
    );
}

#[test]
fn the_same_paper_makes_the_same_bytes() {
    let first = printed(&samples::letter());
    printed(&samples::digest());
    assert_eq!(first, printed(&samples::letter()));
}

#[test]
fn a_file_is_tagged_and_speaks_vietnamese() {
    let pdf = printed(&samples::report());
    assert!(read::says(&pdf, "/StructTreeRoot") && read::says(&pdf, "/Marked true"));
    assert!(read::says(&pdf, "/Lang(vi-VN)"));
    assert!(
        read::says(&pdf, "/S/TH") && read::says(&pdf, "/S/H1"),
        "header cells and headings are told as such"
    );
}

#[test]
fn links_lead_only_to_the_web_and_to_letter_boxes() {
    let link = |address: &str| Part::Text(Paragraph::link("bấm", address));
    let parts = vec![
        link("https://vankhe.vn/?a=1&b=(2)"),
        link("mailto:vp@vankhe.vn"),
        link("javascript:alert(1)"),
        link("file:///etc/passwd"),
        link("paper.json"),
    ];
    let pdf = printed(&Paper { parts, ..Paper::default() });
    assert!(read::says(&pdf, "https://vankhe.vn/?a=1&b="));
    assert!(read::says(&pdf, "mailto:vp@vankhe.vn"));
    for not in ["javascript", "/etc/passwd", "/GoToR", "/Launch", "paper.json"] {
        assert!(!read::says(&pdf, not), "{not}");
    }
}

#[test]
fn what_stands_on_paper_is_read_in_order() {
    let Some(words) = read::words(&printed(&samples::report())) else { return };
    let mut rest = words.as_str();
    for wish in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-SVHTTDL",
        "Vân Khê, ngày 05 tháng 02 năm 2026",
        "BÁO CÁO",
        "I. Kết quả",
        "- Tin về sản xuất: 402.",
        "b) Theo thời gian",
        "Bảng 1. Số tin theo xã",
        "Đơn vị",
        "A. Cấp xã",
        "2\n",
        "Đơn vị",
        "850.340",
        "— Báo Vân Khê",
        "III. Phương hướng",
        "nhiệm vụ được giao./.",
        "Nơi nhận:",
        "- Lưu: VT, VP.",
        "Lò Văn Thắng",
    ] {
        let Some((_, after)) = rest.split_once(wish) else {
            panic!("{wish:?} is missing or too early in:\n{words}")
        };
        rest = after;
    }
    let first = words.split('\u{c}').next().unwrap();
    assert!(first.trim_start().starts_with("ỦY BAN"), "the first page has no number");
}

#[test]
fn who_signs_never_stands_alone_on_a_page() {
    for many in 14..34 {
        let mut paper = samples::notice();
        paper.parts = vec![Part::Text("Trực cả ngày lễ.".into()); many];
        let Some(words) = read::words(&printed(&paper)) else { return };
        let last = words.trim_end().split('\u{c}').next_back().unwrap();
        assert!(last.contains("ngày lễ./."), "{many}: {last}");
        assert!(last.contains("Giàng Thị Ước") && last.contains("Nơi nhận"), "{many}: {last}");
    }
}

#[test]
fn where_to_check_a_paper_stands_on_each_page() {
    let check =
        Check { words: "Kiểm tra tại".to_owned(), address: "https://vankhe.vn/kt/7K2M".to_owned() };
    let particulars = Particulars { check: Some(check.clone()), ..Particulars::default() };
    let pdf = print::pdf(&samples::report(), &particulars).unwrap();
    assert!(read::says(&pdf, "(https://vankhe.vn/kt/7K2M)"));
    if let Some(words) = read::words(&pdf) {
        assert_eq!(words.matches("https://vankhe.vn/kt/7K2M").count(), 4);
    }
    let check = Check { address: "javascript:alert(1)".to_owned(), ..check };
    let pdf = print::pdf(&samples::notice(), &Particulars { check: Some(check), ..Particulars::default() })
        .unwrap();
    if let Some(words) = read::words(&pdf) {
        assert!(!words.contains("Kiểm tra tại"));
    }
}

#[test]
fn properties_say_what_the_paper_is() {
    let particulars = Particulars {
        title: Some("Notice \u{0}7\n".to_owned()),
        author: Some("Van Khe".to_owned()),
        date: Some(jiff::civil::date(2026, 11, 21)),
        ..Particulars::default()
    };
    let pdf = print::pdf(&samples::notice(), &particulars).unwrap();
    for words in ["(Notice 7)", "(Van Khe)", "(D:20261121"] {
        assert!(read::says(&pdf, words), "{words}");
    }
}

#[test]
fn an_archive_gets_pdf_a_or_hears_why_not() {
    let archival = Particulars { archival: true, ..Particulars::default() };
    let pdf = print::pdf(&samples::report(), &archival).unwrap();
    assert!(read::says(&pdf, "pdfaid:part>2<") && read::says(&pdf, "pdfaid:conformance>A<"));

    let mut undated = samples::notice();
    undated.heading.date = None;
    let refused = print::pdf(&undated, &archival).unwrap_err();
    assert!(matches!(&refused, Fault::NotArchival(why) if why.contains("day")), "{refused}");

    let mut faceless = samples::notice();
    faceless.parts.push(Part::Text("chữ Nôm 𡨸喃".into()));
    let refused = print::pdf(&faceless, &archival).unwrap_err();
    assert!(
        matches!(&refused, Fault::NotArchival(why) if why.contains('喃') || why.contains('𡨸')),
        "{refused}"
    );
    assert_eq!(read::pages(&printed(&faceless)), 1);
}

#[test]
fn a_title_is_only_text() {
    let title =
        r#"Giá #panic("x") $x^2$ *đậm* _nghiêng_ [a] \ // /* `mã` @nhãn <nhãn> = - "'#import "a.typ""#;
    let paper = Paper {
        heading: Heading { issuer: Some(title.to_owned()), ..Heading::default() },
        title: Title { kind: None, subject: title.to_owned() },
        parts: vec![Part::Text(title.into())],
        ..Paper::default()
    };
    let Some(words) = read::words(&printed(&paper)) else { return };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches(title).count(), 2, "{words}");
}
