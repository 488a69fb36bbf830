//! Amend an approved plan: a tracked change of one line, with its reason, approved by another person.

use super::sheet::{Sheet, facts, may_lead};
use super::write_line::open_line;
use crate::line::Content;
use crate::plan::{Facts, Step};
use crate::store::amendments::{self, AmendmentRow};
use crate::store::lines::{self, Edit, LineRow};
use db::Cx;
use kernel::{Action, ActivityId, Failure, NewId, PlanId, PlanningEvent, Refusal};
use typed::words;

/// What is to change.
#[derive(Debug, Clone)]
pub enum Change {
    /// A new line.
    Add(Content),
    /// Another text of a line; the version it was changed from.
    Change(ActivityId, i32, Content),
    /// A line goes.
    Drop(ActivityId),
}

/// Proposes a change; answers its number. Nothing of the plan changes yet.
///
/// # Errors
/// Refused without a reason or when nothing would change; stale when the line is another by now.
pub async fn propose(cx: &mut Cx, plan: PlanId, change: Change, reason: &str) -> Result<i32, Failure> {
    let mut sheet = Sheet::open(cx, plan).await?;
    let before = match &change {
        Change::Add(content) => {
            may_lead(cx, content.lead)?;
            None
        }
        Change::Change(id, ..) | Change::Drop(id) => Some(open_line(cx, plan, *id).await?),
    };
    let reason = words("reason", reason, 2000)?;
    let known = Facts { reason_given: !reason.is_empty(), ..facts(cx.tx(), &sheet.row, None).await? };
    let mut against = Vec::new();
    if let Err(Failure::Refused(reasons)) = sheet.take(Step::Amend, &known) {
        against.extend(reasons);
    }
    let (what, after) = match change {
        Change::Add(content) => ("add", Some(content.clean())),
        Change::Change(_, seen, content) => {
            if before.as_ref().is_some_and(|row| row.version != seen) {
                return Err(Failure::Stale(Refusal::new("stale-line")));
            }
            may_lead(cx, content.lead)?;
            ("change", Some(content.clean()))
        }
        Change::Drop(_) => ("drop", None),
    };
    if let Some(after) = &after {
        against.extend(after.reasons_against(sheet.row.period()));
        if before.as_ref().is_some_and(|row| row.hash == after.hash()) {
            against.push(Refusal::new("refused-change-nothing"));
        }
    }
    Failure::unless(against)?;
    let lead = after.as_ref().map(|after| after.lead).or(before.as_ref().map(|row| row.lead));
    let row = AmendmentRow {
        plan,
        number: amendments::next_number(cx.tx(), plan).await?,
        activity: before.as_ref().map_or_else(ActivityId::fresh, |row| row.id),
        lead: lead.unwrap_or(sheet.row.unit),
        what: what.to_owned(),
        before: before.as_ref().map(|row| row.content().json()).unwrap_or_default(),
        after: after.map(|after| after.json()).unwrap_or_default(),
        before_version: before.as_ref().map_or(0, |row| row.version),
        reason: reason.clone(),
        state: "proposed".to_owned(),
        proposed_at: cx.now(),
        proposed_by: cx.actor().id(),
        decided_at: None,
        decided_by: None,
        words: String::new(),
    };
    amendments::put(cx.tx(), &row).await?;
    cx.record(PlanningEvent::AmendmentProposed { plan, number: row.number, reason });
    Ok(row.number)
}

/// Approves a change, which is then done, or refuses it with a reason.
///
/// # Errors
/// Refused for who proposed it; stale when its line is another by now.
pub async fn decide_amendment(
    cx: &mut Cx,
    plan: PlanId,
    number: i32,
    yes: bool,
    reason: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open_for(cx, plan, Action::ApprovePlan).await?;
    let mut row = amendments::lock(cx.tx(), cx.engine(), plan, number).await?.ok_or(Failure::NotFound)?;
    let reason = words("reason", reason, 2000)?;
    let me = cx.actor().id();
    let known =
        Facts { is_writer: me.is_some() && row.proposed_by == me, ..facts(cx.tx(), &sheet.row, None).await? };
    let mut against = Vec::new();
    if let Err(Failure::Refused(reasons)) = sheet.take(Step::DecideAmendment, &known) {
        against.extend(reasons);
    }
    if row.state != "proposed" {
        against.push(Refusal::new("closed-change-decided"));
    }
    if !yes && reason.is_empty() {
        against.push(Refusal::field("reason", "refused-plan-reason"));
    }
    Failure::unless(against)?;
    if yes {
        apply(cx, &sheet, &row).await?;
    }
    if yes { "approved" } else { "refused" }.clone_into(&mut row.state);
    (row.decided_at, row.decided_by) = (Some(cx.now()), me);
    row.words.clone_from(&reason);
    amendments::put(cx.tx(), &row).await?;
    cx.record(if yes {
        PlanningEvent::AmendmentApproved { plan, number }
    } else {
        PlanningEvent::AmendmentRefused { plan, number, reason }
    });
    Ok(())
}

/// Does what a change says.
async fn apply(cx: &mut Cx, sheet: &Sheet, row: &AmendmentRow) -> Result<(), Failure> {
    let plan = sheet.row.id;
    let before = lines::lock(cx.tx(), cx.engine(), row.activity).await?;
    if before.as_ref().map_or(0, |line| line.version) != row.before_version
        || before.as_ref().is_some_and(|line| line.state != "standing")
    {
        return Err(Failure::Stale(Refusal::new("stale-change")));
    }
    let Some(after) = Content::stored(&row.after) else {
        lines::set_state(cx.tx(), row.activity, "dropped", cx.now(), row.proposed_by).await?;
        let reason = row.reason.clone();
        cx.record(PlanningEvent::ActivityDropped { activity: row.activity, plan, reason });
        return Ok(());
    };
    let edit = Edit {
        id: row.activity,
        plan,
        version: row.before_version + 1,
        content: &after,
        period: sheet.row.period(),
        at: cx.now(),
        by: row.proposed_by,
        made_at: before.as_ref().map_or(cx.now(), |line| line.made_at),
    };
    lines::keep(cx.tx(), &edit).await?;
    match before.as_ref().map(LineRow::content) {
        None => cx.record(PlanningEvent::ActivityAgreed { activity: row.activity, plan }),
        Some(was) if (was.from, was.to, was.due) != (after.from, after.to, after.due) => {
            let reason = row.reason.clone();
            cx.record(PlanningEvent::ActivityMoved { activity: row.activity, plan, reason });
        }
        Some(_) => {}
    }
    Ok(())
}
