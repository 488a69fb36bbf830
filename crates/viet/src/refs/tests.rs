//! References as decrees and news write them: text, what is found.

use super::*;
use proptest::prelude::*;

fn said(text: &str) -> String {
    let show = |r: &Reference| {
        let mut out = format!("[{}]", text.get(r.span.clone()).unwrap());
        out += &format!(" {}", r.kind.map_or("-", Kind::name));
        if let Some(name) = &r.name {
            out += &format!(" «{name}»");
        }
        if let Some(symbol) = &r.symbol {
            out += &format!(" {symbol}");
        }
        match (r.date, r.year) {
            (Some(date), _) => out += &format!(" {date}"),
            (None, Some(year)) => out += &format!(" {year}"),
            _ => {}
        }
        if let Some(issuer) = &r.issuer {
            out += &format!(" của {issuer}");
        }
        if !r.provision.is_empty() {
            out += &format!(" @ {}", r.provision);
        }
        for doubt in &r.doubts {
            out += &format!(" {doubt:?}");
        }
        out
    };
    find(text).iter().map(show).collect::<Vec<_>>().join("; ")
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, want)| said(text) != *want)
        .map(|(text, want)| format!("{text}\n   want {want}\n   got  {}", said(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn normative_documents() {
    check(&[
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            "[Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ] Nghị định 30/2020/NĐ-CP 2020-03-05 của Chính phủ",
        ),
        (
            "Luật Báo chí số 126/2025/QH15",
            "[Luật Báo chí số 126/2025/QH15] Luật «Báo chí» 126/2025/QH15 2025",
        ),
        (
            "Luật Chuyển đổi số số 148/2025/QH15 quy định",
            "[Luật Chuyển đổi số số 148/2025/QH15] Luật «Chuyển đổi số» 148/2025/QH15 2025",
        ),
        ("Luật số 80/2015/QH13", "[Luật số 80/2015/QH13] Luật 80/2015/QH13 2015"),
        (
            "Bộ luật Dân sự năm 2015 và Hiến pháp năm 2013",
            "[Bộ luật Dân sự năm 2015] Bộ luật «Dân sự» 2015; [Hiến pháp năm 2013] Hiến pháp 2013",
        ),
        (
            "Thông tư liên tịch số 01/2016/TTLT-BTP-BCA",
            "[Thông tư liên tịch số 01/2016/TTLT-BTP-BCA] Thông tư liên tịch 01/2016/TTLT-BTP-BCA 2016",
        ),
        (
            "Thông tư số 22/2023/TT-BTTTT ngày 31/12/2023 của Bộ trưởng Bộ Thông tin và Truyền thông quy định",
            "[Thông tư số 22/2023/TT-BTTTT ngày 31/12/2023 của Bộ trưởng Bộ Thông tin và Truyền thông] Thông tư 22/2023/TT-BTTTT 2023-12-31 của Bộ trưởng Bộ Thông tin và Truyền thông",
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Hải quan số 90/2025/QH15",
            "[Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Hải quan số 90/2025/QH15] Luật «sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Hải quan» 90/2025/QH15 2025",
        ),
        (
            "khoản 5 Điều 46 của Luật Đầu tư công và Nghị định số 85/2025/NĐ-CP",
            "[Nghị định số 85/2025/NĐ-CP] Nghị định 85/2025/NĐ-CP 2025",
        ),
        ("Nghị định 224/2026/NĐ-CP", "[Nghị định 224/2026/NĐ-CP] Nghị định 224/2026/NĐ-CP 2026"),
    ]);
}

#[test]
fn administrative_documents() {
    check(&[
        ("Quyết định số 06/QĐ-TTg", "[Quyết định số 06/QĐ-TTg] Quyết định 06/QĐ-TTg"),
        ("theo Công văn số 121/LĐTBXH-VP v/v báo cáo", "[Công văn số 121/LĐTBXH-VP] Công văn 121/LĐTBXH-VP"),
        ("văn bản 118/LĐTBXH-PC của", "[118/LĐTBXH-PC] Công văn 118/LĐTBXH-PC"),
        (
            "Quyết định số 1817/QĐ-LĐTBXH ngày 7/12/2018 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
            "[Quyết định số 1817/QĐ-LĐTBXH ngày 7/12/2018 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội] Quyết định 1817/QĐ-LĐTBXH 2018-12-07 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        ),
        ("Kế hoạch số 35/KH-UBND", "[Kế hoạch số 35/KH-UBND] Kế hoạch 35/KH-UBND"),
        ("Nghị quyết số 18-NQ/TW", "[Nghị quyết số 18-NQ/TW] Nghị quyết 18-NQ/TW"),
        ("Số:      /QĐ-UBND", "[Số:      /QĐ-UBND] Quyết định …/QĐ-UBND NumberMissing"),
        ("Tờ trình số ……/TTr-STC", "[Tờ trình số ……/TTr-STC] Tờ trình …/TTr-STC NumberMissing"),
        (
            "Quyết định số 12/KH-UBND",
            "[Quyết định số 12/KH-UBND] Quyết định 12/KH-UBND KindDisagrees { named: QuyetDinh, coded: KeHoach }",
        ),
    ]);
}

#[test]
fn lists_and_ranges() {
    check(&[
        (
            "các Nghị định số 01/2020/NĐ-CP, 02/2021/NĐ-CP và số 03/2022/NĐ-CP",
            "[Nghị định số 01/2020/NĐ-CP] Nghị định 01/2020/NĐ-CP 2020; [02/2021/NĐ-CP] Nghị định 02/2021/NĐ-CP 2021; [03/2022/NĐ-CP] Nghị định 03/2022/NĐ-CP 2022",
        ),
        (
            "các Quyết định số 12, 13 và 14/QĐ-UBND",
            "[Quyết định số 12] Quyết định 12/QĐ-UBND; [13] Quyết định 13/QĐ-UBND; [14/QĐ-UBND] Quyết định 14/QĐ-UBND",
        ),
        (
            "Quyết định số 12/QĐ-UBND ngày 5/3/2024, Kế hoạch số 15/KH-UBND",
            "[Quyết định số 12/QĐ-UBND ngày 5/3/2024] Quyết định 12/QĐ-UBND 2024-03-05; [Kế hoạch số 15/KH-UBND] Kế hoạch 15/KH-UBND",
        ),
    ]);
}

#[test]
fn articles() {
    check(&[
        (
            "điểm a khoản 2 Điều 5 Nghị định số 244/2026/NĐ-CP",
            "[điểm a khoản 2 Điều 5 Nghị định số 244/2026/NĐ-CP] Nghị định 244/2026/NĐ-CP 2026 @ điểm a khoản 2 Điều 5",
        ),
        (
            "khoản 1, 2 và 3 Điều 7 của Luật Báo chí năm 2025",
            "[khoản 1, 2 và 3 Điều 7 của Luật Báo chí năm 2025] Luật «Báo chí» 2025 @ khoản 1, 2, 3 Điều 7",
        ),
        ("Điều 3 đến Điều 7 Nghị định này", "[Điều 3 đến Điều 7 Nghị định này] Nghị định @ Điều 3–7"),
        (
            "khoản 2 Điều 12a, Chương II Luật này",
            "[khoản 2 Điều 12a, Chương II Luật này] Luật @ khoản 2 Điều 12a Chương II",
        ),
        ("Điều 5 nói rằng", ""),
    ]);
}

#[test]
fn scans_and_hasty_writing() {
    check(&[
        (
            "Nghị định số 224 /2026/ NĐ - CP",
            "[Nghị định số 224 /2026/ NĐ - CP] Nghị định 224/2026/NĐ-CP 2026",
        ),
        ("Nghị định số 224/2O26/NÐ–CP", "[Nghị định số 224/2O26/NÐ–CP] Nghị định 224/2026/NĐ-CP 2026"),
        ("Quyết định 06/QD-TTG", "[Quyết định 06/QD-TTG] Quyết định 06/QĐ-TTg"),
        ("NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP", "[NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP] Nghị định 30/2020/NĐ-CP 2020"),
    ]);
}

#[test]
fn what_is_no_reference() {
    for text in [
        "ngày 11/6/2020",
        "24/7",
        "quyết định số lượng người",
        "tỷ lệ 3/4",
        "km/h",
        "đã ban hành quyết định",
        "Luật sư Nguyễn Văn A năm 2020.",
        "tỉ số 2/1-HLV",
        "đường 12/A",
        "và/hoặc",
        "http://a.vn/12/QH",
        "công văn",
        "06/",
        "Số: / CỘNG HÒA",
    ] {
        let found = said(text);
        assert!(found.is_empty() || text.contains("Luật sư") && !found.contains("QH"), "{text}: {found}");
    }
}

#[test]
fn a_hundred_thousand_on_one_line() {
    let text = "Quyết định số 06/QĐ-TTg; công văn 121/LĐTBXH-VP. ".repeat(50_000);
    assert_eq!(find(&text).len(), 100_000);
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}") {
        let mut last = 0;
        for r in find(&text) {
            prop_assert!(text.get(r.span.clone()).is_some());
            prop_assert!(r.span.start >= last && r.span.end > r.span.start);
            last = r.span.end;
        }
    }

    #[test]
    fn pieces_of_references_are_read_without_harm(
        words in prop::collection::vec(prop::sample::select(vec![
            "Nghị định", "Quyết định", "Luật", "Báo chí", "số", "12", "/", "2020", "NĐ", "-", "CP", "QH15", "ngày", "5/3/2020", "của",
            "Chính phủ", "và", ",", "Điều", "khoản", "điểm", "a", "đến", "này", "…", ".", ":", "năm", "O", "&", "QĐ-TTg", "VP", "\n", "(", ")",
        ]), 0..16),
        spaced in any::<bool>(),
    ) {
        let text = words.join(if spaced { " " } else { "" });
        let mut last = 0;
        for r in find(&text) {
            prop_assert!(text.get(r.span.clone()).is_some());
            prop_assert!(r.span.start >= last && r.span.end > r.span.start, "{}", text);
            last = r.span.end;
        }
    }

    #[test]
    fn symbols_written_out_read_back(number in 1u32..99_999, year in 1990i32..2030, kind in 0usize..6, spaced in any::<bool>()) {
        let code = ["NĐ-CP", "TT-BTC", "QĐ-TTg", "NQ-HĐND", "QH15", "TTLT-BTP-BCA"][kind];
        let slash = if spaced { " / " } else { "/" };
        let text = format!("{number:02}{slash}{year}{slash}{code}");
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].symbol.as_ref().map(ToString::to_string), Some(format!("{number:02}/{year}/{code}")));
    }
}

#[test]
fn a_number_and_a_year_are_a_citation_of_the_press() {
    for text in ["theo Nghị định 168/2024 của Chính phủ", "theo Nghị định số 168 năm 2024 của Chính phủ"]
    {
        let found = find(text);
        let one = found.first().unwrap();
        assert_eq!((found.len(), one.kind, one.year), (1, Some(Kind::NghiDinh), Some(2024)), "{text}");
        assert_eq!(one.symbol.as_ref().and_then(|s| s.number.as_deref()), Some("168"));
        assert_eq!(one.issuer.as_deref(), Some("Chính phủ"));
    }
    assert!(find("Quyết định 12 năm tù").is_empty());
    let joint = find("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP").remove(0);
    assert_eq!(joint.symbol.unwrap().to_string(), "403/2017/NQLT-UBTVQH14-CP");
}
