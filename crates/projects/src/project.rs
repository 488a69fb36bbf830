//! A project from its decision to its settlement: its kinds, its states and every step with the reasons against one (S42, S49).

use kernel::{Day, Refusal};
use typed::amount::MOST_MONEY;
use typed::{line as one_line, too_long as not_longer};

/// What kind of money it spends. Locale keys `project-kind-…`.
pub const KINDS: [&str; 3] = ["investment", "purchase", "recurrent"];
/// Where money comes from, as lines of plans say it; others may be typed.
pub const SOURCES: [&str; 6] = [
    "Ngân sách tỉnh",
    "Ngân sách trung ương",
    "Chương trình mục tiêu quốc gia",
    "Ngân sách xã",
    "Nguồn xã hội hóa",
    "Nguồn thu hợp pháp khác",
];

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Assigned, being prepared.
    Preparing,
    /// Under way.
    Running,
    /// Everything is delivered.
    Completed,
    /// Its accounts are closed.
    Settled,
    /// Stopped, with a reason.
    Stopped,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Begin to carry it out.
    Start,
    /// Say that everything is delivered.
    Complete,
    /// Close its accounts.
    Settle,
    /// Stop it.
    Stop,
    /// Take it up again.
    Resume,
    /// Change its particulars, the money assigned or what it pays for.
    Change,
    /// Set what is to be spent by month.
    PlanMonths,
    /// Enter a contract, an annex, an acceptance.
    Contract,
    /// Enter money that was paid, or cancel what was entered wrongly.
    Pay,
    /// Say what holds it up, or that this is over.
    Hinder,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 5] =
        [Self::Preparing, Self::Running, Self::Completed, Self::Settled, Self::Stopped];

    /// The name in tables and locale keys (`project-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Settled => "settled",
            Self::Stopped => "stopped",
        }
    }

    /// The one of that name; what is unknown is taken for one that is prepared.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Preparing)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Preparing => "draft",
            Self::Running => "published",
            Self::Completed => "approved",
            Self::Settled => "done",
            Self::Stopped => "withdrawn",
        }
    }

    /// Whether money may be behind its plan: what is settled or stopped is not waited for.
    #[must_use]
    pub fn is_awaited(self) -> bool {
        !matches!(self, Self::Settled | Self::Stopped)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Complete,
        Self::Settle,
        Self::Stop,
        Self::Resume,
        Self::Change,
        Self::PlanMonths,
        Self::Contract,
        Self::Pay,
        Self::Hinder,
    ];

    /// Those that lead from one state to another.
    pub const MOVES: [Self; 5] = [Self::Start, Self::Complete, Self::Settle, Self::Stop, Self::Resume];

    /// The name in forms and locale keys (`project-step-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Complete => "complete",
            Self::Settle => "settle",
            Self::Stop => "stop",
            Self::Resume => "resume",
            Self::Change => "change",
            Self::PlanMonths => "months",
            Self::Contract => "contract",
            Self::Pay => "pay",
            Self::Hinder => "hinder",
        }
    }

    /// The move of that name.
    #[must_use]
    pub fn moving(name: &str) -> Option<Self> {
        Self::MOVES.into_iter().find(|step| step.name() == name)
    }

    /// Whether it is taken with a reason.
    #[must_use]
    pub fn asks_reason(self) -> bool {
        matches!(self, Self::Stop | Self::Resume)
    }
}

/// What a step needs to know beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// A reason was given, where one is needed.
    pub reason_given: bool,
    /// Money was assigned for some year.
    pub has_money: bool,
    /// Money was paid.
    pub has_paid: bool,
    /// Something still holds it up.
    pub is_hindered: bool,
}

