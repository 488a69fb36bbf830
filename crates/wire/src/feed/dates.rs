//! Moments as feeds write them: RFC 822, ISO 8601, Unix seconds, American and Vietnamese forms, with and without zone.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// How to read what a date leaves open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The zone of a date that names none.
    pub(super) zone: Offset,
    /// The zone of a date that names none and is written as only Vietnamese papers write.
    pub(super) local: Offset,
    /// Whether `10/2` is the second of October; `None` when nothing in the feed tells.
    pub(super) month_first: Option<bool>,
}

/// Reads a moment. Its precision is the second; a day alone is its first moment.
pub(super) fn read(text: &str, reading: &Reading) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() < 4 || text.len() > 120 {
        return None;
    }
    if let Some(moment) = unix(text) {
        return Some(moment);
    }
    let parts = Parts::of(text);
    let date = parts.date(reading)?;
    let time = parts.time()?;
    let zone = parts.zone.unwrap_or(if parts.local { reading.local } else { reading.zone });
    // A leap second and `24:00` belong to the minute and day after.
    let civil = date.to_datetime(Time::midnight());
    let seconds = i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second);
    let moment = zone.to_timestamp(civil).ok()?;
    let moment = Timestamp::from_second(moment.as_second().checked_add(seconds)?).ok()?;
    Timestamp::new(moment.as_second(), time.nanos).ok()
}

/// In which order a date gives day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// It names the month, or begins with the year.
    Plain,
    DayFirst,
    MonthFirst,
    /// `10/2/2026`.
    Doubtful,
}

pub(super) fn month_first(text: &str) -> Order {
    let text = text.trim();
    // Most feeds name the month or begin with the year, and need no closer look.
    if !text.contains(['/', '-', '.']) || text.bytes().take(4).all(|b| b.is_ascii_digit()) {
        return Order::Plain;
    }
    match Parts::of(text).slashed {
        None => Order::Plain,
        Some((13..=31, 1..=12)) => Order::DayFirst,
        Some((1..=12, 13..=31)) => Order::MonthFirst,
        Some(_) => Order::Doubtful,
    }
}

/// Seconds or thousandths since 1970; no year has so many digits.
fn unix(text: &str) -> Option<Timestamp> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    match text.len() {
        9 | 10 => Timestamp::from_second(number).ok(),
        13 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}

#[derive(Clone, Copy, Default)]
struct Clock {
    hour: u8,
    minute: u8,
    second: u8,
    nanos: i32,
}

