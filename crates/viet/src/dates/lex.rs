//! Cuts a text into digit runs, letter runs and marks, with byte offsets: what the grammars of dates and references read.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Digits,
    Word,
    Mark,
}

#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
    /// Lower case, composed; empty for words too long to be a keyword.
    pub(crate) low: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// Whether a line break stands before it.
    pub(crate) lined: bool,
}

/// Longer words are no keyword of any grammar here.
const LONGEST_KEYWORD: usize = 24;

pub(crate) fn lex(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut chars = text.char_indices().peekable();
    let (mut spaced, mut lined) = (false, true);
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || first == '\u{feff}' || first == '\u{200b}' {
            spaced = true;
            lined |= first == '\n' || first == '\r';
            continue;
        }
        let kind = kind_of(first);
        let mut end = start + first.len_utf8();
        if kind != Kind::Mark {
            while let Some(&(at, next)) = chars.peek() {
                if kind_of(next) != kind && !is_combining_mark(next) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let piece = text.get(start..end).unwrap_or_default();
        let low = match kind {
            Kind::Word if piece.len() <= LONGEST_KEYWORD => lower(piece),
            _ => String::new(),
        };
        tokens.push(Token { kind, text: piece, low, start, end, spaced, lined });
        (spaced, lined) = (false, false);
    }
    tokens
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digits
    } else if c.is_alphabetic() || is_combining_mark(c) {
        Kind::Word
    } else {
        Kind::Mark
    }
}

pub(crate) fn lower(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).map(|c| if c == 'ð' { 'đ' } else { c }).collect()
}

/// Whether a text is written without Vietnamese diacritics, so that `ngay` may stand for `ngày`.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| (c.is_alphabetic() && !c.is_ascii()) || is_combining_mark(c))
}

pub(crate) fn is_dash(token: &Token<'_>) -> bool {
    matches!(token.text, "-" | "–" | "—" | "‑" | "‐" | "−" | "­" | "―")
}

/// One keyword with its writing without diacritics.
pub(crate) fn is_word(token: &Token<'_>, plain_text: bool, word: &str) -> bool {
    if token.kind != Kind::Word {
        return false;
    }
    token.low == word || (plain_text && token.low.is_ascii() && folds_to(word, &token.low))
}

fn folds_to(word: &str, plain: &str) -> bool {
    let mut folded = word.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c });
    let mut plain = plain.chars();
    loop {
        match (folded.next(), plain.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_their_place() {
        let text = "Sáng\u{a0}11.6, đ\u{300}";
        let tokens = lex(text);
        let texts: Vec<&str> = tokens.iter().map(|t| t.text).collect();
        assert_eq!(texts, ["Sáng", "11", ".", "6", ",", "đ\u{300}"]);
        for t in &tokens {
            assert_eq!(text.get(t.start..t.end), Some(t.text));
        }
        assert!(tokens[1].spaced && !tokens[2].spaced);
    }

    #[test]
    fn decomposed_and_plain_words_are_recognised() {
        let tokens = lex("nga\u{300}y");
        assert!(is_word(&tokens[0], false, "ngày"));
        let tokens = lex("ngay");
        assert!(is_word(&tokens[0], true, "ngày"));
        assert!(!is_word(&tokens[0], false, "ngày"));
    }
}
