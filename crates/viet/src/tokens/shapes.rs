//! The shapes of tokens that are more than letters, tried in the order in which they exclude each other.

use super::Kind;
use super::addresses::{email_end, url_end};
use super::chars::{Class, char_at, class_at, letter_len};
use super::numbers::{number_end, phone_end, scan_digits};
use crate::syllables;

/// Abbreviations whose dot belongs to them.
pub(super) const DOTTED: [&str; 26] = [
    "tp", "q", "p", "tx", "tt", "h", "ths", "ts", "gs", "pgs", "pgs.ts", "gs.ts", "bs", "ks", "cn", "kts",
    "ls", "st", "mr", "mrs", "dr", "jr", "no", "tr", "ncs", "đ/c",
];

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

/// Kind of a run of letters.
#[inline]
pub(crate) fn word_kind(text: &str, start: usize, end: usize) -> Kind {
    // Most words begin small; only several capitals make an abbreviation or a Roman number possible.
    let bytes = text.as_bytes();
    if bytes.get(start).is_some_and(u8::is_ascii_lowercase) {
        return Kind::Word;
    }
    let word = slice(text, start, end);
    let mut chars = word.chars();
    let first = chars.next().unwrap_or(' ');
    if !is_capital(first) || !chars.any(is_capital) {
        return Kind::Word;
    }
    upper_kind(word)
}

#[inline]
pub(super) fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { crate::letters::lower(c) != c }
}

#[cold]
pub(super) fn upper_kind(word: &str) -> Kind {
    if word.len() > 40 {
        return Kind::Word;
    }
    if word.len() >= 2
        && roman_value(word).is_some()
        && (word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) || word.len() > 3)
    {
        return Kind::Roman;
    }
    if all_upper(word) {
        return if syllables::is_valid(word) || letters(word).count() > 10 {
            Kind::Word
        } else {
            Kind::Abbreviation
        };
    }
    // TTg, ThS, BTTTTr: several capitals in at most six letters.
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals >= 2 && letters(word).count() <= 7 { Kind::Abbreviation } else { Kind::Word }
}

/// Value of a Roman number in capitals, 1–3999, written the regular way.
///
/// ```
/// use viet::tokens::roman_value;
/// assert_eq!(roman_value("XVII"), Some(17));
/// assert_eq!(roman_value("IIX"), None);
/// ```
#[must_use]
pub fn roman_value(text: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if text.is_empty() || text.len() > 15 || !text.bytes().all(|b| b"IVXLCDM".contains(&b)) {
        return None;
    }
    let (mut rest, mut value) = (text, 0);
    for (part, worth) in PARTS {
        let repeats = if matches!(worth, 1 | 10 | 100 | 1000) { 3 } else { 1 };
        for _ in 0..repeats {
            if let Some(after) = rest.strip_prefix(part) {
                rest = after;
                value += worth;
            }
        }
    }
    // 9 and 4 exclude what they subtract from: IXI, XIXI never appear because PARTS is ordered.
    let regular = rest.is_empty()
        && !["IXI", "IXV", "IVI", "XCX", "XCL", "XLX", "CMC", "CMD", "CDC"]
            .iter()
            .any(|bad| text.contains(bad));
    regular.then_some(value)
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
        '0'..='9' => mixed(text, start),
        '&' | '.' => dotted(text, start, end),
        '-' | '–' | '‑' => hyphenated(text, start, end),
        '/' => slashed(text, start, end),
        '\'' | '’' => apostrophe(text, start, end),
        _ => (end, word_kind(text, start, end)),
    }
}

/// Letters and digits mixed: H5N1, m2, COVID-19 by way of the hyphen.
pub(super) fn mixed(text: &str, start: usize) -> (usize, Kind) {
    (code_end(text, start, start), Kind::Code)
}

/// End of letters and digits from `at` on, with what hyphens tie to them: COVID-19.
pub(super) fn code_end(text: &str, start: usize, at: usize) -> usize {
    let mut end = alnum_end(text, at);
    while byte(text, end) == b'-' && end - start < 40 {
        let next = alnum_end(text, end + 1);
        if next == end + 1 || !slice(text, end + 1, next).is_ascii() {
            break;
        }
        end = next;
    }
    end
}

/// TP., T.Ư, TP.HCM, TT&TT.
pub(super) fn dotted(text: &str, start: usize, first: usize) -> (usize, Kind) {
    let mut end = first;
    let mut parts = 1;
    while matches!(char_at(text, end), Some('&' | '.' | '-' | '–')) && parts < 8 {
        let mark = char_at(text, end).unwrap_or('.');
        let next = letters_end(text, end + mark.len_utf8());
        let part = slice(text, end + mark.len_utf8(), next);
        if !short_capitals(part) || !short_capitals(slice(text, start, first)) {
            break;
        }
        end = next;
        parts += 1;
    }
    if parts > 1 {
        if byte(text, end) == b'/'
            && let Some(found) = symbol_tail(text, start, end)
        {
            return found;
        }
        let dotted_last = byte(text, end) == b'.'
            && slice(text, start, end).contains('.')
            && !slice(text, start, end).contains('&');
        return (end + usize::from(dotted_last && is_dotted(slice(text, start, end))), Kind::Abbreviation);
    }
    let word = slice(text, start, first);
    if byte(text, first) == b'.'
        && byte(text, first + 1) != b'.'
        && byte(text, first + 1) != b'/'
        && is_dotted(word)
    {
        return (first + 1, Kind::Abbreviation);
    }
    (first, word_kind(text, start, first))
}

