//! Errors that readers report.

use super::whole;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{ErrorReportId, Moment, PageNumber, PersonId, StoryId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ReportRow {
    pub(crate) id: ErrorReportId,
    pub(crate) page: String,
    pub(crate) words: String,
    pub(crate) email: String,
    /// `open` or `settled`.
    pub(crate) state: String,
    /// `corrected`, `no-error`, `elsewhere`, `not-a-report`.
    pub(crate) outcome: String,
    pub(crate) note: String,
    pub(crate) story: Option<StoryId>,
    pub(crate) at: Moment,
    pub(crate) settled_by: Option<PersonId>,
    pub(crate) settled_at: Option<Moment>,
}

const REPORT: &str = "id, page, words, email, state, outcome, note, story, at, settled_by, settled_at";

pub(crate) async fn report(db: &impl ConnectionTrait, id: ErrorReportId) -> Result<Option<ReportRow>, DbErr> {
    maybe(db, &format!("SELECT {REPORT} FROM error_report WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &ReportRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO error_report (id, page, words, email, state, outcome, note, story, at, settled_by, settled_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET email = excluded.email, state = excluded.state,
             outcome = excluded.outcome, note = excluded.note, story = excluded.story,
             settled_by = excluded.settled_by, settled_at = excluded.settled_at",
        vec![
            row.id.into(),
            row.page.as_str().into(),
            row.words.as_str().into(),
            row.email.as_str().into(),
            row.state.as_str().into(),
            row.outcome.as_str().into(),
            row.note.as_str().into(),
            row.story.into(),
            row.at.into(),
            row.settled_by.into(),
            row.settled_at.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn list(
    db: &impl ConnectionTrait,
    open: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ReportRow>, DbErr> {
    let (state, order) = if open { ("open", "at") } else { ("settled", "settled_at DESC") };
    let total: i64 =
        one(db, "SELECT COUNT(*) FROM error_report WHERE state = $1", vec![state.into()]).await?;
    let sql = format!(
        "SELECT {REPORT} FROM error_report WHERE state = $1 ORDER BY {order}, id LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, vec![state.into()]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

/// Addresses of reporters are dropped with the schedule of everybody else's (L13).
pub(crate) async fn erase_before(db: &impl ConnectionTrait, before: Moment) -> Result<u64, DbErr> {
    let sql = "UPDATE error_report SET email = '' WHERE settled_at < $1 AND email <> ''";
    run(db, sql, vec![before.into()]).await
}

/// How many wait.
pub(crate) async fn open(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Ok(whole(one(db, "SELECT COUNT(*) FROM error_report WHERE state = 'open'", vec![]).await?))
}
