//! Something to be seen in the open for a campaign, from its plan to the day it comes down, as a machine that says why a step is
//! shut (S60).

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

/// A point on the map, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Degrees north.
    pub lat: i64,
    /// Degrees east.
    pub lon: i64,
}

const MICRO: f64 = 1_000_000.0;

impl Spot {
    /// Reads `21.389, 103.016`, or `21,389; 103,016` as people write it here.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (lat, lon) = match text.split_once(';') {
            Some((lat, lon)) => (lat.replace(',', "."), lon.replace(',', ".")),
            None => {
                let (lat, lon) = text.split_once(',').or_else(|| text.split_once(char::is_whitespace))?;
                (lat.to_owned(), lon.to_owned())
            }
        };
        let degrees = |text: &str, most: f64| {
            let plain = text.trim();
            let is_number =
                !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit() || b".-".contains(&b));
            let value: f64 = if is_number { plain.parse().ok()? } else { return None };
            // Within ±180 degrees: far inside of what the integer holds.
            #[expect(clippy::cast_possible_truncation, reason = "bounded by the line above")]
            (value.abs() <= most).then(|| (value * MICRO).round() as i64)
        };
        Some(Self { lat: degrees(&lat, 90.0)?, lon: degrees(&lon, 180.0)? })
    }

    /// `21.389000, 103.016000`.
    #[must_use]
    pub fn written(self) -> String {
        let part = |micro: i64| {
            let sign = if micro < 0 { "-" } else { "" };
            format!("{sign}{}.{:06}", micro.abs() / 1_000_000, micro.abs() % 1_000_000)
        };
        format!("{}, {}", part(self.lat), part(self.lon))
    }
}

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

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is to be put up.
    Planned,
    /// Its unit says that it is up.
    Up,
    /// A second person saw it, or a photograph of it.
    Checked,
    /// It was taken down.
    Down,
    /// It is not put up after all, with a reason.
    Dropped,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Say that it is up, and how many pieces.
    PutUp,
    /// Agree that it hangs as approved.
    Check,
    /// Say that it came down.
    TakeDown,
    /// Leave it out, with a reason.
    Drop,
    /// One step back, with a reason: somebody pressed the wrong button.
    Back,
}

/// What a step needs to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Somebody said yes to its words of today.
    pub approved: bool,
    /// Photographs that stand and show it up.
    pub photos: u64,
    /// Who asks is who said that it is up.
    pub same: bool,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Up, Self::Checked, Self::Down, Self::Dropped];

    /// The name in tables and locale keys (`display-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Up => "up",
            Self::Checked => "checked",
            Self::Down => "down",
            Self::Dropped => "dropped",
        }
    }

    /// The one of that name; what is unknown is taken for planned.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Planned)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Planned => "scheduled",
            Self::Up => "published",
            Self::Checked => "approved",
            Self::Down => "done",
            Self::Dropped => "gone",
        }
    }

    /// Whether it hangs.
    #[must_use]
    pub fn is_up(self) -> bool {
        matches!(self, Self::Up | Self::Checked)
    }
}

impl Step {
    /// Every step, in the order of a page.
    pub const ALL: [Self; 5] = [Self::PutUp, Self::Check, Self::TakeDown, Self::Drop, Self::Back];

    /// The name in forms, marks and locale keys (`display-step-…`, `display-did-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PutUp => "put-up",
            Self::Check => "check",
            Self::TakeDown => "take-down",
            Self::Drop => "drop",
            Self::Back => "back",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Whether it is taken only with a reason.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Drop | Self::Back)
    }
}

/// The state after a step, or every reason against it.
///
/// # Errors
/// The reasons, each a sentence of its own.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let next = match (state, step) {
        (State::Planned | State::Up, Step::PutUp) | (State::Checked | State::Down, Step::Back) => State::Up,
        (State::Up, Step::Check) => State::Checked,
        (State::Up | State::Checked, Step::TakeDown) => State::Down,
        (State::Planned, Step::Drop) => State::Dropped,
        (State::Up | State::Dropped, Step::Back) => State::Planned,
        (_, Step::PutUp | Step::Check | Step::TakeDown | Step::Drop | Step::Back) => {
            return Err(vec![Refusal::new("closed-display-state")]);
        }
    };
    let mut against = Vec::new();
    if step == Step::PutUp && !facts.approved {
        against.push(Refusal::new("closed-display-words"));
    }
    if step == Step::Check && facts.photos == 0 {
        against.push(Refusal::new("closed-display-photo"));
    }
    if step == Step::Check && facts.same {
        against.push(Refusal::new("closed-display-same"));
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

/// What is late about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// It should hang by now, and pieces of it do not.
    Up,
    /// It should be down by now.
    Down,
}

