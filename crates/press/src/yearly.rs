//! The yearly report of PN-21: its window, its six lines, and the cases behind each number.

use crate::House;
use crate::inquiry::State as InquiryState;
use crate::store::yearly::{Held, events_held};
use crate::store::{demands, inquiries};
use db::ConnectionTrait;
use deadlines::Counted;
use kernel::{Day, Failure, InquiryId, Moment, ThingKind, ThingRef, Zone};
use serde::Serialize;
use std::collections::BTreeMap;

/// From 15 December of the year before to the end of 14 December.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first instant.
    pub from: Moment,
    /// The first instant after it.
    pub to: Moment,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl Window {
    /// The window of a year; none for a year that no calendar of ours knows.
    #[must_use]
    pub fn of(zone: &Zone, year: i16) -> Option<Self> {
        let day = |year, month, day| Day::new(year, month, day).ok();
        let (first, next) = (day(year.checked_sub(1)?, 12, 15)?, day(year, 12, 15)?);
        let last = day(year, 12, 14)?;
        Some(Self { from: zone.start_of(first)?, to: zone.start_of(next)?, first, last })
    }

    /// The year whose window an instant lies in.
    #[must_use]
    pub fn year_of(zone: &Zone, at: Moment) -> i16 {
        let day = zone.day(at);
        if (day.month(), day.day()) >= (12, 15) { day.year() + 1 } else { day.year() }
    }
}

/// One line of the report: a number, or so many of so many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// From 1 to 6.
    pub number: u8,
    /// How many.
    pub count: usize,
    /// Of how many, where the line says so.
    pub of: Option<usize>,
}

/// A case behind a number.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is.
    pub thing: Option<ThingRef>,
    /// Its own words and address, where the desk's names do not say them.
    pub called: Option<(String, String)>,
    /// From when it counts.
    pub at: Moment,
    /// Whether it counts in the first number, or only in the second.
    pub counts: bool,
    /// Rules that ran on it.
    pub rules: Vec<String>,
}

/// The report's first part, counted.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its window.
    pub window: Window,
    /// Its six lines with the cases behind each.
    pub lines: Vec<(Line, Vec<Case>)>,
}

impl Report {
    /// The six lines alone, as they are kept when the report is sent.
    #[must_use]
    pub fn numbers(&self) -> String {
        let lines: Vec<&Line> = self.lines.iter().map(|(line, _)| line).collect();
        serde_json::to_string(&lines).unwrap_or_default()
    }
}

/// Counts the report of a year.
///
/// # Errors
/// Not found for a year that no calendar of ours knows.
pub async fn count(house: &House, db: &impl ConnectionTrait, year: i16) -> Result<Report, Failure> {
    let window = Window::of(&house.app.zone, year).ok_or(Failure::NotFound)?;
    let (from, to) = (window.from, window.to);
    let held = |held: Vec<Held>| -> Vec<Case> {
        held.into_iter()
            .map(|held| Case {
                thing: None,
                called: Some((held.title, held.href)),
                at: held.at,
                counts: true,
                rules: Vec::new(),
            })
            .collect()
    };
    let conferences = held(events_held(db, "conference", from, to).await?);
    let briefings = held(events_held(db, "briefing", from, to).await?);
    let asked = inquiries::received_between(db, from, to).await?;
    let clocks = deadlines::started_between(db, &["PN-15", "PN-16"], from, to).await?;
    let demands = demands::begun_between(db, from, to).await?;
    let inquiries: Vec<Case> = asked
        .iter()
        .map(|row| Case {
            thing: Some(thing(ThingKind::Inquiry, row.id.0)),
            called: None,
            at: row.received_at,
            counts: row.state == InquiryState::Answered.name(),
            rules: Vec::new(),
        })
        .collect();
    let sudden = spots(&clocks, |own| own.iter().any(|clock| clock.met));
    let timed = spots(&clocks, |own| own.iter().all(|clock| clock.in_time));
    // A question that was asked because of a matter that is counted is part of that matter, not a second one.
    let tied = |id: &InquiryId| {
        asked.iter().find(|row| row.id == *id).and_then(|row| row.hot_spot).is_some_and(|spot| {
            sudden.iter().any(|case| case.thing == Some(thing(ThingKind::HotSpot, spot.0)))
        })
    };
    let mut unexpected = sudden.clone();
    unexpected.extend(
        inquiries.iter().filter(|case| !case.thing.is_some_and(|own| tied(&InquiryId(own.id)))).cloned(),
    );
    unexpected.sort_by_key(|case| case.at);
    let false_reports: Vec<Case> = demands
        .iter()
        .map(|row| Case {
            thing: Some(thing(ThingKind::Demand, row.id.0)),
            called: None,
            at: row.made_at,
            counts: row.sent_at.is_some(),
            rules: Vec::new(),
        })
        .collect();
    Ok(Report {
        window,
        lines: vec![
            (line(1, &conferences, false), conferences),
            (line(2, &briefings, false), briefings),
            (line(3, &inquiries, true), inquiries),
            (line(4, &unexpected, true), unexpected),
            (line(5, &timed, true), timed),
            (line(6, &false_reports, true), false_reports),
        ],
    })
}

