//! Who got which letter about a release.

use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, run};
use kernel::{ContactId, LetterId, Moment, ReleaseId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RecipientRow {
    pub(crate) contact: ContactId,
    pub(crate) letter: LetterId,
    pub(crate) purpose: String,
}

pub(crate) async fn add(
    db: &impl ConnectionTrait,
    release: ReleaseId,
    row: &RecipientRow,
    now: Moment,
) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO release_recipient (release, contact, letter, purpose, at) VALUES ($1, $2, $3, $4, $5)";
    let args: Vec<Value> =
        vec![release.into(), row.contact.into(), row.letter.into(), row.purpose.as_str().into(), now.into()];
    run(db, sql, args).await.map(drop)
}

/// Every letter about a release with whose it was, the newest first.
pub(crate) async fn of(db: &impl ConnectionTrait, release: ReleaseId) -> Result<Vec<RecipientRow>, DbErr> {
    let sql = "SELECT contact, letter, purpose FROM release_recipient WHERE release = $1
               ORDER BY at DESC, letter DESC";
    all(db, sql, vec![release.into()]).await
}
