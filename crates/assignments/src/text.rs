//! What people typed, made fit to be kept: one composition, no control characters, not too long.

use kernel::{Failure, Refusal};

/// Characters of a title.
pub(crate) const LONGEST_TITLE: usize = 300;
/// Characters of a reason or a note.
pub(crate) const LONGEST_REASON: usize = 1000;
/// Characters of what is asked, or of what a unit contributes.
pub(crate) const LONGEST_TEXT: usize = 20_000;

/// One line.
pub(crate) fn line(text: &str) -> String {
    let clean: String = viet::normalize::nfc(text).chars().map(|c| if unseen(c) { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines: at most one empty one between two.
pub(crate) fn lines(text: &str) -> String {
    let text = viet::normalize::nfc(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for given in text.split('\n') {
        let clean = line(given);
        empty = if clean.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(&clean);
            out.push('\n');
        }
    }
    out.trim().to_owned()
}

/// Control characters, and those that turn the direction of what follows or hide in it.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Notes a refusal when a text is longer than it may be.
pub(crate) fn not_longer(field: &'static str, text: &str, most: usize, against: &mut Vec<Refusal>) {
    if text.chars().count() > most {
        against.push(Refusal::field(field, "refused-too-long").with("most", most));
    }
}

/// Words a person gave as a reason: several lines, not too long.
pub(crate) fn words(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    let text = lines(text);
    let mut against = Vec::new();
    not_longer(field, &text, most, &mut against);
    Failure::unless(against)?;
    Ok(text)
}

/// The same where nothing is no answer.
pub(crate) fn reason(field: &'static str, text: &str) -> Result<String, Failure> {
    let text = words(field, text, LONGEST_REASON)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field(field, "refused-work-reason")));
    }
    Ok(text)
}

/// The first characters of a text as one line, for lists.
pub(crate) fn head(text: &str, most: usize) -> String {
    let one = line(text);
    if one.chars().count() <= most {
        return one;
    }
    let mut cut: String = one.chars().take(most).collect();
    cut.push('…');
    cut
}

/// Paragraphs of a text, each with its lines, as pages show them.
pub(crate) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    text.split("\n\n")
        .map(|paragraph| paragraph.lines().map(ToOwned::to_owned).collect::<Vec<_>>())
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_kept() {
        assert_eq!(line("  Hồ\tsơ\u{202e}đất\0  "), "Hồ sơ đất");
        assert_eq!(lines("một\r\n\r\n\r\n\r\nhai\u{7}"), "một\n\nhai");
        assert_eq!(paragraphs("một\nhai\n\nba").len(), 2);
    }
}
