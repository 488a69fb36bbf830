//! The filters people keep of the lists of the desk, for themselves alone.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{Failure, PersonId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct KeptRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) query: String,
}

/// What a person kept of a list, the oldest first: id, name and query.
///
/// # Errors
/// When the database does not answer.
pub async fn kept_views(
    db: &impl ConnectionTrait,
    person: PersonId,
    list: &str,
) -> Result<Vec<(Uuid, String, String)>, Failure> {
    Ok(of(db, person, list).await?.into_iter().map(|row| (row.id, row.name, row.query)).collect())
}

pub(crate) async fn of(
    db: &impl ConnectionTrait,
    person: PersonId,
    list: &str,
) -> Result<Vec<KeptRow>, DbErr> {
    let sql = "SELECT id, name, query FROM kept_view WHERE person = $1 AND list = $2 ORDER BY id";
    all(db, sql, vec![person.into(), list.into()]).await
}

pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    person: PersonId,
    list: &str,
    row: &KeptRow,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO kept_view (id, person, list, name, query) VALUES ($1, $2, $3, $4, $5)";
    let (name, query) = (row.name.as_str().into(), row.query.as_str().into());
    run(db, sql, vec![row.id.into(), person.into(), list.into(), name, query]).await.map(drop)
}

pub(crate) async fn list_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: Uuid,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct List {
        list: String,
    }
    let sql = "SELECT list FROM kept_view WHERE id = $1 AND person = $2";
    let found: Option<List> = maybe(db, sql, vec![id.into(), person.into()]).await?;
    Ok(found.map(|found| found.list))
}

pub(crate) async fn forget(db: &impl ConnectionTrait, person: PersonId, id: Uuid) -> Result<(), DbErr> {
    let sql = "DELETE FROM kept_view WHERE id = $1 AND person = $2";
    run(db, sql, vec![id.into(), person.into()]).await.map(drop)
}
