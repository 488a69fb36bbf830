//! What an agency sets for its listening, with defaults that work.

use crate::{quotation, store};
use db::ConnectionTrait;
use jiff::civil::Weekday;
use kernel::{Day, Failure, Moment, PersonId, Role, Zone};
use serde::{Deserialize, Serialize};

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Words quoted of one mention at most (L14).
    pub(crate) quote_words: usize,
    /// Days for which texts are kept (L13).
    pub(crate) keep_days: u64,
    /// Hours of the day between which only urgent matters are told: from, until.
    pub(crate) quiet: (i8, i8),
    /// Minute of the day at which the review goes out; none when a person sends it.
    pub(crate) digest_at: Option<u16>,
    /// Whether it goes out on Saturdays and Sundays, too.
    pub(crate) digest_weekends: bool,
    /// Who gets it: roles and people.
    pub(crate) readers: Readers,
}

/// Who gets the review.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Readers {
    /// Everybody who holds one of these roles that day.
    pub roles: Vec<Role>,
    /// These colleagues, whatever they hold.
    pub people: Vec<PersonId>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            quote_words: quotation::MOST_WORDS,
            keep_days: 90,
            quiet: (22, 6),
            digest_at: None,
            digest_weekends: false,
            readers: Readers::default(),
        }
    }
}

impl Settings {
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self, Failure> {
        let mut settings = Self::default();
        for (name, value) in store::settings::values(db).await? {
            let number = value.parse::<u64>().ok();
            match (name.as_str(), number) {
                ("quote-words", Some(words)) => {
                    settings.quote_words = usize::try_from(words).unwrap_or(60).min(200)
                }
                // Longer than the law's purpose allows is not a setting (L13).
                ("keep-days", Some(days)) => settings.keep_days = days.clamp(1, 90),
                ("quiet-from", Some(hour)) => settings.quiet.0 = i8::try_from(hour.min(23)).unwrap_or(22),
                ("quiet-until", Some(hour)) => settings.quiet.1 = i8::try_from(hour.min(23)).unwrap_or(6),
                ("digest-at", Some(minute)) => {
                    settings.digest_at = u16::try_from(minute).ok().filter(|at| *at < DAY_MINUTES)
                }
                ("digest-weekends", Some(yes)) => settings.digest_weekends = yes == 1,
                ("digest-readers", _) => settings.readers = serde_json::from_str(&value).unwrap_or_default(),
                _ => {}
            }
        }
        Ok(settings)
    }

    /// When the review of a day goes out by itself; none when it does not.
    #[must_use]
    pub(crate) fn digest_due(&self, zone: &Zone, day: Day) -> Option<Moment> {
        let at = self.digest_at.filter(|_| self.digest_weekends || !is_weekend(day))?;
        zone.moment(day.at(i8::try_from(at / 60).ok()?, i8::try_from(at % 60).ok()?, 0, 0))
    }

    /// The next day whose review goes out by itself after a moment, and when.
    #[must_use]
    pub(crate) fn next_digest(&self, zone: &Zone, after: Moment) -> Option<(Day, Moment)> {
        let mut day = zone.day(after);
        for _ in 0..8 {
            if let Some(due) = self.digest_due(zone, day).filter(|due| *due > after) {
                return Some((day, due));
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// The hour as people type it: `07:30`; empty when none is set.
    #[must_use]
    pub(crate) fn digest_hour(&self) -> String {
        self.digest_at.map(|at| format!("{:02}:{:02}", at / 60, at % 60)).unwrap_or_default()
    }

    /// Whether an hour of the day is quiet.
    #[must_use]
    pub(crate) fn is_quiet(&self, hour: i8) -> bool {
        let (from, until) = self.quiet;
        if from <= until { (from..until).contains(&hour) } else { hour >= from || hour < until }
    }
}

/// Minutes of a day.
pub(crate) const DAY_MINUTES: u16 = 24 * 60;

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_review_goes_out_at_its_hour_on_working_days() {
        let zone = Zone::named("Asia/Ho_Chi_Minh").unwrap();
        let at = |text: &str| Moment::parse(text).unwrap();
        let set = Settings { digest_at: Some(7 * 60 + 30), ..Settings::default() };
        for (now, next) in [
            ("2026-11-20T07:29:00+07:00", "2026-11-20T07:30:00+07:00"),
            // Friday's is out: Monday's is the next.
            ("2026-11-20T07:30:00+07:00", "2026-11-23T07:30:00+07:00"),
            ("2026-11-22T12:00:00+07:00", "2026-11-23T07:30:00+07:00"),
        ] {
            assert_eq!(set.next_digest(&zone, at(now)).map(|next| next.1), Some(at(next)), "{now}");
        }
        let always = Settings { digest_weekends: true, ..set.clone() };
        let next = always.next_digest(&zone, at("2026-11-20T08:00:00+07:00"));
        assert_eq!(next.map(|next| next.1), Some(at("2026-11-21T07:30:00+07:00")));
        assert_eq!(set.digest_hour(), "07:30");
        assert_eq!(Settings::default().next_digest(&zone, at("2026-11-20T08:00:00+07:00")), None);
    }

    #[test]
    fn the_quiet_hours_go_over_midnight() {
        let night = Settings::default();
        assert!(night.is_quiet(23) && night.is_quiet(0) && night.is_quiet(5) && night.is_quiet(22));
        assert!(!night.is_quiet(6) && !night.is_quiet(21) && !night.is_quiet(12));
        let none = Settings { quiet: (0, 0), ..night.clone() };
        assert!((0..24).all(|hour| !none.is_quiet(hour)));
        let noon = Settings { quiet: (12, 14), ..night };
        assert!(noon.is_quiet(13) && !noon.is_quiet(14) && !noon.is_quiet(23));
    }
}
