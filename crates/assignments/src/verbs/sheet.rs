//! A piece of work under its lock, as every verb upon it opens it.

use crate::assignment::{self, Facts, State, Step};
use crate::sight;
use crate::store::assignments::{self, AssignmentRow};
use crate::store::steps::{self, StepRow};
use db::Cx;
use kernel::{Action, AssignmentId, Failure, Moment, PersonId, Refusal, WorkFacts, Zone};
use serde::{Deserialize, Serialize};

/// The piece of work a verb works on.
pub(crate) struct Sheet {
    pub(crate) row: AssignmentRow,
    pub(crate) work: WorkFacts,
    before: Before,
}

/// What an undo puts back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Before {
    pub(crate) state: String,
    pub(crate) percent: i32,
    pub(crate) due: Option<Moment>,
    pub(crate) rolled: i32,
    pub(crate) claimed_by: Option<PersonId>,
    pub(crate) done_at: Option<Moment>,
    pub(crate) closed_at: Option<Moment>,
}

impl Sheet {
    /// Locks it for an action: what one may not see is not there.
    pub(crate) async fn open(cx: &Cx, id: AssignmentId, action: Action) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        sight::may(cx.actor(), action, &sheet.row, &sheet.work)?;
        Ok(sheet)
    }

    /// Locks it for the unit that leads: its people and the person named, not who supports.
    pub(crate) async fn open_to_lead(cx: &Cx, id: AssignmentId) -> Result<Self, Failure> {
        let sheet = Self::open(cx, id, Action::DoWork).await?;
        let lead = WorkFacts {
            leads: sheet.work.leads.clone(),
            supports: Vec::new(),
            members: sheet.row.person.into_iter().collect(),
        };
        match kernel::can(cx.actor(), Action::DoWork, kernel::Thing::Work(&lead)) {
            Ok(()) => Ok(sheet),
            Err(_) => Err(Failure::Forbidden(Refusal::new("denied-unit"))),
        }
    }

    /// Locks it for who gave it, or who oversees all work.
    pub(crate) async fn open_to_judge(cx: &Cx, id: AssignmentId) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        sight::may_judge(cx.actor(), &sheet.row, &sheet.work)?;
        Ok(sheet)
    }

    /// Locks it without asking who wants it: for what follows by itself.
    pub(crate) async fn lock(cx: &Cx, id: AssignmentId) -> Result<Self, Failure> {
        let row = assignments::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        let work = sight::facts(cx.tx(), &row).await?;
        Ok(Self { before: before(&row), work, row })
    }

    /// Refuses what was written upon an older standing; `seen` is the form's version, 0 where nothing was shown.
    pub(crate) fn is_as_seen(&self, seen: i32) -> Result<(), Failure> {
        if seen == 0 || seen == self.row.version {
            return Ok(());
        }
        Err(Failure::Stale(Refusal::new("stale-work")))
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.row.state)
    }

    /// What a step needs to know, for this person.
    pub(crate) fn facts(&self, me: Option<PersonId>) -> Facts {
        facts(&self.row, me, None)
    }

    /// Takes a step, or says every reason against it.
    pub(crate) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        let next = assignment::take(self.state(), step, facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    /// Keeps it, with what happened.
    pub(crate) async fn save(mut self, cx: &Cx, step: &str, words: &str) -> Result<AssignmentRow, Failure> {
        self.row.version = self.row.version.saturating_add(1);
        self.row.changed_at = cx.now();
        assignments::put(cx.tx(), &self.row).await?;
        let before = if UNDOABLE.contains(&step) {
            serde_json::to_string(&self.before).map_err(|error| Failure::Broken(Box::new(error)))?
        } else {
            String::new()
        };
        let happened = StepRow {
            assignment: self.row.id,
            step: step.to_owned(),
            person: cx.actor().id(),
            at: cx.now(),
            words: words.to_owned(),
            state: self.row.state.clone(),
            due: self.row.due,
            before,
        };
        steps::add(cx.tx(), &happened).await?;
        Ok(self.row)
    }
}

/// What can be undone for a while.
pub(crate) const UNDOABLE: [&str; 3] = ["roll-over", "claim", "withdraw"];

fn before(row: &AssignmentRow) -> Before {
    Before {
        state: row.state.clone(),
        percent: row.percent,
        due: row.due,
        rolled: row.rolled,
        claimed_by: row.claimed_by,
        done_at: row.done_at,
        closed_at: row.closed_at,
    }
}

/// What a step needs to know of a piece of work, for this person; `today` where it matters whether somebody was reminded.
pub(crate) fn facts(row: &AssignmentRow, me: Option<PersonId>, today: Option<(&Zone, Moment)>) -> Facts {
    Facts {
        is_claimer: me.is_some() && row.claimed_by == me,
        delivered: row.delivered >= row.want_count,
        has_due: row.due.is_some(),
        reminded_today: today
            .is_some_and(|(zone, now)| row.reminded_at.is_some_and(|at| zone.day(at) == zone.day(now))),
    }
}
