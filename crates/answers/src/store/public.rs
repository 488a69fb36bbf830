//! Questions and answers as the public reads them: edited, without personal data; what was taken down leaves its tombstone.

use super::whole;
use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PageNumber, PersonId, QuestionId, UnitId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PublicRow {
    pub(crate) question: QuestionId,
    pub(crate) slug: String,
    /// `live` or `gone`.
    pub(crate) state: String,
    pub(crate) field: String,
    pub(crate) unit: UnitId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) reply: String,
    pub(crate) reply_hash: String,
    pub(crate) asked_at: Moment,
    pub(crate) answered_at: Moment,
    pub(crate) published_at: Moment,
    pub(crate) changed_at: Moment,
    pub(crate) reason: String,
    pub(crate) by_person: Option<PersonId>,
}

const PUBLIC: &str = "question, slug, state, field, unit, title, body, reply, reply_hash, asked_at, answered_at, \
                      published_at, changed_at, reason, by_person";

pub(crate) async fn of(db: &impl ConnectionTrait, id: QuestionId) -> Result<Option<PublicRow>, DbErr> {
    maybe(db, &format!("SELECT {PUBLIC} FROM question_public WHERE question = $1"), vec![id.into()]).await
}

pub(crate) async fn at(db: &impl ConnectionTrait, slug: &str) -> Result<Option<PublicRow>, DbErr> {
    maybe(db, &format!("SELECT {PUBLIC} FROM question_public WHERE slug = $1"), vec![slug.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &PublicRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_public (question, slug, state, field, unit, title, body, reply, reply_hash, asked_at,
             answered_at, published_at, changed_at, reason, by_person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (question) DO UPDATE SET state = excluded.state, field = excluded.field, unit = excluded.unit,
             title = excluded.title, body = excluded.body, reply = excluded.reply, reply_hash = excluded.reply_hash,
             published_at = excluded.published_at, changed_at = excluded.changed_at, reason = excluded.reason,
             by_person = excluded.by_person",
        vec![
            row.question.into(),
            row.slug.as_str().into(),
            row.state.as_str().into(),
            row.field.as_str().into(),
            row.unit.into(),
            row.title.as_str().into(),
            row.body.as_str().into(),
            row.reply.as_str().into(),
            row.reply_hash.as_str().into(),
            row.asked_at.into(),
            row.answered_at.into(),
            row.published_at.into(),
            row.changed_at.into(),
            row.reason.as_str().into(),
            row.by_person.into(),
        ],
    )
    .await
    .map(drop)
}

/// Every one that is, or was, public.
pub(crate) async fn every(db: &impl ConnectionTrait) -> Result<Vec<QuestionId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Id {
        question: QuestionId,
    }
    let rows: Vec<Id> = all(db, "SELECT question FROM question_public ORDER BY question", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.question).collect())
}

/// What readers see, the newest first; `words` are folded and must all be there.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    field: &str,
    words: &[String],
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<PublicRow>, DbErr> {
    let mut args: Args = Vec::new();
    let mut wanted = "state = 'live'".to_owned();
    if !field.is_empty() {
        args.push(field.into());
        wanted.push_str(" AND field = $1");
    }
    for word in words.iter().take(8) {
        args.push(word.as_str().into());
        wanted.push_str(&format!(
            " AND question IN (SELECT question FROM question_word WHERE word = ${} AND public = TRUE)",
            args.len()
        ));
    }
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM question_public WHERE {wanted}"), args.clone()).await?;
    let sql = format!(
        "SELECT {PUBLIC} FROM question_public WHERE {wanted} ORDER BY published_at DESC, question DESC
         LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct CorrectionRow {
    pub(crate) id: Uuid,
    pub(crate) question: QuestionId,
    pub(crate) note: String,
    pub(crate) reply: String,
    pub(crate) hash: String,
    pub(crate) before_hash: String,
    pub(crate) by_person: PersonId,
    pub(crate) proposed_at: Moment,
    pub(crate) approved_by: Option<PersonId>,
    pub(crate) approved_at: Option<Moment>,
}

/// Corrections of an answer, oldest first, the one that waits for approval at the end.
pub(crate) async fn corrections(
    db: &impl ConnectionTrait,
    id: QuestionId,
) -> Result<Vec<CorrectionRow>, DbErr> {
    let sql = "SELECT id, question, note, reply, hash, before_hash, by_person, proposed_at, approved_by, approved_at
               FROM question_correction WHERE question = $1 ORDER BY proposed_at, id";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn put_correction(db: &impl ConnectionTrait, row: &CorrectionRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_correction (id, question, note, reply, hash, before_hash, by_person, proposed_at,
             approved_by, approved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET note = excluded.note, reply = excluded.reply, hash = excluded.hash,
             by_person = excluded.by_person, proposed_at = excluded.proposed_at,
             approved_by = excluded.approved_by, approved_at = excluded.approved_at",
        vec![
            row.id.into(),
            row.question.into(),
            row.note.as_str().into(),
            row.reply.as_str().into(),
            row.hash.as_str().into(),
            row.before_hash.as_str().into(),
            row.by_person.into(),
            row.proposed_at.into(),
            row.approved_by.into(),
            row.approved_at.into(),
        ],
    )
    .await
    .map(drop)
}
