//! The book of rules and days as they stand now: those that came with the program, and the agency's own.

use crate::store;
use crate::verbs::from_day;
use clocks::{Calendar, DayKind, Due, Level, Overlay, Pack, Rule};
use db::ConnectionTrait;
use kernel::{Day, Failure, Moment, Zone};
use std::sync::Arc;

/// Rules and calendar as shipped, read once. Cheap to clone.
#[derive(Clone)]
pub struct Rules {
    shipped: Arc<(Pack, Calendar)>,
    zone: Zone,
}

/// What clocks count with, as of one look.
#[derive(Debug, Clone)]
pub struct Book {
    /// All rules in all versions.
    pub pack: Pack,
    /// The working calendar.
    pub calendar: Calendar,
    /// What kind of agency this is.
    pub level: Level,
    /// Its zone.
    pub zone: Zone,
}

impl Rules {
    /// Those that came with the program.
    ///
    /// # Errors
    /// When they cannot be read; a test of `clocks` reads them.
    pub fn shipped(zone: Zone) -> Result<Self, Failure> {
        let broken = |why: String| Failure::broken(why);
        let pack = Pack::shipped().map_err(|fault| broken(fault.to_string()))?;
        let calendar = Calendar::shipped().map_err(|fault| broken(fault.to_string()))?;
        Ok(Self { shipped: Arc::new((pack, calendar)), zone })
    }

    /// Whether a rule of this name is the law's, and not left to the agency.
    #[must_use]
    pub fn is_law(&self, name: &str) -> bool {
        self.shipped.0.rules().iter().any(|rule| rule.id == name && !rule.own)
    }

    /// With the agency's own on top.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn book(&self, db: &impl ConnectionTrait) -> Result<Book, Failure> {
        let (mut pack, calendar) = (*self.shipped).clone();
        for own in store::own_rules(db).await? {
            let text = ended(&own.text, own.ended_on.as_deref());
            if let Some(from) = from_day(&own.text) {
                let until = own.ended_on.as_deref().and_then(|day| day.parse().ok());
                pack = pack.giving_way(&own.name, from, until);
            }
            pack = pack.with(&own.name, &text).map_err(|fault| Failure::broken(fault.to_string()))?;
        }
        let mut overlay = Overlay::default();
        for row in store::workdays(db).await? {
            let Ok(day) = row.day.parse::<Day>() else { continue };
            let kind = match row.kind.as_str() {
                "off" => DayKind::Off(row.words),
                "made-up" => DayKind::MadeUp(row.words),
                _ => DayKind::Working,
            };
            overlay.days.insert(day, kind);
        }
        let level = level(&store::setting(db, "level").await?.unwrap_or_default());
        Ok(Book { pack, calendar: calendar.with(overlay), level, zone: self.zone.clone() })
    }
}

impl Book {
    /// The version of a rule under which a clock starts that starts at an instant, if it binds this agency.
    #[must_use]
    pub fn rule(&self, id: &str, start: Moment) -> Option<&Rule> {
        self.pack.in_force(id, self.zone.day(start)).filter(|rule| rule.binds(self.level))
    }

    /// The very version of a rule that a clock runs under.
    #[must_use]
    pub fn version(&self, id: &str, from: &str) -> Option<&Rule> {
        self.pack.rules().iter().find(|rule| rule.id == id && rule.from.to_string() == from)
    }

    /// When what a rule demands would be due, counted from `start`; none when no such rule holds for this agency.
    #[must_use]
    pub fn due(&self, id: &str, start: Moment) -> Option<(&Rule, Due)> {
        let rule = self.rule(id, start)?;
        let due = clocks::due(rule, start, &[], None, &self.zone, &self.calendar).ok()?;
        Some((rule, due))
    }
}

/// The text of an own rule with its last day.
fn ended(text: &str, on: Option<&str>) -> String {
    match on {
        Some(day) => format!("{text}\nuntil = \"{day}\"\n"),
        None => text.to_owned(),
    }
}

/// The kinds of agency by their names in the settings.
pub(crate) const LEVELS: [(&str, Level); 4] = [
    ("ministry", Level::Ministry),
    ("province", Level::Province),
    ("department", Level::Department),
    ("commune", Level::Commune),
];

/// The kind of a name; a province when nothing was said.
pub(crate) fn level(name: &str) -> Level {
    LEVELS.iter().find(|(known, _)| *known == name).map_or(Level::Province, |(_, level)| *level)
}
