//! One promise of the law or of the agency, as it stands for a time.

use crate::calendar::{CalendarFault, day};
use crate::term::{Span, Term, TermFault, Unit};
use kernel::Day;
use serde::Deserialize;

/// The kinds of agency a rule can be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A ministry or a body of the same rank.
    Ministry,
    /// A provincial people's committee.
    Province,
    /// A department of a ministry or of a province.
    Department,
    /// A commune's people's committee.
    Commune,
}

/// What follows when the time is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breach {
    /// It is marked as late.
    Mark,
    /// And the leader is told.
    TellLeader,
    /// And the press may go to the superior body, or publish (decree 237/2026, article 18.4).
    PressMayEscalate,
}

/// A rule in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The name used everywhere, such as `PN-15`.
    pub id: String,
    /// What it is about, in a few words of Vietnamese.
    pub title: String,
    /// The act it stands in, or the agency's own rules.
    pub act: String,
    /// Where in the act.
    pub article: String,
    /// The first day on which a clock can start under it.
    pub from: Day,
    /// The last such day, when it is known.
    pub until: Option<Day>,
    /// Whom it binds; empty for everybody.
    pub applies: Vec<Level>,
    /// The event that starts it, such as `matter-received`.
    pub starts: String,
    /// How long it gives.
    pub term: Term,
    /// By how much it can be extended, once: days by days of either kind, hours by hours, months by months.
    pub extend: Option<Span>,
    /// Whether it can be paused.
    pub pause: bool,
    /// Whether a start may be recorded after it happened.
    pub back_dating: bool,
    /// Whether an end on a day off moves to the next working day (Civil Code 2015, article 148.5).
    pub rolls: bool,
    /// What follows when the time is up.
    pub breach: Breach,
    /// Whether the law leaves the number to the agency, so that a rule of the agency's own may take this one's place.
    pub own: bool,
    /// Whether the number was compared with the text of the source.
    pub verified: bool,
    /// What it says, in our own short words.
    pub words: String,
}

impl Rule {
    /// Whether it binds an agency of this kind.
    #[must_use]
    pub fn binds(&self, level: Level) -> bool {
        self.applies.is_empty() || self.applies.contains(&level)
    }

    /// Whether a clock can start under it on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What is wrong with one rule of a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RuleFault {
    #[error(transparent)]
    Term(#[from] TermFault),
    #[error(transparent)]
    Day(#[from] CalendarFault),
    #[error("{0}")]
    Sense(&'static str),
}

/// A rule as it stands in a file.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RuleLine {
    pub(crate) id: String,
    title: String,
    act: String,
    article: String,
    from: String,
    until: Option<String>,
    #[serde(default)]
    applies: Vec<Level>,
    starts: String,
    term: String,
    extend: Option<String>,
    #[serde(default)]
    pause: bool,
    #[serde(default = "yes")]
    back_dating: bool,
    #[serde(default = "yes")]
    rolls: bool,
    breach: Breach,
    #[serde(default)]
    own: bool,
    verified: bool,
    words: String,
}

fn yes() -> bool {
    true
}

fn fits(term: Unit, extension: Unit) -> bool {
    let days = |it| matches!(it, Unit::Day | Unit::WorkingDay);
    term == extension || (days(term) && days(extension))
}

impl RuleLine {
    pub(crate) fn read(self) -> Result<Rule, RuleFault> {
        let term: Term = self.term.parse()?;
        let extend: Option<Span> = self.extend.map(|it| it.parse()).transpose()?;
        let (from, until) = (day(&self.from)?, self.until.map(|it| day(&it)).transpose()?);
        match (term, extend) {
            (Term::After(span), Some(extend)) if !fits(span.unit, extend.unit) => {
                return Err(RuleFault::Sense("days are extended by days, everything else by its own unit"));
            }
            (Term::After(_), _) | (_, None) => {}
            (_, Some(_)) => return Err(RuleFault::Sense("only a term after an event can be extended")),
        }
        // A set day stays where it is; the clock only stands still while another's word is waited for.
        if self.pause && !matches!(term, Term::After(_) | Term::OnDay) {
            return Err(RuleFault::Sense("only a term after an event, or a set day, can be paused"));
        }
        if until.is_some_and(|until| until < from) {
            return Err(RuleFault::Sense("it ends before it begins"));
        }
        let named = [&self.id, &self.title, &self.act, &self.article, &self.starts, &self.words];
        if named.iter().any(|it| it.trim().is_empty()) {
            return Err(RuleFault::Sense("a field is empty"));
        }
        Ok(Rule {
            id: self.id,
            title: self.title,
            act: self.act,
            article: self.article,
            from,
            until,
            applies: self.applies,
            starts: self.starts,
            term,
            extend,
            pause: self.pause,
            back_dating: self.back_dating,
            rolls: self.rolls,
            breach: self.breach,
            own: self.own,
            verified: self.verified,
            words: self.words,
        })
    }
}
