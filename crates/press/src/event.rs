//! A press event from planned to held, as a machine that knows every step and why one is shut.

use kernel::Refusal;

/// Where the press is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Họp báo (PN-12).
    Conference,
    /// Giao ban báo chí, ours or somebody else's (PN-09, line 2 of PN-21).
    Briefing,
    /// Another meeting with the press: a tour, an exchange.
    Other,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Known inside.
    Planned,
    /// Announced to the public and the press.
    Announced,
    /// It took place.
    Held,
    /// It will not.
    Cancelled,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Change its particulars.
    Change,
    /// Announce it.
    Announce,
    /// Record that the body that manages the press was notified (BC-10).
    Notify,
    /// Invite contacts.
    Invite,
    /// Let journalists register, admit them or not.
    Admit,
    /// Ask units, prepare questions, keep what was said.
    Record,
    /// It took place.
    Hold,
    /// Call it off.
    CallOff,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Conference, Self::Briefing, Self::Other];

    /// The name in tables and locale keys (`pevent-kind-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conference => "conference",
            Self::Briefing => "briefing",
            Self::Other => "other",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Announced, Self::Held, Self::Cancelled];

    /// The name in tables and locale keys (`pevent-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Announced => "announced",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }

    /// The one of that name; what is unknown is planned, which nobody outside can see.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Planned)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Planned => "draft",
            Self::Announced => "scheduled",
            Self::Held => "done",
            Self::Cancelled => "withdrawn",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 8] = [
        Self::Change,
        Self::Announce,
        Self::Notify,
        Self::Invite,
        Self::Admit,
        Self::Record,
        Self::Hold,
        Self::CallOff,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Place, chair and content are said: what BC-10 asks to be told.
    pub complete: bool,
    /// Its beginning has come.
    pub begun: bool,
    /// The body that manages the press was notified.
    pub notified: bool,
    /// A reason was given.
    pub reason_given: bool,
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    use State as S;
    let next = match (step, state) {
        (Step::Record, _) => Ok(state),
        (_, S::Cancelled) => Err("closed-pevent-cancelled"),
        (_, S::Held) => Err("closed-pevent-held"),
        (Step::Announce, S::Planned) => Ok(S::Announced),
        (Step::Announce, S::Announced) => Err("closed-pevent-announced"),
        (Step::Invite | Step::Admit, S::Planned) => Err("closed-pevent-planned"),
        (Step::Hold, _) => Ok(S::Held),
        (Step::CallOff, _) => Ok(S::Cancelled),
        (Step::Change | Step::Notify | Step::Invite | Step::Admit, _) => Ok(state),
    };
    let next = next.map_err(|key| vec![Refusal::new(key)])?;
    let mut against = Vec::new();
    match step {
        Step::Announce if !facts.complete => against.push(Refusal::new("refused-pevent-incomplete")),
        Step::Notify if facts.notified => against.push(Refusal::new("closed-pevent-notified")),
        Step::Hold if !facts.begun => against.push(Refusal::new("closed-pevent-not-begun")),
        Step::CallOff if !facts.reason_given => {
            against.push(Refusal::field("reason", "refused-reason"));
        }
        _ => {}
    }
    if matches!(step, Step::Announce | Step::Invite | Step::Admit) && facts.begun {
        against.push(Refusal::new("closed-pevent-begun"));
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_as_a_table() {
        let mut table = String::new();
        for begun in [false, true] {
            let facts = Facts { complete: true, begun, notified: false, reason_given: true };
            for state in State::ALL {
                for step in Step::ALL {
                    let word = match take(state, step, &facts) {
                        Ok(next) => next.name().to_owned(),
                        Err(against) => {
                            format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                        }
                    };
                    let when = if begun { "begun" } else { "before" };
                    table.push_str(&format!(
                        "{when:<7}{:<10}{:<9} {word}\n",
                        state.name(),
                        format!("{step:?}")
                    ));
                }
            }
        }
        expect_test::expect_file!["event.txt"].assert_eq(&table);
    }
}
