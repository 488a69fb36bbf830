//! Appraisals: who was asked, about what, and what they said.

use super::{Where, whole};
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PersonId, PlanId, UnitId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AppraisalRow {
    pub(crate) id: Uuid,
    pub(crate) plan: PlanId,
    pub(crate) version: i32,
    pub(crate) unit: UnitId,
    pub(crate) aspect: String,
    pub(crate) due_day: String,
    pub(crate) asked_at: Moment,
    /// Nothing while it is open; `agree`, `changes`, `disagree`.
    pub(crate) opinion: String,
    pub(crate) words: String,
    pub(crate) given_on: String,
    pub(crate) given_at: Option<Moment>,
    pub(crate) given_by: Option<PersonId>,
}

const APPRAISAL: &str =
    "id, plan, version, unit, aspect, due_day, asked_at, opinion, words, given_on, given_at, given_by";

/// Every appraisal of a plan, of its newest version first.
pub(crate) async fn of_plan(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<AppraisalRow>, DbErr> {
    let sql = format!("SELECT {APPRAISAL} FROM appraisal WHERE plan = $1 ORDER BY version DESC, id");
    all(db, &sql, vec![plan.into()]).await
}

pub(crate) async fn appraisal(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<AppraisalRow>, DbErr> {
    maybe(db, &format!("SELECT {APPRAISAL} FROM appraisal WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &AppraisalRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO appraisal (id, plan, version, unit, aspect, due_day, asked_at, opinion, words, given_on, given_at,
             given_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (id) DO UPDATE SET due_day = excluded.due_day, opinion = excluded.opinion, words = excluded.words,
             given_on = excluded.given_on, given_at = excluded.given_at, given_by = excluded.given_by",
        vec![
            row.id.into(),
            row.plan.into(),
            row.version.into(),
            row.unit.into(),
            row.aspect.as_str().into(),
            row.due_day.as_str().into(),
            row.asked_at.into(),
            row.opinion.as_str().into(),
            row.words.as_str().into(),
            row.given_on.as_str().into(),
            row.given_at.into(),
            row.given_by.into(),
        ],
    )
    .await
    .map(drop)
}

/// How many of a version were asked, and how many are open.
pub(crate) async fn tally(
    db: &impl ConnectionTrait,
    plan: PlanId,
    version: i32,
) -> Result<(u64, u64), DbErr> {
    let args = || vec![plan.into(), version.into()];
    let sql = "SELECT COUNT(*) FROM appraisal WHERE plan = $1 AND version = $2";
    let asked: i64 = one(db, sql, args()).await?;
    let open: i64 = one(db, &format!("{sql} AND opinion = ''"), args()).await?;
    Ok((whole(asked), whole(open)))
}

/// Open appraisals of these units.
pub(crate) async fn waiting(db: &impl ConnectionTrait, units: Option<&[UnitId]>) -> Result<u64, DbErr> {
    let mut when = Where::default();
    when.and("r.opinion = '' AND r.version = p.version AND p.state = 'appraisal'");
    if let Some(units) = units {
        let units = when.list(units);
        when.and(format!("r.unit IN {units}"));
    }
    let sql = format!("SELECT COUNT(*) FROM appraisal r JOIN plan p ON p.id = r.plan WHERE {}", when.text());
    Ok(whole(one(db, &sql, when.args).await?))
}
