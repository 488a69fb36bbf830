//! Time: one instant type, one zone, one clock that is passed in and never read from the system inside a part.

use jiff::civil;
use jiff::tz::TimeZone;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// An instant in UTC, in microseconds since 1970-01-01T00:00:00Z.
///
/// Stored as BIGINT on both engines: text forms of time sort differently on SQLite and PostgreSQL.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A calendar day in the agency's zone.
pub type Day = civil::Date;

impl Moment {
    /// Reads RFC 3339 text such as `2026-11-22T07:30:00+07:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|t| Self(t.as_microsecond()))
    }

    /// This instant moved later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// This instant moved earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// Time from `earlier` until this instant; zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// As a `jiff` timestamp. Instants outside the years −9999…9999 are held at the epoch.
    #[must_use]
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

/// RFC 3339 in UTC, to the second unless there is a fraction.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

/// The agency's time zone.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// Looks a zone up by its IANA name, e.g. `Asia/Ho_Chi_Minh`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The wall clock at an instant.
    #[must_use]
    pub fn local(&self, at: Moment) -> civil::DateTime {
        at.timestamp().to_zoned(self.0.clone()).datetime()
    }

    /// The calendar day of an instant.
    #[must_use]
    pub fn day(&self, at: Moment) -> Day {
        self.local(at).date()
    }

    /// The instant of a wall clock time. A time that does not exist moves forward; one that exists twice is the first.
    #[must_use]
    pub fn moment(&self, wall: civil::DateTime) -> Option<Moment> {
        self.0.to_ambiguous_timestamp(wall).compatible().ok().map(|t| Moment(t.as_microsecond()))
    }

    /// The first instant of a day.
    #[must_use]
    pub fn start_of(&self, day: Day) -> Option<Moment> {
        self.moment(day.at(0, 0, 0, 0))
    }

    /// The last instant of a day.
    #[must_use]
    pub fn end_of(&self, day: Day) -> Option<Moment> {
        Some(Moment(self.start_of(day.tomorrow().ok()?)?.0 - 1))
    }

    /// RFC 3339 with this zone's offset, e.g. `2026-11-22T07:30:00+07:00`.
    #[must_use]
    pub fn rfc3339(&self, at: Moment) -> String {
        let zoned = at.timestamp().to_zoned(self.0.clone());
        zoned.timestamp().display_with_offset(zoned.offset()).to_string()
    }
}

impl Default for Zone {
    /// Việt Nam: UTC+7 all year.
    fn default() -> Self {
        Self(jiff::tz::offset(7).to_time_zone())
    }
}

/// Where time comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn now(&self) -> Moment {
        Moment(jiff::Timestamp::now().as_microsecond())
    }
}

/// A clock moved by hand: for tests and for a demo that stands at a chosen day.
#[derive(Debug, Clone)]
pub struct HandClock(Arc<AtomicI64>);

impl HandClock {
    /// A clock that stands at `at`.
    #[must_use]
    pub fn at(at: Moment) -> Self {
        Self(Arc::new(AtomicI64::new(at.0)))
    }

    /// Moves the clock later.
    pub fn forward(&self, span: Duration) {
        self.0.fetch_add(i64::try_from(span.as_micros()).unwrap_or(0), Ordering::SeqCst);
    }

    /// Sets the clock.
    pub fn set(&self, at: Moment) {
        self.0.store(at.0, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_seventeen_hours_utc_the_day_before() {
        let zone = Zone::default();
        let before = Moment::parse("2026-12-31T16:59:59Z").unwrap();
        assert_eq!(zone.day(before).to_string(), "2026-12-31");
        assert_eq!(zone.day(before.plus(Duration::from_secs(1))).to_string(), "2027-01-01");
        assert_eq!(zone.rfc3339(before), "2026-12-31T23:59:59+07:00");
    }

    #[test]
    fn the_default_zone_is_viet_nam_today() {
        let named = Zone::named("Asia/Ho_Chi_Minh").unwrap();
        let at = Moment::parse("2026-06-01T00:00:00Z").unwrap();
        assert_eq!(named.local(at), Zone::default().local(at));
        assert!(Zone::named("Asia/Nowhere").is_none());
    }

    #[test]
    fn a_hand_clock_moves_only_when_moved() {
        let clock = HandClock::at(Moment(0));
        assert_eq!(clock.now(), Moment(0));
        clock.forward(Duration::from_secs(2));
        assert_eq!(clock.now(), Moment(2_000_000));
    }
}
