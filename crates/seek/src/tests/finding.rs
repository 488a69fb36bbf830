//! What is found, however it is typed.

use super::world::*;
use crate::{Ask, Entry, Facet, Freshness, Order};

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let mut found = ids(&office(), text);
    found.sort();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn words_with_diacritics_without_and_with_unread_keys() {
    for text in
        ["tuyên truyền", "tuyen truyen", "TUYÊN TRUYỀN", "tuyeen truyeenf", "tuye6n truye62n", "tuyên truyen"]
    {
        finds(text, &["story:1"]);
    }
    // The bar of đ, in both directions.
    finds("duong giao thong", &["story:1"]);
    finds("đường", &["story:1"]);
}

#[test]
fn typed_diacritics_are_never_conflated() {
    finds("má", &["story:3"]);
    finds("mà", &["question:1", "story:3"]);
    finds("mạ", &["story:3"]);
    finds("mã", &[]);
    // Without diacritics every one of them is meant.
    finds("ma", &["question:1", "story:3"]);
    // A word typed with diacritics is exact, the one beside it is not.
    finds("cấy ma", &["story:3"]);
    assert!(ask(&office(), "cày ma").partial);
}

#[test]
fn s178_tone_styles_and_forms_are_one() {
    for text in ["Hòa Bình", "Hoà Bình", "ho\u{300}a bi\u{300}nh", "hoa binh"] {
        finds(text, &["story:2"]);
    }
}

#[test]
fn phrases_stand_in_their_order() {
    finds("\"họp báo\"", &["story:1"]);
    finds("\"báo họp\"", &[]);
    finds("\"hop bao\"", &["story:1"]);
    finds("\"bao hop\"", &[]);
    // A phrase does not reach across a comma or from the title into the text.
    finds("\"phòng chống lũ\"", &[]);
    finds("\"chống lũ\"", &["story:2"]);
}

#[test]
fn not_or_and_fields() {
    finds("công tác -văn", &["story:1"]);
    finds("-\"văn thư\" \"công tác\"", &["story:1"]);
    finds("lũ HOẶC mạ", &["story:2", "story:3"]);
    finds("loại:document công", &["document:1"]);
    finds("mục:\"Giáo dục\"", &["story:1", "story:2"]);
    finds("muc:giao-duc -loai:story", &[]);
    finds("tiêu đề:công", &["document:1", "story:1"]);
    finds("tiêu đề:chính", &[]);
}

#[test]
fn days_bound_results() {
    finds("date:2026-10", &["story:1"]);
    finds("từ:01/11/2026", &["story:2"]);
    finds("đến:2025", &["document:1"]);
    finds("công từ:2026 đến:2026", &["story:1"]);
}

#[test]
fn s177_half_a_symbol_is_enough() {
    for text in [
        "121/LĐTBXH-VP",
        "121/LĐTBXH",
        "121/ldtb",
        "LĐTBXH-VP",
        "ldtbxh-vp",
        "số:121",
        "số:121/lđ",
        "ldtb",
        "121-ldtb",
    ] {
        finds(text, &["document:2"]);
    }
    for text in ["30/2020/NĐ-CP", "NĐ 30/2020", "nđ 30", "nghị định 30/2020", "số:30/2020", "ND-CP"]
    {
        finds(text, &["document:1"]);
    }
    finds("30/202", &[]);
}

#[test]
fn s180_abbreviations_are_read_both_ways() {
    finds("ubnd", &["story:1", "story:2"]);
    finds("UBND tỉnh", &["story:1", "story:2"]);
    finds("ủy ban nhân dân", &["story:1", "story:2"]);
    finds("uy ban nhan dan tinh", &["story:1", "story:2"]);
    finds("Sở TT&TT", &["story:1"]);
}

#[test]
fn things_are_found_by_old_and_new_names() {
    finds("\"Mường Thanh\"", &["story:3"]);
    finds("dien bien phu", &["story:3"]);
}

#[test]
fn the_best_comes_first() {
    let index = index(vec![
        entry(
            "a:body",
            "Tin trong tỉnh",
            "Công tác quy hoạch được chú trọng. Kết quả tốt, dân hoạch định quy mô.",
        ),
        entry("a:title", "Quy hoạch tỉnh", "Thông tin chi tiết."),
        entry("a:apart", "Tin khác", "Hoạch định lại quy mô."),
    ]);
    assert_eq!(ids(&index, "quy hoạch"), ["a:title", "a:body", "a:apart"]);
    assert_eq!(ids(&index, "quy hoach"), ["a:title", "a:body", "a:apart"]);
    let written = super::world::index(vec![
        entry("b:mark", "Tin", "Lễ hội đình làng."),
        entry("b:bare", "Tin", "Lễ hội dinh làng."),
    ]);
    assert_eq!(ids(&written, "dinh").len(), 2);
    assert_eq!(ids(&written, "đình"), ["b:mark"]);
}

