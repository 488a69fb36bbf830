//! What an asker may not see does not exist: every answer is that of an index without it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::world::*;
use crate::{Answer, Ask, Breadth, Entry, Facet, Held, Index};

const WORDS: [&str; 14] = [
    "má",
    "mà",
    "ma",
    "tuyên",
    "truyền",
    "truyen",
    "tuyen",
    "họp",
    "báo",
    "hộp",
    "UBND",
    "30/2020/NĐ-CP",
    "sáp",
    "nhập",
];
const TOKENS: [&str; 4] = ["public", "unit:1", "unit:2", "role:editor"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..6).prop_map(|w| w.join(" "))
}

prop_compose! {
    fn some_entry()(
        title in text(), body in text(), audience in prop::sample::subsequence(&TOKENS[..], 0..3),
        section in prop::sample::select(&["a", "b", "c"][..]), day in 1u32..28,
    ) -> Entry {
        Entry {
            title, body, audience: audience.into_iter().map(str::to_owned).collect(),
            ..on(&format!("2026-10-{day:02}"), entry("x", "", ""))
        }.with(Facet::Section, section)
    }
}

fn build(entries: &[(usize, Entry)]) -> Index {
    let numbered = entries.iter().map(|(n, e)| Entry { id: format!("e:{n}"), ..e.clone() });
    index(numbered.collect())
}

/// All of an answer but the order that rarity of words gives.
type Told = (
    Vec<(String, String, String)>,
    u64,
    BTreeMap<Facet, Vec<(String, u64)>>,
    Option<String>,
    Option<String>,
    bool,
);

fn told(answer: Answer) -> Told {
    let mut hits: Vec<_> = answer
        .hits
        .iter()
        .map(|h| (h.id.clone(), format!("{:?}", h.title), format!("{:?}", h.excerpt)))
        .collect();
    hits.sort();
    (hits, answer.total, answer.counts, answer.did_you_mean, answer.read_as, answer.partial)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_those_of_an_index_of_visible_things_alone(
        entries in prop::collection::vec(some_entry(), 1..14),
        held in prop::sample::subsequence(&TOKENS[..], 0..4),
        queries in prop::collection::vec((text(), "[a-z]{0,2}"), 1..5),
        filter in prop::option::of(prop::sample::select(&["a", "b"][..])),
    ) {
        let held = Held::new(held);
        let numbered: Vec<_> = entries.into_iter().enumerate().collect();
        let visible: Vec<_> = numbered.iter()
            .filter(|(_, e)| e.audience.iter().any(|t| held.tokens().contains(t))).cloned().collect();
        let (whole, part) = (build(&numbered), build(&visible));
        for (query, slip) in queries {
            for text in [query.clone(), format!("{query}{slip}"), format!("\"{query}\""), format!("-{query}")] {
                for breadth in [Breadth::Auto, Breadth::Any] {
                    let mut ask = Ask { size: 50, count: Facet::ALL.to_vec(), breadth, ..Ask::new(text.as_str()) };
                    if let Some(filter) = filter {
                        ask.filters.insert(Facet::Section, vec![filter.to_owned()]);
                    }
                    let (a, b) = (whole.search(&held, &ask).unwrap(), part.search(&held, &ask).unwrap());
                    prop_assert_eq!(told(a), told(b), "{}", text);
                }
                let (a, b) = (whole.suggest(&held, &text, 10, None), part.suggest(&held, &text, 10, None));
                prop_assert_eq!(a.unwrap(), b.unwrap());
            }
        }
    }
}

#[test]
fn a_draft_shows_in_nothing() {
    let index = office();
    for text in ["sáp nhập", "sap nhap", "tuyệt mật", "sáp nhậpp", "sapnhap", "sasp nhaajp", "\"bản thảo\""]
    {
        let answer = ask(&index, text);
        assert_eq!((answer.total, answer.hits.len()), (0, 0), "{text}");
        assert_eq!((answer.did_you_mean, answer.read_as), (None, None), "{text}");
    }
    assert!(index.suggest(&reader(), "bản th", 10, None).unwrap().is_empty());
    assert!(!index.suggest(&Held::new([DESK]), "bản th", 10, None).unwrap().is_empty());
    assert_eq!(index.search(&Held::new([DESK]), &Ask::new("sap nhap")).unwrap().total, 1);
    assert_eq!(index.search(&Held::default(), &Ask::new("")).unwrap().total, 0);
}

#[test]
fn a_cursor_tells_only_what_was_shown() {
    let index = index((0..5).map(|n| entry(&format!("s:{n}"), "Lũ", "")).collect());
    let next =
        |index: &Index| index.search(&reader(), &Ask { size: 2, ..Ask::new("lũ") }).unwrap().next.unwrap();
    let before = next(&index);
    assert_eq!(before.splitn(3, '.').skip(1).collect::<Vec<_>>().len(), 2);
    assert!(before.contains("s:"));
}
