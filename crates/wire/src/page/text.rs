//! Bare text → lines.

use super::lines::{Line, Markup};

pub(super) fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .map(|raw| {
            raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}'))
        })
        .filter(|text| !text.is_empty())
        .map(|text| Line {
            text: text.to_owned(),
            markup: Markup::Bare,
            linked: false,
            outside: false,
            beside: false,
        })
        .collect()
}