/// What the pieces of a date turn out to be.
#[derive(Default)]
struct Parts {
    year_first: Option<Date>,
    /// Two numbers before a year, divided by `/`, `-` or `.`, and the year.
    slashed: Option<(u32, u32)>,
    slashed_year: Option<i32>,
    month: Option<u32>,
    /// Numbers that stand alone, each with its count of digits.
    numbers: Vec<(u32, usize)>,
    clock: Option<Clock>,
    afternoon: Option<bool>,
    /// Half of the day in English letters, as Americans write.
    english_half: bool,
    zone: Option<Offset>,
    local: bool,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let used = if first.is_ascii_digit() {
                parts.number(rest)
            } else if matches!(first, '+' | '-') && parts.clock.is_some() {
                parts.offset(rest)
            } else if first.is_alphabetic() {
                parts.word(rest)
            } else {
                first.len_utf8()
            };
            rest = rest.get(used.max(first.len_utf8())..).unwrap_or_default();
        }
        parts
    }

    /// A number and what is joined to it: `2026-10-05`, `05/10/2026`, `18:20:05.5`, `5`.
    fn number(&mut self, rest: &str) -> usize {
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ':' | ',')))
            .unwrap_or(rest.len());
        let run = rest.get(..length).unwrap_or_default();
        let digits = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        match run.as_bytes().get(digits) {
            Some(b':') => self.clock(run, rest),
            Some(b'/' | b'-' | b'.') => self.date_run(run, digits).unwrap_or_else(|| self.lone(run, digits)),
            None if digits == 8 || digits == 7 => self.packed(run),
            None if digits >= 4 && self.year_first.is_some() && self.clock.is_none() => {
                self.packed_clock(run);
                digits
            }
            // `11h07`, `11 giờ 07`
            None if hour_word(rest.get(digits..).unwrap_or_default()).is_some() => self.spoken(rest, digits),
            _ => self.lone(run, digits),
        }
    }

    fn lone(&mut self, run: &str, digits: usize) -> usize {
        if let Some(number) = run.get(..digits).and_then(|d| d.parse().ok()) {
            self.numbers.push((number, digits));
        }
        digits
    }

    fn clock(&mut self, run: &str, rest: &str) -> usize {
        let mut length = run.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(run.len());
        let mut fields = run.get(..length).unwrap_or_default().split(':').map(str::parse::<u8>);
        let mut field = || fields.next().and_then(Result::ok);
        let (hour, minute, second) = (field().unwrap_or(99), field().unwrap_or(0), field().unwrap_or(0));
        let mut nanos = 0;
        if let Some(fraction) = rest.get(length..).and_then(|r| r.strip_prefix(['.', ','])) {
            let digits = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            if digits > 0 {
                let shown: String = fraction.chars().take(digits.min(9)).collect();
                nanos = format!("{shown:0<9}").parse().unwrap_or(0);
                length += 1 + digits;
            }
        }
        if self.clock.is_none() && hour <= 24 && minute < 60 && second <= 60 {
            self.clock = Some(Clock { hour, minute, second, nanos });
        }
        length
    }

    /// `11h07`, `11 giờ 07 phút`, `11h`.
    fn spoken(&mut self, rest: &str, digits: usize) -> usize {
        let hour = rest.get(..digits).and_then(|d| d.parse().ok()).unwrap_or(99);
        let after = rest.get(digits..).unwrap_or_default();
        let word = hour_word(after).unwrap_or(0);
        let tail = after.get(word..).unwrap_or_default();
        let minutes = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len()).min(2);
        let minute = tail.get(..minutes).and_then(|d| d.parse().ok()).unwrap_or(0);
        if self.clock.is_none() && hour <= 24 && minute < 60 {
            self.clock = Some(Clock { hour, minute, second: 0, nanos: 0 });
            self.local = true;
        }
        digits + word + minutes
    }

    /// Numbers joined by one kind of sign.
    fn date_run(&mut self, run: &str, digits: usize) -> Option<usize> {
        let sign = run.get(digits..)?.chars().next()?;
        let length = run.find(|c: char| !(c.is_ascii_digit() || c == sign)).unwrap_or(run.len());
        let fields: Vec<&str> = run.get(..length)?.split(sign).filter(|f| !f.is_empty()).take(3).collect();
        let used: usize = fields.iter().map(|f| f.len() + 1).sum::<usize>() - 1;
        let number = |at: usize| fields.get(at).and_then(|f| f.parse::<u32>().ok());
        let (first, second, third) = (number(0)?, number(1)?, number(2));
        if digits == 4 {
            let date = match (fields.get(1)?.len(), third) {
                (3, None) => ordinal(first, second),
                (_, third) => civil(i32::try_from(first).ok()?, second, third.unwrap_or(1)),
            };
            self.year_first = self.year_first.or(date);
            return Some(used.min(length));
        }
        let third = third?;
        let year = if fields.get(2)?.len() <= 2 && third < 100 {
            century(third)
        } else {
            i32::try_from(third).ok()?
        };
        self.slashed = Some((first, second));
        self.slashed_year = Some(year);
        Some(used.min(length))
    }

    /// `20261005` and `2026278`.
    fn packed(&mut self, run: &str) -> usize {
        let digits = run.len();
        let part =
            |range: std::ops::Range<usize>| run.get(range).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
        let year = part(0..4);
        self.year_first = self.year_first.or(if digits == 7 {
            ordinal(year, part(4..7))
        } else {
            i32::try_from(year).ok().and_then(|y| civil(y, part(4..6), part(6..8)))
        });
        digits
    }

    /// `T110700` after a packed date.
    fn packed_clock(&mut self, run: &str) {
        let part = |range: std::ops::Range<usize>| run.get(range).and_then(|d| d.parse::<u8>().ok());
        if let (Some(hour @ 0..=24), Some(minute @ 0..=59)) = (part(0..2), part(2..4)) {
            self.clock = Some(Clock { hour, minute, second: part(4..6).unwrap_or(0).min(59), nanos: 0 });
        }
    }

    /// `+0700`, `+07:00`, `+07`, `+7`, `-5:30`.
    fn offset(&mut self, rest: &str) -> usize {
        let digits: String = rest.chars().skip(1).take_while(|c| c.is_ascii_digit() || *c == ':').collect();
        let minutes = match digits.split_once(':') {
            Some((hours, minutes)) => hours.parse::<i32>().ok().zip(minutes.parse::<i32>().ok().or(Some(0))),
            None if digits.len() <= 2 => digits.parse::<i32>().ok().map(|h| (h, 0)),
            None => digits.parse::<i32>().ok().map(|n| (n / 100, n % 100)),
        };
        if let Some((hours @ 0..=18, minutes @ 0..=59)) = minutes {
            let seconds = (hours * 60 + minutes) * 60;
            let signed = if rest.starts_with('-') { -seconds } else { seconds };
            self.zone = Offset::from_seconds(signed).ok();
        }
        digits.len() + 1
    }

    fn word(&mut self, rest: &str) -> usize {
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = viet::fold::fold_lower(rest.get(..letters).unwrap_or_default());
        let whole = rest.get(..length).unwrap_or_default().replace('.', "").to_ascii_lowercase();
        match word.as_str() {
            "t" if self.year_first.is_some() => {}
            "am" | "pm" => self.half(word == "pm", true),
            // sáng, trưa, chiều, tối; SA is also Saturday's to those who cut it to two letters, which feeds do not.
            "sa" | "sang" => self.half(false, false),
            "ch" | "chieu" | "toi" => self.half(true, false),
            "ngay" | "thu" | "luc" | "gio" | "phut" | "hom" | "nhat"
                if !rest.starts_with("Thu") || !rest.is_ascii() =>
            {
                self.local = true;
            }
            "thang" => self.local = true,
            _ if matches!(whole.as_str(), "am" | "pm") => {
                self.half(whole == "pm", true);
                return length;
            }
            _ => {
                if let Some(month) = month(&word) {
                    self.month = self.month.or(Some(month));
                } else if self.clock.is_some() && self.zone.is_none() {
                    return self.zone_name(&word, rest, letters);
                }
            }
        }
        letters
    }

    fn half(&mut self, afternoon: bool, english: bool) {
        self.afternoon = Some(afternoon);
        self.english_half = english;
        self.local |= !english;
    }

    /// `GMT`, `GMT+7`, `EST`. A zone with a number is read by the number.
    fn zone_name(&mut self, word: &str, rest: &str, letters: usize) -> usize {
        let Some(hours) = zone(word) else { return letters };
        let after = rest.get(letters..).unwrap_or_default();
        if matches!(word, "gmt" | "utc") && after.trim_start().starts_with(['+', '-']) {
            let space = after.len() - after.trim_start().len();
            return letters + space + self.offset(after.trim_start());
        }
        self.zone = Offset::from_seconds((hours * 3600.0) as i32).ok();
        letters
    }

    fn date(&self, reading: &Reading) -> Option<Date> {
        if let Some(date) = self.year_first {
            return Some(date);
        }
        if let (Some((first, second)), Some(year)) = (self.slashed, self.slashed_year) {
            // What cannot be a month decides; then the half of the day in English; then the rest of the feed.
            let month_first =
                second > 12 || (first <= 12 && reading.month_first.unwrap_or(self.english_half));
            let (day, month) = if month_first { (second, first) } else { (first, second) };
            return civil(year, month, day);
        }
        let (month, skip) = match self.month {
            Some(month) => (month, None),
            // `ngày 5 tháng 10 năm 2026`
            None if self.local && self.numbers.len() >= 3 => (self.numbers.get(1)?.0, Some(1)),
            None => return self.year_alone(),
        };
        let rest: Vec<(u32, usize)> =
            self.numbers.iter().enumerate().filter(|(at, _)| Some(*at) != skip).map(|(_, n)| *n).collect();
        let year_at = rest.iter().position(|(_, digits)| *digits == 4);
        let (year, day) = match year_at {
            Some(at) => {
                let day = rest.iter().enumerate().find(|(i, _)| *i != at).map_or(1, |(_, n)| n.0);
                (i32::try_from(rest.get(at)?.0).ok()?, day)
            }
            None => (century(rest.get(1)?.0), rest.first()?.0),
        };
        civil(year, month, day)
    }

    fn year_alone(&self) -> Option<Date> {
        match self.numbers.as_slice() {
            [(year @ 1900..=2100, 4)] if self.clock.is_none() => civil(i32::try_from(*year).ok()?, 1, 1),
            _ => None,
        }
    }

    fn time(&self) -> Option<Clock> {
        let mut clock = self.clock.unwrap_or_default();
        match self.afternoon {
            // `13:20 CH` says the same twice.
            Some(true) if clock.hour < 12 => clock.hour += 12,
            Some(false) if clock.hour == 12 => clock.hour = 0,
            _ => {}
        }
        (clock.hour <= 24).then_some(clock)
    }
}

