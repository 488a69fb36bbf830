//! Put up, check, take down, leave out, or go one step back: what becomes of an item that is to be seen (S60).

use super::display::{Opened, does, facts, keeps, mark, members, opened};
use crate::display::{State, Step, take};
use crate::store::displays;
use db::Cx;
use kernel::{DisplayId, Failure, PlanId, PlanningEvent, Refusal};
use typed::words;
use uuid::Uuid;

/// A step somebody takes.
#[derive(Debug, Clone, Default)]
pub struct StepWish {
    /// How many pieces hang, when it is put up; nothing means all.
    pub hung: Option<i32>,
    /// Why, or a remark.
    pub reason: String,
}

/// Takes a step. Who does the item's work puts up and takes down; who keeps the campaign, and the body that does it, check it,
/// and never the person who put it up; who keeps the campaign leaves it out.
///
/// # Errors
/// Refused with every reason; forbidden for others; what one does not see is not there.
pub async fn step_display(
    cx: &mut Cx,
    plan: PlanId,
    id: Uuid,
    step: Step,
    wish: &StepWish,
) -> Result<(), Failure> {
    let Opened { sheet, mut row } = opened(cx, plan, id).await?;
    let campaign = sheet.row.unit;
    if step == Step::Drop {
        keeps(cx.actor(), campaign)?;
    } else {
        let people = members(cx.tx(), plan, row.body).await?;
        does(cx.actor(), campaign, (row.unit, people))?;
    }
    let reason = words("reason", &wish.reason, 1000)?;
    let hung = wish.hung.unwrap_or(row.quantity);
    let facts = facts(cx.tx(), &row, cx.actor().id()).await?;
    let mut against = Vec::new();
    let next = take(row.state(), step, &facts).map_err(|reasons| against.extend(reasons)).ok();
    if step.needs_reason() && reason.is_empty() {
        against.push(Refusal::field("reason", "refused-plan-reason"));
    }
    if step == Step::PutUp && !(1..=row.quantity).contains(&hung) {
        against.push(Refusal::field("hung", "refused-display-hung").with("most", row.quantity));
    }
    Failure::unless(against)?;
    let next = next.ok_or(Failure::NotFound)?;
    match step {
        Step::PutUp => {
            (row.hung, row.put_by, row.put_at) = (hung, cx.actor().id(), Some(cx.now()));
        }
        Step::Back if next == State::Planned => (row.hung, row.put_by, row.put_at) = (0, None, None),
        Step::Back | Step::Check | Step::TakeDown | Step::Drop => {}
    }
    let was = row.state();
    row.set_state(next);
    let last = displays::wordings(cx.tx(), row.id).await?.into_iter().next();
    let folded = row.wish(last.map(|last| last.words).unwrap_or_default()).folded();
    displays::put(cx.tx(), plan, &row, &folded).await?;
    mark(cx, row.id, step.name(), &reason).await?;
    let state = next.name().to_owned();
    let display = DisplayId(row.id);
    let hangs = |state| matches!(state, State::Up | State::Checked);
    match (was, next) {
        (State::Up, State::Checked) => cx.record(PlanningEvent::DisplayChecked { display, plan }),
        (was, next) if !hangs(was) && hangs(next) => cx.record(PlanningEvent::DisplayUp { display, plan }),
        (was, next) if hangs(was) && !hangs(next) => cx.record(PlanningEvent::DisplayOff { display, plan }),
        _ => {}
    }
    cx.record(PlanningEvent::DisplayStepped { plan, display: row.id, state, reason });
    Ok(())
}
