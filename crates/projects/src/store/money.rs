//! Money of projects: what was assigned, planned by month and paid. Rows are added and cancelled, never changed.

use super::Where;
use super::projects::{Asked, ListedProject};
use crate::sums::YearSum;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PersonId, ProjectId};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct GrantRow {
    pub(crate) id: Uuid,
    pub(crate) project: ProjectId,
    pub(crate) year: i32,
    /// Up or down.
    pub(crate) amount: i64,
    pub(crate) decision: String,
    pub(crate) decided_on: String,
    pub(crate) reason: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

pub(crate) async fn add_grant(db: &impl ConnectionTrait, row: &GrantRow) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO project_grant (id, project, year, amount, decision, decided_on, reason, at, by_person)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let args = vec![
        row.id.into(),
        row.project.into(),
        row.year.into(),
        row.amount.into(),
        row.decision.as_str().into(),
        row.decided_on.as_str().into(),
        row.reason.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// Every assignment of every year, the oldest first.
pub(crate) async fn grants(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<GrantRow>, DbErr> {
    let sql =
        "SELECT id, project, year, amount, decision, decided_on, reason, at, by_person FROM project_grant
               WHERE project = $1 ORDER BY year, at, id";
    all(db, sql, vec![id.into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EditionRow {
    pub(crate) edition: i32,
    pub(crate) reason: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    /// The sum of its months.
    pub(crate) sum: i64,
}

/// Every plan of a year by month, the newest first.
pub(crate) async fn editions(
    db: &impl ConnectionTrait,
    id: ProjectId,
    year: i32,
) -> Result<Vec<EditionRow>, DbErr> {
    let sql = "SELECT e.edition, e.reason, e.at, e.by_person,
                   (SELECT CAST(COALESCE(SUM(m.amount), 0) AS BIGINT) FROM project_month m
                    WHERE m.project = e.project AND m.year = e.year AND m.edition = e.edition) AS sum
               FROM project_month_edition e WHERE e.project = $1 AND e.year = $2 ORDER BY e.edition DESC";
    all(db, sql, vec![id.into(), year.into()]).await
}

pub(crate) async fn add_months(
    db: &impl ConnectionTrait,
    (id, year): (ProjectId, i32),
    row: &EditionRow,
    months: &[i64],
) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_month_edition (project, year, edition, reason, at, by_person)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let args = vec![
        id.into(),
        year.into(),
        row.edition.into(),
        row.reason.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await?;
    let sql = "INSERT INTO project_month (project, year, edition, month, amount) VALUES ($1, $2, $3, $4, $5)";
    for (month, amount) in (1i32..).zip(months) {
        let args = vec![id.into(), year.into(), row.edition.into(), month.into(), (*amount).into()];
        run(db, sql, args).await?;
    }
    Ok(())
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PaymentRow {
    pub(crate) id: Uuid,
    pub(crate) project: ProjectId,
    pub(crate) year: i32,
    pub(crate) month: i32,
    pub(crate) day: String,
    pub(crate) amount: i64,
    pub(crate) document: String,
    pub(crate) contract: Option<Uuid>,
    pub(crate) note: String,
    /// Why more was paid than was assigned or accepted.
    pub(crate) over_reason: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) cancelled_at: Option<Moment>,
    pub(crate) cancelled_by: Option<PersonId>,
    pub(crate) cancel_reason: String,
}

const PAYMENT: &str = "id, project, year, month, day, amount, document, contract, note, over_reason, at, by_person, \
                       cancelled_at, cancelled_by, cancel_reason";

pub(crate) async fn put_payment(db: &impl ConnectionTrait, row: &PaymentRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_payment (id, project, year, month, day, amount, document, contract, note, over_reason,
                   at, by_person, cancelled_at, cancelled_by, cancel_reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
               ON CONFLICT (id) DO UPDATE SET cancelled_at = excluded.cancelled_at,
                   cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason";
    let args = vec![
        row.id.into(),
        row.project.into(),
        row.year.into(),
        row.month.into(),
        row.day.as_str().into(),
        row.amount.into(),
        row.document.as_str().into(),
        row.contract.into(),
        row.note.as_str().into(),
        row.over_reason.as_str().into(),
        row.at.into(),
        row.by_person.into(),
        row.cancelled_at.into(),
        row.cancelled_by.into(),
        row.cancel_reason.as_str().into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// What was paid of a budget year, the newest day first; what was cancelled too.
pub(crate) async fn payments(
    db: &impl ConnectionTrait,
    id: ProjectId,
    year: i32,
) -> Result<Vec<PaymentRow>, DbErr> {
    let sql = format!(
        "SELECT {PAYMENT} FROM project_payment WHERE project = $1 AND year = $2 ORDER BY day DESC, at DESC, id LIMIT 2000"
    );
    all(db, &sql, vec![id.into(), year.into()]).await
}

/// What was paid on a contract, of every year.
pub(crate) async fn payments_of(db: &impl ConnectionTrait, contract: Uuid) -> Result<Vec<PaymentRow>, DbErr> {
    let sql = format!(
        "SELECT {PAYMENT} FROM project_payment WHERE contract = $1 ORDER BY day DESC, at DESC, id LIMIT 2000"
    );
    all(db, &sql, vec![contract.into()]).await
}

pub(crate) async fn payment(
    db: &impl ConnectionTrait,
    project: ProjectId,
    id: Uuid,
) -> Result<Option<PaymentRow>, DbErr> {
    let sql = format!("SELECT {PAYMENT} FROM project_payment WHERE project = $1 AND id = $2");
    maybe(db, &sql, vec![project.into(), id.into()]).await
}

/// How many entries it has, so that nobody fills it without end.
pub(crate) async fn many(db: &impl ConnectionTrait, id: ProjectId) -> Result<i64, DbErr> {
    let sql = "SELECT (SELECT COUNT(*) FROM project_payment WHERE project = $1)
               + (SELECT COUNT(*) FROM project_grant WHERE project = $1)
               + (SELECT COUNT(*) FROM project_month_edition WHERE project = $1)
               + (SELECT COUNT(*) FROM project_contract WHERE project = $1)
               + (SELECT COUNT(*) FROM project_annex WHERE project = $1)
               + (SELECT COUNT(*) FROM project_acceptance WHERE project = $1)
               + (SELECT COUNT(*) FROM project_hindrance WHERE project = $1)";
    one(db, sql, vec![id.into()]).await
}

/// All that was assigned to it and all that was paid of it.
pub(crate) async fn totals(db: &impl ConnectionTrait, id: ProjectId) -> Result<(i64, i64), DbErr> {
    let sum = "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM";
    let granted = one(db, &format!("{sum} project_grant WHERE project = $1"), vec![id.into()]).await?;
    let sql = format!("{sum} project_payment WHERE project = $1 AND cancelled_at IS NULL");
    Ok((granted, one(db, &sql, vec![id.into()]).await?))
}

#[derive(Debug, Clone, FromQueryResult)]
struct Cell {
    project: ProjectId,
    month: i32,
    amount: i64,
}

/// A budget year of these projects, month by month; `to` leaves out what was paid after a day.
pub(crate) async fn years(
    db: &impl ConnectionTrait,
    ids: &[ProjectId],
    year: i32,
    to: Option<kernel::Day>,
) -> Result<HashMap<ProjectId, YearSum>, DbErr> {
    let mut sums: HashMap<ProjectId, YearSum> = HashMap::new();
    for some in ids.chunks(500) {
        let mut when = Where::default();
        let (of, places) = (when.arg(year), when.list(some));
        let cut = to.map(|to| format!(" AND day <= {}", when.arg(to.to_string()))).unwrap_or_default();
        let sql = format!(
            "SELECT project, month, CAST(SUM(amount) AS BIGINT) AS amount FROM project_payment
             WHERE year = {of} AND project IN {places} AND cancelled_at IS NULL{cut} GROUP BY project, month"
        );
        for cell in all::<Cell>(db, &sql, when.args).await? {
            sums.entry(cell.project).or_default().pay(cell.month, cell.amount);
        }
        let mut when = Where::default();
        let (of, places) = (when.arg(year), when.list(some));
        let sql = format!(
            "SELECT m.project, m.month, m.amount FROM project_month m WHERE m.year = {of} AND m.project IN {places}
             AND m.edition = (SELECT MAX(n.edition) FROM project_month n WHERE n.project = m.project AND n.year = m.year)"
        );
        for cell in all::<Cell>(db, &sql, when.args).await? {
            sums.entry(cell.project).or_default().plan(cell.month, cell.amount);
        }
        let mut when = Where::default();
        let (of, places) = (when.arg(year), when.list(some));
        let sql = format!(
            "SELECT project, 0 AS month, CAST(SUM(amount) AS BIGINT) AS amount FROM project_grant
             WHERE year = {of} AND project IN {places} GROUP BY project"
        );
        for cell in all::<Cell>(db, &sql, when.args).await? {
            sums.entry(cell.project).or_default().assigned = cell.amount;
        }
    }
    Ok(sums)
}

/// A budget year of one project.
pub(crate) async fn year(db: &impl ConnectionTrait, id: ProjectId, of: i32) -> Result<YearSum, DbErr> {
    Ok(years(db, &[id], of, None).await?.remove(&id).unwrap_or_default())
}

/// The years for which money was assigned or paid.
pub(crate) async fn known_years(db: &impl ConnectionTrait, id: Option<ProjectId>) -> Result<Vec<i32>, DbErr> {
    #[derive(FromQueryResult)]
    struct Year {
        year: i32,
    }
    let (of, args) = match id {
        Some(id) => (" WHERE project = $1", vec![id.into()]),
        None => ("", Vec::new()),
    };
    let sql = format!(
        "SELECT year FROM project_grant{of} UNION SELECT year FROM project_payment{of} ORDER BY year DESC LIMIT 40"
    );
    let rows: Vec<Year> = all(db, &sql, args).await?;
    Ok(rows.into_iter().map(|row| row.year).collect())
}

/// The projects of a list with their year.
pub(crate) async fn sheet(
    db: &impl ConnectionTrait,
    rows: &[ListedProject],
    asked: &Asked,
) -> Result<HashMap<ProjectId, YearSum>, DbErr> {
    let ids: Vec<ProjectId> = rows.iter().map(|row| row.id).collect();
    years(db, &ids, asked.year, None).await
}
