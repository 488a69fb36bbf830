//! A document is opened again: its page, its order, its words.

use crate::{in_order, part, parts, samples, words};
use paper::{Annex, Closing, Column, Heading, Paper, Paragraph, Part, Row, Table, Title, docx};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

const DOCUMENT: &str = "word/document.xml";

#[test]
fn the_page_is_the_decrees() {
    let xml = part(&docx(&samples::report()).unwrap(), DOCUMENT);
    // A4 in twips: 210 × 297 mm. Margins: 20, 15, 20, 30 mm.
    assert!(xml.contains(r#"<w:pgSz w:w="11906" w:h="16838" />"#), "{xml}");
    let (_, margins) = xml.split_once("<w:pgMar ").unwrap();
    let side = |name: &str| -> f64 {
        let (_, value) = margins.split_once(&format!("w:{name}=\"")).unwrap();
        value.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 1440.0
    };
    for (name, least, most) in
        [("top", 20.0, 25.0), ("bottom", 20.0, 25.0), ("left", 30.0, 35.0), ("right", 15.0, 20.0)]
    {
        assert!((least..=most).contains(&side(name)), "{name}: {} mm", side(name));
    }
}

#[test]
fn the_letters_are_the_decrees() {
    let styles = part(&docx(&samples::report()).unwrap(), "word/styles.xml");
    let (defaults, _) = styles.split_once("</w:docDefaults>").unwrap();
    assert!(defaults.contains(r#"w:ascii="Times New Roman""#), "{defaults}");
    assert!(defaults.contains(r#"<w:sz w:val="28" />"#), "14 points: {defaults}");
    assert!(defaults.contains(r#"<w:lang w:val="vi-VN""#), "{defaults}");
    let smaller = part(&docx(&samples::letter()).unwrap(), "word/styles.xml");
    assert!(smaller.contains(r#"<w:sz w:val="26" />"#), "13 points: {smaller}");
}

#[test]
fn pages_are_numbered_in_the_top_margin_from_the_second_on() {
    let bytes = docx(&samples::report()).unwrap();
    let xml = part(&bytes, DOCUMENT);
    let (_, section) = xml.rsplit_once("<w:sectPr").unwrap();
    in_order(section, &["<w:headerReference", "<w:headerReference", "<w:pgSz", "<w:pgMar", "<w:titlePg"]);
    assert!(section.contains(r#"w:type="default" r:id="rIdHeader1""#), "{section}");
    assert!(section.contains(r#"w:type="first" r:id="rIdHeader2""#), "{section}");
    let following = part(&bytes, "word/header1.xml");
    in_order(&following, &[r#"<w:jc w:val="center" />"#, "PAGE"]);
    let first = part(&bytes, "word/header2.xml");
    assert!(first.contains("<w:p>") && !first.contains("PAGE"), "{first}");
}

#[test]
fn annexes_begin_a_page_after_who_signs() {
    let annex =
        |title: &str| Annex { title: title.to_owned(), parts: vec![Part::Text("Số liệu.".into())] };
    let paper = Paper { annexes: vec![annex("Theo xã"), annex("Theo tháng")], ..samples::report() };
    let xml = part(&docx(&paper).unwrap(), DOCUMENT);
    in_order(
        &xml,
        &[
            "Lò Văn Thắng",
            "<w:pageBreakBefore",
            "Phụ lục I<",
            "THEO XÃ",
            "(Kèm theo Báo cáo số 05/BC-SVHTTDL ngày 05 tháng 02 năm 2026 của Sở Văn hóa, Thể thao và Du lịch)",
            "<w:pageBreakBefore",
            "Phụ lục II<",
            "THEO THÁNG",
        ],
    );
}

#[test]
fn a_report_stands_in_the_decrees_order() {
    let said = words(&part(&docx(&samples::report()).unwrap(), DOCUMENT));
    in_order(
        &said,
        &[
            // Long names break before the place and before "VÀ", and keep these with what follows.
            "ỦY BAN NHÂN DÂN TỈNH\u{a0}VÂN\u{a0}KHÊ\n",
            "SỞ VĂN HÓA, THỂ THAO VÀ\u{a0}DU\u{a0}LỊCH\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
            "Độc lập - Tự do - Hạnh phúc\n",
            "Số: 05/BC-SVHTTDL\n",
            "Vân Khê, ngày 05 tháng 02 năm 2026\n",
            "BÁO CÁO\n",
            "Công tác thông tin, truyền thông tháng 01 năm 2026\n",
            "Kính gửi:\n",
            "- Ủy ban nhân dân tỉnh;\n",
            "- Ban Tuyên giáo và Dân vận Tỉnh ủy.\n",
            "Căn cứ Nghị định số 09/2017/NĐ-CP",
            "I. Kết quả\n",
            "1. Tin, bài trên cổng thông tin\n",
            "Đã đăng 1.204 tin, bài; xem cổng thông tin và các báo.\n",
            "- Tin về sản xuất: 402.\n",
            "a) Theo đơn vị\n",
            "b) Theo thời gian\n",
            "2. Theo từng xã\n",
            "a) Bảng kê\n",
            "Bảng 1. Số tin theo xã\n",
            "TT\nĐơn vị\nLượt xem\nTỷ lệ\n",
            "A. Cấp xã\n",
            "1\nXã Mường Tía 1\n1.037\n2,4%\n",
            "Cộng\n850.340\n100,0\n",
            "II. Dư luận\n",
            "— Báo Vân Khê",
            "III. Phương hướng\n",
            "được giao./.\n",
            "Nơi nhận:\n- Như trên;\n- Giám đốc, các Phó Giám đốc;\n- Lưu: VT, VP.\n",
            "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n",
            "Lò Văn Thắng",
        ],
    );
}

#[test]
fn the_one_who_signs_does_not_stand_alone_on_a_page() {
    let xml = part(&docx(&samples::report()).unwrap(), DOCUMENT);
    let (before, _) = xml.split_once("được giao").unwrap();
    assert!(before.rsplit_once("<w:p>").unwrap().1.contains("<w:keepNext />"));
    let (_, after) = xml.rsplit_once("Lò Văn Thắng").unwrap();
    in_order(after, &["</w:tbl>", "<w:p>", "</w:p>", "<w:sectPr>"]);
}

#[test]
fn a_table_repeats_its_header_and_sets_amounts_right() {
    let xml = part(&docx(&samples::report()).unwrap(), DOCUMENT);
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1);
    assert!(!xml.contains("<w:trHeight"), "the mark of header rows is gone");
    let (before, _) = xml.split_once("Lượt xem").unwrap();
    assert!(before.rsplit_once("<w:tr>").unwrap().1.contains("<w:tblHeader />"));
    let (before, _) = xml.split_once(">1.037<").unwrap();
    assert!(before.rsplit_once("<w:p>").unwrap().1.contains(r#"<w:jc w:val="right" />"#));
    assert!(xml.contains(r#"<w:gridSpan w:val="4" />"#), "a group stands over all columns");
    let (_, table) = xml.split_once("Bảng 1.").unwrap();
    let (_, grid) = table.split_once("<w:tblGrid>").unwrap();
    let widths: Vec<usize> = grid
        .split_once("</w:tblGrid>")
        .unwrap()
        .0
        .split("w:w=\"")
        .skip(1)
        .map(|piece| piece.split_once('"').unwrap().0.parse().unwrap())
        .collect();
    assert_eq!(widths.len(), 4);
    assert_eq!(widths.iter().sum::<usize>(), 11_906 - 1701 - 851, "as wide as the text");
    assert!(widths[1] > widths[2] && widths[2] > widths[0], "{widths:?}");
}

#[test]
fn the_first_line_is_set_in_and_a_page_breaks() {
    let xml = part(&docx(&samples::report()).unwrap(), DOCUMENT);
    let (before, _) = xml.split_once("Đã đăng ").unwrap();
    let paragraph = before.rsplit_once("<w:p>").unwrap().1;
    assert!(paragraph.contains(r#"w:firstLine="567""#) && paragraph.contains(r#"<w:jc w:val="both" />"#));
    let (before, _) = xml.split_once("Phương hướng").unwrap();
    assert!(before.contains("<w:pageBreakBefore"), "{before}");
    let (before, _) = xml.split_once("Kết quả").unwrap();
    assert!(before.rsplit_once("<w:p>").unwrap().1.contains(r#"<w:pStyle w:val="Heading1" />"#));
}

#[test]
fn links_lead_where_they_say() {
    let bytes = docx(&samples::report()).unwrap();
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    let xml = part(&bytes, DOCUMENT);
    assert_eq!(xml.matches("<w:hyperlink ").count(), 41);
    assert_eq!(relations.matches("rIdHyperlink").count(), 41);
    let (_, first) = relations.split_once(r#"Id="rIdHyperlink00001""#).unwrap();
    let (first, _) = first.split_once("/>").unwrap();
    assert!(first.contains(r#"Target="https://vankhe.vn/?a=1&amp;b=2""#), "{first}");
    assert!(first.contains(r#"TargetMode="External""#), "{first}");
    // The decree asks for black letters.
    let link = xml.split_once("<w:hyperlink ").unwrap().1.split_once("</w:hyperlink>").unwrap().0;
    in_order(link, &[r#"<w:color w:val="000000" />"#, r#"<w:u w:val="single" />"#, "cổng thông tin"]);
}

#[test]
fn what_a_paper_lacks_is_not_written() {
    let said = words(&part(&docx(&samples::digest()).unwrap(), DOCUMENT));
    in_order(
        &said,
        &["TRUNG TÂM THÔNG TIN", "Vân Khê, ngày 22 tháng 11 năm 2026", "ĐIỂM BÁO", "Sáng 22/11/2026"],
    );
    for missing in ["CỘNG HÒA", "Độc lập", "Số:", "Nơi nhận", "Kính gửi", "./."] {
        assert!(!said.contains(missing), "{missing} in {said}");
    }
    let bare = part(&docx(&Paper::default()).unwrap(), DOCUMENT);
    assert!(!bare.contains("<w:tbl>") && words(&bare).trim().is_empty(), "{bare}");
}

#[test]
fn a_letter_leaves_room_for_number_and_day() {
    let said = words(&part(&docx(&samples::letter()).unwrap(), DOCUMENT));
    let said = said.replace('\u{a0}', "_");
    in_order(
        &said,
        &[
            "Số:______/VP-TH\n",
            "V/v cung cấp thông tin",
            "Vân Khê, ngày______tháng______năm",
            "Kính gửi: Báo Vân Khê",
            "theo yêu cầu./.",
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n",
        ],
    );
}

#[test]
fn the_same_paper_makes_the_same_bytes() {
    let first = docx(&samples::report()).unwrap();
    for _ in 0..8 {
        docx(&samples::digest()).unwrap();
        assert!(first == docx(&samples::report()).unwrap());
    }
    let elsewhere = std::thread::spawn(|| docx(&samples::report()).unwrap()).join().unwrap();
    assert!(first == elsewhere, "on another thread");
}

#[test]
fn the_archive_opens_with_its_list_of_types_and_says_its_name() {
    let bytes = docx(&samples::report()).unwrap();
    let all = parts(&bytes);
    assert_eq!(all[0].0, "[Content_Types].xml");
    let core = part(&bytes, "docProps/core.xml");
    in_order(&core, &["<dc:creator>Sở Văn hóa", "<dc:title>Báo cáo Công tác thông tin"]);
    assert!(!core.contains("unknown"), "{core}");
}

/// Text from anywhere: what XML forbids, markup, a very long title, many rows, addresses that lead nowhere.
#[test]
fn any_text_may_come_in() {
    let wild = "a\u{0}\u{1}\u{b}<w:tblHeader />&amp; \"'\u{fffe}]]>\u{200b}👩‍🌾 Tie\u{302}\u{301}ng";
    let paper = Paper {
        heading: Heading { issuer: Some(wild.repeat(9)), place: Some(wild.into()), ..Heading::default() },
        title: Title { kind: Some(wild.into()), subject: "Chữ dài ".repeat(2000) },
        parts: vec![
            Part::Table(Table {
                columns: vec![Column::words(wild, 0), Column::amounts(wild, 9)],
                rows: (0..500).map(|_| Row::Cells(vec![wild.into()])).collect(),
                ..Table::default()
            }),
            Part::Table(Table::default()),
            Part::Text(Paragraph::link("đây", "javascript:alert(1)").with_link("kia", "https://a.vn/\"><x")),
            Part::Text("hai\ndòng\tcột".into()),
        ],
        closing: Closing { recipients: vec![wild.into()], ..Closing::default() },
        ..Paper::default()
    };
    let bytes = docx(&paper).unwrap();
    let xml = part(&bytes, DOCUMENT);
    assert!(xml.chars().all(|letter| letter >= ' ' || "\n\t".contains(letter)));
    assert!(!xml.contains('\u{fffe}'));
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1, "text is never markup");
    assert_eq!(xml.matches("<w:hyperlink ").count(), 1, "a script is no address");
    assert!(words(&xml).contains("a<w:tblHeader />&amp; \"']]>\u{200b}👩‍🌾 Tiếng"), "{}", words(&xml).len());
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("https://a.vn/%22%3E%3Cx"), "{relations}");
    in_order(&xml, &["hai</w:t><w:br", "dòng</w:t><w:tab />", "cột</w:t>"]);
    assert!(bytes.len() < 200_000, "500 rows are packed: {} bytes", bytes.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is typed, the document can be read, and holds what was typed but for what XML forbids.
    #[test]
    fn what_was_typed_is_read_again(letters in proptest::collection::vec(any::<char>(), 0..40)) {
        let typed: String = letters.into_iter().collect();
        let marked = Paragraph::from(typed.as_str()).with_bold(typed.as_str()).with_link(typed.as_str(), typed.as_str());
        let paper = Paper {
            heading: Heading { issuer: Some(typed.clone()), about: Some(typed.clone()), ..Heading::default() },
            title: Title { kind: None, subject: typed.clone() },
            addressees: vec![typed.clone(), typed.clone()],
            parts: vec![Part::List(vec![marked.clone()]), Part::Heading(paper::Level::Roman, marked)],
            closing: Closing { end_mark: true, recipients: vec![typed.clone()], ..Closing::default() },
            ..Paper::default()
        };
        let bytes = docx(&paper).unwrap();
        docx_rs::read_docx(&bytes).unwrap();
        let forbidden = |letter: &char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
        let wanted: String = typed.nfc().filter(|letter| !forbidden(letter)).collect();
        let said: String = words(&part(&bytes, DOCUMENT)).chars().filter(|letter| *letter != '\n').collect();
        prop_assert!(said.contains(&wanted), "{wanted:?} in {said:?}");
    }
}
