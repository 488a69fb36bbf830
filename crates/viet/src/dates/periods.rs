//! Months, quarters, years and spans of them: `quý II`, `6 tháng đầu năm`, `giai đoạn 2019 – 2021` (S173).

use super::civil::Date;
use super::grammar::{Grammar, Meant};
use super::infer::year_of;
use super::when::{Doubt, Invalid, Precision, When};

/// Words that say a span of years follows.
const SPANS: [[&str; 2]; 8] = [
    ["giai", "đoạn"],
    ["nhiệm", "kỳ"],
    ["nhiệm", "kì"],
    ["thời", "kỳ"],
    ["trung", "hạn"],
    ["niên", "khóa"],
    ["niên", "khoá"],
    ["niên", "độ"],
];

impl Grammar<'_, '_> {
    pub(super) fn period(&self, at: usize) -> Option<Meant> {
        self.part_of_year(at)
            .or_else(|| self.years(at))
            .or_else(|| self.one_month(at))
            .or_else(|| self.month_of_year(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.one_year(at))
            .or_else(|| self.week(at))
    }

    /// `3 tháng cuối năm`, `6 tháng đầu năm 2020`, `nửa cuối năm`.
    fn part_of_year(&self, at: usize) -> Option<Meant> {
        let (months, next) = if self.word(at, "nửa") {
            (6, at + 1)
        } else {
            let (months, next) = self.int(at, 1, 2).filter(|_| self.fresh(at))?;
            if !self.word(next, "tháng") {
                return None;
            }
            (months, next + 1)
        };
        let last = self.word(next, "cuối");
        if !(last || self.word(next, "đầu")) || !self.word(next + 1, "năm") || !(1..=11).contains(&months)
        {
            return None;
        }
        let (year, next, inferred) = self.year_or_reference(next + 1, next + 2)?;
        let (first, end) = if last { (13 - months, 12) } else { (1, months) };
        Some((months_span(year, first, end, Precision::Period).map(|w| mark(w, inferred)), next))
    }

    /// `giai đoạn 2019 – 2021`, `nhiệm kỳ 2020-2025`, `năm học 2019-2020`, `2019 - 2021`.
    fn years(&self, at: usize) -> Option<Meant> {
        let school = self.words(at, &["năm", "học"]);
        let named = school || SPANS.iter().any(|words| self.words(at, words));
        let mut first = if named { at + 2 } else { at + usize::from(self.word(at, "năm")) };
        if named && self.mark(first, &["("]) {
            first += 1;
        }
        if named && self.word(first, "năm") {
            first += 1;
        }
        let (begin, next) = self.year4(first).filter(|_| self.fresh(first))?;
        let dashed = self.dash(next) && self.glued(next) == self.glued(next + 1);
        let worded = named && (self.word(next, "đến") || self.word(next, "tới"));
        if !dashed && !worded {
            return None;
        }
        let (end, after) = self.year4(next + 1)?;
        if self.goes_on(after) || !(1000..=2999).contains(&begin) {
            return None;
        }
        if end <= begin {
            return named.then_some((Err(Invalid::Order), after));
        }
        if !named && end - begin > 100 {
            return None;
        }
        let (from, to) = if school { ((begin, 9), (end, 5)) } else { ((begin, 1), (end, 12)) };
        let start = Date::month_span(from.0, from.1).map(|s| s.0);
        let last = Date::month_span(to.0, to.1).map(|s| s.1);
        let span = start.zip(last).map(|(a, b)| When::span_of(a, b, Precision::Period)).ok_or(Invalid::Order);
        let closes = named && self.mark(first.saturating_sub(1), &["("]) && self.mark(after, &[")"]);
        Some((span, after + usize::from(closes)))
    }

    /// `tháng 5`, `tháng 5/2020`, `tháng 5 năm 2020`, `tháng 5-6/2020`, `tháng trước`.
    fn one_month(&self, at: usize) -> Option<Meant> {
        if !self.word(at, "tháng") || at.checked_sub(1).is_some_and(|p| self.digits(p) > 0) {
            return None;
        }
        if let Some((months, next)) = self.this_or_next(at + 1) {
            let reference = self.reference?;
            let index = reference.year() * 12 + reference.month() as i32 - 1 + months;
            let when = months_span(
                index.div_euclid(12),
                (index.rem_euclid(12) + 1) as u32,
                (index.rem_euclid(12) + 1) as u32,
                Precision::Month,
            );
            return Some((when.map(|w| w.doubt(Doubt::Relative)), next));
        }
        let (month, lunar_name, next) = self.month(at + 1)?;
        if lunar_name || self.goes_on(next) && self.year_after(next).is_none() && !self.dash(next) {
            return None;
        }
        let second = if self.dash(next) {
            self.int(next + 1, 1, 2).filter(|(m, _)| *m > month && *m <= 12)
        } else {
            None
        };
        let (last, next, precision) = match second {
            Some((last, next)) => (last, next, Precision::Period),
            None => (month, next, Precision::Month),
        };
        if !(1..=12).contains(&month) {
            return Some((Err(Invalid::Month), next));
        }
        let (year, next, inferred) = match self.year_after(next) {
            Some((year, next)) => (year, next, false),
            None => match self.reference {
                Some(reference) => (year_of(reference, month, 15, false), next, true),
                None => return Some((Err(Invalid::YearUnknown), next)),
            },
        };
        Some((months_span(year, month, last, precision).map(|w| mark(w, inferred)), next))
    }

    /// `6/2020`, `06-2020` standing alone, but not `số 6/2020` of a document.
    fn month_of_year(&self, at: usize) -> Option<Meant> {
        let (month, next) = self.int(at, 1, 2).filter(|_| self.fresh(at))?;
        let sep = if self.mark(next, &["/"]) { "/" } else { "-" };
        let (year, next) = self.year4(self.glued_mark(next, sep)?)?;
        let numbered = at
            .checked_sub(1)
            .is_some_and(|p| self.word(p, "số") || self.word(p, "no") || self.mark(p, &[":"]));
        if !(1..=12).contains(&month) || !(1900..=2100).contains(&year) || self.goes_on(next) || numbered {
            return None;
        }
        Some((months_span(year, month, month, Precision::Month), next))
    }

    /// `quý II`, `quý 3/2020`, `quý IV năm 2019`, `quý này`.
    fn quarter(&self, at: usize) -> Option<Meant> {
        if !["quý", "quí", "qúy"].iter().any(|w| self.word(at, w)) {
            return None;
        }
        if let Some((quarters, next)) = self.this_or_next(at + 1) {
            let reference = self.reference?;
            let index = reference.year() * 4 + (reference.month() as i32 - 1) / 3 + quarters;
            let (year, first) = (index.div_euclid(4), index.rem_euclid(4) as u32 * 3 + 1);
            let when = months_span(year, first, first + 2, Precision::Quarter);
            return Some((when.map(|w| w.doubt(Doubt::Relative)), next));
        }
        let token = self.token(at + 1)?;
        let number = match token.text {
            "I" | "i" | "1" | "01" => 1,
            "II" | "ii" | "2" | "02" => 2,
            "III" | "iii" | "3" | "03" => 3,
            "IV" | "iv" | "4" | "04" => 4,
            _ => return None,
        };
        let first = number * 3 - 2;
        let (year, next, inferred) = match self.year_after(at + 2) {
            Some((year, next)) => (year, next, false),
            None => match self.reference {
                Some(reference) => (year_of(reference, first + 1, 15, false), at + 2, true),
                None => return Some((Err(Invalid::YearUnknown), at + 2)),
            },
        };
        Some((months_span(year, first, first + 2, Precision::Quarter).map(|w| mark(w, inferred)), next))
    }

    /// `năm 2018`, `năm nay`, `năm ngoái`.
    fn one_year(&self, at: usize) -> Option<Meant> {
        if !self.word(at, "năm") {
            return None;
        }
        if let Some((year, next)) = self.year4(at + 1) {
            if self.goes_on(next) {
                return None;
            }
            return Some((months_span(year, 1, 12, Precision::Year), next));
        }
        let (years, next) = self.this_or_next(at + 1)?;
        let when = months_span(self.reference?.year() + years, 1, 12, Precision::Year);
        Some((when.map(|w| w.doubt(Doubt::Relative)), next))
    }

    /// `tuần này`, `tuần trước`, `tuần tới`: from Monday to Sunday.
    fn week(&self, at: usize) -> Option<Meant> {
        if !self.word(at, "tuần") {
            return None;
        }
        let (weeks, next) = self.this_or_next(at + 1)?;
        let reference = self.reference?;
        let monday = reference.plus_days(i64::from(weeks) * 7 - reference.weekday().after_monday())?;
        let when = When::span_of(monday, monday.plus_days(6)?, Precision::Period).doubt(Doubt::Relative);
        Some((Ok(when), next))
    }

    /// A bare year, only inside `từ 2019 đến 2021`.
    pub(super) fn bare_year(&self, at: usize) -> Option<Meant> {
        let (year, next) = self.year4(at).filter(|(y, n)| (1900..=2100).contains(y) && !self.goes_on(*n))?;
        Some((months_span(year, 1, 12, Precision::Year), next))
    }

    fn this_or_next(&self, at: usize) -> Option<(i32, usize)> {
        let table =
            [("này", 0), ("nay", 0), ("trước", -1), ("qua", -1), ("ngoái", -1), ("sau", 1), ("tới", 1)];
        // "tháng trước 5/6": "trước" belongs to what follows.
        table
            .iter()
            .find(|(w, _)| self.word(at, w) && self.digits(at + 1) == 0 && !self.word(at + 1, "ngày"))
            .map(|(_, n)| (*n, at + 1))
    }

    /// A year after a month or quarter: `năm 2020`, `/2020`, `-2020`, `, năm 2020`, `năm nay`.
    pub(super) fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        let comma = at + usize::from(self.mark(at, &[","]));
        if self.word(comma, "năm") {
            if let Some((year, next)) = self.year4(comma + 1) {
                return (!self.goes_on(next)).then_some((year, next));
            }
            let (years, next) = self.this_or_next(comma + 1)?;
            return Some((self.reference?.year() + years, next));
        }
        let sep = self.mark(at, &["/", ","]) || (self.dash(at) && self.glued(at) && self.glued(at + 1));
        let glued_dot = self.glued_mark(at, ".").is_some();
        let from = if sep || glued_dot { at + 1 } else { at };
        let (year, next) =
            self.year4(from).filter(|(y, n)| (1900..=2100).contains(y) && !self.goes_on(*n))?;
        Some((year, next))
    }

    fn year_or_reference(&self, at: usize, bare: usize) -> Option<(i32, usize, bool)> {
        match self
            .year_after(at)
            .or_else(|| self.bare_year(bare).and_then(|(w, n)| Some((w.ok()?.start.year(), n))))
        {
            Some((year, next)) => Some((year, next, false)),
            None => {
                let moved = self.this_or_next(bare);
                let (years, next) = moved.unwrap_or((0, bare));
                Some((self.reference?.year() + years, next, true))
            }
        }
    }
}

fn mark(when: When, inferred: bool) -> When {
    if inferred { when.doubt(Doubt::YearInferred) } else { when }
}

fn months_span(year: i32, first: u32, last: u32, precision: Precision) -> Result<When, Invalid> {
    let start = Date::month_span(year, first).ok_or(Invalid::Month)?.0;
    let end = Date::month_span(year, last).ok_or(Invalid::Month)?.1;
    Ok(When::span_of(start, end, precision))
}
