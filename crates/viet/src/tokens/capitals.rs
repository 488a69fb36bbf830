//! Words of capitals: abbreviations, acronyms, Roman numbers, and dots that belong to them.

use super::Kind;
use super::chars::{all_upper, byte, char_at, has_upper, letters, letters_end, slice};
use super::roman::roman_value;
use super::symbols::symbol_tail;
use crate::syllables;

/// Abbreviations whose dot belongs to them.
pub(super) const DOTTED: [&str; 26] = [
    "tp", "q", "p", "tx", "tt", "h", "ths", "ts", "gs", "pgs", "pgs.ts", "gs.ts", "bs", "ks", "cn", "kts",
    "ls", "st", "mr", "mrs", "dr", "jr", "no", "tr", "ncs", "đ/c",
];

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
