//! Drafts put to the public.

use super::whole;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{ConsultationId, Moment, PageNumber, PersonId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ConsultationRow {
    pub(crate) id: ConsultationId,
    pub(crate) slug: String,
    /// `draft`, `open`, `closed`, `concluded`.
    pub(crate) state: String,
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) draft: String,
    pub(crate) file_name: String,
    pub(crate) file_sha: String,
    pub(crate) file_bytes: i64,
    /// Of title, text and file: what was opened.
    pub(crate) hash: String,
    pub(crate) unit: UnitId,
    pub(crate) opens_at: Moment,
    pub(crate) closes_at: Moment,
    pub(crate) opened_at: Option<Moment>,
    pub(crate) closed_at: Option<Moment>,
    pub(crate) conclusion: String,
    pub(crate) concluded_at: Option<Moment>,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
}

const CONSULTATION: &str = "id, slug, state, title, about, draft, file_name, file_sha, file_bytes, hash, unit, opens_at, \
                            closes_at, opened_at, closed_at, conclusion, concluded_at, made_at, made_by";

pub(crate) async fn consultation(
    db: &impl ConnectionTrait,
    id: ConsultationId,
) -> Result<Option<ConsultationRow>, DbErr> {
    maybe(db, &format!("SELECT {CONSULTATION} FROM consultation WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ConsultationId,
) -> Result<Option<ConsultationRow>, DbErr> {
    let sql = format!("SELECT {CONSULTATION} FROM consultation WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn at(db: &impl ConnectionTrait, slug: &str) -> Result<Option<ConsultationRow>, DbErr> {
    maybe(db, &format!("SELECT {CONSULTATION} FROM consultation WHERE slug = $1"), vec![slug.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &ConsultationRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO consultation (id, slug, state, title, about, draft, file_name, file_sha, file_bytes, hash, unit,
             opens_at, closes_at, opened_at, closed_at, conclusion, concluded_at, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, state = excluded.state, title = excluded.title,
             about = excluded.about, draft = excluded.draft, file_name = excluded.file_name,
             file_sha = excluded.file_sha, file_bytes = excluded.file_bytes, hash = excluded.hash,
             unit = excluded.unit, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
             opened_at = excluded.opened_at, closed_at = excluded.closed_at, conclusion = excluded.conclusion,
             concluded_at = excluded.concluded_at",
        vec![
            row.id.into(),
            row.slug.as_str().into(),
            row.state.as_str().into(),
            row.title.as_str().into(),
            row.about.as_str().into(),
            row.draft.as_str().into(),
            row.file_name.as_str().into(),
            row.file_sha.as_str().into(),
            row.file_bytes.into(),
            row.hash.as_str().into(),
            row.unit.into(),
            row.opens_at.into(),
            row.closes_at.into(),
            row.opened_at.into(),
            row.closed_at.into(),
            row.conclusion.as_str().into(),
            row.concluded_at.into(),
            row.made_at.into(),
            row.made_by.into(),
        ],
    )
    .await
    .map(drop)
}

/// Consultations: those the public may see by an instant, or all of them; open ones first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    public: Option<Moment>,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ConsultationRow>, DbErr> {
    let (wanted, args) = match public {
        Some(now) => ("state <> 'draft' AND opened_at <= $1", vec![now.into()]),
        None => ("state <> ''", vec![]),
    };
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM consultation WHERE {wanted}"), args.clone()).await?;
    let sql = format!(
        "SELECT {CONSULTATION} FROM consultation WHERE {wanted}
         ORDER BY CASE state WHEN 'draft' THEN 0 WHEN 'open' THEN 1 ELSE 2 END, closes_at DESC, id
         LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct VersionRow {
    pub(crate) number: i32,
    pub(crate) hash: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

pub(crate) async fn versions(
    db: &impl ConnectionTrait,
    id: ConsultationId,
) -> Result<Vec<VersionRow>, DbErr> {
    let sql = "SELECT number, hash, at, by_person FROM consultation_version
               WHERE consultation = $1 ORDER BY number";
    all(db, sql, vec![id.into()]).await
}

/// Keeps the draft as it stands as a version, unless nothing changed.
pub(crate) async fn add_version(
    db: &impl ConnectionTrait,
    row: &ConsultationRow,
    at: Moment,
    by: Option<PersonId>,
) -> Result<(), DbErr> {
    let before = versions(db, row.id).await?;
    if before.last().is_some_and(|last| last.hash == row.hash) {
        return Ok(());
    }
    let number = before.last().map_or(0, |last| last.number) + 1;
    run(
        db,
        "INSERT INTO consultation_version (consultation, number, title, draft, file_name, file_sha, hash, at, by_person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            row.id.into(),
            number.into(),
            row.title.as_str().into(),
            row.draft.as_str().into(),
            row.file_name.as_str().into(),
            row.file_sha.as_str().into(),
            row.hash.as_str().into(),
            at.into(),
            by.into(),
        ],
    )
    .await
    .map(drop)
}
