//! Obstacles: what blocks work, with a proposed solution; escalated, answered, resolved (S62).

use super::LONGEST_REASON;
use super::reason;
use super::sheet::Sheet;
use crate::assignment::Step;
use crate::store::obstacles::ObstacleRow;
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Failure, NewId, ObstacleId, Refusal, Thing, UnitId};
use typed::words;

/// To whom an obstacle can go.
pub(crate) const LEVELS: [&str; 2] = ["focal", "leader"];

/// Says what keeps work from going on, with the solution the unit proposes; `level` sends it on at once, where it is not
/// empty. The unit is the lead, or the supporting one whose person says it.
///
/// # Errors
/// Refused without words, or when the work is not owed any more.
pub async fn raise(
    cx: &mut Cx,
    id: AssignmentId,
    said: &str,
    solution: &str,
    level: &str,
) -> Result<ObstacleId, Failure> {
    let mut sheet = Sheet::open(cx, id, Action::DoWork).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Block, &facts)?;
    let said = reason("words", said)?;
    let solution = reason("solution", solution)?;
    if !level.is_empty() && !LEVELS.contains(&level) {
        return Err(Failure::refused(Refusal::field("level", "refused-obstacle-level")));
    }
    let unit = own_unit(cx, &sheet);
    let row = ObstacleRow {
        id: ObstacleId::fresh(),
        assignment: id,
        unit,
        words: said.clone(),
        solution,
        raised_by: cx.actor().id(),
        raised_at: cx.now(),
        level: String::new(),
        escalated_by: None,
        escalated_at: None,
        answer: String::new(),
        answered_by: None,
        answered_at: None,
        outcome: String::new(),
        resolved_by: None,
        resolved_at: None,
        version: 1,
    };
    row.put(cx.tx()).await?;
    sheet.save(cx, "block", &said).await?;
    let obstacle = row.id;
    cx.record(AssignmentEvent::ObstacleRaised { obstacle, assignment: id, unit });
    if !level.is_empty() {
        send_up(cx, row, level).await?;
    }
    Ok(obstacle)
}

fn own_unit(cx: &Cx, sheet: &Sheet) -> UnitId {
    let does = |unit: &UnitId| cx.may(Action::DoWork, Thing::Unit(*unit)).is_ok();
    if does(&sheet.row.lead) {
        return sheet.row.lead;
    }
    sheet.work.supports.iter().copied().find(does).unwrap_or(sheet.row.lead)
}

/// An obstacle under its lock, with its work.
async fn open(cx: &Cx, id: ObstacleId, action: Action) -> Result<(ObstacleRow, Sheet), Failure> {
    let row = ObstacleRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::open(cx, row.assignment, action).await?;
    if row.resolved_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-obstacle-resolved")));
    }
    Ok((row, sheet))
}

/// An obstacle is its unit's: who raised it, who does that unit's part and who leads the work speak for it.
async fn own(cx: &Cx, id: ObstacleId) -> Result<(ObstacleRow, Sheet), Failure> {
    let (row, sheet) = open(cx, id, Action::DoWork).await?;
    if row.raised_by.is_none() || row.raised_by != cx.actor().id() {
        cx.may(Action::DoWork, Thing::Unit(row.unit))
            .or_else(|_| cx.may(Action::DoWork, Thing::Unit(sheet.row.lead)))?;
    }
    Ok((row, sheet))
}

async fn keep(cx: &Cx, mut row: ObstacleRow) -> Result<(), Failure> {
    row.version = row.version.saturating_add(1);
    Ok(row.put(cx.tx()).await?)
}

/// Sends it to the focal officer, or on to a leader.
///
/// # Errors
/// Forbidden to those it is not the obstacle of; refused when it is there already.
pub async fn escalate(cx: &mut Cx, id: ObstacleId, level: &str) -> Result<(), Failure> {
    let (row, sheet) = own(cx, id).await?;
    let higher = match row.level.as_str() {
        "" => LEVELS.contains(&level),
        "focal" => level == "leader",
        _ => false,
    };
    if !higher {
        return Err(Failure::refused(Refusal::field("level", "refused-obstacle-level")));
    }
    sheet.save(cx, "escalate", level).await?;
    send_up(cx, row, level).await
}

async fn send_up(cx: &mut Cx, mut row: ObstacleRow, level: &str) -> Result<(), Failure> {
    level.clone_into(&mut row.level);
    row.escalated_by = cx.actor().id();
    row.escalated_at = Some(cx.now());
    let (obstacle, unit) = (row.id, row.unit);
    keep(cx, row).await?;
    cx.record(AssignmentEvent::ObstacleEscalated { obstacle, unit, level: level.to_owned() });
    Ok(())
}

/// Answers what was sent up. What went to a leader, the focal officer may answer too: they prepare it.
///
/// # Errors
/// Refused without words; stale when somebody answered meanwhile.
pub async fn answer(cx: &mut Cx, id: ObstacleId, seen: i32, said: &str) -> Result<(), Failure> {
    let (mut row, sheet) = open(cx, id, Action::ResolveObstacle).await?;
    let said = reason("answer", said)?;
    if seen != 0 && seen != row.version {
        return Err(Failure::Stale(Refusal::new("stale-work")));
    }
    row.answer.clone_from(&said);
    row.answered_by = cx.actor().id();
    row.answered_at = Some(cx.now());
    let unit = row.unit;
    keep(cx, row).await?;
    sheet.save(cx, "answer", &said).await?;
    cx.record(AssignmentEvent::ObstacleAnswered { obstacle: id, unit });
    Ok(())
}

/// Says that it blocks no more, and what became of it.
///
/// # Errors
/// Refused when it was resolved already.
pub async fn resolve(cx: &mut Cx, id: ObstacleId, outcome: &str) -> Result<(), Failure> {
    let (mut row, sheet) = match own(cx, id).await {
        Err(Failure::Forbidden(_)) => open(cx, id, Action::ResolveObstacle).await?,
        other => other?,
    };
    let outcome = words("outcome", outcome, LONGEST_REASON)?;
    row.outcome.clone_from(&outcome);
    row.resolved_by = cx.actor().id();
    row.resolved_at = Some(cx.now());
    let unit = row.unit;
    keep(cx, row).await?;
    sheet.save(cx, "resolve", &outcome).await?;
    cx.record(AssignmentEvent::ObstacleResolved { obstacle: id, unit });
    Ok(())
}
