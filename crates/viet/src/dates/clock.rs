//! Times beside a date: `13:48:46`, `8h30`, `1:48 CH`, `GMT+7`.

use super::civil::Time;
use super::grammar::Grammar;
use super::lex::Kind;
use super::when::Invalid;

/// A time and the token after it.
pub(super) type Timed = (Result<Time, Invalid>, usize);

impl Grammar<'_, '_> {
    /// `13:48:46`, `13:48`, `8h30`, `8 giờ 30 phút`, `8 giờ`, each perhaps with SA, CH, AM, PM, sáng, chiều, tối.
    pub(super) fn time(&self, at: usize) -> Option<Timed> {
        let (hour, next) = self.int(at, 1, 2)?;
        let (minute, second, mut next) = self.colon_time(next).or_else(|| self.word_time(next))?;
        let mut hour = hour;
        if (hour, minute, second.unwrap_or(0)) == (24, 0, 0) && !self.counts_hours(at) {
            return Some((Ok(Time::end_of_day()), next));
        }
        if let Some(afternoon) = self.half(next) {
            if hour > 12 && !afternoon {
                return Some((Err(Invalid::Time), next + 1));
            }
            if afternoon && hour < 12 {
                hour += 12;
            } else if !afternoon && hour == 12 {
                hour = 0;
            }
            next += 1;
        }
        Some((Time::new(hour, minute, second).ok_or(Invalid::Time), next))
    }

    /// `trong 24 giờ`: how long, not when.
    fn counts_hours(&self, at: usize) -> bool {
        let before = |word| at.checked_sub(1).is_some_and(|p| self.word(p, word));
        ["trong", "vòng", "sau", "suốt", "quá", "khoảng"].into_iter().any(before)
    }

    fn colon_time(&self, at: usize) -> Option<(u32, Option<u32>, usize)> {
        let at = self.glued_mark(at, ":")?;
        let (minute, next) = self.int(at, 2, 2)?;
        let Some((second, after)) = self.glued_mark(next, ":").and_then(|n| self.int(n, 2, 2)) else {
            return Some((minute, None, next));
        };
        // Fractions of a second are read over.
        let after = self.glued_mark(after, ".").and_then(|n| self.int(n, 1, 9)).map_or(after, |(_, n)| n);
        Some((minute, Some(second), after))
    }

    fn word_time(&self, at: usize) -> Option<(u32, Option<u32>, usize)> {
        if !["giờ", "h", "g"].iter().any(|w| self.word(at, w)) {
            return None;
        }
        let bare = at + 1;
        let minutes = self.int(bare, 1, 2).filter(|(_, n)| {
            // "8 giờ 11/6": the number belongs to the date.
            !self.mark(*n, &["/", ".", "-"]) && !self.word(*n, "tháng")
        });
        match minutes {
            Some((minute, next)) => {
                let unit = ["phút", "p", "ph"].iter().any(|w| self.word(next, w));
                Some((minute, None, if unit { next + 1 } else { next }))
            }
            None => Some((0, None, bare)),
        }
    }

    /// Whether a word after a clock time means the afternoon half (CH, PM) or the morning half (SA, AM).
    fn half(&self, at: usize) -> Option<bool> {
        let token = self.token(at)?;
        match token.low.as_str() {
            "ch" | "pm" | "chiều" | "tối" => Some(true),
            "sa" | "am" => Some(false),
            _ => None,
        }
    }

    /// `GMT+7`, `(UTC+07:00)`, `+07:00`, `Z` after a time: minutes east of UTC.
    pub(super) fn zone(&self, at: usize) -> Option<(i16, usize)> {
        let (at, opened) = if self.mark(at, &["("]) { (at + 1, true) } else { (at, false) };
        let named = ["gmt", "utc"].iter().any(|w| self.word(at, w));
        let glued = self.token(at).is_some_and(|t| !t.spaced);
        let (offset, mut next) = if named {
            self.signed_offset(at + 1).unwrap_or((0, at + 1))
        } else if glued && !opened && self.word(at, "z") {
            (0, at + 1)
        } else if !opened && self.mark(at, &["+", "-"]) {
            self.signed_offset(at)
                .filter(|(_, n)| n - at > 2 || self.digits(at + 1) == 4 || self.mark(at, &["+"]))?
        } else {
            return None;
        };
        if opened {
            if !self.mark(next, &[")"]) {
                return None;
            }
            next += 1;
        }
        Some((offset, next))
    }

    fn signed_offset(&self, at: usize) -> Option<(i16, usize)> {
        let negative = self.mark(at, &["-", "−"]);
        if !negative && !self.mark(at, &["+"]) {
            return None;
        }
        let (value, next) = self.int(at + 1, 1, 4)?;
        let (hours, minutes, next) = if self.digits(at + 1) == 4 {
            (value / 100, value % 100, next)
        } else if let Some((minutes, after)) = self.glued_mark(next, ":").and_then(|n| self.int(n, 2, 2)) {
            (value, minutes, after)
        } else {
            (value, 0, next)
        };
        if hours > 14 || minutes > 59 {
            return None;
        }
        let total = i16::try_from(hours * 60 + minutes).ok()?;
        Some((if negative { -total } else { total }, next))
    }

    pub(super) fn digits(&self, at: usize) -> usize {
        self.token(at).filter(|t| t.kind == Kind::Digits).map_or(0, |t| t.text.len())
    }
}
