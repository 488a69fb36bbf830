//! Every written form, as a table: text, what is found in it.

use super::*;
use proptest::prelude::*;

fn said(text: &str, reference: &str) -> String {
    let found = find(text, Date::from_iso(reference));
    let parts: Vec<String> = found
        .iter()
        .map(|f| match &f.when {
            Ok(when) => format!("[{}] {}{}", text.get(f.span.clone()).unwrap(), when.iso(), remarks(when)),
            Err(why) => format!("[{}] {why:?}", text.get(f.span.clone()).unwrap()),
        })
        .collect();
    parts.join("; ")
}

fn remarks(when: &When) -> String {
    let mut out = format!(" {:?}", when.precision);
    if let Some(part) = when.part {
        out += &format!(" {part:?}");
    }
    for doubt in &when.doubts {
        out += &format!(" {doubt:?}");
    }
    out
}

fn check(reference: &str, table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, want) in table {
        let got = said(text, reference);
        if got != *want {
            wrong.push(format!("{text}\n   want {want}\n   got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_end_of_a_day_is_the_start_of_the_next() {
    check(
        "2020-06-20",
        &[
            ("24h ngày 11/6", "[24h ngày 11/6] 2020-06-12T00:00:00+07:00 Minute YearInferred"),
            ("đến 24 giờ ngày 31/12/2020", "[24 giờ ngày 31/12/2020] 2021-01-01T00:00:00+07:00 Minute"),
            ("25h ngày 11/6/2020", "[25h ngày 11/6/2020] Time"),
        ],
    );
}

#[test]
fn english_months() {
    check(
        "2020-06-20",
        &[
            ("June 11, 2020", "[June 11, 2020] 2020-06-11 Day"),
            ("on 11 June 2020", "[11 June 2020] 2020-06-11 Day"),
            ("11-Jun-2020", "[11-Jun-2020] 2020-06-11 Day"),
            ("Sept 2, 1945", "[Sept 2, 1945] 1945-09-02 Day"),
            ("họp 6-Jan", "[6-Jan] 2020-01-06 Day YearInferred"),
            ("31-Feb-2020", "[31-Feb-2020] Day"),
            ("may 11 áo", ""),
            ("11 may mắn 2020", ""),
        ],
    );
}

#[test]
fn days_and_moments_of_pages() {
    check(
        "2020-06-20",
        &[
            ("Ngày cập nhật 23/10/2020", "[23/10/2020] 2020-10-23 Day"),
            ("Cập nhật: 14-12-2018", "[14-12-2018] 2018-12-14 Day"),
            (
                "THỨ NĂM, 11/06/2020 13:48:46",
                "[THỨ NĂM, 11/06/2020 13:48:46] 2020-06-11T13:48:46+07:00 Second",
            ),
            ("Thứ năm, ngày 11 tháng 6 năm 2020", "[Thứ năm, ngày 11 tháng 6 năm 2020] 2020-06-11 Day"),
            ("Thứ 5, 11/06/2020 | 13:48", "[Thứ 5, 11/06/2020 | 13:48] 2020-06-11T13:48:00+07:00 Minute"),
            (
                "T5, 11/06/2020 - 13:48 (GMT+7)",
                "[T5, 11/06/2020 - 13:48 (GMT+7)] 2020-06-11T13:48:00+07:00 Minute",
            ),
            ("13:48 | 11/06/2020", "[13:48 | 11/06/2020] 2020-06-11T13:48:00+07:00 Minute"),
            ("08:05:09 11-06-2020", "[08:05:09 11-06-2020] 2020-06-11T08:05:09+07:00 Second"),
            ("lúc 8h30 ngày 11/6/2020", "[8h30 ngày 11/6/2020] 2020-06-11T08:30:00+07:00 Minute"),
            (
                "8 giờ 30 phút ngày 11/6",
                "[8 giờ 30 phút ngày 11/6] 2020-06-11T08:30:00+07:00 Minute YearInferred",
            ),
            ("2 giờ chiều 11/6/2020", "[2 giờ chiều 11/6/2020] 2020-06-11T14:00:00+07:00 Minute"),
            ("11/6/2020 1:48 CH", "[11/6/2020 1:48 CH] 2020-06-11T13:48:00+07:00 Minute"),
            ("11/6/2020 1:48 SA", "[11/6/2020 1:48 SA] 2020-06-11T01:48:00+07:00 Minute"),
            ("11/6/2020 12:05:00 AM", "[11/6/2020 12:05:00 AM] 2020-06-11T00:05:00+07:00 Second"),
            ("11/6/2020 1:48 PM", "[11/6/2020 1:48 PM] 2020-06-11T13:48:00+07:00 Minute"),
            ("2020-06-11", "[2020-06-11] 2020-06-11 Day"),
            ("2020-06-11T13:48:46+07:00", "[2020-06-11T13:48:46+07:00] 2020-06-11T13:48:46+07:00 Second"),
            ("2020-06-11T06:48:46.123Z", "[2020-06-11T06:48:46.123Z] 2020-06-11T06:48:46+00:00 Second"),
            ("2020-06-11T13:48:46+0700", "[2020-06-11T13:48:46+0700] 2020-06-11T13:48:46+07:00 Second"),
            ("ngày 05 tháng 3 năm 2020", "[ngày 05 tháng 3 năm 2020] 2020-03-05 Day"),
            ("Hà Nội, ngày 5 tháng 03 năm 2020", "[ngày 5 tháng 03 năm 2020] 2020-03-05 Day"),
            ("5 tháng 3, 2020", "[5 tháng 3, 2020] 2020-03-05 Day"),
            ("14 / 12 / 2018", "[14 / 12 / 2018] 2018-12-14 Day"),
            ("14.12.2018", "[14.12.2018] 2018-12-14 Day"),
            ("ngày 11/6/20", "[ngày 11/6/20] 2020-06-11 Day ShortYear"),
            ("11/06/2020 (Thứ Năm)", "[11/06/2020 (Thứ Năm)] 2020-06-11 Day"),
            ("11/06/2020\n0", "[11/06/2020] 2020-06-11 Day"),
            ("11/06/2020\n13 giờ", "[11/06/2020] 2020-06-11 Day"),
        ],
    );
}

#[test]
fn days_without_a_year_take_it_from_the_reference() {
    check(
        "2020-06-11",
        &[
            ("Sáng 11.6, đồng chí", "[Sáng 11.6] 2020-06-11 DayPart Morning YearInferred"),
            ("Chiều ngày 13/6, Thứ trưởng", "[Chiều ngày 13/6] 2020-06-13 DayPart Afternoon YearInferred"),
            ("rạng sáng 9-6", "[rạng sáng 9-6] 2020-06-09 DayPart Dawn YearInferred"),
            ("Tối thứ Bảy, ngày 13/6", "[Tối thứ Bảy, ngày 13/6] 2020-06-13 DayPart Evening YearInferred"),
            ("Sáng nay (11/6), tại", "[Sáng nay (11/6)] 2020-06-11 DayPart Morning YearInferred"),
            ("hôm qua, 10/6,", "[hôm qua, 10/6] 2020-06-10 Day YearInferred"),
            ("Sáng nay, tại trụ sở", "[Sáng nay] 2020-06-11 DayPart Morning Relative"),
            ("hôm qua họp", "[hôm qua] 2020-06-10 Day Relative"),
            ("ngày 5 tháng 3", "[ngày 5 tháng 3] 2020-03-05 Day YearInferred"),
            ("ngày 29/2", "[ngày 29/2] 2020-02-29 Day YearInferred"),
        ],
    );
    check("2021-01-04", &[("ngày 25/12", "[ngày 25/12] 2020-12-25 Day YearInferred")]);
    check("2020-12-28", &[("ngày 5/1", "[ngày 5/1] 2021-01-05 Day YearInferred")]);
    check("2021-01-20", &[("trước ngày 31/12", "[ngày 31/12] 2021-12-31 Day YearInferred")]);
    assert_eq!(find("Sáng 11.6 và tháng 5, hôm qua", None), []);
}

#[test]
fn periods() {
    check(
        "2020-10-22",
        &[
            ("quý II", "[quý II] 2020-04-01/2020-06-30 Quarter YearInferred"),
            ("quý 3/2021", "[quý 3/2021] 2021-07-01/2021-09-30 Quarter"),
            ("Quý IV năm 2019", "[Quý IV năm 2019] 2019-10-01/2019-12-31 Quarter"),
            ("kính gửi quý vị", ""),
            ("tháng 5", "[tháng 5] 2020-05-01/2020-05-31 Month YearInferred"),
            ("cuối tháng 5/2019", "[tháng 5/2019] 2019-05-01/2019-05-31 Month PartOnly"),
            ("tháng 02 năm 2020", "[tháng 02 năm 2020] 2020-02-01/2020-02-29 Month"),
            ("tháng 5-6/2020", "[tháng 5-6/2020] 2020-05-01/2020-06-30 Period"),
            ("tháng trước", "[tháng trước] 2020-09-01/2020-09-30 Month Relative"),
            ("đến 6/2019 đạt", "[6/2019] 2019-06-01/2019-06-30 Month"),
            ("3 tháng cuối năm", "[3 tháng cuối năm] 2020-10-01/2020-12-31 Period YearInferred"),
            ("6 tháng đầu năm", "[6 tháng đầu năm] 2020-01-01/2020-06-30 Period YearInferred"),
            ("9 tháng đầu năm 2018", "[9 tháng đầu năm 2018] 2018-01-01/2018-09-30 Period"),
            ("năm 2018", "[năm 2018] 2018-01-01/2018-12-31 Year"),
            ("năm ngoái", "[năm ngoái] 2019-01-01/2019-12-31 Year Relative"),
            ("giai đoạn 2019 – 2021", "[giai đoạn 2019 – 2021] 2019-01-01/2021-12-31 Period"),
            ("trung hạn (2019 - 2021).", "[trung hạn (2019 - 2021)] 2019-01-01/2021-12-31 Period"),
            ("nhiệm kỳ 2020-2025", "[nhiệm kỳ 2020-2025] 2020-01-01/2025-12-31 Period"),
            ("trung hạn 2019 - 2021", "[trung hạn 2019 - 2021] 2019-01-01/2021-12-31 Period"),
            ("năm học 2020 - 2021", "[năm học 2020 - 2021] 2020-09-01/2021-05-31 Period"),
            ("tuần này", "[tuần này] 2020-10-19/2020-10-25 Period Relative"),
            (
                "từ ngày 11/6 đến ngày 13/6/2020",
                "[từ ngày 11/6 đến ngày 13/6/2020] 2020-06-11/2020-06-13 Period",
            ),
            ("từ ngày 28/12 đến 3/1/2021", "[từ ngày 28/12 đến 3/1/2021] 2020-12-28/2021-01-03 Period"),
            ("từ ngày 11 đến ngày 13/6/2020", "[từ ngày 11 đến ngày 13/6/2020] 2020-06-11/2020-06-13 Period"),
            ("từ năm 2019 đến năm 2021", "[từ năm 2019 đến năm 2021] 2019-01-01/2021-12-31 Period"),
            ("từ 2019 đến 2021", "[từ 2019 đến 2021] 2019-01-01/2021-12-31 Period"),
            ("từ tháng 5 đến tháng 9/2020", "[từ tháng 5 đến tháng 9/2020] 2020-05-01/2020-09-30 Period"),
            ("11/6/2020 - 13/6/2020", "[11/6/2020 - 13/6/2020] 2020-06-11/2020-06-13 Period"),
            ("trong hai ngày 11-12/6/2020", "[ngày 11-12/6/2020] 2020-06-11/2020-06-12 Period"),
            ("các ngày 11, 12 và 13/6/2020", "[ngày 11, 12 và 13/6/2020] 2020-06-11/2020-06-13 Period"),
        ],
    );
}

#[test]
fn what_is_no_day_is_refused() {
    check(
        "2020-06-11",
        &[
            ("ngày 31/02/2020", "[ngày 31/02/2020] Day"),
            ("29/02/2019", "[29/02/2019] Day"),
            ("15/13/2020", "[15/13/2020] Month"),
            ("00/05/2020", "[00/05/2020] Day"),
            ("ngày 31 tháng 4 năm 2020", "[ngày 31 tháng 4 năm 2020] Day"),
            ("ngày 31/4", "[ngày 31/4] Day"),
            ("tháng 13", "[tháng 13] Month"),
            ("11/06/2020 25:10", "[11/06/2020 25:10] Time"),
            ("giai đoạn 2021 - 2019", "[giai đoạn 2021 - 2019] Order"),
            (
                "30 Tết Nguyên đán 2021, 30 Tết Nguyên đán 2022",
                "[30 Tết Nguyên đán 2021] 2021-02-11 Day; [30 Tết Nguyên đán 2022] Lunar",
            ),
        ],
    );
}

#[test]
fn what_disagrees_is_flagged() {
    check(
        "2020-06-11",
        &[
            (
                "Thứ Sáu, 11/06/2020",
                "[Thứ Sáu, 11/06/2020] 2020-06-11 Day WeekdayDisagrees { said: Friday, is: Thursday }",
            ),
            ("6/13/2020 9:25:00 AM", "[6/13/2020 9:25:00 AM] 2020-06-13T09:25:00+07:00 Second MonthFirst"),
        ],
    );
}

#[test]
fn numbers_that_are_no_dates_are_left_alone() {
    for text in [
        "Quyết định số 06/QĐ-TTg",
        "224/2026/NĐ-CP",
        "Nghị định số 6/2020/NĐ-CP",
        "192.168.1.12",
        "trực 24/7",
        "1/2 số hộ",
        "1.237 lượt",
        "5.259.772",
        "phiên bản 1.0",
        "tỷ lệ 3/4",
        "lần thứ năm",
        "tiền 11.600 đồng",
        "chiều dài 3.5.1.2",
        "sáng kiến 15",
        "tối đa 3,5%",
        "ĐT: 0203.11.6.2020",
        "12/3/45/678",
    ] {
        assert_eq!(said(text, "2020-06-11"), "", "{text}");
    }
}

#[test]
fn lunar_days() {
    check(
        "2020-06-11",
        &[
            ("rằm tháng Giêng", "[rằm tháng Giêng] 2020-02-08 Day YearInferred"),
            ("rằm tháng 7 năm 2021", "[rằm tháng 7 năm 2021] 2021-08-22 Day"),
            ("mùng 3 Tết", "[mùng 3 Tết] 2020-01-27 Day YearInferred"),
            ("28 Tết Kỷ Hợi", "[28 Tết Kỷ Hợi] 2019-02-02 Day"),
            ("10/3 âm lịch", "[10/3 âm lịch] 2020-04-02 Day YearInferred"),
            ("ngày 10 tháng 3 (âm lịch)", "[ngày 10 tháng 3 (âm lịch)] 2020-04-02 Day YearInferred"),
            ("23 tháng Chạp năm Kỷ Hợi", "[23 tháng Chạp năm Kỷ Hợi] 2020-01-17 Day"),
            ("mùng 1 tháng 4 nhuận năm 2020", "[mùng 1 tháng 4 nhuận năm 2020] 2020-05-23 Day"),
            ("Đêm giao thừa Tết Canh Tý", "[Đêm giao thừa Tết Canh Tý] 2020-01-24 DayPart Night"),
            (
                "dịp Tết Nguyên đán Kỷ hợi năm 2019",
                "[Tết Nguyên đán Kỷ hợi] 2019-02-05 Day; [năm 2019] 2019-01-01/2019-12-31 Year",
            ),
        ],
    );
}

#[test]
fn unaccented_and_decomposed_texts() {
    check(
        "2020-06-11",
        &[
            ("ngay 05 thang 3 nam 2020", "[ngay 05 thang 3 nam 2020] 2020-03-05 Day"),
            ("Sang 11.6", "[Sang 11.6] 2020-06-11 DayPart Morning YearInferred"),
            ("Sa\u{301}ng 11.6", "[Sa\u{301}ng 11.6] 2020-06-11 DayPart Morning YearInferred"),
            ("Sáng\u{a0}11.6", "[Sáng\u{a0}11.6] 2020-06-11 DayPart Morning YearInferred"),
        ],
    );
}

#[test]
fn a_hundred_thousand_dates_on_one_line() {
    let text = "Ngày 14/12/2018, sáng 15/12. ".repeat(50_000);
    assert_eq!(find(&text, Date::from_iso("2018-12-20")).len(), 100_000);
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}", y in 1i32..9999) {
        let reference = Date::new(y, 6, 15);
        let mut last = 0;
        for f in find(&text, reference) {
            prop_assert!(text.get(f.span.clone()).is_some());
            prop_assert!(f.span.start >= last && f.span.end > f.span.start);
            last = f.span.end;
            if let Ok(when) = f.when {
                prop_assert!(when.start <= when.end);
            }
        }
    }

    #[test]
    fn pieces_of_dates_are_read_without_harm(
        words in prop::collection::vec(prop::sample::select(vec![
            "ngày", "tháng", "năm", "quý", "II", "từ", "đến", "sáng", "thứ", "hai", "mùng", "Tết", "giao thừa", "rằm", "âm lịch",
            "/", "-", ".", ",", ":", "(", ")", "11", "6", "2020", "2019", "31", "00", "99", "T", "+07:00", "GMT+7", "Kỷ Hợi",
            "cuối", "đầu", "nhuận", "giờ", "PM", "\n", "này", "qua", "9999", "giai đoạn",
        ]), 0..14),
        spaced in any::<bool>(),
        known in any::<bool>(),
    ) {
        let text = words.join(if spaced { " " } else { "" });
        let reference = if known { Date::new(2020, 6, 11) } else { None };
        for f in find(&text, reference) {
            prop_assert!(text.get(f.span).is_some());
            if let Ok(when) = f.when {
                prop_assert!(when.start <= when.end, "{text}");
            }
        }
        let _ = read(&text, reference);
    }

    #[test]
    fn written_days_read_back(days in -25_000i64..47_000, form in 0..5) {
        let date = Date::from_days(days).unwrap();
        let (d, m, y) = (date.day(), date.month(), date.year());
        let text = match form {
            0 => format!("{d}/{m}/{y}"),
            1 => format!("{d:02}-{m:02}-{y}"),
            2 => format!("ngày {d:02} tháng {m} năm {y}"),
            3 => date.to_string(),
            _ => format!("{}, {d}.{m}.{y}", date.weekday().vietnamese()),
        };
        let when = read(&text, None);
        prop_assert_eq!(when.map(|w| (w.start, w.doubts)), Ok((date, vec![])), "{}", text);
    }
}
