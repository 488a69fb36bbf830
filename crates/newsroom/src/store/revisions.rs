//! `revision`, `revision_writer`, `approval`.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PersonId, RevisionId, StoryId};

/// Words as lists look for them: without marks, in small letters.
pub(crate) fn folded(words: &str) -> String {
    viet::fold::fold(words).to_lowercase()
}

/// A revision as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RevisionRow {
    pub(crate) id: RevisionId,
    pub(crate) story: StoryId,
    pub(crate) number: i32,
    pub(crate) title: String,
    pub(crate) content: String,
    pub(crate) hash: String,
    pub(crate) made_by: Option<PersonId>,
    pub(crate) made_at: Moment,
}

const COLUMNS: &str = "id, story, number, title, content, hash, made_by, made_at";

pub(crate) async fn insert_revision(
    db: &impl ConnectionTrait,
    row: &RevisionRow,
    writers: &[PersonId],
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO revision (id, story, number, title, content, hash, made_by, made_at, folded)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            row.id.into(),
            row.story.into(),
            row.number.into(),
            row.title.as_str().into(),
            row.content.as_str().into(),
            row.hash.as_str().into(),
            row.made_by.into(),
            row.made_at.into(),
            folded(&row.title).into(),
        ],
    )
    .await?;
    for person in writers {
        run(
            db,
            "INSERT INTO revision_writer (revision, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            vec![row.id.into(), (*person).into()],
        )
        .await?;
    }
    Ok(())
}

pub(crate) async fn revision(
    db: &impl ConnectionTrait,
    id: RevisionId,
) -> Result<Option<RevisionRow>, DbErr> {
    maybe(db, &format!("SELECT {COLUMNS} FROM revision WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn revision_numbered(
    db: &impl ConnectionTrait,
    story: StoryId,
    number: i32,
) -> Result<Option<RevisionRow>, DbErr> {
    maybe(
        db,
        &format!("SELECT {COLUMNS} FROM revision WHERE story = $1 AND number = $2"),
        vec![story.into(), number.into()],
    )
    .await
}

pub(crate) async fn revisions(db: &impl ConnectionTrait, story: StoryId) -> Result<Vec<RevisionRow>, DbErr> {
    all(db, &format!("SELECT {COLUMNS} FROM revision WHERE story = $1 ORDER BY number"), vec![story.into()])
        .await
}

/// Revisions of all stories, some at a time, for verification.
pub(crate) async fn revisions_after(
    db: &impl ConnectionTrait,
    after: Option<RevisionId>,
    most: u32,
) -> Result<Vec<RevisionRow>, DbErr> {
    match after {
        None => all(db, &format!("SELECT {COLUMNS} FROM revision ORDER BY id LIMIT {most}"), vec![]).await,
        Some(id) => {
            let sql = format!("SELECT {COLUMNS} FROM revision WHERE id > $1 ORDER BY id LIMIT {most}");
            all(db, &sql, vec![id.into()]).await
        }
    }
}

#[derive(FromQueryResult)]
struct PersonRow {
    person: PersonId,
}

pub(crate) async fn writers_of(
    db: &impl ConnectionTrait,
    revision: RevisionId,
) -> Result<Vec<PersonId>, DbErr> {
    let rows: Vec<PersonRow> = all(
        db,
        "SELECT person FROM revision_writer WHERE revision = $1 ORDER BY person",
        vec![revision.into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// Everyone who wrote in any revision of the story.
pub(crate) async fn writers_of_story(
    db: &impl ConnectionTrait,
    story: StoryId,
) -> Result<Vec<PersonId>, DbErr> {
    let rows: Vec<PersonRow> = all(
        db,
        "SELECT DISTINCT w.person FROM revision_writer w JOIN revision r ON r.id = w.revision WHERE r.story = $1",
        vec![story.into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// An approval as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ApprovalRow {
    pub(crate) person: PersonId,
    pub(crate) hash: String,
    pub(crate) at: Moment,
}

pub(crate) async fn insert_approval(
    db: &impl ConnectionTrait,
    revision: RevisionId,
    row: &ApprovalRow,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO approval (revision, person, hash, at) VALUES ($1, $2, $3, $4)",
        vec![revision.into(), row.person.into(), row.hash.as_str().into(), row.at.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn void_approvals(
    db: &impl ConnectionTrait,
    revision: RevisionId,
    now: Moment,
) -> Result<u64, DbErr> {
    run(
        db,
        "UPDATE approval SET voided_at = $2 WHERE revision = $1 AND voided_at IS NULL",
        vec![revision.into(), now.into()],
    )
    .await
}

/// The valid approval of a revision, if there is one.
pub(crate) async fn approval(
    db: &impl ConnectionTrait,
    revision: RevisionId,
) -> Result<Option<ApprovalRow>, DbErr> {
    maybe(
        db,
        "SELECT person, hash, at FROM approval WHERE revision = $1 AND voided_at IS NULL ORDER BY at DESC LIMIT 1",
        vec![revision.into()],
    )
    .await
}

pub(crate) async fn last_number(db: &impl ConnectionTrait, story: StoryId) -> Result<i32, DbErr> {
    one(db, "SELECT COALESCE(MAX(number), 0) FROM revision WHERE story = $1", vec![story.into()]).await
}
