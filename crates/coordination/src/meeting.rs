//! A meeting from called to held, and its record from draft to approved, as a machine that knows every step and why one is shut.

use kernel::Refusal;

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// People are invited.
    Called,
    /// Put off, and nobody knows yet to when.
    PutOff,
    /// It took place.
    Held,
    /// It did not (S154).
    Missed,
}

/// Where its record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// Nothing is written.
    None,
    /// Being written.
    Draft,
    /// With the chair.
    Submitted,
    /// Approved, word for word.
    Approved,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Change its particulars.
    Change,
    /// Put it off.
    PutOff,
    /// It took place.
    Hold,
    /// It did not.
    Miss,
    /// Note who came.
    Attend,
    /// Write the record and the conclusions.
    Write,
    /// Give the record to the chair.
    Submit,
    /// The chair gives it back.
    Return,
    /// The chair approves it.
    Approve,
    /// Issue the conclusions as a paper.
    Issue,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::Called, Self::PutOff, Self::Held, Self::Missed];

    /// The name in tables and locale keys (`meeting-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Called => "called",
            Self::PutOff => "put-off",
            Self::Held => "held",
            Self::Missed => "missed",
        }
    }

    /// The one of that name; what is unknown is called.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Called)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Called => "scheduled",
            Self::PutOff => "returned",
            Self::Held => "done",
            Self::Missed => "withdrawn",
        }
    }
}

impl Record {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::None, Self::Draft, Self::Submitted, Self::Approved];

    /// The name in tables and locale keys (`meeting-record-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::None)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::None | Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Change,
        Self::PutOff,
        Self::Hold,
        Self::Miss,
        Self::Attend,
        Self::Write,
        Self::Submit,
        Self::Return,
        Self::Approve,
        Self::Issue,
    ];
}

/// What a step needs to know beside where things stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its beginning has come.
    pub begun: bool,
    /// A reason was given.
    pub reason_given: bool,
    /// Another time was said.
    pub another_time: bool,
    /// There is a text to submit.
    pub written: bool,
    /// Who asks wrote some of the record.
    pub own_words: bool,
    /// The paper is out.
    pub issued: bool,
    /// There are conclusions.
    pub concluded: bool,
}

/// Takes a step: where meeting and record stand after it, or every reason against.
///
/// # Errors
/// All reasons why the step is not open.
pub fn take(
    state: State,
    record: Record,
    step: Step,
    facts: &Facts,
) -> Result<(State, Record), Vec<Refusal>> {
    use Record as R;
    use State as S;
    let shut = |key| Err(vec![Refusal::new(key)]);
    let next = match (step, state, record) {
        (Step::Change | Step::PutOff | Step::Miss, S::Held, _) => return shut("closed-meeting-held"),
        (Step::Change | Step::PutOff | Step::Miss, S::Missed, _) => return shut("closed-meeting-missed"),
        (Step::Change, ..) => (state, record),
        (Step::PutOff, S::PutOff, _) if !facts.another_time => return shut("closed-meeting-put-off"),
        (Step::PutOff, ..) => (if facts.another_time { S::Called } else { S::PutOff }, record),
        (Step::Miss, ..) => (S::Missed, record),
        (Step::Hold, S::Held, _) => return shut("closed-meeting-held"),
        (Step::Hold, S::PutOff, _) => return shut("closed-meeting-put-off"),
        (Step::Hold, ..) => (S::Held, record),
        (_, S::Called | S::PutOff | S::Missed, _) => return shut("closed-meeting-not-held"),
        (Step::Attend | Step::Write, _, R::Submitted) => return shut("closed-record-submitted"),
        (Step::Attend | Step::Write | Step::Submit | Step::Return | Step::Approve, _, R::Approved) => {
            return shut("closed-record-approved");
        }
        (Step::Attend, ..) => (state, record),
        (Step::Write, ..) => (state, R::Draft),
        (Step::Submit, _, R::Submitted) => return shut("closed-record-submitted"),
        (Step::Submit, ..) => (state, R::Submitted),
        (Step::Return | Step::Approve, _, R::None | R::Draft) => return shut("closed-record-not-submitted"),
        (Step::Return, ..) => (state, R::Draft),
        (Step::Approve, ..) => (state, R::Approved),
        (Step::Issue, _, R::Approved) => (state, record),
        (Step::Issue, ..) => return shut("closed-record-not-approved"),
    };
    let mut against = Vec::new();
    if matches!(step, Step::PutOff | Step::Miss | Step::Return) && !facts.reason_given {
        against.push(Refusal::field("reason", "refused-reason"));
    }
    if matches!(step, Step::Hold | Step::Miss) && !facts.begun && state == S::Called {
        against.push(Refusal::new("closed-meeting-not-begun"));
    }
    match step {
        Step::Submit if !facts.written => against.push(Refusal::field("record", "refused-record-empty")),
        Step::Approve if facts.own_words => against.push(Refusal::new("closed-record-own")),
        Step::Issue if facts.issued => against.push(Refusal::new("closed-notice-issued")),
        Step::Issue if !facts.concluded => against.push(Refusal::new("closed-notice-empty")),
        _ => {}
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(begun: bool) -> Facts {
        Facts { begun, reason_given: true, written: true, concluded: true, ..Facts::default() }
    }

    #[test]
    fn the_machine_as_a_table() {
        let mut table = String::new();
        for begun in [false, true] {
            for (state, record) in [
                (State::Called, Record::None),
                (State::PutOff, Record::None),
                (State::Missed, Record::None),
                (State::Held, Record::None),
                (State::Held, Record::Draft),
                (State::Held, Record::Submitted),
                (State::Held, Record::Approved),
            ] {
                for step in Step::ALL {
                    let word = match take(state, record, step, &whole(begun)) {
                        Ok((state, record)) => format!("{} {}", state.name(), record.name()),
                        Err(against) => {
                            format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                        }
                    };
                    let when = if begun { "begun" } else { "before" };
                    table.push_str(&format!(
                        "{when:<7}{:<9}{:<10}{:<7} {word}\n",
                        state.name(),
                        record.name(),
                        format!("{step:?}")
                    ));
                }
            }
        }
        expect_test::expect_file!["meeting.txt"].assert_eq(&table);
    }

    proptest! {
        /// Whatever is tried in whatever order, an approved record never changes, and was submitted before.
        #[test]
        fn an_approved_record_stays(steps in prop::collection::vec((0..Step::ALL.len(), any::<[bool; 7]>()), 0..40)) {
            let (mut state, mut record) = (State::Called, Record::None);
            for (which, [begun, reason_given, another_time, written, own_words, issued, concluded]) in steps {
                let facts = Facts { begun, reason_given, another_time, written, own_words, issued, concluded };
                let before = record;
                let step = Step::ALL[which];
                if let Ok((next, then)) = take(state, record, step, &facts) {
                    (state, record) = (next, then);
                }
                if before == Record::Approved {
                    prop_assert_eq!(record, Record::Approved);
                    prop_assert_eq!(state, State::Held);
                }
                if record == Record::Approved && before != Record::Approved {
                    prop_assert_eq!(before, Record::Submitted);
                    prop_assert!(!own_words);
                }
            }
        }
    }
}
