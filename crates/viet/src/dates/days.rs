//! Days and moments: `Thứ Năm, 11/06/2020 13:48`, `Chiều ngày 13/6`, `mùng 3 Tết`, `hôm qua`, `từ 11/6 đến 13/6`.

use super::civil::{Date, Weekday};
use super::grammar::{Grammar, Meant};
use super::infer::{full_year, year_of};
use super::lex::Kind;
use super::lunar::LunarDate;
use super::when::{DayPart, Doubt, Invalid, Precision, When};

/// What stands before the day itself: `Sáng thứ Năm, ngày`.
#[derive(Default)]
struct Lead {
    part: Option<DayPart>,
    weekday: Option<Weekday>,
    /// Days from the reference: `hôm qua` is −1.
    relative: Option<i64>,
    day_word: bool,
    opened: bool,
}

impl Lead {
    fn is_empty(&self) -> bool {
        self.part.is_none() && self.weekday.is_none() && self.relative.is_none() && !self.day_word
    }
}

const CAN: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
const CHI: [&str; 12] = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];

impl Grammar<'_, '_> {
    /// A day with all that may stand around it.
    pub(super) fn moment(&self, at: usize) -> Option<Meant> {
        if let Some((time, next)) = self.time(at).filter(|_| self.fresh(at)) {
            let mut next = next;
            if self.mark(next, &[",", "|", "•", "("]) || self.dash(next) {
                next += 1;
            }
            if let Some((zone, after)) = self.zone(next) {
                let _ = zone;
                next = after + usize::from(self.mark(after, &[",", "|", "•"]));
            }
            let (when, next) = self.led_day(next, true)?;
            return Some((when.and_then(|when| Ok(with_time(when, time?))), next));
        }
        let (when, next) = self.led_day(at, false)?;
        Some(match when {
            Ok(when) => self.time_after(when, next),
            Err(why) => (Err(why), next),
        })
    }

    fn led_day(&self, at: usize, led: bool) -> Option<Meant> {
        let (lead, core) = self.lead(at);
        let known = led || !lead.is_empty();
        let Some((when, mut next)) = self.day(core, known, lead.day_word) else {
            return self.relative_day(&lead, at, core);
        };
        if lead.opened && self.mark(next, &[")"]) {
            next += 1;
        }
        Some((when.map(|w| with_lead(w, &lead)), next))
    }

    fn relative_day(&self, lead: &Lead, at: usize, core: usize) -> Option<Meant> {
        let date = self.reference?.plus_days(lead.relative?)?;
        // The opening bracket and comma after "sáng nay" are not part of it.
        let mut next = core;
        while next > at && self.mark(next - 1, &["(", ",", "-", "|", ":"]) {
            next -= 1;
        }
        Some((Ok(with_lead(When::day(date).doubt(Doubt::Relative), lead)), next))
    }

    fn lead(&self, at: usize) -> (Lead, usize) {
        let mut lead = Lead::default();
        let mut next = at;
        for _ in 0..8 {
            if let Some((part, after)) = self.day_part(next) {
                lead.part = Some(part);
                next = after;
                let days = [("nay", 0), ("qua", -1), ("mai", 1)];
                if let Some((_, days)) = days.iter().find(|(w, _)| self.word(next, w)) {
                    lead.relative = Some(*days);
                    next += 1;
                }
            } else if let Some((weekday, after)) = self.weekday(next) {
                lead.weekday = Some(weekday);
                next = after;
            } else if let Some((days, after)) = self.relative_words(next) {
                lead.relative = Some(days);
                next = after;
            } else if self.word(next, "ngày") || self.word(next, "hôm") {
                lead.day_word = true;
                next += 1;
            } else if !lead.is_empty() && !lead.opened && self.mark(next, &["("]) {
                lead.opened = true;
                next += 1;
            } else if !lead.is_empty() && (self.mark(next, &[",", "|", ":"]) || self.dash(next)) {
                next += 1;
            } else {
                break;
            }
        }
        (lead, next)
    }

    fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        let at = if self.word(at, "buổi") { at + 1 } else { at };
        let two = [
            ("rạng", "sáng", DayPart::Dawn),
            ("sáng", "sớm", DayPart::Morning),
            ("chiều", "tối", DayPart::Evening),
        ];
        if let Some((_, _, part)) = two.iter().find(|(a, b, _)| self.words(at, &[a, b])) {
            return Some((*part, at + 2));
        }
        let one = [
            ("sáng", DayPart::Morning),
            ("trưa", DayPart::Noon),
            ("chiều", DayPart::Afternoon),
            ("tối", DayPart::Evening),
            ("đêm", DayPart::Night),
        ];
        one.iter().find(|(w, _)| self.word(at, w)).map(|(_, part)| (*part, at + 1))
    }

    fn weekday(&self, at: usize) -> Option<(Weekday, usize)> {
        if self.words(at, &["chủ", "nhật"]) {
            return Some((Weekday::Sunday, at + 2));
        }
        let token = self.token(at)?;
        if token.text == "CN" {
            return Some((Weekday::Sunday, at + 1));
        }
        if token.text == "T" && self.glued(at + 1) {
            let (number, next) = self.int(at + 1, 1, 1)?;
            return Some((numbered_weekday(number)?, next));
        }
        if !self.word(at, "thứ") {
            return None;
        }
        if let Some((number, next)) = self.int(at + 1, 1, 1) {
            return Some((numbered_weekday(number)?, next));
        }
        let names = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
        let place = names.iter().position(|n| self.word(at + 1, n))?;
        Some((numbered_weekday(place as u32 + 2)?, at + 2))
    }

    fn relative_words(&self, at: usize) -> Option<(i64, usize)> {
        let table = [
            ("hôm", "nay", 0),
            ("hôm", "qua", -1),
            ("hôm", "kia", -2),
            ("ngày", "mai", 1),
            ("ngày", "kia", 2),
        ];
        if self.words(at, &["ngày", "hôm"]) {
            return self.relative_words(at + 1);
        }
        table.iter().find(|(a, b, _)| self.words(at, &[a, b])).map(|(_, _, days)| (*days, at + 2))
    }

    /// The day itself. `led`: something before it makes `11.6` a date; `day_word`: that something is `ngày`.
    fn day(&self, at: usize, led: bool, day_word: bool) -> Option<Meant> {
        self.year_first(at)
            .or_else(|| self.numeric(at, led))
            .or_else(|| self.feast(at))
            .or_else(|| self.worded(at, led))
            .or_else(|| if day_word { self.several_days(at) } else { None })
            .or_else(|| self.day_month(at, led))
    }

    /// `2020-06-11`, `2020/06/11`.
    fn year_first(&self, at: usize) -> Option<Meant> {
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
    fn numeric(&self, at: usize, led: bool) -> Option<Meant> {
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

    fn twelve_hour(&self, at: usize) -> bool {
        (at..at + 8)
            .any(|i| self.word(i, "am") || self.word(i, "pm") || self.word(i, "ch") || self.word(i, "sa"))
    }

    /// `/`, `-` or `.` between numbers; dashes are one kind, spaces are let pass around `/` and dashes.
    fn separator(&self, at: usize) -> Option<(char, usize)> {
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
    fn day_month(&self, at: usize, led: bool) -> Option<Meant> {
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
    fn worded(&self, at: usize, led: bool) -> Option<Meant> {
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
    fn several_days(&self, at: usize) -> Option<Meant> {
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

    fn until_word(&self, at: usize) -> Option<usize> {
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

    /// A time, a zone or a weekday after a full date.
    fn time_after(&self, when: When, next: usize) -> Meant {
        if when.start != when.end {
            return (Ok(when), next);
        }
        let mut at = next;
        let opened = self.mark(at, &["("]);
        if self.mark(at, &[",", "|", "•", "("]) || (self.dash(at) && !self.glued(at)) {
            at += 1;
        }
        if opened
            && let Some((weekday, after)) = self.weekday(at)
            && self.mark(after, &[")"])
        {
            let lead = Lead { weekday: Some(weekday), ..Lead::default() };
            return (Ok(with_lead(when, &lead)), after + 1);
        }
        if self.words(at, &["vào", "lúc"]) {
            at += 2;
        } else if self.word(at, "lúc") || self.word(at, "hồi") || (self.word(at, "t") && self.glued(at)) {
            at += 1;
        }
        // A number on the next line is not the hour of this date.
        if self.token(at).is_some_and(|t| t.lined) {
            return (Ok(when), next);
        }
        let Some((time, mut next)) = self.time(at) else { return (Ok(when), next) };
        let Ok(time) = time else { return (Err(Invalid::Time), next) };
        let mut when = with_time(when, time);
        if let Some((offset, after)) = self.zone(next) {
            when.offset = Some(offset);
            next = after;
        }
        if opened && self.mark(next, &[")"]) {
            next += 1;
        }
        (Ok(when), next)
    }

    fn check(&self, year: i32, month: u32, day: u32) -> Result<When, Invalid> {
        if !(1..=12).contains(&month) {
            return Err(Invalid::Month);
        }
        Date::new(year, month, day).map(When::day).ok_or(Invalid::Day)
    }

    fn without_year(&self, month: u32, day: u32, at: usize) -> Result<When, Invalid> {
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

    /// `âm lịch`, `(ÂL)`, `nhuận`; whether it is the leap month.
    fn lunar_mark(&self, at: usize) -> Option<(bool, usize)> {
        let (leap, at) = if self.word(at, "nhuận") { (true, at + 1) } else { (false, at) };
        let opened = self.mark(at, &["("]);
        let inner = at + usize::from(opened);
        let next = if self.words(inner, &["âm", "lịch"]) {
            inner + 2
        } else if self.token(inner).is_some_and(|t| t.text == "ÂL" || t.text == "AL") {
            inner + 1
        } else {
            return leap.then_some((true, at));
        };
        Some((leap, next + usize::from(opened && self.mark(next, &[")"]))))
    }

    /// A lunar year after a lunar day: `năm Kỷ Hợi`, `Kỷ Hợi`, `năm 2019`, `2019`.
    fn lunar_year(&self, at: usize) -> (Option<i32>, usize) {
        let bare = if self.word(at, "năm") { at + 1 } else { at };
        if let Some((year, next)) = self.can_chi(bare) {
            // "Tết Kỷ Hợi 2019", "Kỷ Hợi - 2019": the number says the same again.
            let after = if self.dash(next) || self.mark(next, &["("]) { next + 1 } else { next };
            return match self.year4(after) {
                Some((number, end)) if !self.goes_on(end) => {
                    (Some(number), end + usize::from(self.mark(end, &[")"])))
                }
                _ => (Some(year), next),
            };
        }
        match self.year_after(at) {
            Some((year, next)) => (Some(year), next),
            None => match self.year4(at) {
                Some((year, next)) if !self.goes_on(next) => (Some(year), next),
                _ => (None, at),
            },
        }
    }

    fn can_chi(&self, at: usize) -> Option<(i32, usize)> {
        let can = CAN
            .iter()
            .position(|w| self.word(at, w))
            .or_else(|| if self.word(at, "kỉ") { Some(5) } else { self.word(at, "quí").then_some(9) })?
            as i32;
        let spelt = [("tí", 0), ("mẹo", 3), ("tị", 5)];
        let chi = CHI.iter().position(|w| self.word(at + 1, w)).map(|p| p as i32);
        let chi = chi.or_else(|| spelt.iter().find(|(w, _)| self.word(at + 1, w)).map(|(_, p)| *p))?;
        let near = self.reference.map_or(2020, Date::year);
        let year = (near - 30..=near + 30)
            .find(|y| (y - 4).rem_euclid(10) == can && (y - 4).rem_euclid(12) == chi)?;
        Some((year, at + 2))
    }

    fn lunar(&self, year: Option<i32>, month: u32, leap: bool, day: u32) -> Result<When, Invalid> {
        let solar = |year| {
            let lunar = LunarDate { year, month, leap, day };
            lunar.to_solar().map(|date| (lunar, date))
        };
        let (lunar, date) = match year {
            Some(year) => solar(year).ok_or(Invalid::Lunar)?,
            None => {
                let reference = self.reference.ok_or(Invalid::YearUnknown)?;
                let near = reference.year();
                // The year is chosen by a day every month has: a 30th that is missing is refused, not moved a year.
                let away = |year: &i32| {
                    let sure = LunarDate { year: *year, month, leap, day: day.min(29) };
                    sure.to_solar().map_or(i64::MAX, |date| (date.days() - reference.days()).abs())
                };
                let year = (near - 1..=near + 1).min_by_key(away).ok_or(Invalid::Lunar)?;
                solar(year).ok_or(Invalid::Lunar)?
            }
        };
        let mut when = When::day(date);
        when.lunar = Some(lunar);
        Ok(if year.is_none() { when.doubt(Doubt::YearInferred) } else { when })
    }

    /// Days the lunar calendar names: `rằm tháng Giêng`, `mùng 3 Tết`, `giao thừa`, `Tết Nguyên đán Kỷ Hợi`.
    fn feast(&self, at: usize) -> Option<Meant> {
        if self.words(at, &["rằm", "tháng"]) {
            let (month, _, next) = self.month(at + 2)?;
            let (year, next) = self.lunar_year(next);
            return Some((self.lunar(year, month, false, 15), next));
        }
        if self.words(at, &["giao", "thừa"]) {
            let next = if self.word(at + 2, "tết") { at + 3 } else { at + 2 };
            let (year, next) = self.lunar_year(next);
            // Named after the year that begins the next morning.
            let tet = self.lunar(year, 1, false, 1);
            return Some((
                tet.and_then(|tet| {
                    let eve = tet.start.plus_days(-1).ok_or(Invalid::Lunar)?;
                    Ok(When { start: eve, end: eve, lunar: LunarDate::from_solar(eve), ..tet })
                }),
                next,
            ));
        }
        let named: [(&[&str], u32, u32); 4] = [
            (&["tết", "nguyên", "đán"], 1, 1),
            (&["tết", "trung", "thu"], 8, 15),
            (&["tết", "đoan", "ngọ"], 5, 5),
            (&["giỗ", "tổ", "hùng", "vương"], 3, 10),
        ];
        if let Some((words, month, day)) = named.iter().find(|(words, _, _)| self.words(at, words)) {
            let (year, next) = self.lunar_year(at + words.len());
            return Some((self.lunar(year, *month, false, *day), next));
        }
        self.day_of_tet(at)
    }

    /// `mùng 3 Tết` is in the first month, `28 Tết` in the last of the year before.
    fn day_of_tet(&self, at: usize) -> Option<Meant> {
        let early = self.word(at, "mùng") || self.word(at, "mồng");
        let (day, next) = self.int(if early { at + 1 } else { at }, 1, 2)?;
        if !self.word(next, "tết") || (!early && !(20..=30).contains(&day)) {
            return None;
        }
        let after = if self.words(next + 1, &["nguyên", "đán"]) { next + 3 } else { next + 1 };
        let (year, after) = self.lunar_year(after);
        let when = if early {
            self.lunar(year, 1, false, day)
        } else {
            self.lunar(year.map(|y| y - 1), 12, false, day)
        };
        Some((when, after))
    }

    /// A month by number or name; whether the name is one of the lunar calendar's own.
    pub(super) fn month(&self, at: usize) -> Option<(u32, bool, usize)> {
        if let Some((month, next)) = self.int(at, 1, 2) {
            return Some((month, false, next));
        }
        let token = self.token(at).filter(|t| t.kind == Kind::Word)?;
        if self.word(at, "giêng") {
            return Some((1, true, at + 1));
        }
        if self.word(at, "chạp") {
            return Some((12, true, at + 1));
        }
        // Other names are common words; only a capital tells.
        if !token.text.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        if self.word(at, "mười") {
            let more = if self.word(at + 1, "một") {
                1
            } else if self.word(at + 1, "hai") {
                2
            } else {
                0
            };
            return Some((10 + more, false, at + 1 + usize::from(more > 0)));
        }
        let names = ["hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín"];
        names.iter().position(|n| self.word(at, n)).map(|p| (p as u32 + 2, false, at + 1))
    }
}

fn numbered_weekday(number: u32) -> Option<Weekday> {
    Some(match number {
        2 => Weekday::Monday,
        3 => Weekday::Tuesday,
        4 => Weekday::Wednesday,
        5 => Weekday::Thursday,
        6 => Weekday::Friday,
        7 => Weekday::Saturday,
        _ => return None,
    })
}

fn with_lead(mut when: When, lead: &Lead) -> When {
    if let Some(part) = lead.part {
        when.part = Some(part);
        if when.time.is_none() && when.precision == Precision::Day {
            when.precision = Precision::DayPart;
        }
    }
    if let Some(said) = lead.weekday {
        when.weekday = Some(said);
        let is = when.start.weekday();
        if said != is && when.start == when.end {
            when = when.doubt(Doubt::WeekdayDisagrees { said, is });
        }
    }
    when
}

fn with_time(mut when: When, time: super::Time) -> When {
    let late = match when.part {
        Some(DayPart::Afternoon | DayPart::Evening) => (1..12).contains(&time.hour()),
        Some(DayPart::Night) => (6..12).contains(&time.hour()),
        _ => false,
    };
    let hour = if late { time.hour() + 12 } else { time.hour() };
    when.time = super::Time::new(hour, time.minute(), time.second()).or(Some(time));
    when.precision = if time.second().is_some() { Precision::Second } else { Precision::Minute };
    when
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
