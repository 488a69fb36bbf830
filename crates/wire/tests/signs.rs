//! Dates, bylines and sources as pages print them, one line each, put into the same small page.

#![expect(clippy::unwrap_used, reason = "a test whose input cannot be read should fail")]

use wire::page::{Hint, Page, read};

const TEXT: &str = "Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia, thu gom ba tấn rác.";

fn with_date(line: &str) -> Page {
    let page = format!("Tin tức\nBình An ra quân dọn vệ sinh đường làng\n{line}\n{TEXT}\n");
    read(page.as_bytes(), &Hint::default()).unwrap()
}

fn with_signature(line: &str) -> Page {
    let page = format!("Bình An ra quân dọn vệ sinh đường làng\n06/03/2024\n{TEXT}\n{line}\nCác tin khác\n");
    read(page.as_bytes(), &Hint::default()).unwrap()
}

#[test]
fn dates_in_every_form() {
    for (line, published, updated) in [
        ("06/03/2024", "2024-03-06", ""),
        ("Ngày 6-3-2024", "2024-03-06", ""),
        ("Ngày đăng: 06/03/2024", "2024-03-06", ""),
        ("Đăng ngày 06.03.2024", "2024-03-06", ""),
        ("Thứ tư, 06/03/2024 08:15", "2024-03-06T08:15:00+07:00", ""),
        ("THỨ TƯ, 06/03/2024 08:15:09", "2024-03-06T08:15:09+07:00", ""),
        ("Thứ Tư, ngày 06 tháng 3 năm 2024", "2024-03-06", ""),
        ("Thứ tư - 06/03/2024 20:15", "2024-03-06T20:15:00+07:00", ""),
        ("6/3/2024 8:15 CH", "2024-03-06T20:15:00+07:00", ""),
        ("06/03/2024 | 8:15 (GMT+7)", "2024-03-06T08:15:00+07:00", ""),
        ("08:15 | 06/03/2024", "2024-03-06T08:15:00+07:00", ""),
        ("2024-03-06T01:15:00Z", "2024-03-06T01:15:00+00:00", ""),
        ("Cập nhật lúc: 08:15 ngày 06/03/2024", "2024-03-06T08:15:00+07:00", "2024-03-06T08:15:00+07:00"),
        ("Ngày cập nhật 06/03/2024", "2024-03-06", "2024-03-06"),
        ("Ngày cập nhật: 06-03-2024", "2024-03-06", "2024-03-06"),
        ("Ngày đăng 06/03/2024 - Cập nhật 07/03/2024", "2024-03-06", "2024-03-07"),
        ("Xuất bản: 06/03/2024; Lần cập nhật cuối: 07/03/2024", "2024-03-06", "2024-03-07"),
        ("06/03/2024 - Lượt xem: 1.204", "2024-03-06", ""),
        ("Tin tức | Ngày đăng: 06/03/2024 | 12 lượt xem", "2024-03-06", ""),
        ("Ngày đăng:\n06/03/2024", "2024-03-06", ""),
        ("Cập nhật:\n06/03/2024", "2024-03-06", "2024-03-06"),
    ] {
        let page = with_date(line);
        let show = |s: &Option<wire::page::Stamp>| s.as_ref().map_or_else(String::new, ToString::to_string);
        assert_eq!(
            (show(&page.published).as_str(), show(&page.updated).as_str()),
            (published, updated),
            "{line}"
        );
        assert_eq!(page.title, "Bình An ra quân dọn vệ sinh đường làng", "{line}");
        assert_eq!(page.body, TEXT, "{line}");
    }
}

#[test]
fn a_date_behind_the_headline_is_split_off_unless_the_headline_speaks_of_it() {
    for (line, title, date) in [
        (
            "Bình An ra quân dọn vệ sinh đường làng 06/03/2024",
            "Bình An ra quân dọn vệ sinh đường làng",
            "2024-03-06",
        ),
        (
            "Bình An ra quân dọn vệ sinh đường làng (06/03/2024)",
            "Bình An ra quân dọn vệ sinh đường làng",
            "2024-03-06",
        ),
        ("Lịch tiếp công dân ngày 06/03/2024", "Lịch tiếp công dân ngày 06/03/2024", ""),
        ("Kế hoạch công tác quý I năm 2024", "Kế hoạch công tác quý I năm 2024", ""),
    ] {
        let page = read(format!("{line}\n0\n{TEXT}\n").as_bytes(), &Hint::default()).unwrap();
        assert_eq!(page.title, title);
        assert_eq!(page.published.map_or_else(String::new, |d| d.to_string()), date, "{line}");
    }
}

#[test]
fn days_that_do_not_exist_or_agree_are_told() {
    let page = with_date("Ngày đăng: 31/02/2024");
    assert_eq!(page.published, None);
    assert!(page.notes.iter().any(|n| n.key == "date-invalid" && n.text.contains("31/02/2024")));
    let page = with_date("Thứ Hai, 06/03/2024");
    assert!(page.notes.iter().any(|n| n.key == "weekday-disagrees"));
}

