//! A calendar day and a time of day: the two small values everything about dates is built from.

use std::fmt;

/// A day of the Gregorian calendar, years 1 to 9999. Only days that exist can be made.
///
/// ```
/// use viet::dates::Date;
/// assert_eq!(Date::new(2020, 2, 29).map(|d| d.to_string()).as_deref(), Some("2020-02-29"));
/// assert_eq!(Date::new(2019, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or nothing when there is no such day (31/02, month 13, year 0).
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year: i16::try_from(year).ok()?, month: month as u8, day: day as u8 })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// Days since 1970-01-01, negative before.
    #[must_use]
    pub fn days(self) -> i64 {
        // Counting years from March puts the leap day last, so that months need no table.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that many days after 1970-01-01; nothing outside the years 1 to 9999.
    #[must_use]
    pub fn from_days(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// The day `days` later (earlier when negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// The weekday.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match (self.days() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// First and last day of a month.
    #[must_use]
    pub fn month_span(year: i32, month: u32) -> Option<(Self, Self)> {
        Some((Self::new(year, month, 1)?, Self::new(year, month, days_in_month(year, month))?))
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days in a month of a year; 0 for a month that does not exist.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A time of day as far as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
}

impl Time {
    /// The time, or nothing past 23:59:59. Leave `second` out when it was not written.
    #[must_use]
    pub fn new(hour: u32, minute: u32, second: Option<u32>) -> Option<Self> {
        if hour > 23 || minute > 59 || second.is_some_and(|s| s > 59) {
            return None;
        }
        Some(Self { hour: hour as u8, minute: minute as u8, second: second.map(|s| s as u8) })
    }

    /// 24:00, which ends a day; it never leaves this module's grammar.
    pub(super) fn end_of_day() -> Self {
        Self { hour: 24, minute: 0, second: None }
    }

    pub(super) fn is_end_of_day(self) -> bool {
        self.hour == 24
    }

    /// Hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        u32::from(self.hour)
    }

    /// Minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u32 {
        u32::from(self.minute)
    }

    /// Second, where it was written.
    #[must_use]
    pub fn second(self) -> Option<u32> {
        self.second.map(u32::from)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second.unwrap_or(0))
    }
}

/// Days of the week in Vietnamese order: the week begins on `thứ Hai`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// thứ Hai
    Monday,
    /// thứ Ba
    Tuesday,
    /// thứ Tư
    Wednesday,
    /// thứ Năm
    Thursday,
    /// thứ Sáu
    Friday,
    /// thứ Bảy
    Saturday,
    /// Chủ nhật
    Sunday,
}

impl Weekday {
    /// How it is written in Vietnamese.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Monday => "thứ Hai",
            Self::Tuesday => "thứ Ba",
            Self::Wednesday => "thứ Tư",
            Self::Thursday => "thứ Năm",
            Self::Friday => "thứ Sáu",
            Self::Saturday => "thứ Bảy",
            Self::Sunday => "Chủ nhật",
        }
    }

    /// Days after Monday, 0 to 6.
    #[must_use]
    pub fn after_monday(self) -> i64 {
        self as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_go_both_ways() {
        for days in (-719_162..2_932_896).step_by(97) {
            let date = Date::from_days(days).unwrap();
            assert_eq!(date.days(), days, "{date}");
        }
        assert_eq!(Date::new(1970, 1, 1).unwrap().days(), 0);
        assert_eq!(Date::from_days(-719_163), None);
        assert_eq!(Date::from_days(i64::MAX), None);
    }

    #[test]
    fn weekdays_are_right() {
        assert_eq!(Date::new(2020, 6, 11).unwrap().weekday(), Weekday::Thursday);
        assert_eq!(Date::new(2026, 11, 22).unwrap().weekday(), Weekday::Sunday);
        assert_eq!(Date::new(1945, 9, 2).unwrap().weekday(), Weekday::Sunday);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for (y, m, d) in [(2019, 2, 29), (2020, 2, 30), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31), (0, 1, 1)]
        {
            assert_eq!(Date::new(y, m, d), None);
        }
    }
}
