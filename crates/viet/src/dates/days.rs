//! Days and moments: `Thứ Năm, 11/06/2020 13:48`, `Chiều ngày 13/6`, `mùng 3 Tết`, `hôm qua`, `từ 11/6 đến 13/6`.

use super::civil::Weekday;
use super::grammar::{Grammar, Meant};
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
    pub(super) fn is_empty(&self) -> bool {
        self.part.is_none() && self.weekday.is_none() && self.relative.is_none() && !self.day_word
    }
}

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

    pub(super) fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
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

    pub(super) fn weekday(&self, at: usize) -> Option<(Weekday, usize)> {
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

    pub(super) fn relative_words(&self, at: usize) -> Option<(i64, usize)> {
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
    pub(super) fn day(&self, at: usize, led: bool, day_word: bool) -> Option<Meant> {
        self.year_first(at)
            .or_else(|| self.numeric(at, led))
            .or_else(|| self.feast(at))
            .or_else(|| self.english(at))
            .or_else(|| self.worded(at, led))
            .or_else(|| if day_word { self.several_days(at) } else { None })
            .or_else(|| self.day_month(at, led))
    }

    /// A time, a zone or a weekday after a full date.
    pub(super) fn time_after(&self, when: When, next: usize) -> Meant {
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
    if time.is_end_of_day() {
        // 24h of a day is the first instant of the next.
        if let (Some(next), Some(midnight)) = (when.start.plus_days(1), super::Time::new(0, 0, None)) {
            when.start = next;
            when.end = next;
            when.time = Some(midnight);
            when.precision = Precision::Minute;
        }
        return when;
    }
    let hour = if late { time.hour() + 12 } else { time.hour() };
    when.time = super::Time::new(hour, time.minute(), time.second()).or(Some(time));
    when.precision = if time.second().is_some() { Precision::Second } else { Precision::Minute };
    when
}
