//! The ways a day is written with numbers: `2020-06-11`, `14-12-2018`, `11/6`, `05 tháng 3 năm 2020`, `11-13/6/2020`.

use super::civil::Date;
use super::grammar::{Grammar, Meant};
use super::infer::{full_year, year_of};
use super::when::{Doubt, Invalid, Precision, When};

impl Grammar<'_, '_> {
    /// `2020-06-11`, `2020/06/11`.
    pub(super) fn year_first(&self, at: usize) -> Option<Meant> {
        let (year, next) = self.year4(at).filter(|_| self.fresh(at))?;
        let sep = if self.glued_mark(next, "-").is_some() { "-" } else { "/" };
        let (month, next) = self.int(self.glued_mark(next, sep)?, 1, 2)?;
        let (day, next) = self.int(self.glued_mark(next, sep)?, 1, 2)?;
        if self.goes_on(next) || (sep == "/" && !(1900..=2100).contains(&year)) {
            return None;
        }
        Some((self.check(year, month, day), next))
    }

    /// `14-12-2018`, `23/10/2020`, `11.6.2020`, `14 / 12 / 2018`, `11/6/20`.
    pub(super) fn numeric(&self, at: usize, led: bool) -> Option<Meant> {
        let (day, next) = self.int(at, 1, 2).filter(|_| self.fresh(at) || led)?;
        let (sep, next) = self.separator(next)?;
        let (month, next) = self.int(next, 1, 2)?;
        let (again, next) = self.separator(next)?;
        if sep != again {
            return None;
        }
        let (year, next, short) = match self.year4(next) {
            Some((year, next)) => (year, next, false),
            None => {
                let (year, next) = self.int(next, 2, 2)?;
                (full_year(self.reference, year as i32), next, true)
            }
        };
        if self.goes_on(next) || (short && !led && sep != '/') || (short && (day > 31 || month > 12)) {
            return None;
        }
        if month > 12 && (1..=12).contains(&day) && self.twelve_hour(next) {
            let when = self.check(year, day, month).map(|w| w.doubt(Doubt::MonthFirst));
            return Some((when, next));
        }
        let when = self.check(year, month, day);
        Some((when.map(|w| if short { w.doubt(Doubt::ShortYear) } else { w }), next))
    }

    pub(super) fn twelve_hour(&self, at: usize) -> bool {
        (at..at + 8)
            .any(|i| self.word(i, "am") || self.word(i, "pm") || self.word(i, "ch") || self.word(i, "sa"))
    }

    /// `/`, `-` or `.` between numbers; dashes are one kind, spaces are let pass around `/` and dashes.
    pub(super) fn separator(&self, at: usize) -> Option<(char, usize)> {
        let glued = self.glued(at) && self.glued(at + 1);
        if self.mark(at, &["/"]) {
            Some(('/', at + 1))
        } else if self.dash(at) && self.glued(at) == self.glued(at + 1) {
            Some(('-', at + 1))
        } else if self.mark(at, &["."]) && glued {
            Some(('.', at + 1))
        } else {
            None
        }
    }

    /// `11/6`, `11.6`, `11-6`: only where something led to it, or a lunar mark follows.
    pub(super) fn day_month(&self, at: usize, led: bool) -> Option<Meant> {
        let (day, next) = self.int(at, 1, 2).filter(|_| self.fresh(at))?;
        let (_, next) = self.separator(next).filter(|_| self.glued(next) && self.glued(next + 1))?;
        let (month, next) = self.int(next, 1, 2)?;
        if self.goes_on(next) {
            return None;
        }
        if let Some((leap, after)) = self.lunar_mark(next) {
            let (year, after) = self.lunar_year(after);
            return Some((self.lunar(year, month, leap, day), after));
        }
        if !led {
            return None;
        }
        Some((self.without_year(month, day, at), next))
    }

    /// `05 tháng 3 năm 2020`, `mùng 5 tháng Giêng`.
    pub(super) fn worded(&self, at: usize, led: bool) -> Option<Meant> {
        let early = self.word(at, "mùng") || self.word(at, "mồng");
        let start = if early { at + 1 } else { at };
        let (day, next) = self.int(start, 1, 2)?;
        if !self.word(next, "tháng") {
            return None;
        }
        let (month, lunar_name, next) = self.month(next + 1)?;
        let mark = self.lunar_mark(next);
        if let Some((leap, after)) = mark.or(lunar_name.then_some((false, next))) {
            let (year, after) = self.lunar_year(after);
            return Some((self.lunar(year, month, leap, day), after));
        }
        if let Some((year, after)) = self.year_after(next) {
            if let Some((leap, end)) = self.lunar_mark(after) {
                return Some((self.lunar(Some(year), month, leap, day), end));
            }
            return Some((self.check(year, month, day), after));
        }
        if self.word(next, "năm") && self.can_chi(next + 1).is_some() {
            let (year, after) = self.lunar_year(next);
            return Some((self.lunar(year, month, false, day), after));
        }
        (led || early).then(|| (self.without_year(month, day, at), next))
    }

