//! The text of a report: the officer's words with numbers named in braces. A number is written `{tin-bai}`, that of the
//! period before `{tin-bai:truoc}`, the change `{tin-bai:so-sanh}`. People move the words; what stands for the name is
//! counted, never typed.

use crate::measure::Measure;
use kernel::Refusal;

/// Which of a measure's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Of the period.
    Now,
    /// Of the period before.
    Before,
    /// The change in words.
    Change,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A number.
    Number(&'static str, Which),
}

/// A line of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A small heading, written `# …`.
    Heading(Vec<Piece>),
    /// An entry of a list, written `- …`.
    Entry(Vec<Piece>),
    /// A paragraph.
    Text(Vec<Piece>),
}

impl Line {
    /// Its pieces.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        match self {
            Self::Heading(pieces) | Self::Entry(pieces) | Self::Text(pieces) => pieces,
        }
    }
}

/// Reads a text.
///
/// # Errors
/// The names in braces that are no numbers of ours, in the order in which they stand.
pub fn read(text: &str) -> Result<Vec<Line>, Vec<String>> {
    let (mut lines, mut unknown) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, rest): (fn(Vec<Piece>) -> Line, &str) = match line.split_once(' ') {
            Some(("#" | "##", rest)) => (Line::Heading, rest),
            Some(("-" | "–" | "+" | "*", rest)) => (Line::Entry, rest),
            _ => (Line::Text, line),
        };
        lines.push(kind(pieces(rest.trim(), &mut unknown)));
    }
    if unknown.is_empty() { Ok(lines) } else { Err(unknown) }
}

fn pieces(line: &str, unknown: &mut Vec<String>) -> Vec<Piece> {
    let (mut all, mut rest) = (Vec::new(), line);
    while let Some((words, after)) = rest.split_once('{') {
        if !words.is_empty() {
            all.push(Piece::Words(words.to_owned()));
        }
        let Some((name, after)) = after.split_once('}') else {
            unknown.push(after.chars().take(40).collect());
            return all;
        };
        match number(name) {
            Some((key, which)) => all.push(Piece::Number(key, which)),
            None => unknown.push(name.chars().take(40).collect()),
        }
        rest = after;
    }
    if !rest.is_empty() {
        all.push(Piece::Words(rest.to_owned()));
    }
    all
}

fn number(name: &str) -> Option<(&'static str, Which)> {
    let (token, which) = match name.trim().split_once(':') {
        None => (name.trim(), Which::Now),
        Some((token, "truoc")) => (token, Which::Before),
        Some((token, "so-sanh")) => (token, Which::Change),
        Some(_) => return None,
    };
    Measure::of_token(token).map(|measure| (measure.key, which))
}

/// The reasons against keeping a text, for the form's field.
#[must_use]
pub fn reasons_against(field: &'static str, text: &str) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    if text.chars().count() > 60_000 {
        reasons.push(Refusal::field(field, "refused-report-long"));
    }
    if let Err(unknown) = read(text) {
        reasons.push(Refusal::field(field, "refused-report-number").with("names", unknown.join(", ")));
    }
    reasons
}

/// Numbers that people typed themselves: whoever approves looks at them. Dates, years and numbers of papers are no counts.
#[must_use]
pub fn typed_numbers(text: &str) -> Vec<String> {
    let Ok(lines) = read(text) else { return Vec::new() };
    let mut found = Vec::new();
    for piece in lines.iter().flat_map(Line::pieces) {
        let Piece::Words(words) = piece else { continue };
        for word in words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | '“' | '”' | '–'))
        {
            let word = word.trim_matches(|c: char| matches!(c, ',' | '.' | ':' | '%'));
            let plain =
                !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
            let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
            if plain && !year && !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_stand_in_braces_and_words_around_them() {
        let lines =
            read("# Tin, bài\n\nĐăng {tin-bai} tin, bài ({tin-bai:so-sanh}).\n- gỡ {tin-go:truoc}").unwrap();
        let words = |text: &str| Piece::Words(text.into());
        assert_eq!(
            lines,
            [
                Line::Heading(vec![words("Tin, bài")]),
                Line::Text(vec![
                    words("Đăng "),
                    Piece::Number("stories", Which::Now),
                    words(" tin, bài ("),
                    Piece::Number("stories", Which::Change),
                    words(")."),
                ]),
                Line::Entry(vec![words("gỡ "), Piece::Number("stories-withdrawn", Which::Before)]),
            ]
        );
    }

    #[test]
    fn what_is_no_number_is_named_and_nothing_else_is_wrong() {
        assert_eq!(
            read("a {bai-hay} b {tin-bai:nam-ngoai} {tin-bai").unwrap_err(),
            ["bai-hay", "tin-bai:nam-ngoai", "tin-bai"]
        );
        assert!(reasons_against("results", "Đăng {tin-bai} tin.").is_empty());
        assert_eq!(reasons_against("results", "{x}").len(), 1);
    }

    #[test]
    fn counts_that_were_typed_are_seen_and_years_and_days_are_not() {
        let text = "Năm 2026, ngày 15/6/2026, Công văn 121/UBND-VP: {tin-bai} tin, 12 cuộc, 1.200 lượt (35%), 12 lớp.";
        assert_eq!(typed_numbers(text), ["12", "1.200", "35"]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC{0,200}") {
            let _read = read(&text);
            let _typed = typed_numbers(&text);
        }
    }
}
