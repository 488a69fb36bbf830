//! Digests.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, run};
use kernel::{DigestId, Moment, PersonId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct DigestRow {
    pub(crate) id: DigestId,
    pub(crate) day: String,
    pub(crate) lead: String,
    pub(crate) lines: String,
    pub(crate) edition: i64,
    pub(crate) edited_by: Option<PersonId>,
    pub(crate) edited_at: Moment,
    pub(crate) hash: String,
    pub(crate) approved_by: Option<PersonId>,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) sent_at: Option<Moment>,
}

const DIGEST: &str =
    "id, day, lead, lines, edition, edited_by, edited_at, hash, approved_by, approved_at, sent_at";

pub(crate) async fn of_day(db: &impl ConnectionTrait, day: &str) -> Result<Option<DigestRow>, DbErr> {
    maybe(db, &format!("SELECT {DIGEST} FROM digest WHERE day = $1"), vec![day.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    day: &str,
) -> Result<Option<DigestRow>, DbErr> {
    let sql = format!("SELECT {DIGEST} FROM digest WHERE day = $1{}", engine.for_update());
    maybe(db, &sql, vec![day.into()]).await
}

/// The newest first.
pub(crate) async fn list(db: &impl ConnectionTrait, most: u32) -> Result<Vec<DigestRow>, DbErr> {
    all(db, &format!("SELECT {DIGEST} FROM digest ORDER BY day DESC LIMIT {most}"), vec![]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &DigestRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO digest (id, day, lead, lines, edition, edited_by, edited_at, hash, approved_by, approved_at,
             sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET lead = excluded.lead, lines = excluded.lines, edition = excluded.edition,
             edited_by = excluded.edited_by, edited_at = excluded.edited_at, hash = excluded.hash,
             approved_by = excluded.approved_by, approved_at = excluded.approved_at, sent_at = excluded.sent_at",
        vec![
            row.id.into(),
            row.day.as_str().into(),
            row.lead.as_str().into(),
            row.lines.as_str().into(),
            row.edition.into(),
            row.edited_by.into(),
            row.edited_at.into(),
            row.hash.as_str().into(),
            row.approved_by.into(),
            row.approved_at.into(),
            row.sent_at.into(),
        ],
    )
    .await
    .map(drop)
}

/// Notes to whom one was sent; a reader once.
pub(crate) async fn add_reader(
    db: &impl ConnectionTrait,
    digest: DigestId,
    person: PersonId,
    at: Moment,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO digest_reader (digest, person, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    Ok(run(db, sql, vec![digest.into(), person.into(), at.into()]).await? > 0)
}

/// To whom one was sent.
pub(crate) async fn readers(db: &impl ConnectionTrait, digest: DigestId) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person: PersonId,
    }
    let sql = "SELECT person FROM digest_reader WHERE digest = $1 ORDER BY person";
    let rows: Vec<Row> = all(db, sql, vec![digest.into()]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// The review with an id.
pub(crate) async fn digest(db: &impl ConnectionTrait, id: DigestId) -> Result<Option<DigestRow>, DbErr> {
    maybe(db, &format!("SELECT {DIGEST} FROM digest WHERE id = $1"), vec![id.into()]).await
}
