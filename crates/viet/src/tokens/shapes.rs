//! The shapes of tokens that are more than letters, tried in the order in which they exclude each other.

use super::Kind;
use super::chars::{Class, char_at, class_at, letter_len};
use crate::syllables;

/// Abbreviations whose dot belongs to them.
const DOTTED: [&str; 26] = [
    "tp", "q", "p", "tx", "tt", "h", "ths", "ts", "gs", "pgs", "pgs.ts", "gs.ts", "bs", "ks", "cn", "kts",
    "ls", "st", "mr", "mrs", "dr", "jr", "no", "tr", "ncs", "đ/c",
];

const DOMAINS: [&str; 14] =
    ["vn", "com", "org", "net", "gov", "edu", "info", "io", "biz", "asia", "tv", "name", "int", "eu"];

const UNITS: [&str; 40] = [
    "km", "m", "cm", "mm", "dm", "kg", "g", "mg", "h", "s", "l", "ml", "ha", "m2", "m3", "km2", "w", "kw",
    "mw", "kwh", "mb", "gb", "tb", "kb", "giờ", "phút", "giây", "lít", "tấn", "tạ", "yến", "người", "đồng",
    "usd", "vnđ", "triệu", "tỷ", "năm", "tháng", "ngày",
];

const CURRENCIES: [&str; 10] = ["đ", "đồng", "vnđ", "vnd", "usd", "eur", "d", "ngàn", "nghìn", "k"];

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

fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(b' ')
}

fn letters_end(text: &str, mut at: usize) -> usize {
    loop {
        match letter_len(text, at) {
            0 => return at,
            len => at += len,
        }
    }
}

fn digits_end(text: &str, mut at: usize) -> usize {
    while byte(text, at).is_ascii_digit() {
        at += 1;
    }
    at
}

fn alnum_end(text: &str, mut at: usize) -> usize {
    loop {
        let more = if byte(text, at).is_ascii_digit() { 1 } else { letter_len(text, at) };
        if more == 0 {
            return at;
        }
        at += more;
    }
}

fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

fn has_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

fn all_upper(text: &str) -> bool {
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
fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { crate::letters::lower(c) != c }
}