fn thing(kind: ThingKind, id: uuid::Uuid) -> ThingRef {
    ThingRef { kind, id }
}

fn line(number: u8, cases: &[Case], of: bool) -> Line {
    let count = cases.iter().filter(|case| case.counts).count();
    Line { number, count, of: of.then_some(cases.len()) }
}

/// One case for each thing with a clock, whatever number of clocks ran on it.
fn spots(clocks: &[Counted], counts: impl Fn(&[&Counted]) -> bool) -> Vec<Case> {
    let mut by_thing: BTreeMap<ThingRef, Vec<&Counted>> = BTreeMap::new();
    for clock in clocks {
        by_thing.entry(clock.on).or_default().push(clock);
    }
    let mut cases: Vec<Case> = by_thing
        .into_iter()
        .filter_map(|(on, own)| {
            Some(Case {
                thing: Some(on),
                called: None,
                at: own.iter().map(|clock| clock.start).min()?,
                counts: counts(&own),
                rules: own.iter().map(|clock| clock.rule.clone()).collect(),
            })
        })
        .collect();
    cases.sort_by_key(|case| case.at);
    cases
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{HotSpotId, NewId};

    #[test]
    fn pn_21_the_window_ends_on_14_december() {
        let zone = Zone::default();
        let window = Window::of(&zone, 2026).unwrap();
        assert_eq!(
            (window.first.to_string(), window.last.to_string()),
            ("2025-12-15".into(), "2026-12-14".into())
        );
        for (at, year) in [
            ("2025-12-14T23:59:59+07:00", 2025),
            ("2025-12-15T00:00:00+07:00", 2026),
            ("2026-12-14T23:59:59+07:00", 2026),
            ("2026-12-15T00:00:00+07:00", 2027),
        ] {
            let at = Moment::parse(at).unwrap();
            assert_eq!(Window::year_of(&zone, at), year);
            let own = Window::of(&zone, year).unwrap();
            assert!(own.from <= at && at < own.to);
        }
    }

    #[test]
    fn pn_21_a_matter_with_two_clocks_is_one_case_and_in_time_only_when_both_are() {
        let on = ThingRef { kind: ThingKind::HotSpot, id: HotSpotId::fresh().0 };
        let clock =
            |rule: &str, met, in_time| Counted { rule: rule.into(), on, start: Moment(1), met, in_time };
        let clocks = [clock("PN-15", true, false), clock("PN-16", true, true)];
        let sudden = spots(&clocks, |own| own.iter().any(|clock| clock.met));
        let timed = spots(&clocks, |own| own.iter().all(|clock| clock.in_time));
        assert_eq!((line(4, &sudden, true).count, line(4, &sudden, true).of), (1, Some(1)));
        assert_eq!((line(5, &timed, true).count, line(5, &timed, true).of), (0, Some(1)));
    }
}
