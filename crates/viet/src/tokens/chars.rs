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

pub(super) fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(b' ')
}

pub(super) fn letters_end(text: &str, mut at: usize) -> usize {
    loop {
        match letter_len(text, at) {
            0 => return at,
            len => at += len,
        }
    }
}

pub(super) fn digits_end(text: &str, mut at: usize) -> usize {
    while byte(text, at).is_ascii_digit() {
        at += 1;
    }
    at
}

pub(super) fn alnum_end(text: &str, mut at: usize) -> usize {
    loop {
        let more = if byte(text, at).is_ascii_digit() { 1 } else { letter_len(text, at) };
        if more == 0 {
            return at;
        }
        at += more;
    }
}

pub(super) fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The letters of a word, composed or not: marks count with the letter before them.
pub(super) fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !crate::letters::is_mark(*c))
}

pub(super) fn has_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

pub(super) fn all_upper(text: &str) -> bool {
    has_upper(text) && !text.chars().any(char::is_lowercase)
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
