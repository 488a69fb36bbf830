//! The Vietnamese lunar calendar (âm lịch): what day `rằm tháng Giêng` falls on.
//!
//! Rules: a month begins on the day of the new moon; the month that holds the winter solstice is the
//! eleventh; when thirteen months lie between two eleventh months, the first one without a principal term
//! (a multiple of 30° of the sun's longitude) is a leap month. All days are those of UTC+7, the zone in use
//! since 1968 (Quyết định 121-CP of 8 August 1967); results for earlier years differ from the almanacs printed then.
//!
//! New moons and the sun's longitude are computed after Jean Meeus, *Astronomical Algorithms*, 2nd ed.,
//! chapters 49 and 25; the difference of dynamical and universal time after the polynomials of Espenak and Meeus.

use super::civil::Date;

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDate {
    /// The lunar year, numbered like the Gregorian year in which it begins.
    pub year: i32,
    /// The month, 1 (Giêng) to 12 (Chạp).
    pub month: u32,
    /// Whether it is the leap month (tháng nhuận) that follows the month of that number.
    pub leap: bool,
    /// The day, 1 to 30.
    pub day: u32,
}

/// Days in UTC+7 for which the method is accurate enough to name the day.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

impl LunarDate {
    /// The solar day, or nothing when that lunar day does not exist (30 in a short month, a leap month there was not).
    ///
    /// ```
    /// use viet::dates::{Date, lunar::LunarDate};
    /// let tet = LunarDate { year: 2026, month: 1, leap: false, day: 1 };
    /// assert_eq!(tet.to_solar(), Date::new(2026, 2, 17));
    /// ```
    #[must_use]
    pub fn to_solar(self) -> Option<Date> {
        if !YEARS.contains(&self.year) {
            return None;
        }
        let span = if self.month >= 11 { self.year + 1 } else { self.year };
        let months = months_ending_in(span);
        let place = months.iter().position(|m| (m.number, m.leap) == (self.month, self.leap))?;
        // The list starts at month 11 of the year before, so 11 and 12 are found first.
        let month = months.get(place)?;
        let next = match months.get(place + 1) {
            Some(next) => next.start,
            None => new_moon_day(month.moon + 1),
        };
        if self.day == 0 || i64::from(self.day) > next - month.start {
            return None;
        }
        Date::from_days(month.start + i64::from(self.day) - 1)
    }

    /// The lunar day of a solar day of the years 1800 to 2199.
    #[must_use]
    pub fn from_solar(date: Date) -> Option<Self> {
        if !YEARS.contains(&date.year()) {
            return None;
        }
        let day = date.days();
        for span in [date.year(), date.year() + 1] {
            let months = months_ending_in(span);
            let Some(place) = months.iter().rposition(|m| m.start <= day) else { continue };
            let month = months.get(place)?;
            let last = place + 1 == months.len();
            if last && day >= new_moon_day(month.moon + 1) {
                continue;
            }
            // Months 11 and 12 (and a leap one after them) at the head of the list belong to the year before.
            let year = if month.number >= 11 { span - 1 } else { span };
            let day = u32::try_from(day - month.start + 1).ok()?;
            return Some(Self { year, month: month.number, leap: month.leap, day });
        }
        None
    }

    /// The last day of a lunar year: the eve of Tết, 29 or 30 Chạp.
    #[must_use]
    pub fn eve_of(year: i32) -> Option<Date> {
        Self { year, month: 1, leap: false, day: 1 }.to_solar()?.plus_days(-1)
    }
}

struct Month {
    moon: i64,
    start: i64,
    number: u32,
    leap: bool,
}

/// The months from month 11 of the year before up to, not including, month 11 of `year`.
fn months_ending_in(year: i32) -> Vec<Month> {
    let first = month_eleven(year - 1);
    let last = month_eleven(year);
    let leap_year = last - first == 13;
    let mut months = Vec::with_capacity(13);
    let mut number = 11;
    let mut leap_given = false;
    for moon in first..last {
        let start = new_moon_day(moon);
        let without_term = principal_term(start) == principal_term(new_moon_day(moon + 1));
        let leap = leap_year && !leap_given && moon > first && without_term;
        if moon > first && !leap {
            number = number % 12 + 1;
        }
        leap_given |= leap;
        months.push(Month { moon, start, number, leap });
    }
    months
}

