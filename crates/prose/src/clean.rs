//! Text as people mean it: composed letters, no invisible characters that hide or reverse what is read.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Running text in its canonical spelling (NFC), line ends and tabs as spaces, hidden characters gone.
pub(crate) fn text(given: &str) -> String {
    let kept = given.chars().filter_map(keep);
    if is_nfc_quick(given.chars()) == IsNormalized::Yes && given.chars().all(|c| keep(c) == Some(c)) {
        return given.to_owned();
    }
    kept.nfc().collect()
}

/// One line of words a person typed (titles, captions, credits), as people mean it: letters composed (NFC), line
/// ends and tabs as spaces, no spaces around it, nothing that hides or reverses what is read, nothing that XML or a
/// database cannot keep.
pub fn line(given: &str) -> String {
    text(given).trim().to_owned()
}

/// As [`line()`] for words of several lines (reasons, notes): line ends stay.
pub fn lines(given: &str) -> String {
    let ends = given.replace("\r\n", "\n");
    let cleaned: Vec<String> = ends.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(text).collect();
    cleaned.join("\n").trim().to_owned()
}

/// An address as a browser would read it: no control characters at all, backslashes as slashes, spaces encoded.
pub(crate) fn address(given: &str) -> String {
    let visible: String = given.chars().filter(|c| !c.is_control() && keep(*c).is_some()).nfc().collect();
    let mut out = String::with_capacity(visible.len());
    for c in visible.trim().chars() {
        match c {
            '\\' => out.push('/'),
            c if c.is_whitespace() => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            c => out.push(c),
        }
    }
    out
}

fn keep(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        // Zero-width space, byte order mark, joiner of nothing: left behind by editors.
        '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        // Embeddings, overrides and isolates: they reverse what a reader sees.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => None,
        // Annotation marks, tags and non-characters: they hide text.
        '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}' => None,
        c if u32::from(c) & 0xfffe == 0xfffe => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_letters_compose() {
        for (given, wanted) in [
            ("Vie\u{302}\u{323}t Nam", "Việt Nam"),
            ("a\u{202e}bc\u{2066}d\u{200b}e\u{feff}", "abcde"),
            ("a\tb\r\nc\u{2028}d", "a b  c d"),
            ("a\0\u{7}b\u{9f}c", "abc"),
            ("10\u{a0}km", "10\u{a0}km"),
            ("xin\u{e0041}\u{fffe} chào", "xin chào"),
        ] {
            assert_eq!(text(given), wanted);
            assert_eq!(text(wanted), wanted);
        }
        assert_eq!(line("  a\n "), "a");
        assert_eq!(lines(" a\u{202e}\0\r\nb\u{ffff}\t \n"), "a\nb");
    }
}
