//! The secret address of a calendar.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};
use kernel::{Moment, PersonId};

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
