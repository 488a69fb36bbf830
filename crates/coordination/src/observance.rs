//! Commemorative days: when they fall in a year, and which anniversary it is.

use kernel::Day;
use serde::Deserialize;
use viet::dates::Date;
use viet::dates::lunar::LunarDate;

/// A day that is commemorated each year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observance {
    /// What it is.
    pub title: String,
    /// Of the month.
    pub day: u32,
    /// Of the year.
    pub month: u32,
    /// Of the lunar calendar.
    #[serde(default)]
    pub lunar: bool,
    /// The year from which anniversaries are counted.
    pub since: Option<i32>,
}

/// Which anniversary it is (Nghị định 111/2018/NĐ-CP, điều 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Năm tròn: ends in 0.
    Round,
    /// Năm lẻ 5: ends in 5.
    Five,
    /// Another year, or none is counted.
    Other,
}

impl Weight {
    /// The name in locale keys (`observance-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Five => "five",
            Self::Other => "other",
        }
    }
}

#[derive(Deserialize)]
struct Shipped {
    day: Vec<Observance>,
}

/// The days that are commemorated everywhere (`rules/observances.toml`).
#[must_use]
pub fn national() -> Vec<Observance> {
    toml::from_str::<Shipped>(include_str!("../../../rules/observances.toml"))
        .map(|read| read.day)
        .unwrap_or_default()
}

impl Observance {
    /// The day of a year, of the lunar year where it is lunar; none where that year has no such day.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Day> {
        if self.lunar {
            let lunar = LunarDate { year: i32::from(year), month: self.month, leap: false, day: self.day };
            return solar(lunar.to_solar()?);
        }
        Day::new(year, i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?).ok()
    }

    /// When it falls between two days, both counted, with the number of the anniversary.
    #[must_use]
    pub fn between(&self, from: Day, to: Day) -> Vec<(Day, Option<i32>)> {
        // A lunar year ends in the next solar one.
        (from.year().saturating_sub(1)..=to.year())
            .filter_map(|year| Some((year, self.in_year(year)?)))
            .filter(|(_, day)| (from..=to).contains(day))
            .map(|(year, day)| (day, self.since.map(|since| i32::from(year) - since).filter(|n| *n > 0)))
            .collect()
    }
}

fn solar(date: Date) -> Option<Day> {
    Day::new(
        i16::try_from(date.year()).ok()?,
        i8::try_from(date.month()).ok()?,
        i8::try_from(date.day()).ok()?,
    )
    .ok()
}

/// How much an anniversary weighs.
#[must_use]
pub fn weight(anniversary: Option<i32>) -> Weight {
    match anniversary {
        Some(n) if n % 10 == 0 => Weight::Round,
        Some(n) if n % 5 == 0 => Weight::Five,
        _ => Weight::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shipped_day_is_one_of_every_year() {
        let days = national();
        assert!(days.len() > 30);
        for one in &days {
            for year in 2020..2060 {
                assert!(one.in_year(year).is_some(), "{} {year}", one.title);
            }
        }
    }

    #[test]
    fn lunar_days_move_and_anniversaries_count() {
        let find = |title: &str| national().into_iter().find(|one| one.title.contains(title)).unwrap();
        assert_eq!(find("Tết Nguyên đán").in_year(2026), Some(Day::constant(2026, 2, 17)));
        assert_eq!(find("Giỗ Tổ").in_year(2026), Some(Day::constant(2026, 4, 26)));
        assert_eq!(find("Trung thu").in_year(2026), Some(Day::constant(2026, 9, 25)));
        let (from, to) = (Day::constant(2026, 11, 22), Day::constant(2027, 2, 10));
        assert_eq!(find("Quân đội").between(from, to), [(Day::constant(2026, 12, 22), Some(82))]);
        assert_eq!(find("Tết Nguyên đán").between(from, to), [(Day::constant(2027, 2, 6), None)]);
        assert_eq!(weight(Some(80)), Weight::Round);
        assert_eq!(weight(Some(75)), Weight::Five);
        assert_eq!(weight(Some(82)), Weight::Other);
        assert_eq!(weight(None), Weight::Other);
    }

    #[test]
    fn a_day_that_is_none_falls_never() {
        let bad = |day, month, lunar| Observance { title: "x".into(), day, month, lunar, since: None };
        for one in [bad(31, 2, false), bad(0, 1, false), bad(1, 13, false), bad(99, 1, true), bad(1, 0, true)]
        {
            assert_eq!(one.in_year(2026), None, "{one:?}");
        }
    }
}