/// What is late about an item on a day; its first day and its last day themselves are not.
#[must_use]
pub fn late(
    state: State,
    (quantity, hung): (i32, i32),
    (up, down): (Option<Day>, Option<Day>),
    today: Day,
) -> Option<Late> {
    let past = |day: Option<Day>| day.is_some_and(|day| day < today);
    match state {
        State::Up | State::Checked if past(down) => Some(Late::Down),
        State::Planned if past(up) => Some(Late::Up),
        State::Up | State::Checked if past(up) && hung < quantity => Some(Late::Up),
        State::Planned | State::Up | State::Checked | State::Down | State::Dropped => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use kernel::NewId;
    use std::fmt::Write as _;

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
    fn s60_the_machine_as_a_table() {
        let mut table = String::new();
        let facts = Facts { approved: true, photos: 1, same: false };
        for state in State::ALL {
            for step in Step::ALL {
                let next = take(state, step, &facts).map_or("-", State::name);
                let _infallible = writeln!(table, "{:8} {:9} {next}", state.name(), step.name());
            }
        }
        expect![[r#"
            planned  put-up    up
            planned  check     -
            planned  take-down -
            planned  drop      dropped
            planned  back      -
            up       put-up    up
            up       check     checked
            up       take-down down
            up       drop      -
            up       back      planned
            checked  put-up    -
            checked  check     -
            checked  take-down down
            checked  drop      -
            checked  back      up
            down     put-up    -
            down     check     -
            down     take-down -
            down     drop      -
            down     back      up
            dropped  put-up    -
            dropped  check     -
            dropped  take-down -
            dropped  drop      -
            dropped  back      planned
        "#]]
        .assert_eq(&table);
    }

    #[test]
    fn words_nobody_approved_do_not_go_up_and_a_check_is_of_another_with_a_photograph() {
        let keys = |state, step, facts: &Facts| {
            take(state, step, facts).unwrap_err().iter().map(|r| r.key).collect::<Vec<_>>()
        };
        assert_eq!(keys(State::Planned, Step::PutUp, &Facts::default()), ["closed-display-words"]);
        let mine = Facts { approved: true, photos: 0, same: true };
        assert_eq!(keys(State::Up, Step::Check, &mine), ["closed-display-photo", "closed-display-same"]);
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
    fn late_is_after_the_day_and_pieces_that_do_not_hang_are_late_too() {
        let day = |d| Day::constant(2026, 11, d);
        let days = (Some(day(16)), Some(day(19)));
        assert_eq!(late(State::Planned, (4, 0), days, day(16)), None);
        assert_eq!(late(State::Planned, (4, 0), days, day(17)), Some(Late::Up));
        assert_eq!(late(State::Up, (4, 3), days, day(17)), Some(Late::Up));
        assert_eq!(late(State::Up, (4, 4), days, day(19)), None);
        assert_eq!(late(State::Checked, (4, 4), days, day(20)), Some(Late::Down));
        assert_eq!(late(State::Down, (4, 4), days, day(20)), None);
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

    #[test]
    fn points_are_read_as_telephones_and_people_write_them() {
        for text in ["21.389, 103.016", "21,389; 103,016", "21.389 103.016"] {
            assert_eq!(
                Spot::read(text).map(Spot::written).as_deref(),
                Some("21.389000, 103.016000"),
                "{text}"
            );
        }
        assert_eq!(Spot::read("-0.5,-0.25").map(Spot::written).as_deref(), Some("-0.500000, -0.250000"));
        for text in ["", "x", "91,0", "1e3,2", "NaN,NaN", "1,2,3", "inf;1"] {
            assert_eq!(Spot::read(text), None, "{text}");
        }
    }
}
