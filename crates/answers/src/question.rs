//! The handling of a question: from received to answered or refused, as a machine that knows every step and why one is shut.

use kernel::Refusal;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody is responsible yet.
    Received,
    /// A unit is.
    Routed,
    /// An answer waits for a second person.
    Submitted,
    /// The asker has the answer.
    Answered,
    /// The asker was told why there is none.
    Refused,
    /// Taken for no question; it can be found and taken back.
    Aside,
    /// It goes on as part of another one.
    Merged,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Say which unit answers.
    Route,
    /// The unit sends it back.
    Return,
    /// Take it for no question.
    SetAside,
    /// Take that back.
    TakeBack,
    /// Let it go on as part of another one.
    Merge,
    /// Ask the asker for more.
    AskMore,
    /// The asker tells more.
    TellMore,
    /// Write the answer.
    Draft,
    /// Ask for approval.
    Submit,
    /// Send the answer back to its writer.
    ReturnReply,
    /// Approve exactly this text: the asker gets it.
    Approve,
    /// Refuse with a reason.
    Refuse,
    /// Make question and answer public.
    Publish,
    /// Leave a tombstone of them.
    Unpublish,
    /// Write a correction of what is public.
    Correct,
    /// Approve that correction.
    ApproveCorrection,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 7] = [
        Self::Received,
        Self::Routed,
        Self::Submitted,
        Self::Answered,
        Self::Refused,
        Self::Aside,
        Self::Merged,
    ];

    /// The name in tables and locale keys (`answers-state-…`, `ask-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Routed => "routed",
            Self::Submitted => "submitted",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Aside => "aside",
            Self::Merged => "merged",
        }
    }

    /// The one of that name; what is unknown is taken for new.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Received)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Received => "soon",
            Self::Routed => "draft",
            Self::Submitted => "submitted",
            Self::Answered => "published",
            Self::Refused => "returned",
            Self::Aside => "withdrawn",
            Self::Merged => "replaced",
        }
    }

    /// Whether nothing more is to be done for the asker.
    #[must_use]
    pub fn has_ended(self) -> bool {
        matches!(self, Self::Answered | Self::Refused | Self::Aside | Self::Merged)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 16] = [
        Self::Route,
        Self::Return,
        Self::SetAside,
        Self::TakeBack,
        Self::Merge,
        Self::AskMore,
        Self::TellMore,
        Self::Draft,
        Self::Submit,
        Self::ReturnReply,
        Self::Approve,
        Self::Refuse,
        Self::Publish,
        Self::Unpublish,
        Self::Correct,
        Self::ApproveCorrection,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the table names them")]
pub struct Facts {
    /// A reason was given, where one is needed.
    pub reason_given: bool,
    /// There is an answer.
    pub has_reply: bool,
    /// Who acts wrote that answer, or that correction.
    pub is_writer: bool,
    /// The asker agreed that it may be public (DL-02).
    pub consents: bool,
    /// Question and answer are public now.
    pub is_public: bool,
    /// A correction waits for approval.
    pub correction_waits: bool,
}

impl Default for Facts {
    /// What stands in the way of least.
    fn default() -> Self {
        Self {
            reason_given: true,
            has_reply: true,
            is_writer: false,
            consents: true,
            is_public: false,
            correction_waits: false,
        }
    }
}

/// Takes a step: the state after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let mut against = objections(step, facts);
    match follow(state, step) {
        Ok(next) if against.is_empty() => Ok(next),
        Ok(_) => Err(against),
        Err(key) => {
            against.insert(0, Refusal::new(key));
            Err(against)
        }
    }
}

