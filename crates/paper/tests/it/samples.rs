//! Papers and books of one believable province.

use jiff::civil::date;
use paper::{
    Book, Cell, Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Sheet, SheetColumn,
    Signer, Size, Table, Title, decimal, percent, whole,
};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A report with everything a paper can have.
pub(crate) fn report() -> Paper {
    let rows = (1..=40).map(|at| {
        let link = Paragraph::link(
            format!("Xã Mường Tía {at}"),
            format!("https://xa{at}.vankhe.vn/tin?a=1&b='{at}'"),
        );
        let texts =
            vec![whole(at).into(), link, whole(at * 1037).into(), percent(at as f64 / 41.0, 1).into()];
        Row::Cells(texts)
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.insert(0, Row::Group("A. Cấp xã".into()));
    rows.push(Row::Sum(vec!["".into(), "Cộng".into(), whole(850_340).into(), decimal(100.0, 1).into()]));
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
            subject: "Công tác thông tin, truyền thông tháng 01 năm 2026".to_owned(),
        },
        addressees: vec!["Ủy ban nhân dân tỉnh".to_owned(), "Ban Tuyên giáo và Dân vận Tỉnh ủy".to_owned()],
        intro: vec![
            Paragraph::italic(
                "Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ quy định chi tiết việc phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước;",
            ),
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
                    .with_plain("."),
            ),
            Part::List(vec!["Tin về sản xuất: 402.".into(), "Tin về văn hóa: 802.".into()]),
            Part::Heading(Level::Letter, "Theo đơn vị".into()),
            Part::Heading(Level::Letter, "Theo thời gian".into()),
            Part::Heading(Level::Arabic, "Theo từng xã".into()),
            Part::Heading(Level::Letter, "Bảng kê".into()),
            Part::Table(Table {
                caption: Some("Bảng 1. Số tin theo xã".into()),
                columns: vec![
                    Column::marks("TT", 1),
                    Column::words("Đơn vị", 6),
                    Column::amounts("Lượt xem", 2),
                    Column::amounts("Tỷ lệ", 2),
                ],
                rows,
            }),
            Part::Heading(Level::Roman, "Dư luận".into()),
            Part::Quotation {
                said: vec!["“Bà con mong đường sớm thông.”".into()],
                by: Some("Báo Vân Khê, ngày 30/01/2026".into()),
            },
            Part::PageBreak,
            Part::Heading(Level::Roman, "Phương hướng".into()),
            Part::Text("Tiếp tục thực hiện các nhiệm vụ được giao.".into()),
        ],
        closing: Closing {
            end_mark: true,
            recipients: vec![
                "Như trên;".to_owned(),
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
    }
}

/// A press digest: no number, nobody signs.
pub(crate) fn digest() -> Paper {
    Paper {
        heading: Heading {
            issuer: some("Trung tâm Thông tin"),
            place: some("Vân Khê"),
            date: Some(date(2026, 11, 22)),
            ..Heading::default()
        },
        title: Title { kind: some("Điểm báo"), subject: "Sáng 22/11/2026".to_owned() },
        parts: vec![
            Part::Heading(Level::Bare, "Báo Vân Khê".into()),
            Part::Text(Paragraph::link("Cầu Nậm Pia thông xe", "https://baovankhe.vn/cau")),
            Part::Text("Báo cho biết cầu đã thông xe từ 6 giờ sáng nay.".into()),
        ],
        ..Paper::default()
    }
}

/// A letter: no kind, the matter below its number.
pub(crate) fn letter() -> Paper {
    Paper {
        heading: Heading {
            national: true,
            superior: some("Ủy ban nhân dân tỉnh Vân Khê"),
            issuer: some("Văn phòng"),
            reference: Some(Reference { number: None, symbol: "VP-TH".to_owned() }),
            about: some("cung cấp thông tin cho báo chí về tiến độ sửa chữa cầu Nậm Pia"),
            place: some("Vân Khê"),
            date: None,
        },
        addressees: vec!["Báo Vân Khê".to_owned()],
        parts: vec![Part::Text("Văn phòng trân trọng gửi thông tin theo yêu cầu.".into())],
        closing: Closing {
            end_mark: true,
            recipients: vec!["Như trên".to_owned()],
            signer: Some(Signer {
                authority: vec!["TL. Chủ tịch".to_owned()],
                post: "Chánh Văn phòng".to_owned(),
                name: None,
            }),
        },
        size: Size::Thirteen,
        ..Paper::default()
    }
}

/// A book with a cell of each kind.
pub(crate) fn book() -> Book {
    let columns =
        ["TT", "Tên", "Số", "Điểm", "Tỷ lệ", "Ngày", "Địa chỉ"].map(|title| SheetColumn::new(title, 14));
    let row = vec![
        Cell::Whole(1),
        "=1+1".into(),
        Cell::Whole(1_204_500),
        Cell::Decimal(1234.5, 2),
        Cell::Percent(0.125),
        date(2026, 11, 22).into(),
        Cell::Link { text: "Báo Vân Khê".to_owned(), address: "https://baovankhe.vn/?a=1&b=2".to_owned() },
    ];
    Book {
        title: "Tin, bài tháng 11".to_owned(),
        day: Some(date(2026, 11, 22)),
        sheets: vec![
            Sheet {
                name: "Tin 11/2026".to_owned(),
                titles: vec!["Tin, bài tháng 11 năm 2026".to_owned(), "Đơn vị: bài".to_owned()],
                columns: columns.to_vec(),
                rows: vec![row, vec![Cell::Empty, Cell::Strong("Cộng".to_owned())]],
            },
            Sheet { name: "Tin 11-2026".to_owned(), ..Sheet::default() },
        ],
    }
}
