//! The words of a paragraph as runs of one look, with places to break words that no line holds.

use crate::reckon::quarter_ems;
use paper::Paragraph;
use serde::Serialize;

/// The typesetter takes no longer address.
const LONGEST: usize = 8000;

/// A run: plain words, a line feed or a tab by themselves, or words with a look.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Run {
    Plain(String),
    Styled { words: String, bold: bool, italic: bool, leads: Option<String> },
}

/// The runs of a paragraph for lines of so many quarter ems.
pub(crate) fn runs(words: &Paragraph, room: usize) -> Vec<Run> {
    let mut runs = Vec::with_capacity(words.runs.len());
    for run in &words.runs {
        let leads = run.link.as_ref().filter(|link| link.len() <= LONGEST);
        for piece in pieces(&run.text) {
            runs.push(if matches!(piece, "\n" | "\t") || !(run.bold || run.italic || leads.is_some()) {
                Run::Plain(soft(piece, room))
            } else {
                let words = soft(piece, room);
                Run::Styled { words, bold: run.bold, italic: run.italic, leads: leads.cloned() }
            });
        }
    }
    runs
}

/// The text cut before and after each line feed and tab.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', '\t']).flat_map(|piece| {
        let words = piece.trim_end_matches(['\n', '\t']);
        let mark = piece.strip_prefix(words).unwrap_or("");
        [words, mark].into_iter().filter(|piece| !piece.is_empty())
    })
}

/// The text with a zero width space wherever more letters than a line holds stand without a place to break.
pub(crate) fn soft(words: &str, room: usize) -> String {
    let mut text = String::with_capacity(words.len());
    let mut wide = 0;
    for letter in words.chars() {
        let width = quarter_ems(letter);
        wide += width;
        if wide > room && !joins(letter) {
            text.push('\u{200b}');
            wide = width;
        }
        text.push(letter);
        // A line may break after these.
        if matches!(letter, '-' | '/') || (letter.is_whitespace() && letter != '\u{a0}') {
            wide = 0;
        }
    }
    text
}

/// Whether a letter belongs to the one before it.
fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> Run {
        Run::Plain(words.to_owned())
    }

    #[test]
    fn looks_and_line_feeds_stand_apart() {
        let words = Paragraph::from("một\n\nhai\tba").with_bold("bốn\n").with_link("năm", "https://bao.vn");
        let styled = |words: &str, bold, leads: Option<&str>| Run::Styled {
            words: words.to_owned(),
            bold,
            italic: false,
            leads: leads.map(str::to_owned),
        };
        assert_eq!(
            runs(&words, 60),
            [
                plain("một"),
                plain("\n"),
                plain("\n"),
                plain("hai"),
                plain("\t"),
                plain("ba"),
                styled("bốn", true, None),
                plain("\n"),
                styled("năm", false, Some("https://bao.vn")),
            ]
        );
    }

    #[test]
    fn an_address_the_typesetter_does_not_take_is_bare_words() {
        let words = Paragraph::link("báo", format!("https://bao.vn/{}", "a".repeat(LONGEST)));
        assert_eq!(runs(&words, 60), [plain("báo")]);
    }

    #[test]
    fn only_words_longer_than_a_line_are_broken() {
        assert_eq!(soft("Sở Văn hóa", 9), "Sở Văn hóa");
        assert_eq!(soft("abcdefgh", 6), "abc\u{200b}def\u{200b}gh");
        assert_eq!(soft("ABCD", 6), "AB\u{200b}CD");
        assert_eq!(soft("https://vankhe.vn/tin-tuc/nong-thon", 40), "https://vankhe.vn/tin-tuc/nong-thon");
        // A mark is not parted from its letter.
        assert_eq!(soft("aaa\u{323}b", 6), "aaa\u{323}\u{200b}b");
    }

    #[test]
    fn the_names_of_bodies_are_not_broken() {
        let [column, _] = paper::page::head_columns(paper::Size::Fourteen);
        let room = crate::reckon::room(column, 26);
        for name in ["THÀNH\u{a0}PHỐ\u{a0}HỒ\u{a0}CHÍ\u{a0}MINH", "Số: 1817/QĐ-LĐTBXH-VPUBND"] {
            assert_eq!(soft(name, room), name);
        }
    }
}
