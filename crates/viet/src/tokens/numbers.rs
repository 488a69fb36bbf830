//! Tokens that begin with a digit: numbers, dates, times, money, telephones, `06/QĐ-TTg`.

use super::Kind;
use super::addresses::email_end;
use super::chars::{alnum_end, byte, char_at, digits_end, letter_len, letters_end, slice};
use super::hyphens::code_end;
use super::shapes::UNITS;
use super::symbols::symbol_tail;

const CURRENCIES: [&str; 10] = ["đ", "đồng", "vnđ", "vnd", "usd", "eur", "d", "ngàn", "nghìn", "k"];

pub(super) fn scan_digits(text: &str, start: usize) -> (usize, Kind) {
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
    if let Some(end) = english_date(text, first) {
        return (end, Kind::Date);
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
        end = code_end(text, start, end);
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

/// `6-Jan`, `20-Dec-2020`: what spreadsheets make of days.
fn english_date(text: &str, first: usize) -> Option<usize> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let end = letters_end(text, first + 1);
    if byte(text, first) != b'-' || !MONTHS.contains(&slice(text, first + 1, end)) {
        return None;
    }
    let year = digits_end(text, end + 1);
    let written = byte(text, end) == b'-' && matches!(year - end, 3 | 5);
    Some(if written { year } else { end })
}

/// Digits joined by single marks: 5.259.772, 12,5, 11/06/2020, 2019–2021, 13:48.
pub(super) fn number_end(text: &str, mut end: usize) -> usize {
    loop {
        let Some(mark @ ('.' | ',' | '/' | ':' | '-' | '–')) = char_at(text, end) else { return end };
        let next = digits_end(text, end + mark.len_utf8());
        if next == end + mark.len_utf8() {
            return end;
        }
        end = next;
    }
}

pub(super) fn number_kind(body: &str) -> Kind {
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
                    // No fraction begins with a zero: 02/9 is the second of September.
                    && (d > &4 || body.starts_with('0'))
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
pub(super) fn numbered_symbol(text: &str, start: usize, digits: usize) -> Option<(usize, Kind)> {
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

pub(super) fn phone_end(text: &str, start: usize, first: usize) -> Option<usize> {
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
