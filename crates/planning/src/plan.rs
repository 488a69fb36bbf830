//! A plan from its first line to its end, as a machine that knows every step and why one is shut (S63 to S65).

use kernel::Refusal;

/// What kind of plan it is. The order is from the longest to the shortest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Several years.
    Medium,
    /// A year.
    Annual,
    /// A quarter.
    Quarterly,
    /// A month.
    Monthly,
    /// One theme, such as external information (S37) or legal dissemination (S45).
    Thematic,
    /// Before, during and after an event (S59).
    Campaign,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Medium, Self::Annual, Self::Quarterly, Self::Monthly, Self::Thematic, Self::Campaign];

    /// The name in tables and locale keys (`plan-kind-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::Annual => "annual",
            Self::Quarterly => "quarterly",
            Self::Monthly => "monthly",
            Self::Thematic => "thematic",
            Self::Campaign => "campaign",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How many appraisals it needs before it is approved: a year or more is appraised in content and in money (S65).
    #[must_use]
    pub fn appraisals(self) -> u64 {
        if matches!(self, Self::Medium | Self::Annual) { 2 } else { 0 }
    }

    /// Whether a plan of this kind may lie inside one of `parent`: shorter inside longer, themes and campaigns inside any
    /// of the calendar.
    #[must_use]
    pub fn fits_in(self, parent: Self) -> bool {
        match (self, parent) {
            (_, Self::Campaign | Self::Thematic) => false,
            (Self::Thematic | Self::Campaign, _) => true,
            (mine, theirs) => mine as u8 > theirs as u8,
        }
    }
}

/// Themes of thematic plans.
pub const THEMES: [&str; 3] = ["external", "legal", "other"];

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Units write their lines.
    Drafting,
    /// A version was presented.
    Presented,
    /// Units appraise it.
    Appraisal,
    /// Approved, and not begun.
    Approved,
    /// It is what is done.
    InForce,
    /// Over.
    Closed,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Write a line.
    Write,
    /// Present this version.
    Present,
    /// Ask units to appraise it.
    AskAppraisal,
    /// Give a unit's opinion.
    Appraise,
    /// Send it back with a reason.
    Return,
    /// Approve exactly this version.
    Approve,
    /// Put it in force.
    Enforce,
    /// Propose a change of an approved line.
    Amend,
    /// Approve or refuse that change.
    DecideAmendment,
    /// Close it.
    Close,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 6] =
        [Self::Drafting, Self::Presented, Self::Appraisal, Self::Approved, Self::InForce, Self::Closed];

    /// The name in tables and locale keys (`plan-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Presented => "presented",
            Self::Appraisal => "appraisal",
            Self::Approved => "approved",
            Self::InForce => "in-force",
            Self::Closed => "closed",
        }
    }

    /// The one of that name; what is unknown is taken for a draft.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Drafting)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Drafting => "draft",
            Self::Presented | Self::Appraisal => "submitted",
            Self::Approved => "approved",
            Self::InForce => "published",
            Self::Closed => "done",
        }
    }

    /// Whether its lines are agreed.
    #[must_use]
    pub fn is_agreed(self) -> bool {
        matches!(self, Self::Approved | Self::InForce | Self::Closed)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Write,
        Self::Present,
        Self::AskAppraisal,
        Self::Appraise,
        Self::Return,
        Self::Approve,
        Self::Enforce,
        Self::Amend,
        Self::DecideAmendment,
        Self::Close,
    ];
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the table names them")]
pub struct Facts {
    /// It has lines.
    pub has_lines: bool,
    /// The meeting and the day are said.
    pub meeting_said: bool,
    /// A reason was given, where one is needed.
    pub reason_given: bool,
    /// Who acts wrote one of its lines, or this change.
    pub is_writer: bool,
    /// How many appraisals it needs.
    pub needed: u64,
    /// How many were asked for this version.
    pub asked: u64,
    /// How many of them are still open.
    pub open: u64,
    /// A change waits for a decision.
    pub amendment_waits: bool,
}

