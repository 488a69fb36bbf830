//! Filters somebody keeps, and the secret address of a calendar.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{Moment, PersonId, PlanId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FilterRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) query: String,
}

/// The filters of a person on a plan.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    plan: PlanId,
    person: PersonId,
) -> Result<Vec<FilterRow>, DbErr> {
    let sql = "SELECT id, name, query FROM plan_filter WHERE person = $1 AND plan = $2 ORDER BY id LIMIT 30";
    all(db, sql, vec![person.into(), plan.into()]).await
}

pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    plan: PlanId,
    person: PersonId,
    row: &FilterRow,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO plan_filter (id, plan, person, name, query) VALUES ($1, $2, $3, $4, $5)";
    let (name, query) = (row.name.as_str().into(), row.query.as_str().into());
    run(db, sql, vec![row.id.into(), plan.into(), person.into(), name, query]).await.map(drop)
}

/// Forgets one of a person's own.
pub(crate) async fn forget(db: &impl ConnectionTrait, person: PersonId, id: Uuid) -> Result<u64, DbErr> {
    let sql = "DELETE FROM plan_filter WHERE id = $1 AND person = $2";
    run(db, sql, vec![id.into(), person.into()]).await
}

/// Sets the hash of a person's secret address; the one before opens nothing any more.
pub(crate) async fn set_feed(
    db: &impl ConnectionTrait,
    person: PersonId,
    hash: &str,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO plan_feed (person, hash, made_at) VALUES ($1, $2, $3)
               ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at";
    run(db, sql, vec![person.into(), hash.into(), at.into()]).await.map(drop)
}

/// Whose address it is.
pub(crate) async fn feed_of(db: &impl ConnectionTrait, hash: &str) -> Result<Option<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Owner {
        person: PersonId,
    }
    let sql = "SELECT person FROM plan_feed WHERE hash = $1";
    let owner: Option<Owner> = maybe(db, sql, vec![hash.into()]).await?;
    Ok(owner.map(|owner| owner.person))
}
