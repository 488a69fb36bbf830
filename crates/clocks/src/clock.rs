//! A running promise: started, paused with a reason, extended once, met or broken. Nothing in it is set by hand; each step is
//! asked for and granted or refused.

use crate::calendar::Calendar;
use crate::due::{Due, due};
use crate::refused::Refused;
use crate::rule::Rule;
use crate::term::Term;
use kernel::{Moment, Zone};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A running promise, with all that has happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    rule: String,
    /// The first day of the rule's version, as ISO text: the version stays, however the rule changes.
    version: String,
    start: Moment,
    recorded: Moment,
    pauses: Vec<Pause>,
    extended: Option<Extension>,
    broken: Option<Moment>,
    met: Option<Met>,
}

/// A time in which a clock stood still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it began.
    pub from: Moment,
    /// When it ended; `None` while it lasts.
    pub to: Option<Moment>,
    /// Why.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Extension {
    at: Moment,
    reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Met {
    at: Moment,
    in_time: bool,
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It runs.
    Running,
    /// It stands still.
    Paused,
    /// Its time is up and it has not been met.
    Broken,
    /// Met in time.
    Met,
    /// Met too late.
    MetLate,
}

/// What can be asked of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To stand still, for this reason.
    Pause(String),
    /// To go on.
    Resume,
    /// To give the rule's extension, for this reason.
    Extend(String),
    /// To record that the promise was kept.
    Meet,
    /// To record that the time is up.
    Break,
}

impl Clock {
    /// Starts a clock under a rule: `start` is when its event happened, `recorded` is now. For a term before an event, `start`
    /// is when the event will be; for a set day, an instant of that day.
    ///
    /// # Errors
    /// [`Refused::InTheFuture`], [`Refused::BackDated`].
    pub fn start(rule: &Rule, start: Moment, recorded: Moment) -> Result<Self, Refused> {
        if start > recorded && !matches!(rule.term, Term::Before(_) | Term::OnDay) {
            return Err(Refused::InTheFuture);
        }
        if start < recorded && !rule.back_dating {
            return Err(Refused::BackDated);
        }
        Ok(Self {
            rule: rule.id.clone(),
            version: rule.from.to_string(),
            start,
            recorded,
            pauses: Vec::new(),
            extended: None,
            broken: None,
            met: None,
        })
    }

    /// Takes a step at an instant, or says why not.
    ///
    /// # Errors
    /// See [`Refused`].
    pub fn take(
        &self,
        rule: &Rule,
        zone: &Zone,
        calendar: &Calendar,
        step: Step,
        at: Moment,
    ) -> Result<Self, Refused> {
        self.is_under(rule)?;
        let state = self.state();
        if matches!(state, State::Met | State::MetLate) {
            return Err(Refused::Closed);
        }
        if at < self.newest() {
            return Err(Refused::OutOfOrder);
        }
        // While it stands still its time cannot run out.
        let in_time =
            state == State::Paused || (state == State::Running && self.due(rule, zone, calendar)?.allows(at));
        let mut next = self.clone();
        match (state, step) {
            (State::Met | State::MetLate, _) => return Err(Refused::Closed),
            (State::Running | State::Paused | State::Broken, Step::Meet) => {
                next.met = Some(Met { at, in_time })
            }
            (State::Running, Step::Break) if in_time => return Err(Refused::NotYet),
            (State::Running, Step::Break) => next.broken = Some(at),
            (State::Broken, Step::Break | Step::Pause(_) | Step::Extend(_)) => return Err(Refused::TooLate),
            (State::Running, Step::Pause(_) | Step::Extend(_)) if !in_time => return Err(Refused::TooLate),
            (State::Running, Step::Pause(_)) if !rule.pause => return Err(Refused::NoPause),
            (State::Running, Step::Extend(_)) if rule.extend.is_none() => return Err(Refused::NoExtension),
            (State::Running, Step::Extend(_)) if self.extended.is_some() => {
                return Err(Refused::ExtendedAlready);
            }
            (State::Running, Step::Pause(reason) | Step::Extend(reason)) if reason.trim().is_empty() => {
                return Err(Refused::NoReason);
            }
            (State::Running, Step::Pause(reason)) => next.pauses.push(Pause { from: at, to: None, reason }),
            (State::Running, Step::Extend(reason)) => next.extended = Some(Extension { at, reason }),
            (State::Running | State::Broken, Step::Resume) => return Err(Refused::NotPaused),
            (State::Paused, Step::Resume) => {
                if let Some(pause) = next.pauses.last_mut() {
                    pause.to = Some(at);
                }
            }
            (State::Paused, Step::Pause(_) | Step::Extend(_) | Step::Break) => return Err(Refused::Paused),
        }
        Ok(next)
    }

    /// When its time is up.
    ///
    /// # Errors
    /// [`Refused::OtherRule`], or why there is no end.
    pub fn due(&self, rule: &Rule, zone: &Zone, calendar: &Calendar) -> Result<Due, Refused> {
        self.is_under(rule)?;
        let extended = rule.extend.filter(|_| self.extended.is_some());
        Ok(due(rule, self.start, &self.pauses, extended, zone, calendar)?)
    }

    /// Where it stands, by what has been recorded.
    #[must_use]
    pub fn state(&self) -> State {
        match (&self.met, self.broken, self.pauses.last()) {
            (Some(Met { in_time: true, .. }), _, _) => State::Met,
            (Some(Met { in_time: false, .. }), _, _) => State::MetLate,
            (None, Some(_), _) => State::Broken,
            (None, None, Some(Pause { to: None, .. })) => State::Paused,
            (None, None, _) => State::Running,
        }
    }

    /// Whether it was met, and in time.
    #[must_use]
    pub fn was_in_time(&self) -> bool {
        self.state() == State::Met
    }

    /// The id of its rule, and the first day of the rule's version as ISO text.
    #[must_use]
    pub fn rule(&self) -> (&str, &str) {
        (&self.rule, &self.version)
    }

    /// When the event happened that started it.
    #[must_use]
    pub fn started(&self) -> Moment {
        self.start
    }

    /// How much later the start was recorded than it happened: to be shown wherever the clock is.
    #[must_use]
    pub fn recorded_late_by(&self) -> Option<Duration> {
        Some(self.recorded.since(self.start)).filter(|it| !it.is_zero())
    }

    /// When it was met.
    #[must_use]
    pub fn met_at(&self) -> Option<Moment> {
        self.met.map(|it| it.at)
    }

    /// The pauses it had.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// When and why it was extended.
    #[must_use]
    pub fn extended(&self) -> Option<(Moment, &str)> {
        self.extended.as_ref().map(|it| (it.at, it.reason.as_str()))
    }

    fn is_under(&self, rule: &Rule) -> Result<(), Refused> {
        let same = self.rule == rule.id && self.version == rule.from.to_string();
        if same { Ok(()) } else { Err(Refused::OtherRule) }
    }

    /// The newest instant that has been recorded.
    fn newest(&self) -> Moment {
        let pauses = self.pauses.iter().flat_map(|it| [Some(it.from), it.to]);
        let others = [Some(self.recorded), self.extended.as_ref().map(|it| it.at), self.broken];
        pauses.chain(others).flatten().max().unwrap_or(self.recorded)
    }
}

#[cfg(test)]
mod tests;
