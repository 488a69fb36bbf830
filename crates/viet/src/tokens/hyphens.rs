//! What a hyphen ties: loanwords and codes, not two names.

use super::Kind;
use super::capitals::{dotted, short_capitals, word_kind};
use super::chars::{alnum_end, byte, char_at, digits_end, letter_len, letters, letters_end, slice};
use crate::syllables;

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
    // Covid-19, Apollo-11: a foreign word and its number.
    let digits = digits_end(text, first + hyphen);
    if byte(text, first) == b'-'
        && digits > first + hyphen
        && letter_len(text, digits) == 0
        && word.len() > 1
        && word.is_ascii()
        && !syllables::is_valid(word)
    {
        return (digits, Kind::Code);
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
