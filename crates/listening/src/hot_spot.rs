//! The handling of a hot spot: from detected to closed, as a machine that knows every step and why one is shut.

use kernel::Refusal;

/// Where a hot spot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has taken notice yet.
    Detected,
    /// Somebody has.
    Acknowledged,
    /// A unit was asked.
    Assigned,
    /// The agency's answer is public.
    Answered,
    /// Nothing more is to be done.
    Closed,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Take notice.
    Acknowledge,
    /// Determine that it affects public opinion: PN-16 runs from here.
    Determine,
    /// Ask a unit.
    Assign,
    /// Begin the story that answers it.
    BeginAnswer,
    /// The answer is public.
    Answer,
    /// Set it aside for a time.
    Mute,
    /// Watch it again.
    Unmute,
    /// Close it.
    Close,
    /// Open it again.
    Reopen,
}

/// How bad it is, as kept. The engine's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Notice,
    /// Somebody should be told.
    Warning,
    /// A leader should be told now.
    Urgent,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 5] =
        [Self::Detected, Self::Acknowledged, Self::Assigned, Self::Answered, Self::Closed];

    /// The name in tables and locale keys (`spot-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::Acknowledged => "acknowledged",
            Self::Assigned => "assigned",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The one of that name; what is unknown is taken for open and unseen.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Detected)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Detected => "late",
            Self::Acknowledged => "soon",
            Self::Assigned => "submitted",
            Self::Answered => "published",
            Self::Closed => "done",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 9] = [
        Self::Acknowledge,
        Self::Determine,
        Self::Assign,
        Self::BeginAnswer,
        Self::Answer,
        Self::Mute,
        Self::Unmute,
        Self::Close,
        Self::Reopen,
    ];
}

impl Severity {
    /// The name in tables and locale keys (`severity-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Urgent => "urgent",
        }
    }

    /// The one of that name; what is unknown is worth a look.
    #[must_use]
    pub fn named(name: &str) -> Self {
        [Self::Warning, Self::Urgent].into_iter().find(|one| one.name() == name).unwrap_or(Self::Notice)
    }
}

impl From<pulse::heat::Severity> for Severity {
    fn from(heat: pulse::heat::Severity) -> Self {
        match heat {
            pulse::heat::Severity::Notice => Self::Notice,
            pulse::heat::Severity::Warning => Self::Warning,
            pulse::heat::Severity::Urgent => Self::Urgent,
        }
    }
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// It was determined that opinion is affected.
    pub determined: bool,
    /// It is muted now.
    pub muted: bool,
    /// A unit was asked.
    pub assigned: bool,
    /// A reason was given.
    pub reason_given: bool,
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = Vec::new();
    let mut shut = |key: &'static str| against.push(Refusal::new(key));
    let next = match (state, step) {
        (State::Closed, Step::Reopen) => State::Acknowledged,
        (State::Closed, _) => {
            shut("closed-spot-closed");
            state
        }
        (_, Step::Reopen) => {
            shut("closed-spot-open");
            state
        }
        (State::Detected, Step::Acknowledge) => State::Acknowledged,
        (State::Acknowledged | State::Assigned | State::Answered, Step::Acknowledge) => {
            shut("closed-spot-acknowledged");
            state
        }
        // Whoever acts on it has taken notice of it.
        (State::Detected, Step::Determine | Step::Mute | Step::Unmute) => State::Acknowledged,
        (State::Detected | State::Acknowledged | State::Assigned, Step::Assign | Step::BeginAnswer) => {
            State::Assigned
        }
        (State::Answered, Step::Assign | Step::BeginAnswer) => State::Answered,
        (_, Step::Determine | Step::Mute | Step::Unmute) => state,
        (_, Step::Answer) => State::Answered,
        (_, Step::Close) => State::Closed,
    };
    if step == Step::Determine && facts.determined {
        shut("closed-spot-determined");
    }
    if step == Step::Mute && facts.muted {
        shut("closed-spot-muted");
    }
    if step == Step::Unmute && !facts.muted {
        shut("closed-spot-not-muted");
    }
    if step == Step::BeginAnswer && !facts.assigned {
        shut("closed-spot-unassigned");
    }
    if matches!(step, Step::Mute | Step::Close | Step::Reopen) && !facts.reason_given {
        against.push(Refusal::field("reason", "refused-reason"));
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_machine_as_a_table() {
        let facts = Facts { reason_given: true, assigned: true, ..Facts::default() };
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                let word = match take(state, step, &facts) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                table.push_str(&format!("{:<13}{:<12} {word}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["hot_spot.txt"].assert_eq(&table);
    }

    proptest! {
        #[test]
        fn nothing_but_reopening_leads_out_of_closed(
            steps in proptest::collection::vec(0usize..Step::ALL.len(), 0..40),
            reason_given: bool, determined: bool, muted: bool, assigned: bool,
        ) {
            let facts = Facts { determined, muted, assigned, reason_given };
            let mut state = State::Detected;
            for at in steps {
                let step = Step::ALL[at];
                match take(state, step, &facts) {
                    Ok(next) => {
                        prop_assert!(state != State::Closed || step == Step::Reopen);
                        prop_assert!(next != State::Closed || step == Step::Close && reason_given);
                        prop_assert!(next != State::Detected, "no step leads back to unseen");
                        state = next;
                    }
                    Err(against) => prop_assert!(!against.is_empty()),
                }
            }
        }
    }
}
