//! What follows a symbol: its day, and the body that issued it, `của Bộ Văn hóa, Thể thao và Du lịch`.

use super::grammar::Reader;
use super::{Doubt, Reference};
use crate::dates;
use crate::dates::lex::{Kind as Sort, Token, is_dash};

impl Reader<'_, '_> {
    /// `ngày 05/3/2020`, `của Chính phủ` after a symbol; the token after them.
    pub(super) fn day_and_issuer(&self, reference: &mut Reference, at: usize) -> usize {
        let mut next = at;
        let comma = usize::from(self.mark(next, ",") && self.word(next + 1, "ngày"));
        let opened = usize::from(self.mark(next, "(") && self.word(next + 1, "ngày"));
        let day = next + comma + opened;
        if self.word(day, "ngày")
            && let Some((date, after)) = dates::at(self.tokens, day)
        {
            reference.date = Some(date);
            if reference.year.is_some_and(|y| y != date.year()) {
                reference.doubts.push(Doubt::YearDisagrees);
            }
            reference.year.get_or_insert(date.year());
            next = after + usize::from(opened == 1 && self.mark(after, ")"));
        }
        let of = next + usize::from(self.mark(next, ","));
        if self.word(of, "của")
            && let Some((issuer, after)) = self.issuer(of + 1)
        {
            reference.issuer = Some(issuer);
            next = after;
        }
        next
    }

    /// The name of a body: from its first word as long as the words belong to names.
    pub(super) fn issuer(&self, at: usize) -> Option<(String, usize)> {
        let first = self.token(at).filter(|t| capital(t))?;
        let mut end = at + 1;
        let mut next = at + 1;
        while next < at + 24 {
            let Some(token) = self.token(next).filter(|t| !t.lined) else { break };
            let joint = token.text == "," || token.text == "&" || is_dash(token);
            let open = matches!(
                token.low.as_str(),
                "tỉnh"
                    | "thành"
                    | "phố"
                    | "huyện"
                    | "quận"
                    | "xã"
                    | "phường"
                    | "thị"
                    | "trấn"
                    | "nhân"
                    | "dân"
                    | "và"
                    | "phủ"
                    | "chính"
                    | "tướng"
                    | "trưởng"
                    | "hội"
                    | "nước"
                    | "ương"
                    | "vụ"
                    | "thường"
                    | "vị"
                    | "các"
                    | "chủ"
                    | "tịch"
                    | "đồng"
            );
            if token.kind == Sort::Mark && !joint {
                break;
            }
            if token.kind == Sort::Digits {
                break;
            }
            // A comma goes on only inside a ministry's name: "Bộ Văn hóa, Thể thao và Du lịch".
            if token.text == ","
                && !(self.token(next + 1).is_some_and(capital)
                    && self.kind(next + 1).is_none()
                    && self.comma_inside_name(next + 1))
            {
                break;
            }
            if token.kind == Sort::Word && !capital(token) && !open && !self.inside_proper_name(next) {
                break;
            }
            // "và" and the like only where another name follows.
            next += 1;
            if token.kind == Sort::Word && !matches!(token.low.as_str(), "và" | "các" | "chủ") && !joint {
                end = next;
            }
        }
        let last = self.token(end.checked_sub(1)?)?;
        let text: Vec<&str> = (at..end).filter_map(|i| self.token(i)).map(|t| t.text).collect();
        let mut name = String::new();
        for (i, word) in (at..end).zip(text) {
            let spaced = self.token(i).is_some_and(|t| t.spaced) && i > at;
            if spaced {
                name.push(' ');
            }
            name.push_str(word);
        }
        (last.end > first.start).then_some((name, end))
    }

    /// Small letters inside names of bodies: `Bộ Thông tin và Truyền thông`, `Sở Lao động`, `Văn phòng Chính phủ`.
    pub(super) fn inside_proper_name(&self, at: usize) -> bool {
        let stops = [
            "về", "quy", "ban", "hướng", "sửa", "có", "được", "đã", "thì", "là", "do", "để", "trong", "tại",
            "theo", "cho", "khi", "này", "đối", "hết", "ngày", "năm", "số", "và", "hoặc", "phê", "bãi",
            "thay", "kèm",
        ];
        let Some(token) = self.token(at) else { return false };
        let before = at.checked_sub(1).and_then(|p| self.token(p));
        // The second syllable of a word whose first is a capital: "Tài chính", "Nội vụ".
        before.is_some_and(capital) && !stops.contains(&token.low.as_str())
    }

    pub(super) fn comma_inside_name(&self, at: usize) -> bool {
        (at..at + 6).any(|i| self.word(i, "và")) && !(at..at + 6).any(|i| self.mark(i, "/"))
    }
}

pub(super) fn capital(token: &Token<'_>) -> bool {
    token.kind == Sort::Word && token.text.chars().next().is_some_and(char::is_uppercase)
}
