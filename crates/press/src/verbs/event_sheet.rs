//! A press event under its lock, as every verb upon it opens it.

use crate::event::{self, Facts, State, Step};
use crate::store::events::{self, EventRow};
use db::Cx;
use kernel::{Action, Failure, Moment, PressEventId, Thing};

/// The event a verb works on.
pub(crate) struct EventSheet {
    pub(crate) row: EventRow,
}

impl EventSheet {
    /// Asks permission and locks it.
    pub(crate) async fn open(cx: &Cx, id: PressEventId) -> Result<Self, Failure> {
        cx.may(Action::WriteReleases, Thing::House)?;
        Self::lock(cx, id).await
    }

    /// Locks it without asking who wants it: for visitors, and for units that were asked.
    pub(crate) async fn lock(cx: &Cx, id: PressEventId) -> Result<Self, Failure> {
        let row = events::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Ok(Self { row })
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.row.state)
    }

    pub(crate) fn take(&mut self, step: Step, now: Moment, reason_given: bool) -> Result<(), Failure> {
        let facts = Facts { reason_given, ..facts(&self.row, now) };
        let next = event::take(self.state(), step, &facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    pub(crate) async fn save(self, cx: &Cx) -> Result<(), Failure> {
        Ok(events::put(cx.tx(), &self.row).await?)
    }
}

/// What the machine asks, as the row says it.
pub(crate) fn facts(row: &EventRow, now: Moment) -> Facts {
    Facts {
        complete: [&row.title, &row.place, &row.chair, &row.content].iter().all(|part| !part.is_empty()),
        begun: row.starts_at <= now,
        notified: row.notified_at.is_some(),
        reason_given: false,
    }
}
