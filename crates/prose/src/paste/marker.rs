//! What stands in front of a list item in Word's HTML: a bullet of some symbol font, or a number.

use crate::Inline;

/// What a marker makes of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bullet,
    Number(u32),
}

/// The kind of a marker Word itself has set apart; `None` for markers a numbered list cannot say (“a)”, “1.2.”,
/// “Điều 5.”), which have to stay as words.
pub(super) fn kind(marker: &str) -> Option<Kind> {
    let marker = marker.trim_matches(|c: char| c.is_whitespace());
    let number = marker.strip_suffix(['.', ')']).unwrap_or_default();
    if !number.is_empty() && number.len() <= 9 && number.chars().all(|c| c.is_ascii_digit()) {
        return number.parse().ok().map(Kind::Number);
    }
    let bullet = marker.chars().count() <= 1
        && !marker
            .chars()
            .any(|c| c.is_alphanumeric() && c != 'o' && c != 'v' && c != 'ü' && c != 'Ø' && c != 'q');
    bullet.then_some(Kind::Bullet)
}

/// Takes a marker typed as text off the beginning of a line: a symbol bullet and a space, or, where `listed` says the
/// paragraph is a list's, also a number and at least two spaces.
pub(super) fn typed(line: &mut [Inline], listed: bool) -> Option<Kind> {
    let start: String = line
        .iter()
        .map_while(|inline| match inline {
            Inline::Text(text) => Some(text.text.as_str()),
            Inline::Break => None,
        })
        .flat_map(str::chars)
        .skip_while(|c| c.is_whitespace())
        .take(24)
        .collect();
    let marker: String = start.chars().take_while(|c| !c.is_whitespace()).collect();
    let spaces = start.chars().skip(marker.chars().count()).take_while(|c| c.is_whitespace()).count();
    let symbol = matches!(marker.as_str(), "·" | "•" | "\u{f0b7}" | "\u{f0a7}" | "\u{f0d8}" | "\u{f0fc}");
    let found = match kind(&marker) {
        _ if spaces == 0 => None,
        Some(Kind::Bullet) if symbol || listed && spaces > 1 => Some(Kind::Bullet),
        Some(Kind::Number(n)) if listed && spaces > 1 => Some(Kind::Number(n)),
        _ => None,
    }?;
    take_front(line, marker.chars().count());
    Some(found)
}

/// Takes spaces and then so many letters off the front of a line.
fn take_front(line: &mut [Inline], count: usize) {
    let mut left = count;
    for inline in line {
        let Inline::Text(text) = inline else { return };
        if left == 0 {
            return;
        }
        let mut rest = text.text.chars().peekable();
        if left == count {
            while rest.next_if(|c| c.is_whitespace()).is_some() {}
        }
        while left > 0 && rest.next().is_some() {
            left -= 1;
        }
        text.text = rest.collect();
    }
}
