//! How much time is left, as people ask: until when, how many working days, how many hours at the desk.

use crate::calendar::{Calendar, between};
use crate::due::Due;
use jiff::ToSpan;
use jiff::civil::Time;
use kernel::{Day, Moment, Zone};
use std::time::Duration;

/// How much time is left, or has passed since it was up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remaining {
    /// There is time.
    Left {
        /// By the wall clock.
        wall: Duration,
        /// Within office hours.
        office: Duration,
        /// Working days after today, the last one included; none on the last day itself.
        working_days: u32,
    },
    /// It is up.
    Late {
        /// By the wall clock.
        wall: Duration,
        /// Working days since the last day, today included.
        working_days: u32,
    },
}

/// Days looked at; what is farther away is no matter of hours.
const FARTHEST: usize = 4_000;

/// How much time is left at an instant.
#[must_use]
pub fn remaining(due: &Due, now: Moment, zone: &Zone, calendar: &Calendar) -> Remaining {
    let today = zone.day(now);
    let working = |from: Day, to: Day| {
        let days = from.series(1.day()).skip(1).take(FARTHEST).take_while(|it| *it <= to);
        u32::try_from(days.filter(|it| calendar.is_working(*it)).count()).unwrap_or(u32::MAX)
    };
    if due.allows(now) {
        Remaining::Left {
            wall: due.late_from.since(now),
            office: office(now, due.late_from, zone, calendar),
            working_days: working(today, due.last_day),
        }
    } else {
        Remaining::Late { wall: now.since(due.late_from), working_days: working(due.last_day, today) }
    }
}

/// Office hours between two instants.
fn office(from: Moment, to: Moment, zone: &Zone, calendar: &Calendar) -> Duration {
    let (first, last) = (zone.local(from), zone.local(to));
    let days = first.date().series(1.day()).take(FARTHEST).take_while(|it| *it <= last.date());
    let mut sum = Duration::ZERO;
    for day in days.filter(|it| calendar.is_working(*it)) {
        let begins = if day == first.date() { first.time() } else { Time::MIN };
        let ends = if day == last.date() { last.time() } else { Time::MAX };
        for (opens, closes) in calendar.office() {
            let (opens, closes) = ((*opens).max(begins), (*closes).min(ends));
            if opens < closes {
                sum += between(opens, closes);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(&format!("{text}+07:00")).unwrap()
    }

    fn left(last_day: &str, now: &str) -> Remaining {
        let (zone, calendar) = (Zone::default(), Calendar::shipped().unwrap());
        let last_day: Day = last_day.parse().unwrap();
        let late_from = zone.start_of(last_day.tomorrow().unwrap()).unwrap();
        remaining(
            &Due { late_from, last_day, at_a_time: false, estimated: false },
            moment(now),
            &zone,
            &calendar,
        )
    }

    #[test]
    fn time_left_is_counted_in_three_ways() {
        let half_an_hour = Duration::from_secs(1800);
        for (last_day, now, office, working_days) in [
            // Monday 16:30, until the end of Wednesday; Tuesday is a holiday.
            ("2026-11-25", "2026-11-23T16:30:00", 16 * half_an_hour, 1),
            // The last day, in the pause at noon, and after hours.
            ("2026-11-25", "2026-11-25T12:00:00", 7 * half_an_hour, 0),
            ("2026-11-25", "2026-11-25T18:00:00", Duration::ZERO, 0),
            // The eve of Tết, 16:50, until the first day after it.
            ("2026-02-23", "2026-02-13T16:50:00", 15 * half_an_hour + Duration::from_secs(600), 1),
        ] {
            let Remaining::Left { office: got, working_days: days, wall } = left(last_day, now) else {
                panic!("{now}")
            };
            assert_eq!((got, days), (office, working_days), "{now}");
            assert!(wall >= got);
        }
    }

    #[test]
    fn time_that_is_up_is_counted_too() {
        assert_eq!(
            left("2026-11-23", "2026-11-25T12:00:00"),
            Remaining::Late { wall: Duration::from_secs(36 * 3600), working_days: 1 }
        );
        assert_eq!(
            left("2026-11-23", "2026-11-24T00:00:00"),
            Remaining::Late { wall: Duration::ZERO, working_days: 0 }
        );
    }
}
