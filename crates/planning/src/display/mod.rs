//! Something to be seen in the open for a campaign: what it is, what it says, where and when it hangs (S60).

mod course;
mod spot;

pub use course::{Facts, Late, State, Step, late, take};
pub use spot::Spot;

use kernel::{AreaId, Day, Refusal, UnitId};
use typed::{line, lines, too_long};
use uuid::Uuid;

/// Kinds. Locale keys `display-kind-…`.
pub const KINDS: [&str; 12] = [
    "banner",
    "billboard",
    "gate",
    "poster",
    "flags",
    "led",
    "exhibition",
    "showcase",
    "show",
    "vehicle",
    "leaflet",
    "other",
];
/// Where the licence or the notice stands that somebody says it needs. Locale keys `display-licence-…`.
pub const LICENCES: [&str; 4] = ["none", "needed", "sent", "granted"];
/// What a photograph proves. Locale keys `display-proves-…`.
pub const PROVES: [&str; 4] = ["up", "checked", "down", "other"];
/// The most pieces of one item.
pub const MOST_PIECES: i32 = 100_000;

/// An item as somebody says it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Display {
    /// Of [`KINDS`].
    pub kind: String,
    /// What people call it: “Băng rôn ngang đường Hùng Vương”.
    pub title: String,
    /// The exact words on it, or what it shows.
    pub words: String,
    /// How many pieces.
    pub quantity: i32,
    /// Of what: “tấm”.
    pub measure: String,
    /// “3 × 1,2 m”.
    pub size: String,
    /// In which area, with its name of the day.
    pub area: Option<(AreaId, String)>,
    /// Where exactly.
    pub address: String,
    /// Where on the map.
    pub spot: Option<Spot>,
    /// Who is in charge.
    pub unit: UnitId,
    /// Which body of the campaign does it with them.
    pub body: Option<Uuid>,
    /// First day.
    pub up: Option<Day>,
    /// Last day; where none is said it stays.
    pub down: Option<Day>,
    /// The event its days hang on.
    pub event: Option<Uuid>,
    /// Days after the event for first and last day; negative is before.
    pub offsets: [Option<i32>; 2],
    /// Of [`LICENCES`]: what people say of it, not what the law says.
    pub licence: String,
    /// Its number.
    pub licence_number: String,
    /// Anything else.
    pub note: String,
}

impl Display {
    /// One that says nothing yet.
    #[must_use]
    pub fn of(unit: UnitId) -> Self {
        Self {
            kind: "banner".into(),
            title: String::new(),
            words: String::new(),
            quantity: 1,
            measure: String::new(),
            size: String::new(),
            area: None,
            address: String::new(),
            spot: None,
            unit,
            body: None,
            up: None,
            down: None,
            event: None,
            offsets: [None; 2],
            licence: "none".into(),
            licence_number: String::new(),
            note: String::new(),
        }
    }

    /// Made fit to be kept. A wording keeps its lines.
    #[must_use]
    pub fn clean(mut self) -> Self {
        let texts = [&mut self.title, &mut self.measure, &mut self.size, &mut self.address];
        for text in texts.into_iter().chain([&mut self.licence_number]) {
            *text = line(text);
        }
        (self.words, self.note) = (lines(&self.words), lines(&self.note));
        if !KINDS.contains(&self.kind.as_str()) {
            self.kind = "other".into();
        }
        if !LICENCES.contains(&self.licence.as_str()) {
            self.licence = "none".into();
        }
        if self.event.is_none() {
            self.offsets = [None; 2];
        }
        self
    }

    /// With its days as they follow from the day of its event; `keeps_up` leaves the first day alone.
    #[must_use]
    pub fn placed(mut self, event: Day, keeps_up: bool) -> Self {
        let [up, down] = self.offsets.map(|offset| offset.and_then(|days| after(event, days)));
        if !keeps_up {
            self.up = up.or(self.up);
        }
        self.down = down.or(self.down);
        self
    }