/// Whether a dot after this belongs to it: known abbreviations and single capitals (initials).
pub(super) fn is_dotted(word: &str) -> bool {
    if word.len() > 12 {
        return false;
    }
    let mut chars = letters(word);
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return c.is_uppercase() || matches!(c, 'q' | 'p' | 'h');
    }
    let lower = word.to_lowercase();
    DOTTED.contains(&lower.as_str()) && (has_upper(word) || lower == "tp" || lower == "tx")
}

/// A part of an abbreviation: at most eight letters, beginning with a capital and mostly capitals.
pub(super) fn short_capitals(part: &str) -> bool {
    if part.is_empty() || part.len() > 24 {
        return false;
    }
    let (upper, all) = letters(part).fold((0, 0), |(u, n), c| (u + usize::from(c.is_uppercase()), n + 1));
    part.chars().next().is_some_and(char::is_uppercase)
        && all <= 8
        && upper * 2 >= all
        && (upper == all || all <= 4 && upper >= 2)
}

pub(super) fn hyphenated(text: &str, start: usize, first: usize) -> (usize, Kind) {
    let word = slice(text, start, first);
    let hyphen = char_at(text, first).map_or(1, char::len_utf8);
    if short_capitals(word) {
        let next = alnum_end(text, first + hyphen);
        let part = slice(text, first + hyphen, next);
        if short_capitals(part) && !is_capital_pair_of_syllables(word, part) {
            return dotted(text, start, first);
        }
        if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) && byte(text, first) == b'-' {
            return (next, Kind::Code);
        }
    }
    if byte(text, first) != b'-' {
        return (first, word_kind(text, start, first));
    }
    let mut end = first;
    let mut foreign =
        !syllables::is_valid(word) || word.is_ascii() && !syllables::is_plausible_unmarked(word);
    let mut loan = false;
    let mut parts = 1;
    while byte(text, end) == b'-' && letter_len(text, end + 1) > 0 && parts < 6 {
        let next = letters_end(text, end + 1);
        let part = slice(text, end + 1, next);
        if part.len() > 40 {
            break;
        }
        foreign |= !syllables::is_valid(part);
        loan |= part.chars().next().is_some_and(char::is_lowercase);
        end = next;
        parts += 1;
    }
    // Between two capitalised Vietnamese syllables the hyphen parts names: Trường Sa-Hoàng Sa.
    if parts > 1 && (foreign || loan) {
        return (end, Kind::Hyphenated);
    }
    (first, word_kind(text, start, first))
}

pub(super) fn is_capital_pair_of_syllables(a: &str, b: &str) -> bool {
    syllables::is_valid(a) && syllables::is_valid(b) && letters(a).count() > 1 && letters(b).count() > 1
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

/// QĐ-TTg, NĐ-CP, NQ/TW: the symbol alone, known by its slash or by a type code before the hyphen.
pub(super) fn symbol_without_number(text: &str, start: usize, first: usize) -> Option<(usize, Kind)> {
    const TYPES: [&str; 14] =
        ["NĐ", "QĐ", "NQ", "TT", "CT", "TB", "KH", "BC", "TTr", "CV", "HD", "TTLT", "KL", "CTr"];
    let word = slice(text, start, first);
    if !TYPES.contains(&word) || !matches!(byte(text, first), b'-' | b'/') {
        return None;
    }
    let next = alnum_end(text, first + 1);
    let part = slice(text, first + 1, next);
    if part.len() > 30 || !part.chars().next().is_some_and(char::is_uppercase) || !has_upper(part) {
        return None;
    }
    symbol_tail(text, start, first)
}

/// The rest of a symbol from its first separator on: `-TTg`, `/QĐ-UBND&HĐND`.
pub(super) fn symbol_tail(text: &str, start: usize, mut end: usize) -> Option<(usize, Kind)> {
    let mut capitals = has_upper(slice(text, start, end));
    let mut parts = 0;
    while parts < 8 {
        let Some(mark @ ('/' | '-' | '–' | '&' | '.')) = char_at(text, end) else { break };
        let mut from = end + mark.len_utf8();
        // 82/-VP: the listing left the agency out (S116).
        if mark == '/' && byte(text, from) == b'-' {
            from += 1;
        }
        let next = alnum_end(text, from);
        let part = slice(text, from, next);
        let good = !part.is_empty()
            && part.len() <= 48
            && (part.chars().next().is_some_and(char::is_uppercase)
                || part.bytes().all(|b| b.is_ascii_digit()) && parts == 0);
        if !good {
            break;
        }
        capitals |= has_upper(part);
        end = next;
        parts += 1;
    }
    (parts > 0 && capitals).then_some((end, Kind::Symbol))
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
