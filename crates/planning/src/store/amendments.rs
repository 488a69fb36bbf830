//! Changes of approved plans: which line, before and after, why, who, and who decided.

use super::{Where, whole};
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{ActivityId, Moment, PersonId, PlanId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AmendmentRow {
    pub(crate) plan: PlanId,
    pub(crate) number: i32,
    pub(crate) activity: ActivityId,
    pub(crate) lead: UnitId,
    /// `add`, `change`, `drop`.
    pub(crate) what: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) before_version: i32,
    pub(crate) reason: String,
    /// `proposed`, `approved`, `refused`.
    pub(crate) state: String,
    pub(crate) proposed_at: Moment,
    pub(crate) proposed_by: Option<PersonId>,
    pub(crate) decided_at: Option<Moment>,
    pub(crate) decided_by: Option<PersonId>,
    pub(crate) words: String,
}

const AMENDMENT: &str = "plan, number, activity, lead, what, before, after, before_version, reason, state, proposed_at, \
                         proposed_by, decided_at, decided_by, words";

/// The changes of a plan, what waits first, then the newest.
pub(crate) async fn of_plan(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<AmendmentRow>, DbErr> {
    let sql = format!(
        "SELECT {AMENDMENT} FROM amendment WHERE plan = $1
         ORDER BY CASE state WHEN 'proposed' THEN 0 ELSE 1 END, number DESC LIMIT 200"
    );
    all(db, &sql, vec![plan.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    plan: PlanId,
    number: i32,
) -> Result<Option<AmendmentRow>, DbErr> {
    let sql =
        format!("SELECT {AMENDMENT} FROM amendment WHERE plan = $1 AND number = $2{}", engine.for_update());
    maybe(db, &sql, vec![plan.into(), number.into()]).await
}

/// The number of the next change. The plan is locked by who asks.
pub(crate) async fn next_number(db: &impl ConnectionTrait, plan: PlanId) -> Result<i32, DbErr> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM amendment WHERE plan = $1";
    one(db, sql, vec![plan.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &AmendmentRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO amendment (plan, number, activity, lead, what, before, after, before_version, reason, state,
             proposed_at, proposed_by, decided_at, decided_by, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (plan, number) DO UPDATE SET state = excluded.state, decided_at = excluded.decided_at,
             decided_by = excluded.decided_by, words = excluded.words",
        vec![
            row.plan.into(),
            row.number.into(),
            row.activity.into(),
            row.lead.into(),
            row.what.as_str().into(),
            row.before.as_str().into(),
            row.after.as_str().into(),
            row.before_version.into(),
            row.reason.as_str().into(),
            row.state.as_str().into(),
            row.proposed_at.into(),
            row.proposed_by.into(),
            row.decided_at.into(),
            row.decided_by.into(),
            row.words.as_str().into(),
        ],
    )
    .await
    .map(drop)
}

/// Changes that wait: of one plan, or in all plans of these units.
pub(crate) async fn waiting_in(db: &impl ConnectionTrait, plan: PlanId) -> Result<u64, DbErr> {
    let sql = "SELECT COUNT(*) FROM amendment WHERE plan = $1 AND state = 'proposed'";
    Ok(whole(one(db, sql, vec![plan.into()]).await?))
}

/// Changes that wait in plans of these units.
pub(crate) async fn waiting(db: &impl ConnectionTrait, units: Option<&[UnitId]>) -> Result<u64, DbErr> {
    let mut when = Where::default();
    when.and("c.state = 'proposed'");
    if let Some(units) = units {
        let units = when.list(units);
        when.and(format!("p.unit IN {units}"));
    }
    let sql = format!("SELECT COUNT(*) FROM amendment c JOIN plan p ON p.id = c.plan WHERE {}", when.text());
    Ok(whole(one(db, &sql, when.args).await?))
}
