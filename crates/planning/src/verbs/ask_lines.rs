//! Ask units for their lines by a day; a unit says that its lines are complete.

use super::sheet::{Sheet, may_lead};
use crate::plan::State;
use crate::store::plans;
use db::Cx;
use kernel::{Action, Failure, Moment, PlanId, PlanningEvent, Refusal, UnitId};

/// Asks units. Asking again moves the day and keeps what was sent.
///
/// # Errors
/// Refused without a unit, and when the plan is not drafted any more.
pub async fn ask_lines(
    cx: &mut Cx,
    id: PlanId,
    units: &[UnitId],
    due: Option<Moment>,
) -> Result<(), Failure> {
    let sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    let mut against = Vec::new();
    if sheet.state() != State::Drafting {
        against.push(Refusal::new("closed-plan-frozen"));
    }
    if units.is_empty() {
        against.push(Refusal::field("units", "refused-unit"));
    }
    Failure::unless(against)?;
    for unit in units {
        plans::ask_unit(cx.tx(), id, *unit, due).await?;
        cx.record(PlanningEvent::LinesAsked { plan: id, unit: *unit, due });
    }
    Ok(())
}

/// Says that a unit's lines are complete.
///
/// # Errors
/// Forbidden for another unit; refused when the plan is not drafted any more.
pub async fn send_lines(cx: &mut Cx, id: PlanId, unit: UnitId) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, id).await?;
    may_lead(cx, unit)?;
    if sheet.state() != State::Drafting {
        return Err(Failure::refused(Refusal::new("closed-plan-frozen")));
    }
    plans::send(cx.tx(), id, unit, cx.now(), cx.actor().id()).await?;
    cx.record(PlanningEvent::LinesSent { plan: id, unit });
    Ok(())
}
