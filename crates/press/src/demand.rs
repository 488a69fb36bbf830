//! A demand for correction (PN-18): written with its grounds, approved by a second person, sent, answered, and how often it
//! may be repeated (BC-09). It asks an outlet for what the law lets anybody ask; nothing here stops what is not printed yet (L8).

use kernel::Refusal;

/// Where a demand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is being written.
    Draft,
    /// A second person approved exactly this text.
    Approved,
    /// The outlet has it; BC-04 runs.
    Sent,
    /// The outlet answered, or let the time pass.
    Answered,
    /// Nothing more is to be done.
    Closed,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Write its text.
    Write,
    /// Approve exactly this text.
    Approve,
    /// Send it.
    Send,
    /// Note what the outlet did.
    NoteAnswer,
    /// Begin the next round.
    Repeat,
    /// Close it.
    Close,
}

/// What the outlet did.
pub const OUTCOMES: [&str; 3] = ["corrected", "refused", "no-answer"];

/// What is asked for.
pub const ASKS: [&str; 3] = ["correction", "apology", "both"];

/// How many rounds there are; after them the outlet may stop publishing answers (BC-09).
pub const MOST_ROUNDS: i64 = 2;

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Approved, Self::Sent, Self::Answered, Self::Closed];

    /// The name in tables and locale keys (`demand-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Sent => "sent",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The one of that name; what is unknown is a draft.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Draft)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Sent => "submitted",
            Self::Answered => "published",
            Self::Closed => "done",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 6] =
        [Self::Write, Self::Approve, Self::Send, Self::NoteAnswer, Self::Repeat, Self::Close];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Who acts wrote a part of the text.
    pub own_text: bool,
    /// What was approved is exactly the text as it stands.
    pub hash_holds: bool,
    /// Which round it is.
    pub round: i64,
    /// There is a round after it.
    pub repeated: bool,
    /// A reason was given.
    pub reason_given: bool,
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = Vec::new();
    let mut shut = |key: &'static str| {
        against.push(Refusal::new(key));
        state
    };
    let next = match (state, step) {
        (State::Draft | State::Approved, Step::Write) => State::Draft,
        (State::Draft, Step::Approve) => State::Approved,
        (State::Approved, Step::Send) => State::Sent,
        (State::Sent, Step::NoteAnswer) => State::Answered,
        (State::Answered | State::Closed, Step::Repeat) => state,
        (State::Draft | State::Approved | State::Sent | State::Answered, Step::Close) => State::Closed,
        (State::Closed, _) => shut("closed-demand-closed"),
        (State::Sent | State::Answered, Step::Write | Step::Approve | Step::Send) => {
            shut("closed-demand-sent")
        }
        (State::Approved, Step::Approve) => shut("closed-demand-approved"),
        (State::Draft, Step::Send) => shut("closed-demand-not-approved"),
        (State::Draft | State::Approved, Step::NoteAnswer) => shut("closed-demand-not-sent"),
        (State::Answered, Step::NoteAnswer) => shut("closed-demand-answered"),
        (State::Draft | State::Approved | State::Sent, Step::Repeat) => shut("closed-demand-not-answered"),
    };
    match step {
        Step::Approve if facts.own_text => against.push(Refusal::new("closed-demand-own-text")),
        Step::Send if !facts.hash_holds => against.push(Refusal::new("closed-demand-not-this-text")),
        Step::Repeat if facts.repeated => against.push(Refusal::new("closed-demand-repeated")),
        Step::Repeat if facts.round >= MOST_ROUNDS => {
            against.push(Refusal::new("closed-demand-rounds").with("most", MOST_ROUNDS));
        }
        Step::Close if !facts.reason_given => against.push(Refusal::field("reason", "refused-reason")),
        _ => {}
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_as_a_table() {
        let facts = Facts { hash_holds: true, round: 1, reason_given: true, ..Facts::default() };
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                let word = match take(state, step, &facts) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                table.push_str(&format!("{:<10}{:<11} {word}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["demand.txt"].assert_eq(&table);
    }

    #[test]
    fn pn_18_bc_09_a_second_person_and_two_rounds() {
        let facts = Facts { hash_holds: true, round: 1, reason_given: true, ..Facts::default() };
        let keys = |state, step, facts: Facts| -> Vec<&'static str> {
            take(state, step, &facts).err().unwrap_or_default().iter().map(|reason| reason.key).collect()
        };
        assert_eq!(
            keys(State::Draft, Step::Approve, Facts { own_text: true, ..facts }),
            ["closed-demand-own-text"]
        );
        assert_eq!(
            keys(State::Approved, Step::Send, Facts { hash_holds: false, ..facts }),
            ["closed-demand-not-this-text"]
        );
        assert_eq!(
            keys(State::Answered, Step::Repeat, Facts { round: 2, ..facts }),
            ["closed-demand-rounds"]
        );
        assert_eq!(
            keys(State::Answered, Step::Repeat, Facts { repeated: true, ..facts }),
            ["closed-demand-repeated"]
        );
        assert_eq!(
            keys(State::Sent, Step::Close, Facts { reason_given: false, ..facts }),
            ["refused-reason"]
        );
    }
}
