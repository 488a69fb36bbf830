//! The span a report tells of: a week, a month, a quarter, six or nine months, a year, or any days of a campaign (S30, S173).

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use kernel::{Day, Moment, Zone};

/// What a report is called by its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// From Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// January to June.
    SixMonths,
    /// January to September.
    NineMonths,
    /// January to December.
    Year,
    /// Any days: a campaign.
    Days,
}

impl Kind {
    /// Every kind, the shortest first.
    pub const ALL: [Self; 7] =
        [Self::Week, Self::Month, Self::Quarter, Self::SixMonths, Self::NineMonths, Self::Year, Self::Days];

    /// The name in tables, addresses and locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::SixMonths => "six_months",
            Self::NineMonths => "nine_months",
            Self::Year => "year",
            Self::Days => "days",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How many of it a year has at most; one for what has no number.
    #[must_use]
    pub fn in_a_year(self) -> i8 {
        match self {
            Self::Week => 53,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::SixMonths | Self::NineMonths | Self::Year | Self::Days => 1,
        }
    }
}

/// A span of whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// What it is called by.
    pub kind: Kind,
    /// Its year; of a week the ISO year, of free days that of the first.
    pub year: i16,
    /// Which of its year, from 1; 1 where there is but one.
    pub nth: i8,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl Period {
    /// The `nth` of a kind in a year; none when the year has no such, or no calendar of ours knows it.
    #[must_use]
    pub fn of(kind: Kind, year: i16, nth: i8) -> Option<Self> {
        if !(2000..=2200).contains(&year) || !(1..=kind.in_a_year()).contains(&nth) {
            return None;
        }
        let (first, months) = match kind {
            Kind::Week => {
                let monday = ISOWeekDate::new(year, nth, Weekday::Monday).ok()?.date();
                return Some(Self {
                    kind,
                    year,
                    nth,
                    first: monday,
                    last: monday.checked_add(6.days()).ok()?,
                });
            }
            Kind::Month => (Date::new(year, nth, 1).ok()?, 1),
            Kind::Quarter => (Date::new(year, nth * 3 - 2, 1).ok()?, 3),
            Kind::SixMonths => (Date::new(year, 1, 1).ok()?, 6),
            Kind::NineMonths => (Date::new(year, 1, 1).ok()?, 9),
            Kind::Year => (Date::new(year, 1, 1).ok()?, 12),
            Kind::Days => return None,
        };
        let last = first.checked_add(months.months()).ok()?.yesterday().ok()?;
        Some(Self { kind, year, nth, first, last })
    }

    /// Any days; none when they end before they begin or last more than two years.
    #[must_use]
    pub fn days(first: Day, last: Day) -> Option<Self> {
        let most = first.checked_add(2.years()).ok()?;
        let fits = first <= last && last < most && (2000..=2200).contains(&first.year());
        fits.then_some(Self { kind: Kind::Days, year: first.year(), nth: 1, first, last })
    }

    /// The one of a kind that a day lies in. Six and nine months are those of the day's year.
    #[must_use]
    pub fn around(kind: Kind, day: Day) -> Option<Self> {
        match kind {
            Kind::Week => {
                let week = day.iso_week_date();
                Self::of(kind, week.year(), week.week())
            }
            Kind::Month => Self::of(kind, day.year(), day.month()),
            Kind::Quarter => Self::of(kind, day.year(), (day.month() + 2) / 3),
            Kind::SixMonths | Kind::NineMonths | Kind::Year => Self::of(kind, day.year(), 1),
            Kind::Days => None,
        }
    }

    /// What it is compared with: the one before; for six and nine months and a year the same of the year before; for free
    /// days as many days right before.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        match self.kind {
            Kind::Week | Kind::Month | Kind::Quarter => Self::around(self.kind, self.first.yesterday().ok()?),
            Kind::SixMonths | Kind::NineMonths | Kind::Year => Self::of(self.kind, self.year - 1, 1),
            Kind::Days => {
                let long = self.first.until(self.last).ok()?.get_days();
                let last = self.first.yesterday().ok()?;
                Self::days(last.checked_sub(long.days()).ok()?, last)
            }
        }
    }

    /// What is planned next: the one after; after six and nine months the rest of the year; after free days the month that
    /// follows.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let day = self.last.tomorrow().ok()?;
        match self.kind {
            Kind::Week | Kind::Month | Kind::Quarter => Self::around(self.kind, day),
            Kind::SixMonths | Kind::NineMonths => Self::days(day, Date::new(self.year, 12, 31).ok()?),
            Kind::Year => Self::of(Kind::Year, self.year + 1, 1),
            Kind::Days => Self::around(Kind::Month, day),
        }
    }

    /// The first instant and the first instant after it, in the agency's zone.
    #[must_use]
    pub fn span(self, zone: &Zone) -> Option<(Moment, Moment)> {
        Some((zone.start_of(self.first)?, zone.start_of(self.last.tomorrow().ok()?)?))
    }

    /// As addresses and the command line write it: `2026-10`, `2026-q3`, `2026-w47`, `2026-6m`, `2026-9m`, `2026`,
    /// `2026-06-01..2026-06-20`.
    #[must_use]
    pub fn code(self) -> String {
        let (year, nth) = (self.year, self.nth);
        match self.kind {
            Kind::Week => format!("{year}-w{nth:02}"),
            Kind::Month => format!("{year}-{nth:02}"),
            Kind::Quarter => format!("{year}-q{nth}"),
            Kind::SixMonths => format!("{year}-6m"),
            Kind::NineMonths => format!("{year}-9m"),
            Kind::Year => format!("{year}"),
            Kind::Days => format!("{}..{}", self.first, self.last),
        }
    }

    /// Reads [`Period::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if let Some((first, last)) = code.split_once("..") {
            return Self::days(first.parse().ok()?, last.parse().ok()?);
        }
        let Some((year, rest)) = code.split_once('-') else {
            return Self::of(Kind::Year, code.parse().ok()?, 1);
        };
        let year = year.parse().ok()?;
        match rest {
            "6m" => Self::of(Kind::SixMonths, year, 1),
            "9m" => Self::of(Kind::NineMonths, year, 1),
            _ => match (rest.strip_prefix('q'), rest.strip_prefix('w')) {
                (Some(nth), _) => Self::of(Kind::Quarter, year, nth.parse().ok()?),
                (_, Some(nth)) => Self::of(Kind::Week, year, nth.parse().ok()?),
                _ => Self::of(Kind::Month, year, rest.parse().ok()?),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(period: Option<Period>) -> String {
        period.map_or_else(|| "–".into(), |p| format!("{} {}…{}", p.code(), p.first, p.last))
    }

    #[test]
    fn s173_periods_have_their_first_and_last_days() {
        for (code, days) in [
            ("2026-10", "2026-10 2026-10-01…2026-10-31"),
            ("2028-02", "2028-02 2028-02-01…2028-02-29"),
            ("2026-q4", "2026-q4 2026-10-01…2026-12-31"),
            ("2026-6m", "2026-6m 2026-01-01…2026-06-30"),
            ("2026-9m", "2026-9m 2026-01-01…2026-09-30"),
            ("2026", "2026 2026-01-01…2026-12-31"),
            // The last day of 2024 lies in the first week of 2025.
            ("2025-w01", "2025-w01 2024-12-30…2025-01-05"),
            ("2026-w53", "2026-w53 2026-12-28…2027-01-03"),
            ("2025-w53", "–"),
            ("2026-13", "–"),
            ("2026-q5", "–"),
            ("1999", "–"),
            ("", "–"),
            ("2026-06-20..2026-06-01", "–"),
            ("2026-06-01..2026-06-20", "2026-06-01..2026-06-20 2026-06-01…2026-06-20"),
        ] {
            assert_eq!(shown(Period::parse(code)), days, "{code}");
        }
    }

    #[test]
    fn each_is_compared_with_its_like_and_looks_to_what_follows() {
        for (code, before, next) in [
            ("2026-01", "2025-12", "2026-02"),
            ("2026-q1", "2025-q4", "2026-q2"),
            ("2027-w01", "2026-w53", "2027-w02"),
            ("2026-6m", "2025-6m", "2026-07-01..2026-12-31"),
            ("2026-9m", "2025-9m", "2026-10-01..2026-12-31"),
            ("2026", "2025", "2027"),
            ("2026-06-11..2026-06-20", "2026-06-01..2026-06-10", "2026-06"),
        ] {
            let period = Period::parse(code).unwrap();
            assert_eq!(period.before().unwrap().code(), before, "{code}");
            assert_eq!(period.next().unwrap().code(), next, "{code}");
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_period_and_codes_read_back(days in 0i32..60_000, kind in 0usize..6) {
            let day = Date::constant(2001, 1, 1).checked_add(days.days()).unwrap();
            let kind = Kind::ALL[kind];
            if let Some(period) = Period::around(kind, day) {
                let whole = !matches!(kind, Kind::SixMonths | Kind::NineMonths);
                prop_assert!(!whole || (period.first <= day && day <= period.last));
                prop_assert_eq!(Period::parse(&period.code()), Some(period));
            }
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,30}") {
            let _read = Period::parse(&text);
        }
    }
}
