//! Where sentences end: not after `TP.`, not inside `5.259.772`, but after `./.`.

use std::ops::Range;

use crate::tokens::{Kind, Token, tokens};

/// Byte ranges of the sentences of a text, without the white space around them.
///
/// A sentence ends at a full stop, question or exclamation mark, an ellipsis before a capital, or the
/// end of a line that is followed by an empty line or by a line that begins anew.
///
/// ```
/// let text = "UBND TP. Hà Nội họp sáng 11.6. Ông Nguyễn V. A. chủ trì… Kết luận: “Làm ngay!” Hết./.";
/// let found: Vec<_> = viet::sentences::sentences(text).map(|s| &text[s]).collect();
/// assert_eq!(found, ["UBND TP. Hà Nội họp sáng 11.6.", "Ông Nguyễn V. A. chủ trì…",
///     "Kết luận: “Làm ngay!”", "Hết./."]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    Sentences { text, tokens: tokens(text).peekable(), start: None }
}

struct Sentences<'a> {
    text: &'a str,
    tokens: std::iter::Peekable<crate::tokens::Tokens<'a>>,
    start: Option<usize>,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let token = self.tokens.next()?;
            let start = *self.start.get_or_insert(token.start);
            let mut end = token.end;
            let mut stops = self.stops(token);
            if stops {
                // Quotes and brackets that close belong to the sentence.
                while let Some(next) = self.tokens.next_if(|t| closes(t.text(self.text)) && t.start == end) {
                    end = next.end;
                }
            }
            stops |= self.line_ends(end);
            if stops || self.tokens.peek().is_none() {
                self.start = None;
                return Some(start..end);
            }
        }
    }
}

impl Sentences<'_> {
    fn stops(&mut self, token: Token) -> bool {
        let text = token.text(self.text);
        let next = self.tokens.peek().copied();
        let next_text = next.map_or("", |t| t.text(self.text));
        let gap = next.is_none_or(|t| t.start > token.end || closes(next_text));
        match (token.kind, text) {
            (Kind::Punctuation, "./.") => true,
            (Kind::Punctuation, "." | "?" | "!") => gap && !begins_small(next_text),
            (Kind::Punctuation, t) if t.starts_with(['?', '!']) => gap,
            (Kind::Punctuation, t) if t.starts_with('…') || t.starts_with("..") => {
                gap && begins_large(next_text)
            }
            // An abbreviation with its dot may end a sentence too: only a line end tells.
            _ => false,
        }
    }

    /// Whether the line that ends here is a paragraph of its own.
    fn line_ends(&mut self, end: usize) -> bool {
        let Some(next) = self.tokens.peek() else { return true };
        let gap = self.text.get(end..next.start).unwrap_or_default();
        let lines = gap.matches('\n').count();
        lines > 1 || lines == 1 && !begins_small(next.text(self.text))
    }
}

fn closes(text: &str) -> bool {
    matches!(text, "”" | "’" | "»" | "\"" | ")" | "]" | "'")
}

fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

fn begins_large(text: &str) -> bool {
    text.chars()
        .next()
        .is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '-' | '–'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).map(|s| text.get(s).unwrap()).collect()
    }

    #[test]
    fn dots_that_end_nothing() {
        for text in [
            "Số 30/2020/NĐ-CP, 1.237 lượt, v.v. và TP. HCM",
            "Ông Nguyễn V. A. ở Q. 1",
            "phiên bản 1.0 của www.laichau.gov.vn",
        ] {
            assert_eq!(cut(text), [text]);
        }
    }

    #[test]
    fn lines_and_paragraphs() {
        assert_eq!(cut("Tìm kiếm\n\nSở họp.\nKim Anh"), ["Tìm kiếm", "Sở họp.", "Kim Anh"]);
        assert_eq!(cut("một dòng\nnối dòng sau"), ["một dòng\nnối dòng sau"]);
        assert_eq!(cut("Xong chưa? Rồi! Tốt... Đi thôi."), ["Xong chưa?", "Rồi!", "Tốt...", "Đi thôi."]);
        assert_eq!(cut("").len(), 0);
    }
}
