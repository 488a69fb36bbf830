//! What is marked in results, to the letter.

use super::world::*;
use crate::{Index, Marked};

fn marked(marked: &Marked) -> Vec<&str> {
    marked.marks.iter().map(|m| marked.text.get(m.clone()).unwrap()).collect()
}

/// Canonical decomposition, as some phones type.
fn decomposed(text: &str) -> String {
    [("ọ", "o\u{323}"), ("á", "a\u{301}"), ("ề", "e\u{302}\u{300}"), ("ê", "e\u{302}")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn marks_are_right_in_composed_and_decomposed_text() {
    let text = "Sáng nay họp báo về tuyên truyền.";
    for (stored, kept) in [(text.to_owned(), "họp"), (decomposed(text), "ho\u{323}p")] {
        let index = index(vec![entry("a:1", &stored, &stored)]);
        for query in ["họp báo", "hop bao", &decomposed("họp báo")] {
            let hit = &ask(&index, query).hits[0];
            assert_eq!(hit.title.text, stored, "shown as it was given");
            assert_eq!(marked(&hit.title)[0], kept);
            assert_eq!(marked(&hit.excerpt).len(), 2);
        }
    }
}

#[test]
fn only_what_was_meant_is_marked() {
    let index = index(vec![entry("a:1", "Má, mà và mạ", "Cấy mạ. Gọi má.")]);
    assert_eq!(marked(&ask(&index, "má").hits[0].title), ["Má"]);
    assert_eq!(marked(&ask(&index, "ma").hits[0].title), ["Má", "mà", "mạ"]);
    assert!(marked(&ask(&index, "cấy -tôm").hits[0].title).is_empty());
}

#[test]
fn the_excerpt_is_the_sentence_with_most_of_it() {
    let index = index(vec![entry(
        "a:1",
        "Tin",
        "Hôm nay trời đẹp. Lũ lên nhanh. Sạt lở đất do lũ tại xã Mường Lay. Hết tin về lũ.",
    )]);
    assert_eq!(ask(&index, "lũ sạt lở").hits[0].excerpt.text, "Sạt lở đất do lũ tại xã Mường Lay.");
}

fn long(index: &Index, query: &str) -> Marked {
    ask(index, query).hits.remove(0).excerpt
}

#[test]
fn a_long_sentence_is_cut_around_what_was_sought() {
    let words = "từ ngữ không đáng kể ".repeat(100);
    let index = index(vec![entry("a:1", "Tin", &format!("{words} sạt lở {words}"))]);
    let excerpt = long(&index, "sạt lở");
    assert!(excerpt.text.len() <= 430 && marked(&excerpt) == ["sạt", "lở"], "{excerpt:?}");
    let solid = super::world::index(vec![entry("a:1", "Tin", &format!("lũ {}", "ề".repeat(2000)))]);
    assert!(long(&solid, "lũ").text.starts_with("lũ"));
}

#[test]
fn a_result_without_the_words_in_its_text_shows_how_it_begins() {
    let index = index(vec![entry("a:1", "Lũ", "Câu đầu. Câu sau.")]);
    assert_eq!(ask(&index, "lũ").hits[0].excerpt.text, "Câu đầu.");
}
