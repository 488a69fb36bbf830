//! The shapes of tokens that are more than letters, tried in the order in which they exclude each other.

use super::Kind;
use super::addresses::{email_end, url_end};
use super::capitals::{dotted, word_kind};
use super::chars::{Class, alnum_end, byte, char_at, class_at, digits_end, letters_end, slice};
use super::hyphens::{code_end, hyphenated};
use super::numbers::{number_end, phone_end, scan_digits};
use super::symbols::symbol_without_number;
use crate::syllables;

pub(super) const UNITS: [&str; 40] = [
    "km", "m", "cm", "mm", "dm", "kg", "g", "mg", "h", "s", "l", "ml", "ha", "m2", "m3", "km2", "w", "kw",
    "mw", "kwh", "mb", "gb", "tb", "kb", "giờ", "phút", "giây", "lít", "tấn", "tạ", "yến", "người", "đồng",
    "usd", "vnđ", "triệu", "tỷ", "năm", "tháng", "ngày",
];

/// End and kind of the token that starts at `start`, where a character that is no space stands.
pub(crate) fn scan(text: &str, start: usize) -> (usize, Kind) {
    match class_at(text, start) {
        Class::Letter(_) => scan_letters(text, start),
        Class::Digit => scan_digits(text, start),
        Class::Other(len) => scan_mark(text, start, len),
        Class::Space(len) => (start + len, Kind::Other),
        Class::End => (start, Kind::Other),
    }
}

pub(super) fn scan_letters(text: &str, start: usize) -> (usize, Kind) {
    let end = letters_end(text, start);
    // Addresses go on with one of these behind their first letters.
    if matches!(byte(text, end), b'.' | b'@' | b'-' | b':' | b'_' | b'+' | b'%' | b'0'..=b'9') {
        if let Some(end) = url_end(text, start) {
            return (end, Kind::Url);
        }
        if let Some(end) = email_end(text, start) {
            return (end, Kind::Email);
        }
    }
    if let Some(found) = symbol_without_number(text, start, end) {
        return found;
    }
    match char_at(text, end).unwrap_or(' ') {
        '0'..='9' => (code_end(text, start, start), Kind::Code),
        '&' | '.' => dotted(text, start, end),
        '-' | '–' | '‑' => hyphenated(text, start, end),
        '/' => slashed(text, start, end),
        '\'' | '’' => apostrophe(text, start, end),
        _ => (end, word_kind(text, start, end)),
    }
}

pub(super) fn slashed(text: &str, start: usize, first: usize) -> (usize, Kind) {
    let word = slice(text, start, first);
    let next = alnum_end(text, first + 1);
    let part = slice(text, first + 1, next);
    if word.len() <= 12 && part.len() <= 12 {
        let (a, b) = (word.to_lowercase(), part.to_lowercase());
        if UNITS.contains(&a.as_str()) && UNITS.contains(&b.as_str()) && word.is_ascii() {
            return (next, Kind::Code);
        }
        if a == "đ" && b == "c" {
            return (next, Kind::Abbreviation);
        }
    }
    (first, word_kind(text, start, first))
}

pub(super) fn apostrophe(text: &str, start: usize, first: usize) -> (usize, Kind) {
    let mark = char_at(text, first).map_or(1, char::len_utf8);
    let next = letters_end(text, first + mark);
    let word = slice(text, start, first);
    if next > first + mark && (word.is_ascii() || !syllables::is_valid(word)) {
        return (next, Kind::Word);
    }
    (first, word_kind(text, start, first))
}

pub(super) fn scan_mark(text: &str, start: usize, len: usize) -> (usize, Kind) {
    let next = start + len;
    match byte(text, start) {
        b'+' if byte(text, next).is_ascii_digit() => {
            let digits = digits_end(text, next);
            if let Some(end) = phone_end(text, next, digits) {
                return (end, Kind::Phone);
            }
        }
        b'$' if byte(text, next).is_ascii_digit() => {
            return (number_end(text, digits_end(text, next)), Kind::Money);
        }
        b'.' if slice(text, start, start + 3) == "./." => return (start + 3, Kind::Punctuation),
        _ => {}
    }
    let Some(c) = char_at(text, start) else { return (next, Kind::Other) };
    let mut end = next;
    if matches!(c, '.' | '-' | '_' | '*' | '=' | '!' | '?' | '…' | '~' | '#') {
        while char_at(text, end) == Some(c) {
            end += len;
        }
    }
    let kind =
        if c.is_ascii_punctuation() || is_wide_punctuation(c) { Kind::Punctuation } else { Kind::Other };
    (end, kind)
}

pub(super) fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{a1}' | '«' | '·' | '»' | '¿' | '§' | '¶' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}')
}
