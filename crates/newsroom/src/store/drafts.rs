//! `draft`, `draft_writer`, `edit_lock`.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{Moment, PersonId, StoryId};

/// What is being written.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct DraftRow {
    pub(crate) content: String,
    pub(crate) version: i64,
    pub(crate) saved_by: PersonId,
    pub(crate) saved_at: Moment,
}

pub(crate) async fn draft(db: &impl ConnectionTrait, story: StoryId) -> Result<Option<DraftRow>, DbErr> {
    maybe(db, "SELECT content, version, saved_by, saved_at FROM draft WHERE story = $1", vec![story.into()])
        .await
}

pub(crate) async fn put_draft(
    db: &impl ConnectionTrait,
    story: StoryId,
    row: &DraftRow,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO draft (story, content, version, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (story) DO UPDATE SET content = $2, version = $3, saved_by = $4, saved_at = $5",
        vec![
            story.into(),
            row.content.as_str().into(),
            row.version.into(),
            row.saved_by.into(),
            row.saved_at.into(),
        ],
    )
    .await?;
    run(
        db,
        "INSERT INTO draft_writer (story, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        vec![story.into(), row.saved_by.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn delete_draft(db: &impl ConnectionTrait, story: StoryId) -> Result<(), DbErr> {
    run(db, "DELETE FROM draft WHERE story = $1", vec![story.into()]).await?;
    run(db, "DELETE FROM draft_writer WHERE story = $1", vec![story.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct PersonRow {
    person: PersonId,
}

pub(crate) async fn draft_writers(db: &impl ConnectionTrait, story: StoryId) -> Result<Vec<PersonId>, DbErr> {
    let rows: Vec<PersonRow> =
        all(db, "SELECT person FROM draft_writer WHERE story = $1 ORDER BY person", vec![story.into()])
            .await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// Who holds the pen.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct LockRow {
    pub(crate) person: PersonId,
    pub(crate) token: String,
    pub(crate) taken_at: Moment,
    pub(crate) expires_at: Moment,
}

pub(crate) async fn lock(db: &impl ConnectionTrait, story: StoryId) -> Result<Option<LockRow>, DbErr> {
    maybe(
        db,
        "SELECT person, token, taken_at, expires_at FROM edit_lock WHERE story = $1",
        vec![story.into()],
    )
    .await
}

pub(crate) async fn put_lock(db: &impl ConnectionTrait, story: StoryId, row: &LockRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO edit_lock (story, person, token, taken_at, expires_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (story) DO UPDATE SET person = $2, token = $3, taken_at = $4, expires_at = $5",
        vec![
            story.into(),
            row.person.into(),
            row.token.as_str().into(),
            row.taken_at.into(),
            row.expires_at.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn delete_lock(db: &impl ConnectionTrait, story: StoryId) -> Result<(), DbErr> {
    run(db, "DELETE FROM edit_lock WHERE story = $1", vec![story.into()]).await.map(drop)
}
