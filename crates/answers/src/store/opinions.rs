//! Opinions on drafts.

use super::whole;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{ConsultationId, Moment, OpinionId, PageNumber, PersonId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct OpinionRow {
    pub(crate) id: OpinionId,
    pub(crate) consultation: ConsultationId,
    pub(crate) nonce: String,
    pub(crate) name: String,
    pub(crate) organisation: String,
    /// Which part of the draft it is about.
    pub(crate) place: String,
    pub(crate) words: String,
    /// As the public reads them.
    pub(crate) public_words: String,
    /// `waiting`, `shown`, `hidden`.
    pub(crate) state: String,
    /// Why it is not shown.
    pub(crate) code: String,
    pub(crate) reply: String,
    pub(crate) at: Moment,
    pub(crate) settled_by: Option<PersonId>,
    pub(crate) settled_at: Option<Moment>,
}

const OPINION: &str = "id, consultation, nonce, name, organisation, place, words, public_words, state, code, reply, at, \
                       settled_by, settled_at";

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: OpinionId,
) -> Result<Option<OpinionRow>, DbErr> {
    let sql = format!("SELECT {OPINION} FROM opinion WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &OpinionRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO opinion (id, consultation, nonce, name, organisation, place, words, public_words, state, code,
             reply, at, settled_by, settled_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
             public_words = excluded.public_words, state = excluded.state, code = excluded.code,
             reply = excluded.reply, settled_by = excluded.settled_by, settled_at = excluded.settled_at",
        vec![
            row.id.into(),
            row.consultation.into(),
            row.nonce.as_str().into(),
            row.name.as_str().into(),
            row.organisation.as_str().into(),
            row.place.as_str().into(),
            row.words.as_str().into(),
            row.public_words.as_str().into(),
            row.state.as_str().into(),
            row.code.as_str().into(),
            row.reply.as_str().into(),
            row.at.into(),
            row.settled_by.into(),
            row.settled_at.into(),
        ],
    )
    .await
    .map(drop)
}

/// Opinions of a consultation; `shown` leaves out what the public does not read. Those that wait come first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    of: ConsultationId,
    shown: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<OpinionRow>, DbErr> {
    let wanted = if shown { " AND state = 'shown'" } else { "" };
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM opinion WHERE consultation = $1{wanted}"), vec![of.into()])
            .await?;
    let sql = format!(
        "SELECT {OPINION} FROM opinion WHERE consultation = $1{wanted}
         ORDER BY CASE state WHEN 'waiting' THEN 0 ELSE 1 END, at, id LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, vec![of.into()]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Tally {
    pub(crate) state: String,
    pub(crate) code: String,
    pub(crate) many: i64,
}

/// How many opinions there are, by state and reason.
pub(crate) async fn tally(db: &impl ConnectionTrait, of: ConsultationId) -> Result<Vec<Tally>, DbErr> {
    let sql =
        "SELECT state, code, COUNT(*) AS many FROM opinion WHERE consultation = $1 GROUP BY state, code";
    all(db, sql, vec![of.into()]).await
}

/// How many opinions wait for a look, of all consultations.
pub(crate) async fn waiting(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM opinion WHERE state = 'waiting'", vec![]).await
}

/// How many wait for a look, or are shown without a reply.
pub(crate) async fn unanswered(db: &impl ConnectionTrait, of: ConsultationId) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM opinion
               WHERE consultation = $1 AND (state = 'waiting' OR (state = 'shown' AND reply = ''))";
    one(db, sql, vec![of.into()]).await
}
