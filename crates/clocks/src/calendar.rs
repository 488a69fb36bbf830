//! The days on which the agency works: announced years, days every year has, and what the agency itself has changed.

use jiff::ToSpan;
use jiff::civil::{Time, Weekday};
use kernel::Day;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// What a day is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A day off in the week that is worked in place of another, with the reason.
    MadeUp(String),
    /// Saturday or Sunday.
    Weekend,
    /// A holiday, or a day off in its place, with its name.
    Off(String),
}

impl DayKind {
    /// Whether the agency works.
    #[must_use]
    pub fn is_working(&self) -> bool {
        matches!(self, Self::Working | Self::MadeUp(_))
    }
}

/// What an agency has changed: days of its own, or announced after the program was made. It goes before everything else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overlay {
    /// Days and what they are.
    pub days: BTreeMap<Day, DayKind>,
    /// Years that are complete with these days.
    pub years: BTreeSet<i16>,
    /// Other office hours; empty for those of the calendar. In order and without overlap.
    pub office: Vec<(Time, Time)>,
}

/// The working calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<Day, DayKind>,
    every_year: Vec<EveryYear>,
    years: BTreeSet<i16>,
    office: Vec<(Time, Time)>,
}

/// Why a calendar cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the calendar cannot be read: {0}")]
pub struct CalendarFault(String);

