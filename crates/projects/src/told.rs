//! What projects tell the other houses: their names, who leads them, and how much of their money was disbursed (S42).

use crate::sight::Sight;
use crate::store::projects::{self, Asked};
use crate::sums::{BOOKED, books, due_month, share};
use db::{ConnectionTrait, Look};
use kernel::{Action, Actor, Day, Failure, Moment, ProjectId, UnitId, role_table};
use std::collections::HashMap;

/// How much of the money of projects was disbursed, in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disbursed {
    /// Assigned for the budget year in which the period ends, with all adjustments.
    pub assigned: i64,
    /// Planned to the end of the last whole month of the period.
    pub planned: i64,
    /// Paid of that year's money up to the period's last day.
    pub spent: i64,
    /// Paid in the period itself, of whichever year's money.
    pub in_period: i64,
    /// Spent of assigned in tenths of a percent, rounded down.
    pub share: Option<i64>,
}

/// How much was disbursed up to the end of a period, of the projects of some units (those that ended in them too) or of all,
/// as the ledger stood at entry `as_of`: the same sum today and later. A payment counts on the day on which it was made,
/// also when it was entered afterwards; one that was cancelled up to `as_of` does not count.
///
/// # Errors
/// When the database does not answer.
pub async fn disbursed(
    db: &impl ConnectionTrait,
    (first, last): (Day, Day),
    units: Option<&[UnitId]>,
    as_of: i64,
) -> Result<Disbursed, Failure> {
    let entries = db::happened(db, &BOOKED, (Moment(i64::MIN), Moment(i64::MAX)), as_of).await?;
    let books = books(&entries);
    let leads = units_of(db, &books.keys().copied().collect::<Vec<_>>()).await?;
    let year = i32::from(last.year());
    let due = due_month(last, year);
    let mut told = Disbursed::default();
    for (project, book) in &books {
        if units.is_some_and(|units| leads.get(project).is_none_or(|lead| !units.contains(lead))) {
            continue;
        }
        let sum = book.year(year, last);
        told.assigned = told.assigned.saturating_add(sum.assigned);
        told.planned = told.planned.saturating_add(sum.planned_to(due));
        told.spent = told.spent.saturating_add(sum.paid());
        told.in_period = told.in_period.saturating_add(book.between(first, last));
    }
    told.share = share(told.spent, told.assigned);
    Ok(told)
}

/// The units that lead projects.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(
    db: &impl ConnectionTrait,
    ids: &[ProjectId],
) -> Result<HashMap<ProjectId, UnitId>, Failure> {
    Ok(projects::leads(db, ids).await?.into_iter().collect())
}

/// The name of a project, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called(look: &Look, id: ProjectId) -> Result<Option<String>, Failure> {
    if !projects::sees(look.db(), &Sight::of(look.actor()), id).await? {
        return Ok(None);
    }
    Ok(projects::project(look.db(), id).await?.map(|row| row.name))
}

/// How many projects that who looks runs are behind their plan of this year.
///
/// # Errors
/// When the database does not answer.
pub async fn behind(look: &Look, today: Day) -> Result<u64, Failure> {
    let Actor::Person(me) = look.actor() else { return Ok(0) };
    let runs = me.reach(role_table(Action::RunProjects));
    if runs.as_ref().is_some_and(Vec::is_empty) {
        return Ok(0);
    }
    let sight = Sight { units: runs };
    let year = i32::from(today.year());
    let asked = Asked { year, due: due_month(today, year), ..Asked::default() };
    Ok(projects::behind(look.db(), &sight, &asked).await?)
}
