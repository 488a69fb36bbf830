//! What people typed, made fit to be kept: one composition, no control characters, not too long.

use kernel::{Failure, Refusal};

/// One line.
pub(crate) fn one_line(text: &str) -> String {
    let clean: String = viet::normalize::nfc(text).chars().map(|c| if unseen(c) { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines: at most one empty one between two.
pub(crate) fn lines(text: &str) -> String {
    let text = viet::normalize::nfc(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut out: Vec<String> = Vec::new();
    for given in text.split('\n') {
        let clean = one_line(given);
        if !(clean.is_empty() && out.last().is_none_or(String::is_empty)) {
            out.push(clean);
        }
    }
    out.join("\n").trim().to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_words_are_cleaned() {
        assert_eq!(one_line(" a\u{202e}\n b\0 "), "a b");
        assert_eq!(lines("a\r\n\r\n\r\n b \n"), "a\n\nb");
        assert!(words("reason", &"x".repeat(11), 10).is_err());
    }
}