#[derive(Debug, Clone, PartialEq, Eq)]
struct EveryYear {
    month: i8,
    day: i8,
    since: i16,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct CalendarFile {
    years: BTreeSet<i16>,
    office: Vec<String>,
    every_year: Vec<EveryYearLine>,
    off: Vec<OffLine>,
    worked: Vec<WorkedLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EveryYearLine {
    day: String,
    name: String,
    #[serde(default)]
    since: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OffLine {
    from: String,
    to: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkedLine {
    day: String,
    name: String,
}

/// Longest stretch of days off in one line, so that a mistyped year is noticed.
const LONGEST_REST: usize = 14;

impl Calendar {
    /// The calendar of public agencies that comes with the program.
    ///
    /// # Errors
    /// When `rules/calendar.toml` cannot be read; a test of this crate reads it.
    pub fn shipped() -> Result<Self, CalendarFault> {
        Self::read(include_str!("../../../rules/calendar.toml"))
    }

    /// Reads a calendar in the form of `rules/calendar.toml`.
    ///
    /// # Errors
    /// What is wrong, with the line.
    pub fn read(text: &str) -> Result<Self, CalendarFault> {
        let file: CalendarFile = toml::from_str(text).map_err(|why| CalendarFault(why.to_string()))?;
        let mut days = BTreeMap::new();
        for line in file.off {
            let (from, to) = (day(&line.from)?, day(&line.to)?);
            let stretch: Vec<Day> =
                from.series(1.day()).take_while(|it| *it <= to).take(LONGEST_REST + 1).collect();
            if stretch.is_empty() || stretch.len() > LONGEST_REST {
                return Err(CalendarFault(format!("{} to {} is no holiday", line.from, line.to)));
            }
            days.extend(stretch.into_iter().map(|it| (it, DayKind::Off(line.name.clone()))));
        }
        for line in file.worked {
            let worked = day(&line.day)?;
            if !is_weekend(worked) || days.insert(worked, DayKind::MadeUp(line.name)).is_some() {
                return Err(CalendarFault(format!("{} cannot be made up", line.day)));
            }
        }
        let every_year = file.every_year.into_iter().map(every_year).collect::<Result<_, _>>()?;
        let office = file.office.iter().map(|it| hours(it)).collect::<Result<Vec<_>, _>>()?;
        let in_order = office.iter().flat_map(|(from, to)| [from, to]).is_sorted_by(|a, b| a < b);
        if office.is_empty() || !in_order {
            return Err(CalendarFault("office hours are not in order".to_owned()));
        }
        Ok(Self { days, every_year, years: file.years, office })
    }

    /// This calendar with what an agency has changed.
    #[must_use]
    pub fn with(mut self, overlay: Overlay) -> Self {
        self.days.extend(overlay.days);
        self.years.extend(overlay.years);
        if !overlay.office.is_empty() {
            self.office = overlay.office;
        }
        self
    }

    /// What a day is, as far as is known.
    #[must_use]
    pub fn kind(&self, day: Day) -> DayKind {
        if let Some(kind) = self.days.get(&day) {
            return kind.clone();
        }
        let fixed =
            |it: &&EveryYear| (it.month, it.day) == (day.month(), day.day()) && day.year() >= it.since;
        match self.every_year.iter().find(fixed) {
            Some(it) => DayKind::Off(it.name.clone()),
            None if is_weekend(day) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }

    /// Whether the agency works on a day.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        self.kind(day).is_working()
    }

    /// Whether the days of this year have been announced. Otherwise Tết and exchanged days are missing, and what is computed with
    /// it is an estimate.
    #[must_use]
    pub fn is_announced(&self, day: Day) -> bool {
        self.years.contains(&day.year())
    }

    /// Office hours of every working day.
    #[must_use]
    pub fn office(&self) -> &[(Time, Time)] {
        &self.office
    }

    /// The length of a working day.
    #[must_use]
    pub fn working_day(&self) -> Duration {
        self.office.iter().map(|(from, to)| between(*from, *to)).sum()
    }
}

/// Time from one to the other on a day; zero when the other is earlier.
pub(crate) fn between(from: Time, to: Time) -> Duration {
    Duration::try_from(from.duration_until(to)).unwrap_or_default()
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

pub(crate) fn day(text: &str) -> Result<Day, CalendarFault> {
    text.parse().map_err(|_| CalendarFault(format!("{text:?} is no day")))
}

fn every_year(line: EveryYearLine) -> Result<EveryYear, CalendarFault> {
    // Any leap year will do to see whether there is such a day.
    let it = day(&format!("2028-{}", line.day))?;
    Ok(EveryYear { month: it.month(), day: it.day(), since: line.since, name: line.name })
}

fn hours(text: &str) -> Result<(Time, Time), CalendarFault> {
    let read = |it: &str| it.parse::<Time>().ok();
    text.split_once('-')
        .and_then(|(from, to)| Some((read(from)?, read(to)?)))
        .ok_or_else(|| CalendarFault(format!("{text:?} are no hours")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> DayKind {
        Calendar::shipped().unwrap().kind(day(text).unwrap())
    }

    #[test]
    fn days_are_what_was_announced() {
        assert_eq!(kind("2026-11-23"), DayKind::Working);
        assert_eq!(kind("2026-11-24"), DayKind::Off("Ngày Văn hóa Việt Nam".into()));
        assert_eq!(kind("2025-11-24"), DayKind::Working, "not yet a holiday");
        assert_eq!(kind("2026-08-22"), DayKind::MadeUp("Làm bù 31/8".into()));
        assert_eq!(kind("2026-08-29"), DayKind::Weekend);
        assert_eq!(kind("2027-02-06"), DayKind::Off("Tết Nguyên đán Đinh Mùi".into()));
        assert_eq!(kind("2031-09-02"), DayKind::Off("Quốc khánh".into()));
    }

    #[test]
    fn years_not_announced_are_known_as_such() {
        let calendar = Calendar::shipped().unwrap();
        assert!(calendar.is_announced(day("2027-12-31").unwrap()));
        assert!(!calendar.is_announced(day("2028-01-01").unwrap()));
        let overlay = Overlay { years: [2028].into(), ..Overlay::default() };
        assert!(calendar.with(overlay).is_announced(day("2028-01-01").unwrap()));
    }

    #[test]
    fn an_agency_changes_days_of_its_own() {
        let today = day("2026-11-23").unwrap();
        let overlay = Overlay {
            days: [(today, DayKind::Off("Ngày truyền thống".into()))].into(),
            ..Overlay::default()
        };
        assert!(!Calendar::shipped().unwrap().with(overlay).is_working(today));
    }

    #[test]
    fn a_mistyped_calendar_is_refused() {
        let whole = include_str!("../../../rules/calendar.toml");
        assert!(Calendar::read(whole).is_ok());
        for (from, to) in [
            ("to = \"2026-02-20\"", "to = \"2027-02-20\""),
            ("to = \"2026-02-20\"", "to = \"2026-02-15\""),
            ("2026-08-22", "2026-08-21"),
            ("11-24", "11-31"),
            ("07:30-11:30", "07:30-14:30"),
            ("years", "year"),
        ] {
            assert!(whole.contains(from));
            assert!(Calendar::read(&whole.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn a_working_day_is_seven_and_a_half_hours() {
        assert_eq!(Calendar::shipped().unwrap().working_day(), Duration::from_secs(27_000));
    }
}