impl Default for Facts {
    /// What stands in the way of least.
    fn default() -> Self {
        Self { reason_given: true, has_money: true, has_paid: true, is_hindered: false }
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
        (S::Settled, _) => return Err("closed-project-settled"),
        (S::Preparing, T::Start) | (S::Completed | S::Stopped, T::Resume) => S::Running,
        (S::Running, T::Complete) => S::Completed,
        (S::Completed, T::Settle) => S::Settled,
        (S::Preparing | S::Running, T::Stop) => S::Stopped,
        // What was accepted is paid also after a stop, and money that is not needed goes back.
        (S::Stopped, T::Change | T::Pay | T::Hinder) => S::Stopped,
        (S::Stopped, _) => return Err("closed-project-stopped"),
        (_, T::Change | T::PlanMonths | T::Contract | T::Pay | T::Hinder) => state,
        (S::Preparing, T::Complete | T::Settle | T::Resume) => return Err("closed-project-preparing"),
        (S::Running, T::Start | T::Resume) => return Err("closed-project-running"),
        (S::Running, T::Settle) => return Err("closed-project-not-completed"),
        (S::Completed, T::Start | T::Complete | T::Stop) => return Err("closed-project-completed"),
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
        Step::Start => unless(facts.has_money, Refusal::new("closed-project-no-money")),
        Step::Complete => unless(!facts.is_hindered, Refusal::new("closed-project-hindered")),
        Step::Settle => {
            unless(facts.has_paid, Refusal::new("closed-project-nothing-paid"));
            unless(!facts.is_hindered, Refusal::new("closed-project-hindered"));
        }
        Step::Stop | Step::Resume => {
            unless(facts.reason_given, Refusal::field("reason", "refused-plan-reason"));
        }
        Step::Change | Step::PlanMonths | Step::Contract | Step::Pay | Step::Hinder => {}
    }
    against
}

/// An amount that may stand in the books: more than nothing, less than any budget.
pub(crate) fn is_amount(amount: i64) -> bool {
    (1..=MOST_MONEY).contains(&amount)
}

/// Years a project may be of.
pub(crate) fn is_year(year: i32) -> bool {
    (2000..=2100).contains(&year)
}

/// The month of a budget year in which a payment counts: 1 to 12, and 13 for January of the year after, in which money of the
/// year may still be paid. Nothing when the day lies in neither.
#[must_use]
pub fn month_of(year: i32, day: Day) -> Option<i32> {
    let of = i32::from(day.year());
    match day.month() {
        month if of == year => Some(i32::from(month)),
        1 if of == year + 1 => Some(13),
        _ => None,
    }
}

/// A short text of a form, with the reason against one that is missing or too long.
pub(crate) fn said(
    field: &'static str,
    text: &str,
    most: usize,
    missing: Option<&'static str>,
    against: &mut Vec<Refusal>,
) -> String {
    let text = one_line(text);
    if let Some(key) = missing.filter(|_| text.is_empty()) {
        against.push(Refusal::field(field, key));
    }
    not_longer(field, &text, most, against);
    text
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
                table.push_str(&format!("{:<10} {:<12} {word}\n", state.name(), step.name()));
            }
        }
        expect_test::expect_file!["project.txt"].assert_eq(&table);
    }

    #[test]
    fn what_stands_in_the_way_is_said_all_at_once() {
        let keys = |state, step, facts: &Facts| {
            take(state, step, facts).unwrap_err().iter().map(|r| r.key).collect::<Vec<_>>()
        };
        let bare = Facts { reason_given: false, has_money: false, has_paid: false, is_hindered: true };
        assert_eq!(keys(State::Preparing, Step::Start, &bare), ["closed-project-no-money"]);
        assert_eq!(
            keys(State::Completed, Step::Settle, &bare),
            ["closed-project-nothing-paid", "closed-project-hindered"]
        );
        assert_eq!(keys(State::Running, Step::Stop, &bare), ["refused-plan-reason"]);
    }

    #[test]
    fn money_of_a_year_is_paid_until_the_end_of_january_after_it() {
        let month = |text: &str| month_of(2026, text.parse().unwrap());
        assert_eq!(month("2026-01-02"), Some(1));
        assert_eq!(month("2026-12-31"), Some(12));
        assert_eq!(month("2027-01-31"), Some(13));
        assert_eq!((month("2027-02-01"), month("2025-12-31")), (None, None));
    }

    proptest! {
        #[test]
        fn a_settled_project_stays_so_and_was_completed(
            steps in proptest::collection::vec((0usize..Step::ALL.len(), any::<[bool; 4]>()), 0..60),
        ) {
            let (mut state, mut completed) = (State::Preparing, false);
            for (at, [reason_given, has_money, has_paid, is_hindered]) in steps {
                let (step, facts) = (Step::ALL[at], Facts { reason_given, has_money, has_paid, is_hindered });
                match take(state, step, &facts) {
                    Ok(next) => {
                        prop_assert!(state != State::Settled);
                        prop_assert!(!step.asks_reason() || reason_given);
                        completed = completed && next != State::Running || next == State::Completed;
                        prop_assert!(next != State::Settled || (completed && has_paid));
                        state = next;
                    }
                    Err(against) => prop_assert!(!against.is_empty()),
                }
            }
        }
    }
}
