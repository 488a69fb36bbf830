//! A piece of work: from given to confirmed, as a machine that knows every step and why one is shut (S62, S124).

use kernel::Refusal;

/// Where a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The unit has it and has said nothing yet.
    Given,
    /// The unit took it on.
    Accepted,
    /// The unit will not, and said why.
    Declined,
    /// It goes on.
    Doing,
    /// The unit says it is done.
    Done,
    /// Who gave it agrees.
    Confirmed,
    /// Taken back.
    Withdrawn,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Take it on.
    Accept,
    /// Say no, with a reason.
    Decline,
    /// Say how far it is.
    Advance,
    /// Something of what was wanted counts.
    Deliver,
    /// Say that it is done.
    Claim,
    /// Agree that it is.
    Confirm,
    /// Send it back with a reason.
    SendBack,
    /// Give what was declined again.
    Regive,
    /// Move its day.
    Move,
    /// Let it go on in the next month.
    RollOver,
    /// Take it back.
    Withdraw,
    /// Remind the unit.
    Remind,
    /// Say what keeps it from going on.
    Block,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 7] = [
        Self::Given,
        Self::Accepted,
        Self::Declined,
        Self::Doing,
        Self::Done,
        Self::Confirmed,
        Self::Withdrawn,
    ];

    /// The name in tables and locale keys (`work-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Confirmed => "confirmed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one of that name; what is unknown is taken for new.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Given)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Given => "soon",
            Self::Accepted => "draft",
            Self::Declined => "returned",
            Self::Doing => "scheduled",
            Self::Done => "submitted",
            Self::Confirmed => "done",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the unit still owes it.
    #[must_use]
    pub fn is_owed(self) -> bool {
        matches!(self, Self::Given | Self::Accepted | Self::Doing)
    }

    /// Whether nothing more happens to it.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Confirmed | Self::Withdrawn)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 13] = [
        Self::Accept,
        Self::Decline,
        Self::Advance,
        Self::Deliver,
        Self::Claim,
        Self::Confirm,
        Self::SendBack,
        Self::Regive,
        Self::Move,
        Self::RollOver,
        Self::Withdraw,
        Self::Remind,
        Self::Block,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Who acts is who said that it was done.
    pub is_claimer: bool,
    /// Everything countable that was wanted counts.
    pub delivered: bool,
    /// It has a day.
    pub has_due: bool,
    /// The unit was reminded today already.
    pub reminded_today: bool,
}

impl Default for Facts {
    /// What stands in the way of least.
    fn default() -> Self {
        Self { is_claimer: false, delivered: true, has_due: true, reminded_today: false }
    }
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = objections(step, facts);
    match follow(state, step, facts) {
        Ok(next) if against.is_empty() => Ok(next),
        Ok(_) => Err(against),
        Err(key) => {
            against.insert(0, Refusal::new(key));
            Err(against)
        }
    }
}

/// Where a step leads.
fn follow(state: State, step: Step, facts: &Facts) -> Result<State, &'static str> {
    use State as S;
    use Step as T;
    Ok(match (state, step) {
        (S::Confirmed, _) => return Err("closed-work-confirmed"),
        (S::Withdrawn, _) => return Err("closed-work-withdrawn"),
        (S::Given, T::Accept) => S::Accepted,
        (S::Given | S::Accepted, T::Decline) => S::Declined,
        (S::Accepted | S::Doing, T::Advance) => S::Doing,
        // What was wanted came: nobody needs to say so again.
        (S::Given | S::Accepted | S::Doing, T::Deliver) => {
            if facts.delivered {
                S::Done
            } else {
                S::Doing
            }
        }
        (S::Declined | S::Done, T::Deliver) => state,
        (S::Accepted | S::Doing, T::Claim) => S::Done,
        (S::Done, T::Confirm) => S::Confirmed,
        (S::Done, T::SendBack) => S::Doing,
        (S::Declined, T::Regive) => S::Given,
        (S::Given | S::Accepted | S::Doing, T::Move | T::RollOver | T::Remind | T::Block) => state,
        (S::Given | S::Accepted | S::Doing | S::Declined | S::Done, T::Withdraw) => S::Withdrawn,
        (S::Given, T::Advance | T::Claim) => return Err("closed-work-not-accepted"),
        (S::Declined, _) => return Err("closed-work-declined"),
        (S::Done, _) => return Err("closed-work-done"),
        (_, T::Accept) => return Err("closed-work-accepted"),
        (_, T::Decline) => return Err("closed-work-begun"),
        (_, T::Confirm | T::SendBack) => return Err("closed-work-not-done"),
        (_, T::Regive) => return Err("closed-work-not-declined"),
    })
}

/// Reasons against a step that have nothing to do with the state.
fn objections(step: Step, facts: &Facts) -> Vec<Refusal> {
    let mut against = Vec::new();
    let mut need = |holds: bool, key: &'static str| {
        if !holds {
            against.push(Refusal::new(key));
        }
    };
    match step {
        Step::Claim => need(facts.delivered, "closed-work-undelivered"),
        Step::Confirm => need(!facts.is_claimer, "closed-work-own-claim"),
        Step::RollOver => need(facts.has_due, "closed-work-no-day"),
        Step::Remind => need(!facts.reminded_today, "closed-work-reminded-today"),
        Step::Accept
        | Step::Decline
        | Step::Advance
        | Step::Deliver
        | Step::SendBack
        | Step::Regive
        | Step::Move
        | Step::Withdraw
        | Step::Block => {}
    }
    against
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_step_from_every_state() {
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                let outcome = match take(state, step, &Facts::default()) {
                    Ok(next) => next.name().to_owned(),
                    Err(why) => format!("✗ {}", why.iter().map(|it| it.key).collect::<Vec<_>>().join(" ")),
                };
                table.push_str(&format!("{:<10} {:<9} {outcome}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["./assignment.txt"].assert_eq(&table);
    }

    fn facts() -> impl Strategy<Value = Facts> {
        any::<[bool; 4]>().prop_map(|[is_claimer, delivered, has_due, reminded_today]| Facts {
            is_claimer,
            delivered,
            has_due,
            reminded_today,
        })
    }

    proptest! {
        #[test]
        fn nobody_confirms_their_own_claim(state in prop::sample::select(State::ALL.to_vec()), facts in facts()) {
            let facts = Facts { is_claimer: true, ..facts };
            prop_assert!(take(state, Step::Confirm, &facts).is_err());
        }

        #[test]
        fn what_is_closed_stays_so(step in prop::sample::select(Step::ALL.to_vec()), facts in facts()) {
            prop_assert!(take(State::Confirmed, step, &facts).is_err());
            prop_assert!(take(State::Withdrawn, step, &facts).is_err());
        }

        #[test]
        fn only_confirming_confirms(
            state in prop::sample::select(State::ALL.to_vec()),
            step in prop::sample::select(Step::ALL.to_vec()),
            facts in facts(),
        ) {
            if let Ok(State::Confirmed) = take(state, step, &facts) {
                prop_assert!(step == Step::Confirm && state == State::Done);
            }
        }
    }
}