#[test]
fn newer_news_come_before_older_and_laws_do_not_age() {
    let news = |id: &str, date: &str| Entry {
        freshness: Freshness::News,
        ..on(date, entry(id, "Mưa lũ", "Tin."))
    };
    let law = |id: &str, date: &str| on(date, entry(id, "Mưa lũ", "Tin."));
    let index =
        index(vec![news("n:old", "2020-01-01"), news("n:new", "2026-11-20"), law("l:old", "1990-01-01")]);
    let found = ids(&index, "mưa lũ");
    assert_eq!(found.last().unwrap(), "n:old");
    let ask = Ask { order: Order::Newest, ..Ask::new("mưa") };
    let newest: Vec<_> = index.search(&reader(), &ask).unwrap().hits.into_iter().map(|h| h.id).collect();
    assert_eq!(newest, ["n:new", "n:old", "l:old"]);
}

#[test]
fn a_question_is_answered_by_what_has_most_of_it() {
    let text = "Cơ quan nào chủ trì công tác tuyên truyền của tỉnh ta trong năm nay";
    assert_eq!(ids(&office(), text)[0], "story:1");
    assert!(!ask(&office(), text).partial);
    // A few words that nothing has all of are answered in part, and that is said.
    let some = ask(&office(), "lũ tuyên truyền xyz");
    assert!(some.partial && some.total == 2);
}

#[test]
fn slips_are_put_right_only_by_what_finds_something() {
    for (typed, meant) in [
        ("tuyen truyne", "tuyên truyền"),
        ("hopp bao", "họp báo"),
        ("tuyên truyên", "tuyên truyền"),
        ("nghi dinhh văn thư", "nghị định văn thư"),
        ("giaothong", "giao thông"),
    ] {
        let answer = ask(&office(), typed);
        assert_eq!(answer.did_you_mean.as_deref(), Some(meant), "{typed}");
        assert!(ask(&office(), meant).total > 0);
    }
    assert_eq!(ask(&office(), "qqqq wwww").did_you_mean, None);
    assert_eq!(ask(&office(), "tuyeen truyeenf").read_as.as_deref(), Some("tuyên truyền"));
}

#[test]
fn facets_are_counted_and_a_filter_leaves_its_own_counts_whole() {
    let index = office();
    let mut ask = Ask { count: vec![Facet::Kind, Facet::Section], ..Ask::new("công tác") };
    let counts = index.search(&reader(), &ask).unwrap().counts;
    assert_eq!(counts[&Facet::Kind], [("document".into(), 1), ("story".into(), 1)]);
    assert_eq!(counts[&Facet::Section], [("giao-duc".into(), 1)]);
    ask.filters.insert(Facet::Kind, vec!["document".into()]);
    let answer = index.search(&reader(), &ask).unwrap();
    assert_eq!(answer.total, 1);
    assert_eq!(answer.counts[&Facet::Kind], [("document".into(), 1), ("story".into(), 1)]);
    assert!(answer.counts[&Facet::Section].is_empty());
}

#[test]
fn suggestions_go_on_with_what_is_typed() {
    let index = index(vec![
        on("2026-01-01", entry("s:1", "Cải cách hành chính năm 2026", "")),
        on("2026-01-02", entry("s:2", "Kết quả cải cách hành chính", "")),
        on("2026-01-03", entry("s:3", "Cái cân của chợ", "")),
        only(DESK, entry("s:4", "Cải cách tiền lương", "")),
    ]);
    let texts = |typed: &str| {
        let found = index.suggest(&reader(), typed, 10, None).unwrap();
        found.into_iter().map(|s| s.text).collect::<Vec<_>>()
    };
    let typed = texts("cai cach h");
    assert_eq!(typed[0], "cải cách hành chính");
    assert!(typed.contains(&"Kết quả cải cách hành chính".to_owned()));
    assert_eq!(texts("cái"), ["Cái cân của chợ"]);
    assert!(texts("cải cách t").is_empty());
    assert!(texts("").is_empty() && texts("   ").is_empty());
}
