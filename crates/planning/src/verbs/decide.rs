//! Decide on a plan: return it with a reason, approve exactly what was presented, put it in force, close it.

use super::present::hash_of;
use super::sheet::{Sheet, facts};
use crate::plan::{Facts, Step};
use crate::store::lines;
use db::Cx;
use kernel::{Action, Failure, PlanId, PlanningEvent, Refusal};
use typed::words;

/// Sends it back to its writers. Who keeps it or who decides on it may.
///
/// # Errors
/// Refused without a reason, and when it was not presented.
pub async fn return_plan(cx: &mut Cx, id: PlanId, reason: &str) -> Result<(), Failure> {
    let decides = Sheet::open_for(cx, id, Action::ApprovePlan).await;
    let mut sheet = match decides {
        Err(Failure::Forbidden(_)) => Sheet::open_for(cx, id, Action::KeepPlans).await?,
        other => other?,
    };
    let reason = words("reason", reason, 2000)?;
    let known = Facts { reason_given: !reason.is_empty(), ..facts(cx.tx(), &sheet.row, None).await? };
    sheet.take(Step::Return, &known)?;
    sheet.row.returned.clone_from(&reason);
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanReturned { plan: id, reason });
    Ok(())
}

/// Approves exactly the version with this hash. Each of its lines is agreed from now on.
///
/// # Errors
/// Refused for who wrote one of its lines and while an appraisal is missing; stale when the lines are others by now.
pub async fn approve(cx: &mut Cx, id: PlanId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::ApprovePlan).await?;
    let me = cx.actor().id();
    let known = facts(cx.tx(), &sheet.row, me).await?;
    sheet.take(Step::Approve, &known)?;
    let rows = lines::standing(cx.tx(), id).await?;
    if sheet.row.hash != seen || hash_of(&rows) != sheet.row.hash {
        return Err(Failure::Stale(Refusal::new("stale-plan")));
    }
    (sheet.row.approved_by, sheet.row.approved_at) = (me, Some(cx.now()));
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanApproved { plan: id, hash: sheet.row.hash.clone() });
    crate::agreeing::agree(cx, id, rows.iter().map(|row| row.id).collect()).await
}

/// Puts it in force.
///
/// # Errors
/// Refused before it is approved.
pub async fn enforce(cx: &mut Cx, id: PlanId) -> Result<(), Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::Enforce, &known)?;
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanInForce { plan: id });
    Ok(())
}

/// Closes it.
///
/// # Errors
/// Refused while a change of it waits for a decision.
pub async fn close(cx: &mut Cx, id: PlanId) -> Result<(), Failure> {
    let mut sheet = Sheet::open_for(cx, id, Action::KeepPlans).await?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::Close, &known)?;
    sheet.save(cx).await?;
    cx.record(PlanningEvent::PlanClosed { plan: id });
    Ok(())
}