    /// Why it cannot be an item of a campaign that runs over these days.
    #[must_use]
    pub fn reasons_against(&self, period: (Day, Day)) -> Vec<Refusal> {
        let mut against = Vec::new();
        if self.title.chars().count() < 3 {
            against.push(Refusal::field("title", "refused-display-title"));
        }
        if self.words.is_empty() {
            against.push(Refusal::field("words", "refused-display-words"));
        }
        too_long("title", &self.title, 200, &mut against);
        too_long("words", &self.words, 4000, &mut against);
        too_long("note", &self.note, 2000, &mut against);
        let short =
            [("measure", &self.measure), ("size", &self.size), ("licence_number", &self.licence_number)];
        for (field, text) in short {
            too_long(field, text, 100, &mut against);
        }
        too_long("address", &self.address, 300, &mut against);
        if !(1..=MOST_PIECES).contains(&self.quantity) {
            against.push(Refusal::field("quantity", "refused-display-quantity").with("most", MOST_PIECES));
        }
        if self.area.is_none() && self.address.is_empty() {
            against.push(Refusal::field("area", "refused-display-place"));
        }
        against.extend(self.days_against(period));
        against
    }

    /// Why its days are none.
    pub(crate) fn days_against(&self, period: (Day, Day)) -> Vec<Refusal> {
        let mut against = Vec::new();
        if self.up.is_none() {
            against.push(Refusal::field("up", "refused-day"));
        }
        if let (Some(up), Some(down)) = (self.up, self.down)
            && down < up
        {
            against.push(Refusal::field("down", "refused-line-order"));
        }
        for (field, day) in [("up", self.up), ("down", self.down)] {
            if day.is_some_and(|day| day < period.0 || day > period.1) {
                against.push(Refusal::field(field, "refused-line-outside"));
            }
        }
        against
    }

    /// The words that a filter looks through, folded.
    #[must_use]
    pub fn folded(&self) -> String {
        let area = self.area.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
        let all = [&self.title, &self.words, &self.address, &self.note, &self.licence_number];
        let all: Vec<&str> = all.into_iter().map(String::as_str).chain([area]).collect();
        viet::fold::fold_lower(&all.join(" ¶ "))
    }
}

fn after(event: Day, days: i32) -> Option<Day> {
    event.checked_add(jiff::Span::new().days(i64::from(days))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::NewId;

    const PERIOD: (Day, Day) = (Day::constant(2026, 10, 1), Day::constant(2027, 2, 28));

    fn banner() -> Display {
        Display {
            title: "Băng rôn ngang đường Hùng Vương".into(),
            words: "Nhiệt liệt chào mừng Đại hội".into(),
            address: "Đường Hùng Vương".into(),
            up: Some(Day::constant(2026, 11, 16)),
            ..Display::of(UnitId::fresh())
        }
    }

    #[test]
    fn s59_days_follow_the_event_and_what_hangs_keeps_its_first_day() {
        let item = Display { event: Some(Uuid::nil()), offsets: [Some(-30), Some(5)], ..banner() };
        let event = Day::constant(2026, 12, 16);
        let moved = item.clone().placed(event, false);
        assert_eq!(moved.up, Some(Day::constant(2026, 11, 16)));
        assert_eq!(moved.down, Some(Day::constant(2026, 12, 21)));
        let later = moved.placed(Day::constant(2026, 12, 20), true);
        assert_eq!(later.up, Some(Day::constant(2026, 11, 16)));
        assert_eq!(later.down, Some(Day::constant(2026, 12, 25)));
    }

    #[test]
    fn an_item_needs_words_a_place_and_days_inside_of_its_campaign() {
        let keys = |item: &Display| item.reasons_against(PERIOD).iter().map(|r| r.key).collect::<Vec<_>>();
        assert!(keys(&banner()).is_empty());
        let bare = Display { up: None, quantity: 0, ..Display::of(UnitId::fresh()) };
        assert_eq!(
            keys(&bare),
            [
                "refused-display-title",
                "refused-display-words",
                "refused-display-quantity",
                "refused-display-place",
                "refused-day"
            ]
        );
        let odd = Display {
            kind: "<b>".into(),
            licence: "x".into(),
            words: " a\r\n b\u{202e} ".into(),
            ..banner()
        };
        let odd = odd.clean();
        assert_eq!((odd.kind.as_str(), odd.licence.as_str(), odd.words.as_str()), ("other", "none", "a\nb"));
    }
}
