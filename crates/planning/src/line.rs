//! A line of a plan: what is done, by whom, for whom, where, with what money and by when (S43, S44, S66).

use kernel::{Day, Refusal, UnitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use typed::amount::MOST_MONEY;
use typed::{line, lines, too_long};
use uuid::Uuid;

/// Ways a line reaches people (S60, S70). Locale keys `plan-channel-…`.
pub const CHANNELS: [&str; 12] = [
    "portal",
    "press",
    "radio",
    "tv",
    "loudspeaker",
    "social",
    "print",
    "visual",
    "exhibition",
    "event",
    "training",
    "other",
];
/// Whom it is for. Locale keys `plan-audience-…`.
pub const AUDIENCES: [&str; 9] =
    ["everyone", "cadres", "minorities", "border", "youth", "women", "business", "press", "foreign"];
/// In which languages; the words are the languages' own names.
pub const LANGUAGES: [(&str, &str); 10] = [
    ("vi", "Tiếng Việt"),
    ("tyz", "Tiếng Tày"),
    ("hmn", "Tiếng Mông"),
    ("ium", "Tiếng Dao"),
    ("blt", "Tiếng Thái"),
    ("nut", "Tiếng Nùng"),
    ("hni", "Tiếng Hà Nhì"),
    ("en", "English"),
    ("zh", "中文"),
    ("lo", "ພາສາລາວ"),
];
/// Phases of a campaign (S59). Locale keys `plan-phase-…`.
pub const PHASES: [&str; 3] = ["before", "during", "after"];
/// What is to be reached, and how it is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is counted: “Tin, bài đăng Cổng”.
    pub name: String,
    /// How much, in thousandths.
    pub amount: i64,
    /// The unit of measure: “tin”.
    pub measure: String,
}

/// The words of a line. What is empty was not said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What is done.
    pub title: String,
    /// How, in a few lines.
    #[serde(default)]
    pub about: String,
    /// `common` or `own` (S66).
    pub scope: String,
    /// `new` or `continued` (S66).
    pub novelty: String,
    /// Who leads.
    pub lead: UnitId,
    /// What the lead is in charge of: “phụ trách nội dung, hình ảnh” (S43).
    #[serde(default)]
    pub part: String,
    /// Who supports (S44).
    #[serde(default)]
    pub supports: Vec<UnitId>,
    /// Of [`CHANNELS`].
    #[serde(default)]
    pub channels: Vec<String>,
    /// Of [`AUDIENCES`].
    #[serde(default)]
    pub audiences: Vec<String>,
    /// Of [`LANGUAGES`].
    #[serde(default)]
    pub languages: Vec<String>,
    /// Where, separated by semicolons.
    #[serde(default)]
    pub areas: String,
    /// Đồng.
    #[serde(default)]
    pub budget: i64,
    /// Where the money comes from.
    #[serde(default)]
    pub money: String,
    /// What is to be reached.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// First day.
    #[serde(default, with = "iso")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(default, with = "iso")]
    pub to: Option<Day>,
    /// By when.
    #[serde(default, with = "iso")]
    pub due: Option<Day>,
    /// What is handed in: “Báo cáo kết quả”.
    #[serde(default)]
    pub product: String,
    /// Seen by its units and by leaders only (S47).
    #[serde(default)]
    pub confidential: bool,
    /// Of [`PHASES`], in a campaign.
    #[serde(default)]
    pub phase: String,
    /// The event its days hang on.
    #[serde(default)]
    pub event: Option<Uuid>,
    /// Days after the event for first day, last day and due day; negative is before.
    #[serde(default)]
    pub offsets: [Option<i32>; 3],
}

impl Content {
    /// A line that says nothing yet.
    #[must_use]
    pub fn of(lead: UnitId) -> Self {
        Self {
            title: String::new(),
            about: String::new(),
            scope: "own".into(),
            novelty: "new".into(),
            lead,
            part: String::new(),
            supports: Vec::new(),
            channels: Vec::new(),
            audiences: Vec::new(),
            languages: Vec::new(),
            areas: String::new(),
            budget: 0,
            money: String::new(),
            targets: Vec::new(),
            from: None,
            to: None,
            due: None,
            product: String::new(),
            confidential: false,
            phase: String::new(),
            event: None,
            offsets: [None; 3],
        }
    }

    /// Made fit to be kept.
    #[must_use]
    pub fn clean(mut self) -> Self {
        for text in [&mut self.title, &mut self.part, &mut self.areas, &mut self.money, &mut self.product] {
            *text = line(text);
        }
        self.about = lines(&self.about);
        self.targets.retain(|target| !target.name.trim().is_empty());
        for target in &mut self.targets {
            (target.name, target.measure) = (line(&target.name), line(&target.measure));
        }
        self.channels.retain(|code| CHANNELS.contains(&code.as_str()));
        self.audiences.retain(|code| AUDIENCES.contains(&code.as_str()));
        self.languages.retain(|code| LANGUAGES.iter().any(|(known, _)| known == code));
        self.supports.retain(|unit| *unit != self.lead);
        for list in [&mut self.channels, &mut self.audiences, &mut self.languages] {
            list.sort();
            list.dedup();
        }
        self.supports.sort();
        self.supports.dedup();
        if self.scope != "common" {
            self.scope = "own".into();
        }
        if self.novelty != "continued" {
            self.novelty = "new".into();
        }
        if !PHASES.contains(&self.phase.as_str()) {
            self.phase.clear();
        }
        self
    }