impl Default for Facts {
    /// What stands in the way of least.
    fn default() -> Self {
        Self {
            has_lines: true,
            meeting_said: true,
            reason_given: true,
            is_writer: false,
            needed: 2,
            asked: 2,
            open: 0,
            amendment_waits: false,
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
        (S::Drafting, T::Write) => S::Drafting,
        (S::Drafting, T::Present) => S::Presented,
        (S::Presented | S::Appraisal, T::AskAppraisal) | (S::Appraisal, T::Appraise) => S::Appraisal,
        (S::Presented | S::Appraisal, T::Return) => S::Drafting,
        (S::Presented | S::Appraisal, T::Approve) => S::Approved,
        (S::Approved, T::Enforce) => S::InForce,
        (S::Approved | S::InForce, T::Amend | T::DecideAmendment) => state,
        (S::InForce, T::Close) => S::Closed,
        (S::Closed, _) => return Err("closed-plan-over"),
        (S::Drafting, _) => return Err("closed-plan-drafting"),
        (S::Presented | S::Appraisal, T::Write) => return Err("closed-plan-frozen"),
        (S::Approved | S::InForce, T::Write) => return Err("closed-plan-amend"),
        (S::Presented | S::Appraisal, T::Present) => return Err("closed-plan-presented"),
        (S::Presented, T::Appraise) => return Err("closed-plan-not-appraised"),
        (S::Presented | S::Appraisal, T::Enforce | T::Amend | T::DecideAmendment | T::Close) => {
            return Err("closed-plan-not-approved");
        }
        (S::Approved, T::Close) => return Err("closed-plan-not-in-force"),
        (S::Approved | S::InForce, _) => return Err("closed-plan-approved"),
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
        Step::Present => {
            unless(facts.has_lines, Refusal::new("closed-plan-empty"));
            unless(facts.meeting_said, Refusal::field("meeting", "refused-plan-meeting"));
        }
        Step::Return => unless(facts.reason_given, Refusal::field("reason", "refused-plan-reason")),
        Step::Approve => {
            unless(!facts.is_writer, Refusal::new("closed-plan-own-lines"));
            unless(
                facts.asked >= facts.needed,
                Refusal::new("closed-plan-appraisals-missing").with("count", facts.needed),
            );
            unless(facts.open == 0, Refusal::new("closed-plan-appraisals-open").with("count", facts.open));
        }
        Step::Amend => unless(facts.reason_given, Refusal::field("reason", "refused-plan-reason")),
        Step::DecideAmendment => unless(!facts.is_writer, Refusal::new("closed-plan-own-change")),
        Step::Close => unless(!facts.amendment_waits, Refusal::new("closed-plan-change-waits")),
        Step::Write | Step::AskAppraisal | Step::Appraise | Step::Enforce => {}
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
                let word = match take(state, step, &Facts::default()) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                table.push_str(&format!("{:<10} {:<16} {word}\n", state.name(), format!("{step:?}")));
            }
        }
        expect_test::expect_file!["plan.txt"].assert_eq(&table);
    }

    #[test]
    fn s63_the_shorter_lies_inside_the_longer() {
        assert!(Kind::Annual.fits_in(Kind::Medium) && Kind::Monthly.fits_in(Kind::Quarterly));
        assert!(Kind::Campaign.fits_in(Kind::Annual) && Kind::Thematic.fits_in(Kind::Medium));
        assert!(!Kind::Medium.fits_in(Kind::Annual) && !Kind::Annual.fits_in(Kind::Annual));
        assert!(!Kind::Monthly.fits_in(Kind::Campaign));
    }

    proptest! {
        #[test]
        fn s65_nothing_is_in_force_without_another_person_and_every_appraisal(
            steps in proptest::collection::vec((0usize..Step::ALL.len(), any::<[bool; 5]>(), 0u64..3, 0u64..3), 0..60),
        ) {
            let mut state = State::Drafting;
            let mut approved = false;
            for (at, [has_lines, meeting_said, reason_given, is_writer, amendment_waits], asked, open) in steps {
                let step = Step::ALL[at];
                let facts = Facts { has_lines, meeting_said, reason_given, is_writer, needed: 2, asked, open, amendment_waits };
                match take(state, step, &facts) {
                    Ok(next) => {
                        if step == Step::Approve {
                            prop_assert!(!is_writer && asked >= 2 && open == 0);
                            approved = true;
                        }
                        prop_assert!(step != Step::Return || reason_given);
                        prop_assert!(!next.is_agreed() || approved, "agreed without approval");
                        prop_assert!(step != Step::Write || state == State::Drafting);
                        state = next;
                        if state == State::Drafting { approved = false; }
                    }
                    Err(against) => prop_assert!(!against.is_empty()),
                }
            }
        }
    }
}