/// Number of the new moon that opens the month holding the winter solstice of a solar year.
fn month_eleven(year: i32) -> i64 {
    let last_day = Date::new(year, 12, 31).map_or(0, Date::days);
    let mut moon = ((f64::from(year) + 0.999 - 2000.0) * 12.3685).floor() as i64;
    while new_moon_day(moon + 1) <= last_day {
        moon += 1;
    }
    while new_moon_day(moon) > last_day {
        moon -= 1;
    }
    // The solstice is where the longitude passes 270°; a month that opens at or after it is too late.
    if principal_term(new_moon_day(moon)) >= 9 { moon - 1 } else { moon }
}

/// Which twelfth of its path (0 at the spring equinox) the sun is in when a UTC+7 day begins.
fn principal_term(day: i64) -> i64 {
    let midnight = 2_440_587.5 + day as f64 - 7.0 / 24.0;
    let year = 1970.0 + day as f64 / 365.2425;
    let longitude = sun_longitude(midnight + delta_t(year) / 86_400.0);
    (longitude / 30.0).floor() as i64
}

/// The UTC+7 day (since 1970-01-01) of new moon number `moon`, counted from January 2000.
fn new_moon_day(moon: i64) -> i64 {
    let year = 2000.0 + moon as f64 / 12.3685;
    let universal = new_moon(moon as f64) - delta_t(year) / 86_400.0;
    (universal + 7.0 / 24.0 - 2_440_587.5).floor() as i64
}

/// Moment of a new moon as a Julian ephemeris day (Meeus, chapter 49).
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let (t2, t3, t4) = (t * t, t * t * t, t * t * t * t);
    let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t2 - 0.000_000_150 * t3
        + 0.000_000_000_73 * t4;
    let e = 1.0 - 0.002_516 * t - 0.000_007_4 * t2;
    let sun = rad(2.5534 + 29.105_356_70 * k - 0.000_001_4 * t2 - 0.000_000_11 * t3);
    let moon = rad(201.5643 + 385.816_935_28 * k + 0.010_758_2 * t2 + 0.000_012_38 * t3 - 0.000_000_058 * t4);
    let f = rad(160.7108 + 390.670_502_84 * k - 0.001_611_8 * t2 - 0.000_002_27 * t3 + 0.000_000_011 * t4);
    let node = rad(124.7746 - 1.563_755_88 * k + 0.002_067_2 * t2 + 0.000_002_15 * t3);
    let periodic = -0.407_20 * moon.sin()
        + 0.172_41 * e * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * f).sin()
        + 0.007_39 * e * (moon - sun).sin()
        - 0.005_14 * e * (moon + sun).sin()
        + 0.002_08 * e * e * (2.0 * sun).sin()
        - 0.001_11 * (moon - 2.0 * f).sin()
        - 0.000_57 * (moon + 2.0 * f).sin()
        + 0.000_56 * e * (2.0 * moon + sun).sin()
        - 0.000_42 * (3.0 * moon).sin()
        + 0.000_42 * e * (sun + 2.0 * f).sin()
        + 0.000_38 * e * (sun - 2.0 * f).sin()
        - 0.000_24 * e * (2.0 * moon - sun).sin()
        - 0.000_17 * node.sin()
        - 0.000_07 * (moon + 2.0 * sun).sin()
        + 0.000_04 * (2.0 * moon - 2.0 * f).sin()
        + 0.000_04 * (3.0 * sun).sin()
        + 0.000_03 * (moon + sun - 2.0 * f).sin()
        + 0.000_03 * (2.0 * moon + 2.0 * f).sin()
        - 0.000_03 * (moon + sun + 2.0 * f).sin()
        + 0.000_03 * (moon - sun + 2.0 * f).sin()
        - 0.000_02 * (moon - sun - 2.0 * f).sin()
        - 0.000_02 * (3.0 * moon + sun).sin()
        + 0.000_02 * (4.0 * moon).sin();
    // The two largest of the planetary terms; the others are under half a minute.
    let planets = 0.000_325 * rad(299.77 + 0.107_408 * k - 0.009_173 * t2).sin()
        + 0.000_165 * rad(251.88 + 0.016_321 * k).sin();
    mean + periodic + planets
}

