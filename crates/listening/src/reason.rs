//! Why something is a hot spot: the numbers, and the sentence that says them.

use serde::{Deserialize, Serialize};
use web::{Format, Locale};

/// The reason as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reason {
    /// Which sentence says it: `heat-…`, or `heat-by-hand`.
    pub key: String,
    /// Hours looked at.
    pub hours: u32,
    /// Mentions in them.
    pub mentions: u32,
    /// Outlets in them.
    pub outlets: u32,
    /// Voices usual in as many hours.
    pub usual: f64,
    /// Mentions worded as conflict.
    pub contrary: u32,
    /// Mentions of central outlets.
    pub central: u32,
    /// Mentions that copy another.
    pub copies: u32,
    /// The heat.
    pub heat: f64,
    /// The topic that heats up, where no single thread does.
    pub topic: String,
    /// The words of who raised it by hand.
    pub words: String,
}

impl Reason {
    /// From the engine's.
    #[must_use]
    pub fn of(reason: &pulse::heat::Reason, topic: &str) -> Self {
        Self {
            key: if topic.is_empty() { reason.key() } else { "heat-topic" }.to_owned(),
            hours: reason.hours,
            mentions: reason.mentions,
            outlets: reason.outlets.unwrap_or(0),
            usual: reason.usual,
            contrary: reason.contrary,
            central: reason.central,
            copies: reason.copies,
            heat: (reason.heat * 10.0).round() / 10.0,
            topic: topic.to_owned(),
            words: String::new(),
        }
    }

    /// By hand.
    #[must_use]
    pub fn by_hand(words: &str) -> Self {
        Self { key: "heat-by-hand".to_owned(), words: words.to_owned(), ..Self::default() }
    }

    pub(crate) fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// In one sentence, such as “9 báo trong 2 giờ, thường ngày 0,4”.
    #[must_use]
    pub fn sentence(&self, locale: Locale, format: &Format) -> String {
        match self.key.as_str() {
            "heat-by-hand" => self.words.clone(),
            key => {
                let usual = usual(self.usual, locale, format);
                web::lookup(
                    locale.0,
                    key,
                    &[
                        ("hours", self.hours.to_string()),
                        ("mentions", self.mentions.to_string()),
                        ("outlets", self.outlets.to_string()),
                        ("usual", usual),
                        ("contrary", self.contrary.to_string()),
                        ("topic", self.topic.clone()),
                    ],
                )
            }
        }
    }
}

/// What is usual, in words: a number with one decimal in the notation of the language, or hardly any.
fn usual(number: f64, locale: Locale, format: &Format) -> String {
    let comma = if format.lang() == web::Lang::Vi { "," } else { "." };
    if number < 0.1 {
        return locale.t("heat-hardly");
    }
    locale.f("heat-usual", "count", format!("{number:.1}").replace('.', comma))
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::Lang;

    #[test]
    fn the_reason_is_one_plain_sentence() {
        let reason = Reason {
            key: "heat-outlets".into(),
            hours: 2,
            mentions: 11,
            outlets: 9,
            usual: 0.4,
            ..Reason::default()
        };
        let format = |lang| Format::new(lang, kernel::Zone::named("Asia/Ho_Chi_Minh").unwrap());
        assert_eq!(
            reason.sentence(Locale(Lang::Vi), &format(Lang::Vi)),
            "9 báo đưa tin trong 2 giờ; bình thường chỉ 0,4"
        );
        assert!(reason.sentence(Locale(Lang::En), &format(Lang::En)).contains("0.4"));
        let rare = Reason { usual: 0.03, ..reason.clone() };
        assert!(rare.sentence(Locale(Lang::Vi), &format(Lang::Vi)).ends_with("bình thường hầu như không có"));
        let kept = Reason::read(&reason.write());
        assert_eq!(kept, reason);
        assert_eq!(
            Reason::by_hand("Chị Ánh gọi").sentence(Locale(Lang::Vi), &format(Lang::Vi)),
            "Chị Ánh gọi"
        );
    }
}
