//! Bare text → lines.

use super::lines::{Line, Markup};

pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut apart = true;
    for raw in text.lines() {
        let text = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}'));
        if text.is_empty() {
            apart = true;
            continue;
        }
        lines.push(Line { text: text.to_owned(), markup: Markup::Bare, linked: false, apart });
        apart = false;
    }
    lines
}
