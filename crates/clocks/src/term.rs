//! How long a rule gives: so many hours, days, working days or months, after or before an event, or before a day of the year.

use std::fmt;
use std::str::FromStr;

/// The unit of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours of the wall clock.
    Hour,
    /// Days of the calendar.
    Day,
    /// Days on which the agency works.
    WorkingDay,
    /// Months of the calendar.
    Month,
}

/// So many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// How many, at least one.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// What a rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// So long after the event.
    After(Span),
    /// At least so long before the event. Not in months.
    Before(Span),
    /// Each year, at the latest on the day before this one.
    YearlyBefore {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// With the event itself.
    AtOnce,
    /// With the end of a day that somebody set: the clock counts from an instant of that day.
    OnDay,
}

/// Why a text is no term.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no term")]
pub struct TermFault(pub String);

/// Longest span that is believed: ten years of days.
const MOST: u16 = 3660;

/// `24 hours`, `1 day`, `5 working-days`, `3 months`.
impl FromStr for Span {
    type Err = TermFault;

    fn from_str(text: &str) -> Result<Self, TermFault> {
        let fault = || TermFault(text.to_owned());
        let (count, unit) = text.split_once(' ').ok_or_else(fault)?;
        let count = count.parse().ok().filter(|it| (1..=MOST).contains(it)).ok_or_else(fault)?;
        let unit = match unit.strip_suffix('s').unwrap_or(unit) {
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "working-day" => Unit::WorkingDay,
            "month" => Unit::Month,
            _ => return Err(fault()),
        };
        Ok(Self { count, unit })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::WorkingDay => "working-day",
            Unit::Month => "month",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

/// A span; a span and `before`; `yearly before 12-20`; `at once`; `on the day`.
impl FromStr for Term {
    type Err = TermFault;

    fn from_str(text: &str) -> Result<Self, TermFault> {
        let fault = || TermFault(text.to_owned());
        if text == "at once" {
            return Ok(Self::AtOnce);
        }
        if text == "on the day" {
            return Ok(Self::OnDay);
        }
        if let Some(day) = text.strip_prefix("yearly before ") {
            // A year without 29 February, so that every year has the day.
            let day: kernel::Day = format!("2027-{day}").parse().map_err(|_| fault())?;
            return Ok(Self::YearlyBefore { month: day.month(), day: day.day() });
        }
        match text.strip_suffix(" before") {
            Some(span) => match span.parse()? {
                Span { unit: Unit::Month, .. } => Err(fault()),
                span => Ok(Self::Before(span)),
            },
            None => Ok(Self::After(text.parse()?)),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::After(span) => span.fmt(f),
            Self::Before(span) => write!(f, "{span} before"),
            Self::YearlyBefore { month, day } => write!(f, "yearly before {month:02}-{day:02}"),
            Self::AtOnce => f.write_str("at once"),
            Self::OnDay => f.write_str("on the day"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_and_written_alike() {
        for text in [
            "24 hours",
            "1 day",
            "5 working-days",
            "3 months",
            "7 working-days before",
            "24 hours before",
            "yearly before 12-20",
            "at once",
            "on the day",
        ] {
            assert_eq!(text.parse::<Term>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_term_is_refused() {
        for text in [
            "",
            "24",
            "0 hours",
            "-1 days",
            "3 weeks",
            "5 working days",
            "3 months before",
            "yearly before 02-29",
            "99999 days",
            "24  hours",
        ] {
            assert!(text.parse::<Term>().is_err(), "{text}");
        }
    }
}
