//! Papers of one believable province.

use jiff::civil::date;
use paper::{
    Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Signer, Size, Table, Title,
    percent, whole,
};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The papers that are looked at, by name.
pub(crate) fn all() -> Vec<(&'static str, Paper)> {
    vec![("report", report()), ("digest", digest()), ("letter", letter()), ("notice", notice())]
}

/// A report with everything a paper can have: a table over pages, recipients and signer.
pub(crate) fn report() -> Paper {
    let row = |at: i64| {
        let name = format!("Xã Mường Tía {at}");
        let link = Paragraph::link(name, format!("https://xa{at}.vankhe.vn/tin?a=1&b='{at}'"));
        Row::Cells(vec![whole(at).into(), link, whole(at * 1037).into(), percent(at as f64 / 41.0, 1).into()])
    };
    let mut rows: Vec<Row> = (1..=60).map(row).collect();
    rows.insert(0, Row::Group("A. Cấp xã".into()));
    rows.push(Row::Sum(vec!["".into(), "Cộng".into(), whole(850_340).into(), "100,0%".into()]));
    let table = Table {
        caption: Some("Bảng 1. Số tin theo xã".into()),
        columns: vec![
            Column::marks("TT", 1),
            Column::words("Đơn vị", 6),
            Column::amounts("Lượt xem", 2),
            Column::amounts("Tỷ lệ", 2),
        ],
        rows,
    };
    Paper {
        heading: Heading {
            national: true,
            superior: some("Ủy ban nhân dân tỉnh Vân Khê"),
            issuer: some("Sở Văn hóa, Thể thao và Du lịch"),
            reference: Some(Reference { number: Some(5), symbol: "BC-SVHTTDL".to_owned() }),
            place: some("Vân Khê"),
            date: Some(date(2026, 2, 5)),
            ..Heading::default()
        },
        title: Title {
            kind: some("Báo cáo"),
            subject: "Kết quả công tác thông tin, truyền thông và việc thực hiện quy chế phát ngôn, cung cấp thông tin cho báo chí của các cơ quan trên địa bàn tỉnh Vân Khê tháng 01 năm 2026".to_owned(),
        },
        intro: vec![
            Paragraph::italic("Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ quy định chi tiết việc phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước;"),
            "Sở Văn hóa, Thể thao và Du lịch báo cáo kết quả công tác thông tin trong tháng như sau:".into(),
        ],
        parts: vec![
            Part::Heading(Level::Roman, "Kết quả".into()),
            Part::Heading(Level::Arabic, "Tin, bài trên cổng thông tin".into()),
            Part::Text(
                Paragraph::from("Đã đăng ")
                    .with_bold("1.204")
                    .with_plain(" tin, bài; xem ")
                    .with_link("cổng thông tin", "https://vankhe.vn/?a=1&b=2")
                    .with_plain(" và ")
                    .with_italic("các báo")
                    .with_plain(" có bài về tỉnh; so với tháng trước số tin về sản xuất nông nghiệp tăng, số tin về an toàn giao thông giảm."),
            ),
            Part::List(vec!["Tin về sản xuất: 402.".into(), "Tin về văn hóa: 802, trong đó có 96 tin về lễ hội đầu năm của các xã vùng cao và 15 phóng sự ảnh do cộng tác viên gửi về.".into()]),
            Part::Heading(Level::Letter, "Theo đơn vị".into()),
            Part::Text("Các đơn vị gửi tin đều hằng tuần.".into()),
            Part::Heading(Level::Letter, "Theo thời gian".into()),
            Part::Text("Nửa cuối tháng nhiều tin hơn nửa đầu tháng.".into()),
            Part::Heading(Level::Arabic, "Theo từng xã".into()),
            Part::Table(table),
            Part::Heading(Level::Roman, "Dư luận".into()),
            Part::Quotation {
                said: vec!["“Bà con mong đường sớm thông, học sinh khỏi phải đi vòng qua suối mỗi sáng; mùa mưa năm nào cũng lo.”".into()],
                by: Some("Báo Vân Khê, ngày 30/01/2026".into()),
            },
            Part::PageBreak,
            Part::Heading(Level::Roman, "Phương hướng".into()),
            Part::Text("Tiếp tục thực hiện các nhiệm vụ được giao.".into()),
        ],
        closing: Closing {
            end_mark: true,
            recipients: vec![
                "Ủy ban nhân dân tỉnh (để báo cáo);".to_owned(),
                "Ban Tuyên giáo và Dân vận Tỉnh ủy".to_owned(),
                "Giám đốc, các Phó Giám đốc".to_owned(),
                "Lưu: VT, VP.".to_owned(),
            ],
            signer: Some(Signer {
                authority: vec!["KT. Giám đốc".to_owned()],
                post: "Phó Giám đốc".to_owned(),
                name: some("Lò Văn Thắng"),
            }),
        },
        annexes: Vec::new(),
        size: Size::Fourteen,
        ..Paper::default()
    }
}

