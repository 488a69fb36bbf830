//! A plan under its lock, as every verb upon it opens it.

use crate::plan::{self, Facts, State, Step};
use crate::sight::Sight;
use crate::store::amendments;
use crate::store::appraisals;
use crate::store::plans::{self, PlanRow};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Failure, PersonId, PlanId, Thing, UnitId};

/// The plan a verb works on.
pub(crate) struct Sheet {
    pub(crate) row: PlanRow,
}

impl Sheet {
    /// Locks it for somebody who sees it; to the others it does not exist.
    pub(crate) async fn open(cx: &Cx, id: PlanId) -> Result<Self, Failure> {
        if !plans::sees(cx.tx(), &Sight::of(cx.actor()), id).await? {
            return Err(if cx.actor().id().is_none() { sign_in(cx) } else { Failure::NotFound });
        }
        Ok(Self { row: plans::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)? })
    }

    /// The same for an action that those do who keep the plan, or decide on it.
    pub(crate) async fn open_for(cx: &Cx, id: PlanId, action: Action) -> Result<Self, Failure> {
        let sheet = Self::open(cx, id).await?;
        cx.may(action, Thing::Unit(sheet.row.unit))?;
        Ok(sheet)
    }

    pub(crate) fn state(&self) -> State {
        self.row.state()
    }

    /// Takes a step, or says every reason against it.
    pub(crate) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        let next = plan::take(self.state(), step, facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    pub(crate) async fn save(&self, cx: &Cx) -> Result<(), Failure> {
        Ok(plans::put(cx.tx(), &self.row).await?)
    }
}

fn sign_in(cx: &Cx) -> Failure {
    match cx.actor() {
        kernel::Actor::Visitor => Failure::SignIn,
        _ => Failure::NotFound,
    }
}

/// Whether somebody may write lines led by a unit.
pub(crate) fn may_lead(cx: &Cx, lead: UnitId) -> Result<(), Failure> {
    cx.may(Action::WritePlan, Thing::Unit(lead))
}

/// What a step needs to know of a plan, for this person.
pub(crate) async fn facts(
    db: &impl ConnectionTrait,
    row: &PlanRow,
    me: Option<PersonId>,
) -> Result<Facts, Failure> {
    let (asked, open) = appraisals::tally(db, row.id, row.version).await?;
    let is_writer = match me {
        Some(me) => plans::is_writer(db, row.id, me).await?,
        None => false,
    };
    Ok(Facts {
        is_writer,
        needed: row.kind().appraisals(),
        asked,
        open,
        amendment_waits: amendments::waiting_in(db, row.id).await? > 0,
        ..Facts::default()
    })
}
