//! What typed text means.

use proptest::prelude::*;
use viet::dates::Date;

use super::*;

fn today() -> Option<Date> {
    Date::new(2026, 11, 22)
}

fn read(text: &str) -> Query {
    parse(text, today(), Limits::default())
}

fn word(text: &str) -> Clause {
    Clause::Want(Sought::Word(text.into()))
}

fn days(text: &str) -> (String, String) {
    let days = read(text).days;
    let show = |d: Option<Date>| d.map_or("…".into(), |d| d.to_string());
    (show(days.from), show(days.to))
}

#[test]
fn words_phrases_not_and_or() {
    assert_eq!(read("tuyên truyền").clauses, [word("tuyên"), word("truyền")]);
    assert_eq!(read("  “họp   báo” ").clauses, [Clause::Want(Sought::Phrase("họp   báo".into()))]);
    assert_eq!(
        read("lũ -\"sạt lở\"").clauses,
        [word("lũ"), Clause::Without(Sought::Phrase("sạt lở".into()))]
    );
    let either = Clause::Either(vec![Sought::Word("lũ".into()), Sought::Word("bão".into())]);
    assert_eq!(read("lũ HOẶC bão").clauses, std::slice::from_ref(&either));
    assert_eq!(read("OR lũ OR bão OR").clauses, [either]);
}

#[test]
fn fields_by_either_language_with_or_without_diacritics() {
    let section = Clause::Want(Sought::Filed(Facet::Section, "giao-duc".into()));
    for text in ["mục:giao-duc", "muc:giao-duc", "section:giao-duc", "Mục: \"giao-duc\""] {
        assert_eq!(read(text).clauses, std::slice::from_ref(&section), "{text}");
    }
    assert_eq!(
        read("đơn vị:\"Sở Y tế\" tiếng:vi").clauses,
        [
            Clause::Want(Sought::Filed(Facet::Unit, "Sở Y tế".into())),
            Clause::Want(Sought::Filed(Facet::Language, "vi".into()))
        ]
    );
    assert_eq!(read("số:30/2020").clauses, [Clause::Want(Sought::Symbol("30/2020".into()))]);
    assert_eq!(read("https://a.vn lúc 7:30").clauses.len(), 3);
}

#[test]
fn dates_and_spans() {
    assert_eq!(days("date:2026-10"), ("2026-10-01".into(), "2026-10-31".into()));
    assert_eq!(days("ngày:2025"), ("2025-01-01".into(), "2025-12-31".into()));
    assert_eq!(days("từ:01/10/2026 đến:15/10/2026 lũ"), ("2026-10-01".into(), "2026-10-15".into()));
    assert_eq!(days("từ: tháng 10 năm 2026"), ("2026-10-01".into(), "…".into()));
    assert_eq!(read("từ:01/10/2026 lũ").clauses, [word("lũ")]);
    let odd = read("từ:chợ");
    assert_eq!((odd.clauses, odd.notes), (vec![word("chợ")], vec![Note::NoDate("chợ".into())]));
    assert_eq!(read("từ:2026 đến:2025").notes, [Note::NoDays]);
}

#[test]
fn what_is_broken_is_forgiven_and_said() {
    let open = read("\"họp báo");
    assert_eq!((open.clauses.len(), open.notes), (1, vec![Note::OpenQuote]));
    for text in [
        "",
        "   ",
        "\"",
        "-",
        "--",
        "((",
        "OR",
        "a:",
        "mục:",
        "\u{0}\u{1}",
        "\u{202e}",
        "\u{301}",
        "* ? + ^ $",
    ] {
        assert!(read(text).clauses.iter().all(|c| *c == word("a:")), "{text:?}: {:?}", read(text));
    }
    assert_eq!(read("t\u{200b}in").clauses, [word("tin")]);
}

#[test]
fn only_so_much_is_heeded() {
    let long = read(&"a ".repeat(5_000_000));
    assert_eq!(long.clauses.len(), 32);
    assert_eq!(long.notes, [Note::TooLong, Note::TooManyTerms]);
    let one = read(&"x".repeat(10_000_000));
    assert_eq!((one.clauses.len(), one.notes), (1, vec![Note::TooLong]));
}

proptest! {
    #[test]
    fn any_text_is_understood(text in "(\\PC|[\"-: ]|OR |từ:|mục:|[0-9/]){0,80}") {
        let query = parse(&text, today(), Limits::default());
        let again = parse(&text, today(), Limits::default());
        prop_assert_eq!(query, again);
    }

    #[test]
    fn plain_words_come_through(words in prop::collection::vec("[a-zđàáưỗ]{1,6}", 1..8)) {
        let query = read(&words.join(" "));
        prop_assert_eq!(query.clauses.len(), words.len());
    }
}