/// A press digest: no number, nobody signs, links.
pub(crate) fn digest() -> Paper {
    let mut parts = Vec::new();
    for (outlet, many) in
        [("Báo Vân Khê", 9), ("Đài Phát thanh và Truyền hình tỉnh", 7), ("Báo Miền Sông", 6)]
    {
        parts.push(Part::Heading(Level::Bare, outlet.into()));
        for at in 1..=many {
            let title = format!("Cầu Nậm Pia thông xe, bà con hai bờ thôi phải đi vòng ({at})");
            parts.push(Part::Text(Paragraph::link(title, format!("https://baovankhe.vn/cau-nam-pia-{at}"))));
            parts.push(Part::Text("Báo cho biết cầu đã thông xe từ 6 giờ sáng nay; xe tải trên 10 tấn vẫn đi theo đường tránh cho đến hết tháng.".into()));
        }
    }
    Paper {
        heading: Heading {
            issuer: some("Trung tâm Thông tin"),
            place: some("Vân Khê"),
            date: Some(date(2026, 11, 22)),
            ..Heading::default()
        },
        title: Title { kind: some("Điểm báo"), subject: "Sáng 22/11/2026".to_owned() },
        parts,
        ..Paper::default()
    }
}

/// A letter: no kind, the matter below its number, several addressees.
pub(crate) fn letter() -> Paper {
    Paper {
        heading: Heading {
            national: true,
            superior: some("Ủy ban nhân dân tỉnh Vân Khê"),
            issuer: some("Ban Chỉ huy Phòng thủ dân sự tỉnh Vân Khê"),
            reference: Some(Reference { number: None, symbol: "BCH-VP".to_owned() }),
            about: some("cung cấp thông tin cho báo chí về tiến độ sửa chữa cầu Nậm Pia"),
            place: some("Vân Khê"),
            date: None,
        },
        addressees: vec!["Báo Vân Khê".to_owned(), "Đài Phát thanh và Truyền hình tỉnh".to_owned()],
        parts: vec![
            Part::Text("Văn phòng trân trọng gửi thông tin theo yêu cầu của quý báo tại văn bản ngày 20 tháng 11 năm 2026 như sau: mặt cầu đã được thay xong, phần lan can phía thượng lưu đang sơn.".into()),
            Part::List(vec!["Thông xe: 6 giờ 00 ngày 22 tháng 11.".into(), "Kinh phí: 4,2 tỷ đồng.".into()]),
            Part::Text("Trân trọng.".into()),
        ],
        closing: Closing {
            end_mark: true,
            recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
            signer: Some(Signer {
                authority: vec!["TL. Trưởng ban".to_owned()],
                post: "Chánh Văn phòng".to_owned(),
                name: None,
            }),
        },
        size: Size::Thirteen,
        ..Paper::default()
    }
}

/// A notice of one page, signed by the head of the body.
pub(crate) fn notice() -> Paper {
    Paper {
        heading: Heading {
            national: true,
            issuer: some("Ủy ban nhân dân xã Mường Tía"),
            reference: Some(Reference { number: Some(112), symbol: "TB-UBND".to_owned() }),
            place: some("Mường Tía"),
            date: Some(date(2026, 11, 22)),
            ..Heading::default()
        },
        title: Title { kind: some("Thông báo"), subject: "Về việc cắt nước sinh hoạt".to_owned() },
        parts: vec![
            Part::Text("Ủy ban nhân dân xã thông báo cắt nước sinh hoạt tại các bản Na Ư, Pá Khôm để sửa đường ống, từ 8 giờ đến 16 giờ ngày 24 tháng 11 năm 2026.".into()),
            Part::Text("Đề nghị bà con trữ nước dùng trong ngày.".into()),
        ],
        closing: Closing {
            end_mark: true,
            recipients: vec!["Các bản".to_owned(), "Lưu: VT".to_owned()],
            signer: Some(Signer {
                authority: vec!["TM. Ủy ban nhân dân".to_owned()],
                post: "Chủ tịch".to_owned(),
                name: some("Giàng Thị Ước"),
            }),
        },
        ..Paper::default()
    }
}

/// A paper as long as they come: so many paragraphs of a third of a page, and a table of so many rows.
pub(crate) fn long(paragraphs: usize, rows: usize) -> Paper {
    let words = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và ủy ban nhân dân các xã tiếp tục rà soát, công khai thông tin theo quy định; ";
    let row = |at: usize| {
        let texts = [
            format!("{at}"),
            format!("Xã Mường Tía {at}"),
            whole(at as i64 * 7),
            "12,5%".to_owned(),
            "Đã gửi".to_owned(),
        ];
        Row::Cells(texts.into_iter().map(Paragraph::from).collect())
    };
    let columns =
        ["TT", "Đơn vị", "Lượt xem", "Tỷ lệ", "Ghi chú"].map(|title| Column::words(title, 2)).to_vec();
    let mut parts: Vec<Part> =
        (0..paragraphs).map(|at| Part::Text(format!("{at}. {}", words.repeat(8)).into())).collect();
    if rows > 0 {
        parts.push(Part::Table(Table { caption: None, columns, rows: (1..=rows).map(row).collect() }));
    }
    Paper {
        title: Title { kind: some("Báo cáo"), subject: "Số liệu".to_owned() }, parts, ..Paper::default()
    }
}