    /// `11-13/6/2020`, `11, 12 và 13/6`: from the first day to the last.
    pub(super) fn several_days(&self, at: usize) -> Option<Meant> {
        let (first, mut next) = self.int(at, 1, 2)?;
        let mut last = first;
        loop {
            if !(self.dash(next)
                || self.mark(next, &[","])
                || self.word(next, "và")
                || self.word(next, "đến"))
            {
                return None;
            }
            let at = if self.word(next + 1, "ngày") { next + 2 } else { next + 1 };
            let (day, after) = self.int(at, 1, 2)?;
            if day <= last {
                return None;
            }
            last = day;
            if let Some((end, after)) =
                self.numeric(at, true).or_else(|| self.worded(at, true)).or_else(|| self.day_month(at, true))
            {
                let when = end.and_then(|end| {
                    let start = Date::new(end.start.year(), end.start.month(), first).ok_or(Invalid::Day)?;
                    Ok(span(start, &end))
                });
                return Some((when, after));
            }
            next = after;
        }
    }

    /// `từ ngày 11 đến ngày 13/6/2020`, `từ tháng 5 đến tháng 9/2020`, `từ 2019 đến 2021`.
    pub(super) fn range(&self, at: usize) -> Option<Meant> {
        if !self.word(at, "từ") {
            return None;
        }
        let start = at + 1;
        let unsure = self.with_reference(self.reference.or_else(|| Date::new(2000, 1, 1))?);
        let bare_day = if self.word(start, "ngày") { self.int(start + 1, 1, 2) } else { None };
        let first = unsure
            .moment(start)
            .or_else(|| unsure.day_month(start, true).filter(|_| self.word(start + 3, "đến")));
        let first = first.or_else(|| unsure.period(start)).or_else(|| unsure.bare_year(start));
        let middle = match (&first, bare_day) {
            (Some((_, next)), _) => *next,
            (None, Some((_, next))) => next,
            (None, None) => return None,
        };
        let Some(middle) = self.until_word(middle) else {
            // "từ ngày 11 đến ngày 13/6" was read whole as several days of one month.
            let near = self.moment(start)?;
            return near.0.as_ref().is_ok_and(|w| w.start < w.end).then_some(near);
        };
        let end = self
            .moment(middle)
            .or_else(|| self.day_month(middle, true))
            .or_else(|| self.period(middle))
            .or_else(|| self.bare_year(middle));
        let (end, next) = end?;
        let end = match end {
            Ok(end) => end,
            Err(why) => return Some((Err(why), next)),
        };
        let near = self.with_reference(end.start);
        let begin = match (first, bare_day) {
            (Some(_), _) => near
                .moment(start)
                .or_else(|| near.day_month(start, true))
                .or_else(|| near.period(start))
                .or_else(|| near.bare_year(start))
                .map(|(when, _)| when)?,
            (None, Some((day, _))) => {
                Date::new(end.start.year(), end.start.month(), day).map(When::day).ok_or(Invalid::Day)
            }
            (None, None) => return None,
        };
        Some((begin.and_then(|begin| ordered(begin, &end)), next))
    }

    pub(super) fn until_word(&self, at: usize) -> Option<usize> {
        if self.words(at, &["cho", "đến"]) {
            return Some(at + 2);
        }
        let said = ["đến", "tới"].iter().any(|w| self.word(at, w)) || self.dash(at);
        let through = self.word(at + 1, "hết");
        said.then_some(if through { at + 2 } else { at + 1 })
    }

    /// A day followed by `– 13/6/2020`: the two make a period.
    pub(super) fn until(&self, (first, next): Meant) -> Meant {
        let Ok(begin) = &first else { return (first, next) };
        let dated = begin.time.is_none() && begin.start == begin.end;
        let Some(middle) = self.until_word(next).filter(|_| dated) else { return (first, next) };
        let near = self.with_reference(begin.start);
        let Some((Ok(end), after)) = near.moment(middle).or_else(|| near.day_month(middle, true)) else {
            return (first, next);
        };
        if end.start <= begin.start || end.doubts.contains(&Doubt::Relative) {
            return (first, next);
        }
        (Ok(span(begin.start, &end)), after)
    }

    pub(super) fn check(&self, year: i32, month: u32, day: u32) -> Result<When, Invalid> {
        if !(1..=12).contains(&month) {
            return Err(Invalid::Month);
        }
        Date::new(year, month, day).map(When::day).ok_or(Invalid::Day)
    }

    pub(super) fn without_year(&self, month: u32, day: u32, at: usize) -> Result<When, Invalid> {
        if !(1..=12).contains(&month) {
            return Err(Invalid::Month);
        }
        // A leap year: is there such a day in any year?
        Date::new(2000, month, day).ok_or(Invalid::Day)?;
        let reference = self.reference.ok_or(Invalid::YearUnknown)?;
        let ahead = (1..=3)
            .filter_map(|n| at.checked_sub(n))
            .any(|p| ["đến", "tới", "trước", "hết"].iter().any(|w| self.word(p, w)));
        let year = year_of(reference, month, day, ahead);
        let date = [year, year - 1, year + 1].into_iter().find_map(|y| Date::new(y, month, day));
        date.map(|d| When::day(d).doubt(Doubt::YearInferred)).ok_or(Invalid::Day)
    }
}

fn span(start: Date, end: &When) -> When {
    let mut when = When::span_of(start, end.end, Precision::Period);
    when.doubts.clone_from(&end.doubts);
    when
}

fn ordered(begin: When, end: &When) -> Result<When, Invalid> {
    let mut start = begin.start;
    if start > end.end && begin.year_inferred() {
        start = Date::new(start.year() - 1, start.month(), start.day()).ok_or(Invalid::Order)?;
    }
    if start > end.end {
        return Err(Invalid::Order);
    }
    Ok(span(start, end))
}
