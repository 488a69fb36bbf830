//! What an agency sets for its listening, with defaults that work.

use crate::{quotation, store};
use db::ConnectionTrait;
use kernel::Failure;

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Words quoted of one mention at most (L14).
    pub(crate) quote_words: usize,
    /// Days for which texts are kept (L13).
    pub(crate) keep_days: u64,
    /// Hours of the day between which only urgent matters are told: from, until.
    pub(crate) quiet: (i8, i8),
}

impl Default for Settings {
    fn default() -> Self {
        Self { quote_words: quotation::MOST_WORDS, keep_days: 90, quiet: (22, 6) }
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
                _ => {}
            }
        }
        Ok(settings)
    }

    /// Whether an hour of the day is quiet.
    #[must_use]
    pub(crate) fn is_quiet(&self, hour: i8) -> bool {
        let (from, until) = self.quiet;
        if from <= until { (from..until).contains(&hour) } else { hour >= from || hour < until }
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

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
