//! Character classes for the tokeniser, decided on bytes where that is enough.

use unicode_normalization::char::is_combining_mark;

/// The class of the character at an offset, with its length in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Letter(usize),
    Digit,
    Space(usize),
    Other(usize),
    End,
}

#[inline]
pub(crate) fn class_at(text: &str, at: usize) -> Class {
    let Some(&byte) = text.as_bytes().get(at) else { return Class::End };
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter(1),
        b'0'..=b'9' => Class::Digit,
        b' ' | b'\t'..=b'\r' => Class::Space(1),
        0..=0x7F => Class::Other(1),
        _ => {
            let letter = letter_len(text, at);
            if letter > 0 { Class::Letter(letter) } else { wide_class(text, at) }
        }
    }
}

#[cold]
fn wide_class(text: &str, at: usize) -> Class {
    match char_at(text, at) {
        Some(c) if c.is_whitespace() => Class::Space(c.len_utf8()),
        Some(c) => Class::Other(c.len_utf8()),
        None => Class::End,
    }
}

/// Bytes of the letter (or combining mark) at an offset, 0 when there is none.
#[inline]
pub(crate) fn letter_len(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(&lead) = bytes.get(at) else { return 0 };
    match lead {
        b'a'..=b'z' | b'A'..=b'Z' => 1,
        0..=0x7F => 0,
        0xC4..=0xC6 | 0xCC => 2,
        0xC3 => match bytes.get(at + 1) {
            Some(0x97 | 0xB7) => 0, // × ÷
            _ => 2,
        },
        0xE1 if matches!(bytes.get(at + 1), Some(0xBA | 0xBB)) => 3,
        // Quotation marks, dashes, dots, signs: no letters there.
        0xE2 if matches!(bytes.get(at + 1), Some(0x80 | 0x87..=0x91)) => 0,
        0xC2 if !matches!(bytes.get(at + 1), Some(0xAA | 0xB5 | 0xBA)) => 0,
        _ => rare_letter_len(text, at),
    }
}

#[cold]
fn rare_letter_len(text: &str, at: usize) -> usize {
    char_at(text, at).filter(|&c| c.is_alphabetic() || is_combining_mark(c)).map_or(0, char::len_utf8)
}

#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_decide_is_what_characters_are() {
        for c in '\0'..='\u{ffff}' {
            let text = c.to_string();
            let letter = c.is_alphabetic() || is_combining_mark(c);
            assert_eq!(letter_len(&text, 0) > 0, letter, "{c:?}");
        }
    }
}