/// How many bytes the word for hour takes after a number: `h`, `g`, ` giờ `.
fn hour_word(after: &str) -> Option<usize> {
    let trimmed = after.trim_start();
    let space = after.len() - trimmed.len();
    for word in ["giờ", "giờ", "gio", "h", "H"] {
        if let Some(tail) = trimmed.strip_prefix(word).filter(|t| !t.starts_with(char::is_alphabetic)) {
            return Some(space + word.len() + (tail.len() - tail.trim_start().len()));
        }
    }
    None
}

fn civil(year: i32, month: u32, day: u32) -> Option<Date> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().filter(|_| (1..=9998).contains(&year))
}

fn ordinal(year: u32, day: u32) -> Option<Date> {
    let first = civil(i32::try_from(year).ok()?, 1, 1)?;
    let within = i64::from(day).checked_sub(1).filter(|d| (0..366).contains(d))?;
    first.checked_add(jiff::Span::new().days(within)).ok()
}

/// RFC 2822: two digits below 50 are of this century.
fn century(year: u32) -> i32 {
    let year = i32::try_from(year).unwrap_or(9999);
    match year {
        0..=49 => 2000 + year,
        50..=999 => 1900 + year,
        year => year,
    }
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = word.get(..3)?;
    let at = MONTHS.iter().position(|m| *m == start)?;
    // `mon` is a day, `marzo` a month; `sept` and `june` too.
    u32::try_from(at + 1).ok()
}

