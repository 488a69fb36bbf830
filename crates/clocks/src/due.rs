//! When the time of a rule is up: pure counting of days, as the crate's first page says.

use crate::calendar::Calendar;
use crate::clock::Pause;
use crate::rule::Rule;
use crate::term::{Span, Term, Unit};
use jiff::ToSpan;
use kernel::{Day, Moment, Zone};
use std::time::Duration;

/// When the time is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The first instant that is too late.
    pub late_from: Moment,
    /// The day on which the time is up, in the zone of the agency.
    pub last_day: Day,
    /// Whether it is up at a time of that day, rather than with its end at 24:00.
    pub at_a_time: bool,
    /// Whether days were counted whose year has not been announced: Tết and exchanged days are missing from it.
    pub estimated: bool,
}

impl Due {
    /// The last instant in time.
    #[must_use]
    pub fn last(&self) -> Moment {
        self.late_from.minus(TICK)
    }

    /// Whether something done at an instant is in time.
    #[must_use]
    pub fn allows(&self, at: Moment) -> bool {
        at < self.late_from
    }
}

/// Why there is no end to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoDue {
    /// The clock is paused.
    #[error("the clock is paused")]
    Paused,
    /// It lies beyond what calendars can say.
    #[error("the end is too far away")]
    TooFar,
}

/// The smallest step of time that is kept.
const TICK: Duration = Duration::from_micros(1);
/// Days looked at before giving up; more than ten years of them.
const FARTHEST: usize = 8_000;

/// When a rule's time is up that started at `start`, with the pauses it had and what it was extended by.
///
/// For a term before an event, `start` is the instant of the event; for a yearly one, any instant before the year's day;
/// for a set day, an instant of that day.
///
/// # Errors
/// See [`NoDue`].
pub fn due(
    rule: &Rule,
    start: Moment,
    pauses: &[Pause],
    extended: Option<Span>,
    zone: &Zone,
    calendar: &Calendar,
) -> Result<Due, NoDue> {
    let count = Count { start, first: zone.day(start), pauses: stretches(pauses, zone)?, zone, calendar };
    match rule.term {
        Term::AtOnce => count.at(start),
        Term::OnDay => count.end_of(count.first),
        Term::After(Span { count: n, unit: Unit::Hour }) => {
            let more = extended.map_or(0, |it| u64::from(it.count));
            let hours = Duration::from_secs(3600 * (u64::from(n) + more));
            count.at(start.plus(hours).plus(stood_still(pauses, start)))
        }
        Term::After(span) => count.after(span, extended, rule.rolls),
        Term::Before(Span { count: n, unit: Unit::Hour }) => {
            count.at(start.minus(Duration::from_secs(3600 * u64::from(n))))
        }
        Term::Before(Span { count: n, unit }) => count.before(n, unit),
        Term::YearlyBefore { month, day } => count.yearly(month, day),
    }
}

/// The time a clock stood still since `start`.
fn stood_still(pauses: &[Pause], start: Moment) -> Duration {
    pauses.iter().filter_map(|it| Some(it.to?.since(it.from.max(start)))).sum()
}

/// The days of each pause: from its own, to before that on which it ended.
fn stretches(pauses: &[Pause], zone: &Zone) -> Result<Vec<(Day, Day)>, NoDue> {
    pauses.iter().map(|it| Ok((zone.day(it.from), zone.day(it.to.ok_or(NoDue::Paused)?)))).collect()
}

/// What days are counted with.
struct Count<'a> {
    start: Moment,
    first: Day,
    pauses: Vec<(Day, Day)>,
    zone: &'a Zone,
    calendar: &'a Calendar,
}

impl Count<'_> {
    fn after(&self, term: Span, extended: Option<Span>, rolls: bool) -> Result<Due, NoDue> {
        let last = match (term.unit, extended) {
            (Unit::Month, more) => {
                self.months(i64::from(term.count) + more.map_or(0, |it| i64::from(it.count)))?
            }
            // The extension goes on where the term ends, in a unit of its own.
            (_, Some(more)) => self.days(self.days(self.first, term)?, more)?,
            (_, None) => self.days(self.first, term)?,
        };
        self.end_of(if rolls { self.on_or_after(last)? } else { last })
    }

    /// Civil Code 2015, article 148.3; the days of pauses come on top.
    fn months(&self, n: i64) -> Result<Day, NoDue> {
        let mut paused = 0_i64;
        for (from, to) in &self.pauses {
            paused += i64::from(from.until(*to).map_err(|_| NoDue::TooFar)?.get_days());
        }
        let day = self.first.checked_add(n.months()).map_err(|_| NoDue::TooFar)?;
        day.checked_add(paused.days()).map_err(|_| NoDue::TooFar)
    }

    /// The last of so many days after `first` that count and were not paused.
    fn days(&self, first: Day, span: Span) -> Result<Day, NoDue> {
        let counts = |day: Day| span.unit != Unit::WorkingDay || self.calendar.is_working(day);
        let paused = |day: Day| self.pauses.iter().any(|(from, to)| *from <= day && day < *to);
        first
            .series(1.day())
            .skip(1)
            .take(FARTHEST)
            .filter(|day| counts(*day) && !paused(*day))
            .nth(usize::from(span.count).saturating_sub(1))
            .ok_or(NoDue::TooFar)
    }

    /// Civil Code 2015, article 148.5.
    fn on_or_after(&self, day: Day) -> Result<Day, NoDue> {
        day.series(1.day()).take(FARTHEST).find(|it| self.calendar.is_working(*it)).ok_or(NoDue::TooFar)
    }

    /// The last day on which notice can be given so that `n` days lie wholly between it and the event.
    fn before(&self, n: u16, unit: Unit) -> Result<Due, NoDue> {
        let counts = |day: Day| unit != Unit::WorkingDay || self.calendar.is_working(day);
        let earliest = self
            .first
            .series(-1.day())
            .skip(1)
            .take(FARTHEST)
            .filter(|day| counts(*day))
            .nth(usize::from(n).saturating_sub(1))
            .ok_or(NoDue::TooFar)?;
        self.end_of(earliest.yesterday().map_err(|_| NoDue::TooFar)?)
    }

    fn yearly(&self, month: i8, day: i8) -> Result<Due, NoDue> {
        let of = |year: i16| Day::new(year, month, day).map_err(|_| NoDue::TooFar);
        let this = of(self.first.year())?;
        let day = if self.first < this { this } else { of(self.first.year().saturating_add(1))? };
        let last = day.yesterday().map_err(|_| NoDue::TooFar)?;
        Ok(Due { estimated: false, ..self.end_of(last)? })
    }

    /// An end at a time of the clock; it still counts itself.
    fn at(&self, last: Moment) -> Result<Due, NoDue> {
        Ok(Due {
            late_from: last.plus(TICK),
            last_day: self.zone.day(last),
            at_a_time: true,
            estimated: false,
        })
    }

    /// Civil Code 2015, article 148.6: at 24:00.
    fn end_of(&self, last_day: Day) -> Result<Due, NoDue> {
        let next = last_day.tomorrow().map_err(|_| NoDue::TooFar)?;
        let late_from = self.zone.start_of(next).ok_or(NoDue::TooFar)?;
        let (from, to) = (self.zone.day(self.start).min(last_day), self.first.max(last_day));
        let estimated = !self.calendar.is_announced(from) || !self.calendar.is_announced(to);
        Ok(Due { late_from, last_day, at_a_time: false, estimated })
    }
}

#[cfg(test)]
mod tests;
