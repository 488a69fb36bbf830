//! The other program is the PyPI package `holidays`; what it says is in `tests/data`, with its version.

use clocks::{Calendar, DayKind, Overlay, Pack, Rule, Term, due};
use kernel::{Day, Zone};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const DAYS: &str = include_str!("../data/days.tsv");
const NTH: &str = include_str!("../data/nth-working-day.tsv");

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|it| !it.starts_with('#')).map(|it| it.split('\t').collect())
}

fn all_days() -> impl Iterator<Item = Day> {
    std::iter::successors(Some(day("2025-01-01")), |it| it.tomorrow().ok()).take_while(|it| it.year() < 2028)
}

/// Whether the other program holds a day for one of work.
fn theirs(it: Day) -> bool {
    let in_the_week = !matches!(it.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
    in_the_week != EXCEPTIONS.contains(&it)
}

static EXCEPTIONS: LazyLock<BTreeSet<Day>> =
    LazyLock::new(|| lines(DAYS).map(|it| day(it.first().unwrap())).collect());

/// The exchange of 2 January 2026 was decided after the other program's data were made.
const NEWER: [&str; 2] = ["2026-01-02", "2026-01-10"];

#[test]
fn the_calendars_agree_on_every_day_but_two() {
    let calendar = Calendar::shipped().unwrap();
    let differ: Vec<String> =
        all_days().filter(|it| calendar.is_working(*it) != theirs(*it)).map(|it| it.to_string()).collect();
    assert_eq!(differ, NEWER);
    assert_eq!(all_days().count(), 1095);
}

/// Our calendar with their state of knowledge.
static OLDER: LazyLock<Calendar> = LazyLock::new(|| {
    let days = [(day("2026-01-02"), DayKind::Working), (day("2026-01-10"), DayKind::Weekend)];
    SHIPPED.clone().with(Overlay { days: days.into(), ..Overlay::default() })
});

static SHIPPED: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

static RULE: LazyLock<Rule> =
    LazyLock::new(|| Pack::shipped().unwrap().in_force("BC-02", day("2026-11-22")).unwrap().clone());

fn rule(term: &str) -> Rule {
    Rule { term: term.parse().unwrap(), ..RULE.clone() }
}

#[test]
fn the_nth_working_day_is_theirs() {
    let (zone, calendar) = (Zone::default(), &*OLDER);
    let mut count = 0;
    for line in lines(NTH) {
        let [start, n, end] = <[&str; 3]>::try_from(line).unwrap();
        for time in ["00:00:00", "16:50:00", "23:59:59"] {
            let start = kernel::Moment::parse(&format!("{start}T{time}+07:00")).unwrap();
            let due = due(&rule(&format!("{n} working-days")), start, &[], None, &zone, calendar).unwrap();
            assert_eq!(due.last_day, day(end), "{n} after {start}");
            assert!(!due.estimated);
            count += 1;
        }
    }
    assert!(count > 6000);
}

proptest! {
    /// Counted the slow way over the other program's days.
    #[test]
    fn every_term_ends_where_counting_on_fingers_ends(
        nth in 0_usize..900, n in 1_u16..60, unit in prop::sample::select(vec!["days", "working-days", "working-days before"]), minute in 0..1440,
    ) {
        let (zone, works) = (Zone::default(), theirs);
        let first = all_days().nth(nth + 100).unwrap();
        let start = kernel::Moment(zone.start_of(first).unwrap().0 + i64::from(minute) * 60_000_000);
        let rule = rule(&format!("{n} {unit}"));
        let found = due(&rule, start, &[], None, &zone, &OLDER).unwrap();
        let (mut at, mut left) = (first, n);
        let forward = matches!(rule.term, Term::After(_));
        while left > 0 {
            at = if forward { at.tomorrow() } else { at.yesterday() }.unwrap();
            if unit == "days" || works(at) {
                left -= 1;
            }
        }
        if forward {
            while !works(at) {
                at = at.tomorrow().unwrap();
            }
        } else {
            at = at.yesterday().unwrap();
        }
        prop_assume!(at.year() < 2028 && at.year() > 2024);
        prop_assert_eq!(found.last_day, at);
    }

    /// Who starts later is never due earlier, and more time never ends earlier.
    #[test]
    fn later_starts_and_longer_terms_end_later(nth in 0_usize..1000, later in 0_i64..200, n in 1_u16..40, unit in prop::sample::select(vec!["hours", "days", "working-days", "months"])) {
        let (zone, calendar) = (Zone::default(), &*SHIPPED);
        let start = zone.start_of(all_days().nth(nth).unwrap()).unwrap();
        let other = kernel::Moment(start.0 + later * 3_600_000_000);
        let end = |n: u16, start| due(&rule(&format!("{n} {unit}")), start, &[], None, &zone, calendar).unwrap();
        prop_assert!(end(n, start).late_from <= end(n, other).late_from);
        prop_assert!(end(n, start).late_from <= end(n + 1, start).late_from);
        prop_assert!(end(n, start).late_from > start);
        if !end(n, start).at_a_time {
            prop_assert!(calendar.is_working(end(n, start).last_day));
        }
    }
}