/// Hours east of Greenwich of the zones that feeds name.
fn zone(word: &str) -> Option<f64> {
    Some(match word {
        "gmt" | "utc" | "ut" | "z" | "wet" => 0.0,
        "est" | "cdt" => -5.0,
        "edt" | "ast" => -4.0,
        "cst" | "mdt" => -6.0,
        "mst" | "pdt" => -7.0,
        "pst" | "akdt" => -8.0,
        "akst" => -9.0,
        "hst" => -10.0,
        "cet" | "bst" | "mez" | "west" => 1.0,
        "cest" | "eet" | "mesz" => 2.0,
        "eest" | "msk" => 3.0,
        "ict" => 7.0,
        "sgt" | "hkt" | "awst" | "pht" => 8.0,
        "jst" | "kst" => 9.0,
        "acst" => 9.5,
        "aest" => 10.0,
        "aedt" => 11.0,
        "nzst" => 12.0,
        "nzdt" => 13.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, zone: i8) -> String {
        let reading = Reading { zone: Offset::constant(zone), local: Offset::constant(7), month_first: None };
        read(text, &reading).map_or_else(|| "none".to_owned(), |t| t.to_string())
    }

    #[test]
    fn moments_of_vietnamese_papers() {
        for (text, want) in [
            ("10/2/2026 9:25:00 AM", "2026-10-02T02:25:00Z"),
            ("10/2/2026 9:25:00 PM", "2026-10-02T14:25:00Z"),
            ("18:20 ngày 03/10/2026", "2026-10-03T11:20:00Z"),
            ("Thứ hai, 05/10/2026, 11:07 (GMT+7)", "2026-10-05T04:07:00Z"),
            ("Thứ Năm, 5/10/2026 - 11h07", "2026-10-05T04:07:00Z"),
            ("05/10/2026 01:07:30 CH", "2026-10-05T06:07:30Z"),
            ("05/10/2026 12:07 SA", "2026-10-04T17:07:00Z"),
            ("ngày 5 tháng 10 năm 2026 lúc 11:07", "2026-10-05T04:07:00Z"),
            ("05-10-2026 11:07", "2026-10-05T04:07:00Z"),
            ("5.10.2026 11:07", "2026-10-05T04:07:00Z"),
            ("2026-10-05 11:07:00", "2026-10-05T04:07:00Z"),
        ] {
            assert_eq!(at(text, 7), want, "{text}");
        }
        // Vietnamese words name the place even where the rest of the feed does not.
        assert_eq!(at("18:20 ngày 03/10/2026", 0), "2026-10-03T11:20:00Z");
    }

    #[test]
    fn moments_in_every_form_that_feeds_send() {
        for (text, want) in [
            ("Mon, 05 Oct 2026 11:00:00 +0700", "2026-10-05T04:00:00Z"),
            ("Mon, 05 Oct 26 14:10:00 +0700", "2026-10-05T07:10:00Z"),
            ("2026-10-05T11:07:00+07", "2026-10-05T04:07:00Z"),
            ("2026-10-05 11:07:00 +0700", "2026-10-05T04:07:00Z"),
            ("2026-10-05T11:07:00.250Z", "2026-10-05T11:07:00.25Z"),
            ("2026-10-05T11:07", "2026-10-05T11:07:00Z"),
            ("20261005T110700Z", "2026-10-05T11:07:00Z"),
            ("2026-10-05", "2026-10-05T00:00:00Z"),
            ("2026-10", "2026-10-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
            ("2003-335", "2003-12-01T00:00:00Z"),
            ("Mon, 05 Oct 2026 11:00:00 GMT+7", "2026-10-05T04:00:00Z"),
            ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thu, 31 Jun 2004 19:48:21 GMT", "none"),
            ("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"),
            ("5 September 2026", "2026-09-05T00:00:00Z"),
            ("October 5, 2026 4:05 p.m.", "2026-10-05T16:05:00Z"),
            ("Fri, 15 Dec 2005 24:00:00 EST", "2005-12-16T05:00:00Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
            ("1791172020", "2026-10-05T03:47:00Z"),
            ("1791172020000", "2026-10-05T03:47:00Z"),
            ("hôm qua", "none"),
            ("", "none"),
        ] {
            assert_eq!(at(text, 0), want, "{text}");
        }
    }
}
