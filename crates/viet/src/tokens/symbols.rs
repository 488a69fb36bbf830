//! Document symbols (S115, S116): `QĐ-TTg`, and what follows a number in `06/QĐ-TTg`.

use super::Kind;
use super::chars::{alnum_end, byte, char_at, has_upper, slice};

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