    /// Why it cannot be a line of a plan that runs over these days.
    #[must_use]
    pub fn reasons_against(&self, period: (Day, Day)) -> Vec<Refusal> {
        let mut against = Vec::new();
        if self.title.chars().count() < 5 {
            against.push(Refusal::field("title", "refused-line-title"));
        }
        too_long("title", &self.title, 500, &mut against);
        too_long("about", &self.about, 4000, &mut against);
        too_long("part", &self.part, 300, &mut against);
        too_long("areas", &self.areas, 1000, &mut against);
        too_long("money", &self.money, 200, &mut against);
        too_long("product", &self.product, 500, &mut against);
        if !(0..=MOST_MONEY).contains(&self.budget) {
            against.push(Refusal::field("budget", "refused-line-money"));
        }
        if self.targets.len() > 12 || self.supports.len() > 60 {
            against.push(Refusal::field("target_name", "refused-line-many"));
        }
        if self.targets.iter().any(|target| {
            target.name.chars().count() > 200 || target.measure.chars().count() > 60 || target.amount < 0
        }) {
            against.push(Refusal::field("target_name", "refused-line-target"));
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            against.push(Refusal::field("to", "refused-line-order"));
        }
        let outside = |day: &Option<Day>| day.is_some_and(|day| day < period.0 || day > period.1);
        for (field, day) in [("from", &self.from), ("to", &self.to), ("due", &self.due)] {
            if outside(day) {
                against.push(Refusal::field(field, "refused-line-outside"));
            }
        }
        against
    }

    /// When it begins, and when it ends, in a plan that runs over these days.
    #[must_use]
    pub fn span(&self, period: (Day, Day)) -> (Day, Day) {
        let begins = self.from.or(self.to).or(self.due).unwrap_or(period.0);
        let ends = self.to.into_iter().chain(self.due).chain(self.from).max().unwrap_or(period.1);
        (begins.min(ends), ends)
    }

    /// The last day by which it must be done, if one was said.
    #[must_use]
    pub fn due_day(&self) -> Option<Day> {
        self.due.or(self.to)
    }

    /// The words that a filter looks through, folded.
    #[must_use]
    pub fn folded(&self) -> String {
        let targets: Vec<&str> = self.targets.iter().map(|target| target.name.as_str()).collect();
        let all = [&self.title, &self.about, &self.part, &self.areas, &self.product, &targets.join(" ")];
        viet::fold::fold_lower(&all.map(String::as_str).join(" ¶ "))
    }

    /// As it is stored.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The hash of exactly these words.
    #[must_use]
    pub fn hash(&self) -> String {
        sha256(self.json().as_bytes())
    }

    /// Reads what was stored.
    #[must_use]
    pub fn stored(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}

/// Days as ISO text, nothing as nothing.
mod iso {
    use kernel::Day;
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "the form serde calls")]
    pub(super) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => to.serialize_str(&day.to_string()),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        Ok(Option::<String>::deserialize(from)?.and_then(|text| text.parse().ok()))
    }
}

/// A hash in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::NewId;

    const PERIOD: (Day, Day) = (Day::constant(2026, 11, 1), Day::constant(2026, 11, 30));

    fn line() -> Content {
        Content { title: "Tuyên truyền Ngày Pháp luật".into(), ..Content::of(UnitId::fresh()) }
    }

    #[test]
    fn a_line_lies_inside_its_plan_and_its_order_is_right() {
        let keys = |line: &Content| line.reasons_against(PERIOD).iter().map(|r| r.key).collect::<Vec<_>>();
        assert!(keys(&line()).is_empty());
        let late = Content { due: Some(Day::constant(2026, 12, 1)), ..line() };
        assert_eq!(keys(&late), ["refused-line-outside"]);
        let turned = Content {
            from: Some(Day::constant(2026, 11, 9)),
            to: Some(Day::constant(2026, 11, 8)),
            ..line()
        };
        assert_eq!(keys(&turned), ["refused-line-order"]);
        assert_eq!(keys(&Content { budget: -1, ..line() }), ["refused-line-money"]);
        assert_eq!(keys(&Content { title: "x".repeat(600), ..line() }), ["refused-too-long"]);
    }

    #[test]
    fn what_is_no_code_of_ours_is_left_out_and_the_lead_does_not_support_itself() {
        let lead = UnitId::fresh();
        let line = Content {
            channels: vec!["tv".into(), "<script>".into(), "tv".into()],
            supports: vec![lead],
            scope: "x".into(),
            ..Content::of(lead)
        }
        .clean();
        assert_eq!((line.channels.len(), line.supports.len(), line.scope.as_str()), (1, 0, "own"));
    }

    #[test]
    fn its_span_is_that_of_its_days_and_else_of_the_plan() {
        assert_eq!(line().span(PERIOD), PERIOD);
        let due = Day::constant(2026, 11, 20);
        assert_eq!(Content { due: Some(due), ..line() }.span(PERIOD), (due, due));
        let kept = Content::stored(&line().json()).unwrap();
        assert_eq!(kept.hash().len(), 64);
    }
}