/// Where a step leads.
fn follow(state: State, step: Step) -> Result<State, &'static str> {
    use State as S;
    use Step as T;
    Ok(match (state, step) {
        (S::Received | S::Routed, T::Route) => S::Routed,
        (S::Routed, T::Return) | (S::Aside | S::Refused | S::Merged, T::TakeBack) => S::Received,
        (S::Received | S::Routed, T::SetAside) => S::Aside,
        (S::Received | S::Routed, T::Merge) => S::Merged,
        (S::Received | S::Routed, T::AskMore) | (S::Received | S::Routed | S::Submitted, T::TellMore) => {
            state
        }
        (S::Routed, T::Draft) | (S::Submitted, T::ReturnReply) => S::Routed,
        (S::Routed, T::Submit) => S::Submitted,
        (S::Submitted, T::Approve) => S::Answered,
        (S::Received | S::Routed, T::Refuse) => S::Refused,
        (S::Answered, T::Publish | T::Unpublish | T::Correct | T::ApproveCorrection) => S::Answered,
        (S::Received, T::Draft | T::Submit | T::Return) => return Err("closed-question-unrouted"),
        (_, T::TakeBack) => return Err("closed-question-open"),
        (S::Submitted, _) => return Err("closed-question-submitted"),
        (_, T::ReturnReply | T::Approve) => return Err("closed-question-not-submitted"),
        (S::Answered | S::Refused | S::Aside | S::Merged, _) => return Err("closed-question-ended"),
        (_, T::Publish | T::Unpublish | T::Correct | T::ApproveCorrection) => {
            return Err("closed-question-unanswered");
        }
    })
}

/// What else must be so.
fn objections(step: Step, facts: &Facts) -> Vec<Refusal> {
    let mut against = Vec::new();
    let mut unless = |holds: bool, refusal: Refusal| {
        if !holds {
            against.push(refusal);
        }
    };
    match step {
        Step::Return
        | Step::SetAside
        | Step::TakeBack
        | Step::ReturnReply
        | Step::Refuse
        | Step::AskMore
        | Step::TellMore => unless(facts.reason_given, Refusal::field("reason", "refused-reason")),
        Step::Submit => unless(facts.has_reply, Refusal::field("reply", "refused-reply-missing")),
        Step::Approve => unless(!facts.is_writer, Refusal::new("refused-own-reply")),
        Step::Publish => {
            unless(facts.consents, Refusal::new("closed-question-no-consent"));
            unless(!facts.is_public, Refusal::new("closed-question-public"));
        }
        Step::Unpublish => {
            unless(facts.is_public, Refusal::new("closed-question-not-public"));
            unless(facts.reason_given, Refusal::field("reason", "refused-reason"));
        }
        Step::Correct => {
            unless(facts.is_public, Refusal::new("closed-question-not-public"));
            unless(facts.reason_given, Refusal::field("note", "refused-correction-note"));
        }
        Step::ApproveCorrection => {
            unless(facts.is_public, Refusal::new("closed-question-not-public"));
            unless(facts.correction_waits, Refusal::new("closed-question-no-correction"));
            unless(!facts.is_writer, Refusal::new("refused-own-reply"));
        }
        Step::Route | Step::Merge | Step::Draft => {}
    }
    against
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_machine_as_a_table() {
        let mut table = String::new();
        for state in State::ALL {
            for step in Step::ALL {
                let public = matches!(step, Step::Unpublish | Step::Correct | Step::ApproveCorrection);
                let facts = Facts { is_public: public, correction_waits: public, ..Facts::default() };
                let word = match take(state, step, &facts) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                table.push_str(&format!("{:<10} {:<18} {word}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["question.txt"].assert_eq(&table);
    }

    proptest! {
        #[test]
        fn no_way_leads_past_the_second_person_the_consent_or_a_reason(
            steps in proptest::collection::vec((0usize..Step::ALL.len(), any::<[bool; 6]>()), 0..60),
        ) {
            let mut state = State::Received;
            let mut approved = false;
            for (at, [reason_given, has_reply, is_writer, consents, is_public, correction_waits]) in steps {
                let step = Step::ALL[at];
                let facts = Facts { reason_given, has_reply, is_writer, consents, is_public, correction_waits };
                match take(state, step, &facts) {
                    Ok(next) => {
                        if next == State::Answered && state != State::Answered {
                            prop_assert!(step == Step::Approve && !is_writer && state == State::Submitted);
                            approved = true;
                        }
                        prop_assert!(next != State::Answered || approved, "answered without approval");
                        prop_assert!(step != Step::Publish || (consents && state == State::Answered));
                        prop_assert!(next != State::Refused || reason_given, "refused in silence (L5)");
                        prop_assert!(next != State::Aside || reason_given, "set aside in silence (L5)");
                        prop_assert!(step != Step::Unpublish || reason_given, "removed in silence (L7)");
                        prop_assert!(step != Step::Correct || reason_given, "corrected in silence (L6)");
                        prop_assert!(!state.has_ended() || next == state || step == Step::TakeBack);
                        state = next;
                        if state == State::Received { approved = false; }
                    }
                    Err(against) => prop_assert!(!against.is_empty()),
                }
            }
        }
    }
}