/// Apparent longitude of the sun in degrees, 0 to 360 (Meeus, chapter 25, the lower accuracy of 0.01°).
fn sun_longitude(jde: f64) -> f64 {
    let t = (jde - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = rad(357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t);
    let centre = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = rad(125.04 - 1_934.136 * t);
    (mean + centre - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
}

/// Dynamical time minus universal time in seconds; within a few seconds for 1900 to 2100, which is enough here.
fn delta_t(year: f64) -> f64 {
    if year < 1961.0 {
        let t = year - 1950.0;
        29.07 + 0.407 * t - t * t / 233.0 + t * t * t / 2547.0
    } else if year < 1986.0 {
        let t = year - 1975.0;
        45.45 + 1.067 * t - t * t / 260.0 - t * t * t / 718.0
    } else if year < 2005.0 {
        let t = year - 2000.0;
        63.86 + 0.3345 * t - 0.060_374 * t * t + 0.001_727_5 * t * t * t
    } else {
        let t = year - 2000.0;
        62.92 + 0.322_17 * t + 0.005_589 * t * t
    }
}

fn rad(degrees: f64) -> f64 {
    degrees.rem_euclid(360.0).to_radians()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solar(year: i32, month: u32, day: u32) -> String {
        let lunar = LunarDate { year, month, leap: false, day };
        lunar.to_solar().map_or_else(|| "none".to_owned(), |d| d.to_string())
    }

    #[test]
    fn tet_falls_where_vietnam_kept_it() {
        for (year, want) in [
            (1968, "1968-01-29"),
            (1985, "1985-01-21"), // China kept 20 February that year
            (2000, "2000-02-05"),
            (2007, "2007-02-17"), // China a day later
            (2018, "2018-02-16"),
            (2019, "2019-02-05"),
            (2020, "2020-01-25"),
            (2021, "2021-02-12"),
            (2022, "2022-02-01"),
            (2023, "2023-01-22"),
            (2024, "2024-02-10"),
            (2025, "2025-01-29"),
            (2026, "2026-02-17"),
            (2027, "2027-02-06"),
            (2030, "2030-02-02"), // China a day later
        ] {
            assert_eq!(solar(year, 1, 1), want);
        }
    }

    #[test]
    fn feasts_of_the_founding_kings() {
        for (year, want) in
            [(2020, "2020-04-02"), (2021, "2021-04-21"), (2023, "2023-04-29"), (2026, "2026-04-26")]
        {
            assert_eq!(solar(year, 3, 10), want);
        }
    }

    #[test]
    fn leap_months_are_where_the_almanac_has_them() {
        for (year, want) in
            [(2014, 9), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11)]
        {
            let found: Vec<u32> = (1..=12)
                .filter(|&month| LunarDate { year, month, leap: true, day: 1 }.to_solar().is_some())
                .collect();
            assert_eq!(found, [want], "{year}");
        }
        for year in [2018, 2019, 2021, 2022, 2024, 2026] {
            assert!((1..=12).all(|m| LunarDate { year, month: m, leap: true, day: 1 }.to_solar().is_none()));
        }
    }

    #[test]
    fn every_day_goes_both_ways() {
        for days in (Date::new(1900, 1, 1).unwrap().days()..Date::new(2150, 1, 1).unwrap().days()).step_by(13)
        {
            let date = Date::from_days(days).unwrap();
            let lunar = LunarDate::from_solar(date).unwrap();
            assert!((1..=30).contains(&lunar.day), "{date} {lunar:?}");
            assert_eq!(lunar.to_solar(), Some(date), "{lunar:?}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(solar(2026, 1, 31), "none");
        assert_eq!(solar(2026, 13, 1), "none");
        assert_eq!(solar(99_999, 1, 1), "none");
        assert_eq!(LunarDate::eve_of(2026), Date::new(2026, 2, 16));
    }
}
