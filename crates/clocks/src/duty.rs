//! What the law asks without a clock: a form, a ground, a person, a text that must be there.

use crate::calendar::day;
use crate::rule::{Level, RuleFault};
use kernel::Day;
use serde::Deserialize;

/// A duty without a deadline, as it stands for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The name used everywhere, such as `PN-08`.
    pub id: String,
    /// What it is about, in a few words of Vietnamese.
    pub title: String,
    /// The act it stands in.
    pub act: String,
    /// Where in the act.
    pub article: String,
    /// The first day on which it binds.
    pub from: Day,
    /// The last such day, when it is known.
    pub until: Option<Day>,
    /// Whom it binds; empty for everybody.
    pub applies: Vec<Level>,
    /// Whether it was compared with the text of the source.
    pub verified: bool,
    /// What it says, in our own short words.
    pub words: String,
    /// How the program holds to it; empty where it does not and the agency must see to it itself.
    pub kept: String,
}

impl Duty {
    /// Whether it binds an agency of this kind on a day.
    #[must_use]
    pub fn binds(&self, level: Level, day: Day) -> bool {
        let whom = self.applies.is_empty() || self.applies.contains(&level);
        whom && self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A duty as it stands in a file.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct DutyLine {
    pub(crate) id: String,
    title: String,
    act: String,
    article: String,
    from: String,
    until: Option<String>,
    #[serde(default)]
    applies: Vec<Level>,
    verified: bool,
    words: String,
    #[serde(default)]
    kept: String,
}

impl DutyLine {
    pub(crate) fn read(self) -> Result<Duty, RuleFault> {
        let (from, until) = (day(&self.from)?, self.until.map(|it| day(&it)).transpose()?);
        if until.is_some_and(|until| until < from) {
            return Err(RuleFault::Sense("it ends before it begins"));
        }
        if [&self.title, &self.act, &self.article, &self.words].iter().any(|text| text.is_empty()) {
            return Err(RuleFault::Sense("it says nothing, or not where it stands"));
        }
        Ok(Duty {
            id: self.id,
            title: self.title,
            act: self.act,
            article: self.article,
            from,
            until,
            applies: self.applies,
            verified: self.verified,
            words: self.words,
            kept: self.kept,
        })
    }
}
