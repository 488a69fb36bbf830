//! How the article pages of outlets are read.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{Moment, OutletId, PersonId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RuleRow {
    pub(crate) outlet: OutletId,
    pub(crate) since: String,
    pub(crate) rule: String,
    pub(crate) set_at: Moment,
    pub(crate) set_by: Option<PersonId>,
    pub(crate) pages: i64,
    pub(crate) short: i64,
}

const RULE: &str = "outlet, since, rule, set_at, set_by, pages, short";

/// The rule of an outlet that holds on a day.
pub(crate) async fn rule_of(
    db: &impl ConnectionTrait,
    outlet: OutletId,
    day: &str,
) -> Result<Option<RuleRow>, DbErr> {
    let sql =
        format!("SELECT {RULE} FROM site_rule WHERE outlet = $1 AND since <= $2 ORDER BY since DESC LIMIT 1");
    let row: Option<RuleRow> = maybe(db, &sql, vec![outlet.into(), day.into()]).await?;
    Ok(row.filter(|row| !row.rule.is_empty()))
}

/// Every rule an outlet ever had, the newest first.
pub(crate) async fn rules_of(db: &impl ConnectionTrait, outlet: OutletId) -> Result<Vec<RuleRow>, DbErr> {
    let sql = format!("SELECT {RULE} FROM site_rule WHERE outlet = $1 ORDER BY since DESC LIMIT 50");
    all(db, &sql, vec![outlet.into()]).await
}

/// The rules that hold on a day, one an outlet.
pub(crate) async fn rules_on(db: &impl ConnectionTrait, day: &str) -> Result<Vec<RuleRow>, DbErr> {
    let sql = format!(
        "SELECT {RULE} FROM site_rule r WHERE rule <> '' AND since =
             (SELECT MAX(n.since) FROM site_rule n WHERE n.outlet = r.outlet AND n.since <= $1)"
    );
    all(db, &sql, vec![day.into()]).await
}

/// Sets the rule of an outlet from a day on; what was counted of another begins anew.
pub(crate) async fn put(db: &impl ConnectionTrait, row: &RuleRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO site_rule (outlet, since, rule, set_at, set_by, pages, short)
         VALUES ($1, $2, $3, $4, $5, 0, 0)
         ON CONFLICT (outlet, since) DO UPDATE SET rule = excluded.rule, set_at = excluded.set_at,
             set_by = excluded.set_by, pages = 0, short = 0",
        vec![
            row.outlet.into(),
            row.since.as_str().into(),
            row.rule.as_str().into(),
            row.set_at.into(),
            row.set_by.into(),
        ],
    )
    .await
    .map(drop)
}

/// Counts articles that were read by a rule, and those of which it found too little.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    rule: &RuleRow,
    pages: i64,
    short: i64,
) -> Result<(), DbErr> {
    let sql = "UPDATE site_rule SET pages = pages + $3, short = short + $4 WHERE outlet = $1 AND since = $2";
    run(db, sql, vec![rule.outlet.into(), rule.since.as_str().into(), pages.into(), short.into()])
        .await
        .map(drop)
}