#[test]
fn bylines_by_position() {
    for (line, want) in [
        ("Thu Hà", "Thu Hà||"),
        ("THU HÀ", "THU HÀ||"),
        ("Thu Hà - VPS", "Thu Hà|VPS|"),
        ("Tác giả: Thu Hà - - Sở Y tế", "Thu Hà||Sở Y tế"),
        ("Tác giả: Thu Hà - Phòng Biên tập - Sở Y tế", "Thu Hà|Phòng Biên tập|Sở Y tế"),
        ("Thu Hà – Sở Y tế", "Thu Hà||Sở Y tế"),
        ("Thu Hà (Sở Y tế)", "Thu Hà||Sở Y tế"),
        ("Tin, ảnh: Thu Hà", "Thu Hà||"),
        ("Bài và ảnh: Thu Hà, Quốc Đạt", "Thu Hà, Quốc Đạt||"),
        ("Tin: Thu Hà - Ảnh: Quốc Đạt", "Thu Hà||"),
        ("Thu Hà - Quốc Đạt", "Thu Hà - Quốc Đạt||"),
        ("PV", "PV||"),
        ("Ban Biên tập", "Ban Biên tập||"),
        ("Người viết: Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hà||"),
        ("Thực hiện: Nhóm PV", "Nhóm PV||"),
        ("Tác giả bài viết: Thu Hà", "Thu Hà||"),
        ("Văn phòng Sở Y tế", "|Văn phòng Sở Y tế|"),
    ] {
        let page = with_signature(line);
        let byline = page.byline.clone().unwrap_or_default();
        let text = |s: Option<String>| s.unwrap_or_default();
        let got = format!("{}|{}|{}", text(byline.author), text(byline.unit), text(byline.agency));
        assert_eq!(got, want, "{line}");
        assert_eq!(page.body, TEXT, "{line}");
    }
}

#[test]
fn sources() {
    for (line, want) in [
        ("Nguồn tin:Theo cổng TTĐT Hòa Sơn", "Theo cổng TTĐT Hòa Sơn"),
        ("Nguồn: baohoason.vn", "baohoason.vn"),
        ("(Nguồn: Báo Hòa Sơn)", "Báo Hòa Sơn"),
        ("(Theo Báo Hòa Sơn)", "Theo Báo Hòa Sơn"),
        ("Theo TTXVN", "Theo TTXVN"),
        ("(TTXVN)", "TTXVN"),
        ("Trích nguồn: Báo Hòa Sơn", "Báo Hòa Sơn"),
    ] {
        let page = with_signature(line);
        assert_eq!(page.source.as_deref(), Some(want), "{line}");
        assert_eq!(page.byline, None, "{line}");
        assert_eq!(page.body, TEXT, "{line}");
    }
    let both = with_signature("Thu Hà (Theo TTXVN)");
    assert_eq!(both.byline.unwrap().author.as_deref(), Some("Thu Hà"));
    assert_eq!(both.source.as_deref(), Some("Theo TTXVN"));
}

#[test]
fn end_marks_go_and_the_ellipsis_stays() {
    for (ending, want) in [
        ("./.", "."),
        (".", "."),
        ("…/.", "…"),
        ("/.", ""),
        (".../.", "..."),
        (" ./.", " ."),
        ("./. Thu Hà", "."),
    ] {
        let text = TEXT.trim_end_matches('.');
        let page =
            read(format!("Bình An ra quân\n06/03/2024\n{text}{ending}\n").as_bytes(), &Hint::default())
                .unwrap();
        assert_eq!(page.body, format!("{text}{want}"), "{ending}");
    }
}

#[test]
fn furniture_never_reaches_the_body() {
    let furniture = [
        "Tìm kiếm",
        "Lượt xem: 12",
        "Số lượt xem: 1.204",
        "In trang",
        "Gửi email",
        "Chia sẻ",
        "Bình luận (0)",
        "0",
        "Trang chủ > Tin tức > Chi tiết",
        "Cỡ chữ: A- A A+",
        "Click để đánh giá bài viết",
        "Tổng số điểm của bài viết là: 0 trong 0 đánh giá",
        "1 2 3 4 5 ... Trang cuối",
        "Nhập mã xác nhận",
        "Xem tin theo ngày",
        "T2 T3 T4 T5 T6 T7 CN",
        "Tags: vệ sinh, đường làng",
        "(Di chuột vào ngôi sao để chọn điểm)",
        "refresh capcha",
        "Quay lại",
    ];
    for line in furniture {
        for page in [
            format!("{line}\nBình An ra quân\n06/03/2024\n{line}\n{TEXT}\n{line}\n{TEXT}\n{line}\n"),
            format!("Bình An ra quân\n06/03/2024\n{TEXT}\n{line}\n"),
        ] {
            let read = read(page.as_bytes(), &Hint::default()).unwrap();
            assert_eq!(read.title, "Bình An ra quân", "{line}");
            assert!(!read.body.contains(line), "{line}");
        }
    }
    for line in [
        "Các tin khác",
        "Những tin mới hơn",
        "Tin đã đưa",
        "Thống kê truy cập",
        "Ý kiến bạn đọc",
        "Đang truy cập: 12",
        "Địa chỉ: số 1 đường A",
        "Liên kết website",
    ] {
        let page = format!(
            "Bình An ra quân\n06/03/2024\n{TEXT}\n{line}\nXã bên cạnh cũng ra quân dọn vệ sinh (05/03/2024)\n"
        );
        let page = read(page.as_bytes(), &Hint::default()).unwrap();
        assert_eq!(page.body, TEXT, "{line}");
    }
}
