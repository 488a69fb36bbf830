//! A report on its way: written, submitted, approved as exactly this text with exactly these numbers, issued under a number.

use kernel::Refusal;

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Being written.
    Drafting,
    /// Waits for approval.
    Submitted,
    /// Approved by a second person.
    Approved,
    /// Issued: it stays as it is.
    Issued,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Drafting, Self::Submitted, Self::Approved, Self::Issued];

    /// The name in tables and locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Issued => "issued",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What somebody may do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Change the words.
    Write,
    /// Count again.
    Count,
    /// Ask for approval.
    Submit,
    /// Send it back, with a reason.
    Return,
    /// Approve exactly what is shown.
    Approve,
    /// Give it its number and day.
    Issue,
    /// Open an approved one again; the approval is void.
    Reopen,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 7] =
        [Self::Write, Self::Count, Self::Submit, Self::Return, Self::Approve, Self::Issue, Self::Reopen];

    /// The name in locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Count => "count",
            Self::Submit => "submit",
            Self::Return => "return",
            Self::Approve => "approve",
            Self::Issue => "issue",
            Self::Reopen => "reopen",
        }
    }
}

/// What a step depends on beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Whether who asks wrote any of its words, or a unit's words in it.
    pub wrote: bool,
    /// Whether its period is over.
    pub over: bool,
    /// Whether it says anything.
    pub said: bool,
    /// Whether the numbers were taken after the period was over.
    pub counted: bool,
}

/// Where a step leads.
///
/// # Errors
/// All reasons against, at once.
pub fn take(state: State, step: Step, facts: Facts) -> Result<State, Vec<Refusal>> {
    use State::{Approved, Drafting, Issued, Submitted};
    let mut against = Vec::new();
    let to = match (state, step) {
        (Drafting, Step::Write | Step::Count) => Drafting,
        (Drafting, Step::Submit) => {
            for (holds, key) in [
                (facts.over, "refused-report-early"),
                (facts.counted, "refused-report-uncounted"),
                (facts.said, "refused-report-empty"),
            ] {
                if !holds {
                    against.push(Refusal::new(key));
                }
            }
            Submitted
        }
        (Submitted, Step::Return) => Drafting,
        (Submitted, Step::Approve) => {
            if facts.wrote {
                against.push(Refusal::new("refused-report-own"));
            }
            Approved
        }
        (Approved, Step::Issue) => Issued,
        (Submitted | Approved, Step::Reopen) => Drafting,
        _ => return Err(vec![Refusal::new("refused-report-state")]),
    };
    if against.is_empty() { Ok(to) } else { Err(against) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect_file;
    use proptest::prelude::*;
    use std::fmt::Write as _;

    #[test]
    fn every_step_from_every_state() {
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                for facts in [
                    Facts { wrote: false, over: true, said: true, counted: true },
                    Facts { wrote: true, over: true, said: true, counted: true },
                    Facts { wrote: false, over: false, said: false, counted: false },
                ] {
                    let shown = match take(state, step, facts) {
                        Ok(to) => to.name().to_owned(),
                        Err(against) => against.iter().map(|one| one.key).collect::<Vec<_>>().join(" "),
                    };
                    let who = if facts.wrote {
                        "wrote"
                    } else if facts.over {
                        "ready"
                    } else {
                        "unready"
                    };
                    writeln!(table, "{:<10}{:<9}{who:<9}{shown}", state.name(), step.name()).unwrap();
                }
            }
        }
        expect_file!["report.txt"].assert_eq(&table);
    }

    proptest! {
        #[test]
        fn nothing_is_issued_that_a_second_person_did_not_approve(
            steps in prop::collection::vec((0usize..7, any::<bool>(), any::<bool>()), 0..30)
        ) {
            let (mut state, mut approved) = (State::Drafting, false);
            for (step, wrote, over) in steps {
                let step = Step::ALL[step];
                let facts = Facts { wrote, over, said: true, counted: over };
                if let Ok(to) = take(state, step, facts) {
                    match step {
                        Step::Approve => { prop_assert!(!wrote); approved = true; }
                        Step::Write | Step::Count | Step::Reopen | Step::Return => {
                            prop_assert!(state != State::Issued);
                            approved = false;
                        }
                        Step::Submit => {}
                        Step::Issue => prop_assert!(approved),
                    }
                    state = to;
                }
            }
        }
    }
}
