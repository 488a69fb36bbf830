//! Regular meetings: on which days they fall.

use kernel::{Day, Moment, Zone};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Once a week.
    Weekly,
    /// Once a month.
    Monthly,
}

impl Rhythm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Weekly, Self::Monthly];

    /// The name in tables and locale keys (`round-rhythm-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.name() == name)
    }

    /// The days after `after`, up to and with `until`. `day`: of the week, Monday is 1; of the month, where a short month has
    /// its last day instead.
    #[must_use]
    pub fn days(self, day: i64, after: Day, until: Day) -> Vec<Day> {
        let mut days = Vec::new();
        let mut at = after;
        while let Ok(next) = at.tomorrow() {
            if next > until {
                break;
            }
            let falls = match self {
                Self::Weekly => i64::from(next.weekday().to_monday_one_offset()) == day,
                Self::Monthly => i64::from(next.day()) == day.min(i64::from(next.days_in_month())),
            };
            if falls {
                days.push(next);
            }
            at = next;
        }
        days
    }
}

/// The instant of so many minutes after the midnight with which a day begins, by the wall clock.
#[must_use]
pub(crate) fn at(day: Day, minutes: i64, zone: &Zone) -> Option<Moment> {
    let hour = i8::try_from(minutes / 60).ok()?;
    let minute = i8::try_from(minutes % 60).ok()?;
    zone.moment(jiff::civil::Time::new(hour, minute, 0, 0).ok()?.on(day.year(), day.month(), day.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rhythm: Rhythm, day: i64, after: Day, until: Day) -> Vec<String> {
        rhythm.days(day, after, until).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn weekly_is_the_same_day_of_each_week() {
        let (from, to) = (Day::constant(2026, 10, 28), Day::constant(2026, 11, 16));
        assert_eq!(days(Rhythm::Weekly, 1, from, to), ["2026-11-02", "2026-11-09", "2026-11-16"]);
        assert_eq!(days(Rhythm::Weekly, 8, from, to), [""; 0]);
    }

    #[test]
    fn monthly_is_the_last_day_of_short_months() {
        let (from, to) = (Day::constant(2027, 1, 30), Day::constant(2027, 4, 30));
        assert_eq!(
            days(Rhythm::Monthly, 31, from, to),
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
        );
        assert_eq!(days(Rhythm::Monthly, 5, from, to), ["2027-02-05", "2027-03-05", "2027-04-05"]);
    }

    #[test]
    fn the_hour_is_that_of_the_wall() {
        let day = Day::constant(2026, 11, 23);
        let at_eight = at(day, 8 * 60, &Zone::default()).unwrap();
        assert_eq!(at_eight, Moment::parse("2026-11-23T08:00:00+07:00").unwrap());
        assert_eq!(at(day, 24 * 60, &Zone::default()), None);
        assert_eq!(at(day, -1, &Zone::default()), None);
    }
}
