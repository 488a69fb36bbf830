//! What was presented: which lines, in which text.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{Moment, PersonId, PlanId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct VersionRow {
    pub(crate) number: i32,
    pub(crate) hash: String,
    pub(crate) meeting: String,
    pub(crate) presented_on: String,
    pub(crate) lines: i32,
    pub(crate) budget: i64,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

const VERSION: &str = "number, hash, meeting, presented_on, lines, budget, at, by_person";

pub(crate) async fn versions(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<VersionRow>, DbErr> {
    let sql = format!("SELECT {VERSION} FROM plan_version WHERE plan = $1 ORDER BY number DESC");
    all(db, &sql, vec![plan.into()]).await
}

pub(crate) async fn version(
    db: &impl ConnectionTrait,
    plan: PlanId,
    number: i32,
) -> Result<Option<VersionRow>, DbErr> {
    let sql = format!("SELECT {VERSION} FROM plan_version WHERE plan = $1 AND number = $2");
    maybe(db, &sql, vec![plan.into(), number.into()]).await
}

/// Freezes every standing line of a plan as it is now.
pub(crate) async fn freeze(db: &impl ConnectionTrait, plan: PlanId, row: &VersionRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO plan_version (plan, number, hash, meeting, presented_on, lines, budget, at, by_person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            plan.into(),
            row.number.into(),
            row.hash.as_str().into(),
            row.meeting.as_str().into(),
            row.presented_on.as_str().into(),
            row.lines.into(),
            row.budget.into(),
            row.at.into(),
            row.by_person.into(),
        ],
    )
    .await?;
    let sql = "INSERT INTO plan_version_line (plan, number, activity, version)
               SELECT plan, CAST($2 AS INTEGER), id, version FROM activity WHERE plan = $1 AND state = 'standing'";
    run(db, sql, vec![plan.into(), row.number.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FrozenRow {
    pub(crate) content: String,
}

/// The lines of a version in the text they had.
pub(crate) async fn frozen(
    db: &impl ConnectionTrait,
    plan: PlanId,
    number: i32,
) -> Result<Vec<FrozenRow>, DbErr> {
    let sql = "SELECT e.content FROM plan_version_line v
               JOIN activity_edit e ON e.activity = v.activity AND e.version = v.version
               WHERE v.plan = $1 AND v.number = $2 ORDER BY v.activity";
    all(db, sql, vec![plan.into(), number.into()]).await
}
