//! Lead a project from one state to the next, and say what holds it up.

use super::sheet::{Sheet, project_facts};
use crate::project::{Facts, Step};
use crate::store::projects::{self, HindranceRow};
use db::Cx;
use kernel::{Failure, ProjectEvent, ProjectId, Refusal};
use typed::words;
use uuid::Uuid;

/// Starts, completes, settles, stops it or takes it up again.
///
/// # Errors
/// All reasons why the step is not open.
pub async fn step_project(cx: &mut Cx, id: ProjectId, step: Step, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let reason = words("reason", reason, 2000)?;
    let facts = Facts { reason_given: !reason.is_empty(), ..project_facts(cx.tx(), id).await? };
    sheet.take(step, &facts)?;
    sheet.row.reason = if step.asks_reason() { reason.clone() } else { String::new() };
    sheet.save(cx).await?;
    cx.record(ProjectEvent::ProjectStepped { project: id, state: sheet.row.state.clone(), reason });
    Ok(())
}

/// Says what holds it up and what is proposed.
///
/// # Errors
/// Refused without words.
pub async fn hinder(cx: &mut Cx, id: ProjectId, what: &str, proposal: &str) -> Result<Uuid, Failure> {
    Sheet::open_to(cx, id, Step::Hinder).await?;
    let row = HindranceRow {
        id: Uuid::now_v7(),
        words: words("hindrance", what, 2000)?,
        proposal: words("proposal", proposal, 2000)?,
        at: cx.now(),
        by_person: cx.actor().id(),
        over_at: None,
        over_by: None,
        over_words: String::new(),
    };
    if row.words.is_empty() {
        return Err(Failure::refused(Refusal::field("hindrance", "refused-project-hindrance")));
    }
    projects::put_hindrance(cx.tx(), id, &row).await?;
    cx.record(ProjectEvent::ProjectHindered { project: id, hindrance: row.id });
    Ok(row.id)
}

/// Says that it holds it up no longer, and how it was solved.
///
/// # Errors
/// Refused without words; not found when it is over already.
pub async fn free(cx: &mut Cx, id: ProjectId, hindrance: Uuid, how: &str) -> Result<(), Failure> {
    Sheet::open_to(cx, id, Step::Hinder).await?;
    let rows = projects::hindrances(cx.tx(), id).await?;
    let mut row =
        rows.into_iter().find(|row| row.id == hindrance && row.over_at.is_none()).ok_or(Failure::NotFound)?;
    row.over_words = words("how", how, 2000)?;
    if row.over_words.is_empty() {
        return Err(Failure::refused(Refusal::field("how", "refused-project-how")));
    }
    (row.over_at, row.over_by) = (Some(cx.now()), cx.actor().id());
    projects::put_hindrance(cx.tx(), id, &row).await?;
    cx.record(ProjectEvent::ProjectFreed { project: id, hindrance });
    Ok(())
}
