//! The grammar's hands: small looks at the tokens, and the choice of what to try first.

use super::civil::Date;
use super::lex::{Kind, Token, is_dash, is_word};
use super::when::{Doubt, Invalid, Precision, When};

/// A meaning (or why there is none) and the token after it.
pub(super) type Meant = (Result<When, Invalid>, usize);

pub(super) struct Grammar<'a, 't> {
    tokens: &'a [Token<'t>],
    plain: bool,
    pub(super) reference: Option<Date>,
}

impl<'a, 't> Grammar<'a, 't> {
    pub(super) fn new(tokens: &'a [Token<'t>], plain: bool, reference: Option<Date>) -> Self {
        Self { tokens, plain, reference }
    }

    pub(super) fn with_reference(&self, reference: Date) -> Self {
        Self { tokens: self.tokens, plain: self.plain, reference: Some(reference) }
    }

    /// The longest sense that starts at a token.
    pub(super) fn any(&self, at: usize) -> Option<Meant> {
        if !self.may_start(at) {
            return None;
        }
        if let Some(meant) = self.range(at) {
            return Some(meant);
        }
        if let Some(first) = self.moment(at) {
            return Some(self.until(first));
        }
        let (when, next) = self.period(at)?;
        Some((when.map(|w| self.part_only(at, w)), next))
    }

    /// A cheap look that spares the grammar nearly every word of a text.
    fn may_start(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.kind {
            Kind::Digits => token.text.len() <= 4 && self.fresh(at),
            Kind::Word => {
                let low = token.low.as_str();
                self.plain
                    || matches!(
                        low,
                        "ngày"
                            | "sáng"
                            | "rạng"
                            | "trưa"
                            | "chiều"
                            | "tối"
                            | "đêm"
                            | "buổi"
                            | "hôm"
                            | "thứ"
                            | "chủ"
                            | "cn"
                            | "t"
                            | "tháng"
                            | "quý"
                            | "quí"
                            | "qúy"
                            | "năm"
                            | "nửa"
                            | "giai"
                            | "nhiệm"
                            | "thời"
                            | "trung"
                            | "niên"
                            | "từ"
                            | "tuần"
                            | "mùng"
                            | "mồng"
                            | "rằm"
                            | "giao"
                            | "tết"
                            | "giỗ"
                            | "ngay"
                    )
                    || super::english::month_number(low).is_some()
            }
            Kind::Mark => false,
        }
    }

    fn part_only(&self, at: usize, when: When) -> When {
        let part = at
            .checked_sub(1)
            .is_some_and(|p| ["đầu", "giữa", "cuối", "khoảng"].iter().any(|w| self.word(p, w)));
        if part && when.precision >= Precision::Month { when.doubt(Doubt::PartOnly) } else { when }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(at)
    }

    /// Whether a keyword stands at a token.
    pub(super) fn word(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|t| is_word(t, self.plain, word))
    }

    /// Whether keywords stand one after another.
    pub(super) fn words(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| self.word(at + i, w))
    }

    pub(super) fn mark(&self, at: usize, marks: &[&str]) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Mark && marks.contains(&t.text))
    }

    pub(super) fn dash(&self, at: usize) -> bool {
        self.token(at).is_some_and(is_dash)
    }

    /// A mark with no space on either side; the token after it.
    pub(super) fn glued_mark(&self, at: usize, mark: &str) -> Option<usize> {
        (self.mark(at, &[mark]) && self.glued(at) && self.glued(at + 1)).then_some(at + 1)
    }

    /// Whether a token follows the one before it without a space.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.spaced)
    }

    /// A number of so many digits; the token after it.
    pub(super) fn int(&self, at: usize, fewest: usize, most: usize) -> Option<(u32, usize)> {
        let token = self.token(at)?;
        if token.kind != Kind::Digits || !(fewest..=most).contains(&token.text.len()) {
            return None;
        }
        Some((token.text.parse().ok()?, at + 1))
    }

    /// A year of four digits in the range that texts speak of.
    pub(super) fn year4(&self, at: usize) -> Option<(i32, usize)> {
        let (year, next) = self.int(at, 4, 4)?;
        (1000..=2999).contains(&year).then_some((year as i32, next))
    }

    /// Whether a number can begin here: not in the middle of `1.2.3`, `06/QĐ`, `A4`.
    pub(super) fn fresh(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|p| self.token(p)) else { return true };
        if !self.glued(at) {
            return true;
        }
        match before.kind {
            Kind::Mark => {
                !matches!(before.text, "/" | "." | "," | "-" | "+" | "@" | "#" | "_" | "=" | "$" | "\\" | "&")
            }
            _ => false,
        }
    }

    /// Whether a number goes on past this token (`…/NĐ-CP`, `….4`, `…,5`, `…%`), so that it was no date.
    pub(super) fn goes_on(&self, next: usize) -> bool {
        if !self.glued(next) {
            return false;
        }
        let Some(token) = self.token(next) else { return false };
        let after_is =
            |kind: Kind| self.glued(next + 1) && self.token(next + 1).is_some_and(|t| t.kind == kind);
        match token.kind {
            Kind::Digits => true,
            Kind::Word => false,
            Kind::Mark => match token.text {
                "/" => after_is(Kind::Word) || after_is(Kind::Digits),
                "." | "," => after_is(Kind::Digits),
                "-" => after_is(Kind::Word),
                "%" | "°" | "_" | "@" => true,
                _ => false,
            },
        }
    }
}
