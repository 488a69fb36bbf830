//! Whatever is typed is answered, quickly and with nothing broken.

use proptest::prelude::*;

use super::world::*;
use crate::query::Note;
use crate::{Ask, Facet, Order};

#[test]
fn ten_megabytes_and_ten_thousand_terms_are_answered() {
    let index = office();
    for text in [
        "tuyên truyền ".repeat(700_000),
        "a".repeat(10_000_000),
        "\"".repeat(10_000_000),
        "-(".repeat(5_000_000),
    ] {
        let answer = ask(&index, &text);
        assert!(answer.notes.contains(&Note::TooLong));
        assert!(index.suggest(&reader(), &text, 10, None).is_ok());
    }
    let terms: String = (0..10_000).map(|n| format!("t{n} ")).collect();
    assert!(ask(&index, &terms).notes.contains(&Note::TooManyTerms));
}

#[test]
fn odd_texts_are_answered() {
    let index = office();
    for text in [
        "\"họp",
        "họp\"",
        "((họp",
        "họp))",
        "[a-z]+",
        ".*",
        "họp*",
        "^họp$",
        "họp\\",
        "họp~2",
        "họp^9",
        "AND",
        "OR OR",
        "- - -",
        "--họp",
        "-",
        "a:b:c",
        ":",
        "::",
        "mục:",
        "từ:",
        "từ:99/99/9999",
        "\0họp\0",
        "\u{202e}poh",
        "\u{301}",
        "\u{301}\u{323}\u{309}",
        "h\u{323}o\u{323}p",
        "🙂🙂",
        "％",
        "'; DROP TABLE stories; --",
        "<script>",
        "𝕙𝕠𝕡",
        "ﷺ",
        "\u{feff}",
        "+7 (999)",
        "NaN",
        "-1",
        "1/0",
        "//",
        "/",
        "00000000000000",
        "số:////",
        "số:/",
        "mục:\"\"",
        "tiêu đề:\"",
        "\u{1f}\u{1e}\u{1d}",
    ] {
        let answer = ask(&index, text);
        assert!(answer.hits.iter().all(|h| h.id != "story:9"), "{text:?}");
    }
}

#[test]
fn cursors_from_anywhere_are_harmless() {
    let index = office();
    for after in ["", "x", "0.0.", "0.0.story:1", "ffffffffffffffff.2710.nobody", "1.1.\0"] {
        let ask = Ask { after: Some(after.into()), ..Ask::new("công tác") };
        assert!(index.search(&reader(), &ask).is_ok(), "{after}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in "(\\PC|[\"-: *()/]|OR |từ:|mục:|số:|tuyên |họp |[a-zđ]{1,4}|[0-9]|[\u{300}-\u{323}]){0,40}") {
        thread_local!(static INDEX: crate::Index = office());
        INDEX.with(|index| {
            for order in [Order::Relevance, Order::Newest] {
                let ask = Ask { order, count: Facet::ALL.to_vec(), ..Ask::new(text.as_str()) };
                let answer = index.search(&reader(), &ask).unwrap();
                for hit in &answer.hits {
                    for marked in [&hit.title, &hit.excerpt] {
                        let mut end = 0;
                        for mark in &marked.marks {
                            assert!(mark.start >= end && marked.text.get(mark.clone()).is_some_and(|m| !m.is_empty()));
                            end = mark.end;
                        }
                    }
                }
                if let Some(text) = answer.did_you_mean {
                    assert!(index.search(&reader(), &Ask::new(text)).unwrap().total > 0);
                }
            }
            index.suggest(&reader(), &text, 10, None).unwrap();
        });
    }
}
