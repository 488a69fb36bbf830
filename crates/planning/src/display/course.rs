//! The course of an item from its plan to the day it comes down, as a machine that says why a step is shut (S60).

use kernel::{Day, Refusal};

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is to be put up.
    Planned,
    /// Its unit says that it is up.
    Up,
    /// A second person saw it, or a photograph of it.
    Checked,
    /// It was taken down.
    Down,
    /// It is not put up after all, with a reason.
    Dropped,
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Say that it is up, and how many pieces.
    PutUp,
    /// Agree that it hangs as approved.
    Check,
    /// Say that it came down.
    TakeDown,
    /// Leave it out, with a reason.
    Drop,
    /// One step back, with a reason: somebody pressed the wrong button.
    Back,
}

/// What a step needs to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Somebody said yes to its words of today.
    pub approved: bool,
    /// Photographs that stand and show it up.
    pub photos: u64,
    /// Who asks is who said that it is up.
    pub same: bool,
}

impl State {
    /// Every state, in order.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Up, Self::Checked, Self::Down, Self::Dropped];

    /// The name in tables and locale keys (`display-state-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Up => "up",
            Self::Checked => "checked",
            Self::Down => "down",
            Self::Dropped => "dropped",
        }
    }

    /// The one of that name; what is unknown is taken for planned.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Planned)
    }

    /// The chip it is shown with.
    #[must_use]
    pub fn chip(self) -> &'static str {
        match self {
            Self::Planned => "scheduled",
            Self::Up => "published",
            Self::Checked => "approved",
            Self::Down => "done",
            Self::Dropped => "gone",
        }
    }

    /// Whether it hangs.
    #[must_use]
    pub fn is_up(self) -> bool {
        matches!(self, Self::Up | Self::Checked)
    }
}

impl Step {
    /// Every step, in the order of a page.
    pub const ALL: [Self; 5] = [Self::PutUp, Self::Check, Self::TakeDown, Self::Drop, Self::Back];

    /// The name in forms, marks and locale keys (`display-step-…`, `display-did-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PutUp => "put-up",
            Self::Check => "check",
            Self::TakeDown => "take-down",
            Self::Drop => "drop",
            Self::Back => "back",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Whether it is taken only with a reason.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Drop | Self::Back)
    }
}

/// The state after a step, or every reason against it.
///
/// # Errors
/// The reasons, each a sentence of its own.
pub fn take(state: State, step: Step, facts: &Facts) -> Result<State, Vec<Refusal>> {
    let next = match (state, step) {
        (State::Planned | State::Up, Step::PutUp) | (State::Checked | State::Down, Step::Back) => State::Up,
        (State::Up, Step::Check) => State::Checked,
        (State::Up | State::Checked, Step::TakeDown) => State::Down,
        (State::Planned, Step::Drop) => State::Dropped,
        (State::Up | State::Dropped, Step::Back) => State::Planned,
        (_, Step::PutUp | Step::Check | Step::TakeDown | Step::Drop | Step::Back) => {
            return Err(vec![Refusal::new("closed-display-state")]);
        }
    };
    let mut against = Vec::new();
    if step == Step::PutUp && !facts.approved {
        against.push(Refusal::new("closed-display-words"));
    }
    if step == Step::Check && facts.photos == 0 {
        against.push(Refusal::new("closed-display-photo"));
    }
    if step == Step::Check && facts.same {
        against.push(Refusal::new("closed-display-same"));
    }
    if against.is_empty() { Ok(next) } else { Err(against) }
}

/// What is late about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// It should hang by now, and pieces of it do not.
    Up,
    /// It should be down by now.
    Down,
}

/// What is late about an item on a day; its first day and its last day themselves are not.
#[must_use]
pub fn late(
    state: State,
    (quantity, hung): (i32, i32),
    (up, down): (Option<Day>, Option<Day>),
    today: Day,
) -> Option<Late> {
    let past = |day: Option<Day>| day.is_some_and(|day| day < today);
    match state {
        State::Up | State::Checked if past(down) => Some(Late::Down),
        State::Planned if past(up) => Some(Late::Up),
        State::Up | State::Checked if past(up) && hung < quantity => Some(Late::Up),
        State::Planned | State::Up | State::Checked | State::Down | State::Dropped => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use std::fmt::Write as _;

    #[test]
    fn s60_the_machine_as_a_table() {
        let mut table = String::new();
        let facts = Facts { approved: true, photos: 1, same: false };
        for state in State::ALL {
            for step in Step::ALL {
                let next = take(state, step, &facts).map_or("-", State::name);
                let _infallible = writeln!(table, "{:8} {:9} {next}", state.name(), step.name());
            }
        }
        expect![[r#"
            planned  put-up    up
            planned  check     -
            planned  take-down -
            planned  drop      dropped
            planned  back      -
            up       put-up    up
            up       check     checked
            up       take-down down
            up       drop      -
            up       back      planned
            checked  put-up    -
            checked  check     -
            checked  take-down down
            checked  drop      -
            checked  back      up
            down     put-up    -
            down     check     -
            down     take-down -
            down     drop      -
            down     back      up
            dropped  put-up    -
            dropped  check     -
            dropped  take-down -
            dropped  drop      -
            dropped  back      planned
        "#]]
        .assert_eq(&table);
    }

    #[test]
    fn words_nobody_approved_do_not_go_up_and_a_check_is_of_another_with_a_photograph() {
        let keys = |state, step, facts: &Facts| {
            take(state, step, facts).unwrap_err().iter().map(|r| r.key).collect::<Vec<_>>()
        };
        assert_eq!(keys(State::Planned, Step::PutUp, &Facts::default()), ["closed-display-words"]);
        let mine = Facts { approved: true, photos: 0, same: true };
        assert_eq!(keys(State::Up, Step::Check, &mine), ["closed-display-photo", "closed-display-same"]);
    }

    #[test]
    fn late_is_after_the_day_and_pieces_that_do_not_hang_are_late_too() {
        let day = |d| Day::constant(2026, 11, d);
        let days = (Some(day(16)), Some(day(19)));
        assert_eq!(late(State::Planned, (4, 0), days, day(16)), None);
        assert_eq!(late(State::Planned, (4, 0), days, day(17)), Some(Late::Up));
        assert_eq!(late(State::Up, (4, 3), days, day(17)), Some(Late::Up));
        assert_eq!(late(State::Up, (4, 4), days, day(19)), None);
        assert_eq!(late(State::Checked, (4, 4), days, day(20)), Some(Late::Down));
        assert_eq!(late(State::Down, (4, 4), days, day(20)), None);
    }
}
