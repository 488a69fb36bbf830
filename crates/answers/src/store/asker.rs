//! Who asked, what was said to and fro, what was attached, and what they wish done with their data.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PersonId, QuestionId};
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct AskerRow {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
}

pub(crate) async fn asker(db: &impl ConnectionTrait, id: QuestionId) -> Result<Option<AskerRow>, DbErr> {
    maybe(db, "SELECT name, email, phone FROM asker WHERE question = $1", vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, id: QuestionId, row: &AskerRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO asker (question, name, email, phone) VALUES ($1, $2, $3, $4)
         ON CONFLICT (question) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone",
        vec![id.into(), row.name.as_str().into(), row.email.as_str().into(), row.phone.as_str().into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn erase(db: &impl ConnectionTrait, id: QuestionId) -> Result<(), DbErr> {
    run(db, "DELETE FROM asker WHERE question = $1", vec![id.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MessageRow {
    pub(crate) id: Uuid,
    pub(crate) question: QuestionId,
    pub(crate) from_asker: bool,
    pub(crate) person: Option<PersonId>,
    /// `more`, `data`.
    pub(crate) kind: String,
    pub(crate) words: String,
    pub(crate) at: Moment,
}

pub(crate) async fn messages(db: &impl ConnectionTrait, id: QuestionId) -> Result<Vec<MessageRow>, DbErr> {
    let sql = "SELECT id, question, from_asker, person, kind, words, at FROM question_message
               WHERE question = $1 ORDER BY at, id";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn add_message(db: &impl ConnectionTrait, row: &MessageRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_message (id, question, from_asker, person, kind, words, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET words = excluded.words",
        vec![
            row.id.into(),
            row.question.into(),
            row.from_asker.into(),
            row.person.into(),
            row.kind.as_str().into(),
            row.words.as_str().into(),
            row.at.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn erase_messages(db: &impl ConnectionTrait, id: QuestionId) -> Result<(), DbErr> {
    run(db, "DELETE FROM question_message WHERE question = $1", vec![id.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FileRow {
    pub(crate) id: Uuid,
    pub(crate) question: QuestionId,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) sha256: String,
    pub(crate) bytes: i64,
    pub(crate) at: Moment,
}

const FILE: &str = "id, question, name, kind, sha256, bytes, at";

pub(crate) async fn files(db: &impl ConnectionTrait, id: QuestionId) -> Result<Vec<FileRow>, DbErr> {
    all(db, &format!("SELECT {FILE} FROM question_file WHERE question = $1 ORDER BY at, id"), vec![id.into()])
        .await
}

pub(crate) async fn file(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<FileRow>, DbErr> {
    maybe(db, &format!("SELECT {FILE} FROM question_file WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn add_file(db: &impl ConnectionTrait, row: &FileRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_file (id, question, name, kind, sha256, bytes, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        vec![
            row.id.into(),
            row.question.into(),
            row.name.as_str().into(),
            row.kind.as_str().into(),
            row.sha256.as_str().into(),
            row.bytes.into(),
            row.at.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn erase_files(db: &impl ConnectionTrait, id: QuestionId) -> Result<(), DbErr> {
    run(db, "DELETE FROM question_file WHERE question = $1", vec![id.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct WishRow {
    pub(crate) id: Uuid,
    pub(crate) question: QuestionId,
    /// `withdraw`, `correct`, `erase`, `export`, `other`.
    pub(crate) kind: String,
    pub(crate) words: String,
    pub(crate) at: Moment,
    pub(crate) done_at: Option<Moment>,
    pub(crate) outcome: String,
    pub(crate) person: Option<PersonId>,
}

const WISH: &str = "id, question, kind, words, at, done_at, outcome, person";

pub(crate) async fn wishes(db: &impl ConnectionTrait, id: QuestionId) -> Result<Vec<WishRow>, DbErr> {
    all(db, &format!("SELECT {WISH} FROM data_wish WHERE question = $1 ORDER BY at, id"), vec![id.into()])
        .await
}

pub(crate) async fn put_wish(db: &impl ConnectionTrait, row: &WishRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO data_wish (id, question, kind, words, at, done_at, outcome, person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET words = excluded.words, done_at = excluded.done_at,
             outcome = excluded.outcome, person = excluded.person",
        vec![
            row.id.into(),
            row.question.into(),
            row.kind.as_str().into(),
            row.words.as_str().into(),
            row.at.into(),
            row.done_at.into(),
            row.outcome.as_str().into(),
            row.person.into(),
        ],
    )
    .await
    .map(drop)
}

/// How many wishes about data wait for a person.
pub(crate) async fn open_wishes(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM data_wish WHERE done_at IS NULL", vec![]).await
}
