//! Write a line while the plan is drafted. Ten units write at once and lose nothing: each line has its own version, and who
//! saves over another's text is shown both.

use super::sheet::{Sheet, facts, may_lead};
use crate::line::Content;
use crate::plan::Step;
use crate::sight::Sight;
use crate::store::lines::{self, Edit, LineRow};
use crate::store::plans::{self, PlanRow};
use db::Cx;
use kernel::{ActivityId, Failure, NewId, PlanId, PlanningEvent, Refusal, UnitId};

/// Writes a new line, or the next text of one. `line` is which, and the version whose text was changed.
///
/// # Errors
/// Refused with all that is missing; stale when somebody saved another text meanwhile; nothing of another unit is there.
pub async fn write_line(
    cx: &mut Cx,
    plan: PlanId,
    line: Option<(ActivityId, i32)>,
    content: Content,
) -> Result<ActivityId, Failure> {
    let mut sheet = Sheet::open(cx, plan).await?;
    let before = match line {
        Some((id, _)) => Some(open_line(cx, plan, id).await?),
        None => None,
    };
    may_lead(cx, content.lead)?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::Write, &known)?;
    if let (Some(before), Some((_, seen))) = (&before, line)
        && before.version != seen
    {
        return Err(Failure::Stale(Refusal::new("stale-line")));
    }
    let content = content.clean();
    Failure::unless(content.reasons_against(sheet.row.period()))?;
    keep(cx, &sheet.row, before.as_ref(), &content).await
}

/// Keeps a text of a line and says that it was written.
async fn keep(
    cx: &mut Cx,
    plan: &PlanRow,
    before: Option<&LineRow>,
    content: &Content,
) -> Result<ActivityId, Failure> {
    let id = before.map_or_else(ActivityId::fresh, |row| row.id);
    let old = before.map(|row| row.hash.clone());
    if old.as_ref() == Some(&content.hash()) {
        return Ok(id);
    }
    let version = before.map_or(0, |row| row.version) + 1;
    let edit = Edit {
        id,
        plan: plan.id,
        version,
        content,
        period: plan.period(),
        at: cx.now(),
        by: cx.actor().id(),
        made_at: before.map_or(cx.now(), |row| row.made_at),
    };
    let hash = lines::keep(cx.tx(), &edit).await?;
    if let Some(me) = cx.actor().id() {
        plans::note_writer(cx.tx(), plan.id, me).await?;
    }
    cx.record_change(PlanningEvent::LineWritten { activity: id, plan: plan.id, version }, old, Some(hash));
    Ok(id)
}

/// Locks a line that somebody sees and may write.
pub(crate) async fn open_line(cx: &Cx, plan: PlanId, id: ActivityId) -> Result<LineRow, Failure> {
    let row = lines::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let sight = Sight::of(cx.actor());
    let whole = plans::sees_whole(cx.tx(), &sight, plan).await?;
    if row.plan != plan || row.state != "standing" || !lines::sees(cx.tx(), &sight, whole, &row).await? {
        return Err(Failure::NotFound);
    }
    may_lead(cx, row.lead)?;
    Ok(row)
}

/// Leaves a line out of the draft. Its texts stay.
///
/// # Errors
/// Refused when the plan is not drafted any more: then it takes an amendment.
pub async fn leave_out(cx: &mut Cx, plan: PlanId, id: ActivityId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, plan).await?;
    open_line(cx, plan, id).await?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::Write, &known)?;
    lines::set_state(cx.tx(), id, "dropped", cx.now(), cx.actor().id()).await?;
    if let Some(me) = cx.actor().id() {
        plans::note_writer(cx.tx(), plan, me).await?;
    }
    cx.record(PlanningEvent::LineLeftOut { activity: id, plan });
    Ok(())
}

/// The most lines one file brings.
pub(crate) const MOST_LINES: usize = 2000;

/// Takes over the lines of a file that a unit sent.
///
/// # Errors
/// As [`write_line`], for the first line that does not fit.
pub async fn import_lines(
    cx: &mut Cx,
    plan: PlanId,
    unit: UnitId,
    contents: Vec<Content>,
) -> Result<i32, Failure> {
    let mut sheet = Sheet::open(cx, plan).await?;
    may_lead(cx, unit)?;
    let known = facts(cx.tx(), &sheet.row, None).await?;
    sheet.take(Step::Write, &known)?;
    if contents.is_empty() || contents.len() > MOST_LINES {
        return Err(Failure::refused(Refusal::field("file", "refused-import-none")));
    }
    let many = i32::try_from(contents.len()).unwrap_or(i32::MAX);
    for content in contents {
        let content = content.clean();
        may_lead(cx, content.lead)?;
        Failure::unless(content.reasons_against(sheet.row.period()))?;
        keep(cx, &sheet.row, None, &content).await?;
    }
    cx.record(PlanningEvent::LinesImported { plan, unit, many });
    Ok(many)
}