#[cold]
fn upper_kind(word: &str) -> Kind {
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
        return if syllables::is_valid(word) || word.chars().count() > 10 {
            Kind::Word
        } else {
            Kind::Abbreviation
        };
    }
    // TTg, ThS, BTTTTr: several capitals in at most six letters.
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals >= 2 && word.chars().count() <= 7 { Kind::Abbreviation } else { Kind::Word }
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
    if text.is_empty() || text.len() > 15 {
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

fn scan_letters(text: &str, start: usize) -> (usize, Kind) {
    if let Some(end) = url_end(text, start) {
        return (end, Kind::Url);
    }
    if let Some(end) = email_end(text, start) {
        return (end, Kind::Email);
    }
    let end = letters_end(text, start);
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
fn mixed(text: &str, start: usize) -> (usize, Kind) {
    let mut end = alnum_end(text, start);
    while matches!(byte(text, end), b'-') && byte(text, end + 1).is_ascii_alphanumeric() && end - start < 40 {
        end = alnum_end(text, end + 1);
    }
    (end, Kind::Code)
}

/// TP., T.Ư, TP.HCM, TT&TT.
fn dotted(text: &str, start: usize, first: usize) -> (usize, Kind) {
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
fn is_dotted(word: &str) -> bool {
    if word.len() > 12 {
        return false;
    }
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return c.is_uppercase() || matches!(c, 'q' | 'p' | 'h');
    }
    let lower = word.to_lowercase();
    DOTTED.contains(&lower.as_str()) && (has_upper(word) || lower == "tp" || lower == "tx")
}

/// A part of an abbreviation: at most eight letters, beginning with a capital and mostly capitals.
fn short_capitals(part: &str) -> bool {
    if part.is_empty() || part.len() > 24 {
        return false;
    }
    let (upper, all) = part.chars().fold((0, 0), |(u, n), c| (u + usize::from(c.is_uppercase()), n + 1));
    part.chars().next().is_some_and(char::is_uppercase)
        && all <= 8
        && upper * 2 >= all
        && (upper == all || all <= 4 && upper >= 2)
}

fn hyphenated(text: &str, start: usize, first: usize) -> (usize, Kind) {
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

fn is_capital_pair_of_syllables(a: &str, b: &str) -> bool {
    syllables::is_valid(a) && syllables::is_valid(b) && a.chars().count() > 1 && b.chars().count() > 1
}

fn slashed(text: &str, start: usize, first: usize) -> (usize, Kind) {
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

fn apostrophe(text: &str, start: usize, first: usize) -> (usize, Kind) {
    let mark = char_at(text, first).map_or(1, char::len_utf8);
    let next = letters_end(text, first + mark);
    let word = slice(text, start, first);
    if next > first + mark && (word.is_ascii() || !syllables::is_valid(word)) {
        return (next, Kind::Word);
    }
    (first, word_kind(text, start, first))
}

/// QĐ-TTg, NĐ-CP, NQ/TW: the symbol alone, known by its slash or by a type code before the hyphen.
fn symbol_without_number(text: &str, start: usize, first: usize) -> Option<(usize, Kind)> {
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
fn symbol_tail(text: &str, start: usize, mut end: usize) -> Option<(usize, Kind)> {
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

fn scan_digits(text: &str, start: usize) -> (usize, Kind) {
    if let Some(end) = email_end(text, start) {
        return (end, Kind::Email);
    }
    let first = digits_end(text, start);
    if let Some(end) = phone_end(text, start, first) {
        return (end, Kind::Phone);
    }
    if let Some(found) = numbered_symbol(text, start, first) {
        return found;
    }
    let mut end = number_end(text, first);
    let body = slice(text, start, end);
    let mut kind = number_kind(body);
    if byte(text, end) == b'%' {
        return (end + 1, Kind::Number);
    }
    if matches!(text.as_bytes().get(end..end + 3), Some([0xE2, 0x82, 0xAB])) {
        return (end + 3, Kind::Money);
    }
    let letters = letters_end(text, end);
    if letters > end {
        let suffix = slice(text, end, letters).to_lowercase();
        if matches!(suffix.as_str(), "h" | "g" | "giờ") && !body.contains(['.', ',', '-']) {
            end = digits_end(text, letters);
            if matches!(byte(text, end), b'p') || slice(text, end, end + 2) == "ph" {
                end = letters_end(text, end);
            }
            return (
                end,
                if slice(text, letters, end).is_empty() && suffix == "g" { Kind::Code } else { Kind::Time },
            );
        }
        if CURRENCIES.contains(&suffix.as_str()) && !matches!(slice(text, end, letters), "D" | "K") {
            return (letters, Kind::Money);
        }
        end = alnum_end(text, end);
        while byte(text, end) == b'-' && byte(text, end + 1).is_ascii_alphanumeric() && end - start < 40 {
            end = alnum_end(text, end + 1);
        }
        if byte(text, end) == b'/' {
            let next = alnum_end(text, end + 1);
            if next > end + 1 && UNITS.contains(&slice(text, end + 1, next).to_lowercase().as_str()) {
                end = next;
            }
        }
        kind = Kind::Code;
    }
    (end, kind)
}

/// Digits joined by single marks: 5.259.772, 12,5, 11/06/2020, 2019–2021, 13:48.
fn number_end(text: &str, mut end: usize) -> usize {
    loop {
        let Some(mark @ ('.' | ',' | '/' | ':' | '-' | '–')) = char_at(text, end) else { return end };
        let next = digits_end(text, end + mark.len_utf8());
        if next == end + mark.len_utf8() {
            return end;
        }
        end = next;
    }
}

fn number_kind(body: &str) -> Kind {
    if body.bytes().all(|b| b.is_ascii_digit()) || body.len() > 24 {
        return Kind::Number;
    }
    if body.contains(':') {
        let parts: Vec<u32> = body.split(':').map(|p| p.parse().unwrap_or(99)).collect();
        return match parts.as_slice() {
            [h, m] | [h, m, _] if *h < 25 && *m < 60 => Kind::Time,
            _ => Kind::Number,
        };
    }
    for mark in ['/', '-', '.'] {
        let parts: Vec<&str> = body.split(mark).collect();
        let value = |p: &&str| {
            if p.bytes().all(|b| b.is_ascii_digit()) && p.len() <= 4 { p.parse().unwrap_or(0) } else { 0 }
        };
        let numbers: Vec<u32> = parts.iter().map(value).collect();
        let year = |y: u32, p: Option<&&str>| p.is_some_and(|p| p.len() == 4 && (1000..2200).contains(&y));
        match numbers.as_slice() {
            [d, m, y]
                if (1..=31).contains(d)
                    && (1..=12).contains(m)
                    && (year(*y, parts.get(2))
                        || mark != '.' && parts.get(2).is_some_and(|p| p.len() == 2)) =>
            {
                return Kind::Date;
            }
            [m, y] if mark != '.' && (1..=12).contains(m) && year(*y, parts.get(1)) => return Kind::Date,
            // 1/4 is a quarter as often as the first of April; 24/24 is neither.
            [d, m]
                if mark == '/'
                    && (1..=31).contains(d)
                    && (1..=12).contains(m)
                    && d > &4
                    && parts.iter().all(|p| p.len() <= 2) =>
            {
                return Kind::Date;
            }
            _ => {}
        }
    }
    Kind::Number
}

/// 06/QĐ-TTg, 224/2026/NĐ-CP, 12-NQ/TW, 06a/QĐ-UBND.
fn numbered_symbol(text: &str, start: usize, digits: usize) -> Option<(usize, Kind)> {
    if digits - start > 6 {
        return None;
    }
    let letter = letter_len(text, digits);
    let head = if letter > 0 && matches!(byte(text, digits + letter), b'/' | b'-') {
        digits + letter
    } else {
        digits
    };
    let mark = byte(text, head);
    if !matches!(mark, b'/' | b'-') {
        return None;
    }
    let (end, kind) = symbol_tail(text, start, head)?;
    let body = slice(text, head, end);
    // A hyphen after the number needs a slash later (12-NQ/TW): 43H-016 and 54N-7 are plates.
    if mark == b'-' && (head > digits || !body.contains('/')) {
        return None;
    }
    Some((end, kind))
}

fn phone_end(text: &str, start: usize, first: usize) -> Option<usize> {
    let lead = slice(text, start, first);
    let starts = lead.starts_with('0') && lead.len() >= 3
        || lead.starts_with("84") && start > 0 && byte(text, start - 1) == b'+'
        || matches!(lead, "1800" | "1900");
    if !starts || lead.len() > 12 {
        return None;
    }
    let (mut end, mut digits) = (first, lead.len());
    while matches!(byte(text, end), b'.' | b'-') && digits < 12 {
        let next = digits_end(text, end + 1);
        if next - end < 3 || next - end > 9 {
            break;
        }
        digits += next - end - 1;
        end = next;
    }
    let long = if lead.starts_with("19") || lead.starts_with("18") {
        (8..=10).contains(&digits)
    } else {
        (9..=12).contains(&digits)
    };
    (long && !byte(text, end).is_ascii_digit() && letter_len(text, end) == 0 && byte(text, end) != b'/')
        .then_some(end)
}

fn scan_mark(text: &str, start: usize, len: usize) -> (usize, Kind) {
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

fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{a1}' | '«' | '·' | '»' | '¿' | '§' | '¶' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}')
}

fn url_end(text: &str, start: usize) -> Option<usize> {
    // Lower case only where it matters; addresses in capitals are headings.
    const SCHEMES: [&str; 6] = ["http://", "https://", "ftp://", "www.", "HTTP://", "WWW."];
    let rest = text.get(start..)?;
    if SCHEMES.iter().any(|s| rest.starts_with(s)) {
        return Some(start + trimmed_address(until_space(rest)).len()).filter(|&end| end > start + 4);
    }
    domain_end(text, start)
}

fn until_space(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”'))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Without the punctuation of the sentence around it; a bracket stays when it was opened inside.
fn trimmed_address(address: &str) -> &str {
    let mut out = address;
    // Counted once: a mile of brackets must not take a mile squared.
    let mut extra = address.matches(')').count().saturating_sub(address.matches('(').count());
    let square = address.contains('[');
    while let Some(last) = out.chars().next_back() {
        let trim = match last {
            ')' if extra > 0 => {
                extra -= 1;
                true
            }
            ')' => false,
            ']' => !square,
            _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '}'),
        };
        if !trim {
            break;
        }
        out = out.get(..out.len() - last.len_utf8()).unwrap_or_default();
    }
    out
}

/// A host name without a scheme: `dantri.com.vn`, `laichau.gov.vn/tin`.
fn domain_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let len =
        rest.iter().take(120).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = slice(text, start, start + len).trim_end_matches(['.', '-']);
    let (before, last) = host.rsplit_once('.')?;
    if !DOMAINS.contains(&last)
        || before.is_empty()
        || before.contains("..")
        || letter_len(text, start + len) > 0
    {
        return None;
    }
    let mut end = start + host.len();
    if byte(text, end) == b'@' {
        return None;
    }
    if byte(text, end) == b'/' {
        end += trimmed_address(until_space(text.get(end..).unwrap_or_default())).len();
    }
    Some(end)
}

fn email_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let local = rest
        .iter()
        .take(65)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%'))
        .count();
    if rest.get(local) != Some(&b'@') {
        return None;
    }
    let host = rest
        .iter()
        .skip(local + 1)
        .take(120)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let domain = slice(text, start + local + 1, start + local + 1 + host).trim_end_matches(['.', '-']);
    domain.contains('.').then_some(start + local + 1 + domain.len())
}
