//! What is found, however it is typed.

use super::world::*;
use crate::{Ask, Entry, Facet, Freshness, Order};

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let mut found = ids(&office(), text);
    found.sort();
    assert_eq!(found, wanted, "{text}");
}

/// Answers the futures of an engine that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    match future.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(done) => done,
        std::task::Poll::Pending => panic!("this engine never waits"),
    }
}

#[test]
fn every_promise_of_the_suite_is_kept() {
    let index = crate::Index::in_memory().unwrap();
    let broken = now(crate::suite::broken_promises(&index));
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn typed_diacritics_are_never_conflated() {
    finds("cấy ma", &["story:3"]);
    // Nothing has both; what has the word typed without diacritics is said to be a part.
    assert!(ask(&office(), "cày ma").partial);
}

#[test]
fn s177_half_a_symbol_is_enough() {
    for text in ["121/ldtb", "LĐTBXH-VP", "số:121/lđ", "ldtb", "121-ldtb", "vp 121"] {
        finds(text, &["document:2"]);
    }
    for text in ["nđ 30", "nghị định 30/2020", "ND-CP", "30/2020/nd"] {
        finds(text, &["document:1"]);
    }
    finds("30/202", &[]);
}

#[test]
fn s180_abbreviations_are_read_both_ways() {
    finds("UBND tỉnh", &["story:1", "story:2"]);
    finds("uy ban nhan dan tinh", &["story:1", "story:2"]);
    finds("Sở TT&TT", &["story:1"]);
}

#[test]
fn fields_bound_where_words_stand() {
    finds("tiêu đề:chính", &[]);
    finds("công từ:2026 đến:2026", &["story:1"]);
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
