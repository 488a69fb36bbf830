//! A hot spot under its lock, as every verb upon it opens it.

use crate::hot_spot::{self, Facts, State, Step};
use crate::store::spots::{self, SpotRow};
use db::Cx;
use kernel::{Action, Failure, HotSpotId, Thing};

/// The hot spot a verb works on.
pub(crate) struct Sheet {
    pub(crate) row: SpotRow,
}

impl Sheet {
    /// Locks it and asks whether the actor may handle hot spots.
    pub(crate) async fn open(cx: &Cx, id: HotSpotId) -> Result<Self, Failure> {
        cx.may(Action::HandleHotSpot, Thing::House)?;
        Self::lock(cx, id).await
    }

    /// Locks it for a unit that was asked: what one's unit was not asked about does not exist.
    pub(crate) async fn open_for_answer(cx: &Cx, id: HotSpotId) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        let unit = sheet.row.unit.ok_or(Failure::NotFound);
        match (cx.may(Action::HandleHotSpot, Thing::House), unit) {
            (Ok(()), _) => Ok(sheet),
            (Err(_), Ok(unit)) => {
                cx.may(Action::AnswerHotSpot, Thing::Unit(unit)).map_err(|_| Failure::NotFound)?;
                Ok(sheet)
            }
            (Err(_), Err(missing)) => Err(missing),
        }
    }

    /// Locks it without asking who wants it: for what follows by itself.
    pub(crate) async fn lock(cx: &Cx, id: HotSpotId) -> Result<Self, Failure> {
        let row = spots::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Ok(Self { row })
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.row.state)
    }

    pub(crate) fn facts(&self, cx: &Cx, reason_given: bool) -> Facts {
        Facts {
            determined: self.row.determined_at.is_some(),
            muted: self.row.muted_until.is_some_and(|until| until > cx.now()),
            assigned: self.row.unit.is_some(),
            reason_given,
        }
    }

    /// Takes a step, or says every reason against it. Whoever acts first has taken notice.
    pub(crate) fn take(&mut self, cx: &Cx, step: Step, reason_given: bool) -> Result<(), Failure> {
        let was = self.state();
        let next = hot_spot::take(was, step, &self.facts(cx, reason_given)).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        if was == State::Detected && self.row.acked_at.is_none() {
            self.row.acked_at = Some(cx.now());
            self.row.acked_by = cx.actor().id();
        }
        Ok(())
    }

    pub(crate) async fn save(self, cx: &Cx) -> Result<(), Failure> {
        Ok(spots::put(cx.tx(), &self.row).await?)
    }
}
