//! What a written date means: first and last day, how exact it is, and what is doubtful about it.

use super::civil::{Date, Time, Weekday};
use super::lunar::LunarDate;
use std::fmt;
use std::ops::Range;

/// A date found in a text, or a text shaped like a date that names no day there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands: byte offsets into the text given, always on character borders.
    pub span: Range<usize>,
    /// What it means; an error for `31/02/2020` and its like, which are never turned into another day.
    pub when: Result<When, Invalid>,
}

/// A day, a moment or a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The first day.
    pub start: Date,
    /// The last day, included; the same as `start` for a single day.
    pub end: Date,
    /// The time of day, where written.
    pub time: Option<Time>,
    /// Minutes east of UTC, where written (`GMT+7` is 420). Vietnamese pages mean 420 when they say nothing.
    pub offset: Option<i16>,
    /// The part of the day, where written.
    pub part: Option<DayPart>,
    /// How exact the writing is.
    pub precision: Precision,
    /// The weekday, where written.
    pub weekday: Option<Weekday>,
    /// The lunar day, where the writing named one.
    pub lunar: Option<LunarDate>,
    /// What was inferred or does not agree.
    pub doubts: Vec<Doubt>,
}

impl When {
    pub(super) fn span_of(start: Date, end: Date, precision: Precision) -> Self {
        Self {
            start,
            end,
            time: None,
            offset: None,
            part: None,
            precision,
            weekday: None,
            lunar: None,
            doubts: Vec::new(),
        }
    }

    pub(super) fn day(date: Date) -> Self {
        Self::span_of(date, date, Precision::Day)
    }

    pub(super) fn doubt(mut self, doubt: Doubt) -> Self {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
        self
    }

    /// Whether the year was not written.
    #[must_use]
    pub fn year_inferred(&self) -> bool {
        self.doubts.contains(&Doubt::YearInferred)
    }

    /// ISO 8601: `2020-10-23`; with a time `2020-06-11T13:48:46+07:00`; a month, quarter, year or period
    /// as `first/last`.
    #[must_use]
    pub fn iso(&self) -> String {
        match self.time {
            Some(time) => {
                let offset = self.offset.unwrap_or(420);
                let sign = if offset < 0 { '-' } else { '+' };
                let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
                format!("{}T{time}{sign}{hours:02}:{minutes:02}", self.start)
            }
            None if self.start == self.end => self.start.to_string(),
            None => format!("{}/{}", self.start, self.end),
        }
    }
}

/// How exact a writing is, from the most exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `13:48:46`
    Second,
    /// `13:48`
    Minute,
    /// `Sáng 11.6`
    DayPart,
    /// `ngày 05 tháng 3 năm 2020`
    Day,
    /// `tháng 5`
    Month,
    /// `quý II`
    Quarter,
    /// `năm 2018`
    Year,
    /// `giai đoạn 2019 – 2021`, `3 tháng cuối năm`, `từ 11/6 đến 13/6`
    Period,
}

/// Part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// rạng sáng
    Dawn,
    /// sáng
    Morning,
    /// trưa
    Noon,
    /// chiều
    Afternoon,
    /// tối
    Evening,
    /// đêm
    Night,
}

/// What is inferred or does not agree in a written date. Nothing is put right silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The year comes from the reference date (S134).
    YearInferred,
    /// A year of two digits, taken as the nearest to the reference or as 20YY.
    ShortYear,
    /// The weekday written is not that of the day (S133).
    WeekdayDisagrees {
        /// What the text says.
        said: Weekday,
        /// What the calendar says.
        is: Weekday,
    },
    /// Only month/day/year makes a day of it (`6/13/2018 9:25 AM`, as some systems print).
    MonthFirst,
    /// `đầu`, `giữa`, `cuối`, `khoảng`: the period named, of which only a part is meant.
    PartOnly,
    /// Counted from the reference date (`hôm qua`, `tuần này`).
    Relative,
}

/// Why something shaped like a date names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Invalid {
    /// Day 0, or past the end of the month.
    Day,
    /// Month 0 or past 12.
    Month,
    /// An hour past 23 or a minute past 59.
    Time,
    /// No such day in the lunar calendar that year.
    Lunar,
    /// The end is before the start.
    Order,
    /// There is no date in the text, or more than a date (whole-text reading only).
    NotADate,
    /// A day and month without a year, and no reference date to infer it from.
    YearUnknown,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day => "that month has no such day",
            Self::Month => "there is no such month",
            Self::Time => "there is no such time of day",
            Self::Lunar => "the lunar calendar has no such day that year",
            Self::Order => "the end comes before the start",
            Self::NotADate => "not a date",
            Self::YearUnknown => "the year is not written and nothing tells it",
        })
    }
}

impl std::error::Error for Invalid {}
