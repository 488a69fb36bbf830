//! Outlets and sources.

use super::{AT_ONCE, places};
use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, OutletId, SourceId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct OutletRow {
    pub(crate) id: OutletId,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) level: String,
    pub(crate) kind: String,
    pub(crate) locality: String,
    pub(crate) licensed: bool,
}

const OUTLET: &str = "id, name, domain, level, kind, locality, licensed";

pub(crate) async fn outlets(db: &impl ConnectionTrait) -> Result<Vec<OutletRow>, DbErr> {
    all(db, &format!("SELECT {OUTLET} FROM outlet ORDER BY name"), vec![]).await
}

/// These outlets.
pub(crate) async fn outlets_of(db: &impl ConnectionTrait, ids: &[OutletId]) -> Result<Vec<OutletRow>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT {OUTLET} FROM outlet WHERE id IN ({})", super::places(1, ids.len()));
    all(db, &sql, ids.iter().map(|id| db::Value::from(*id)).collect()).await
}

pub(crate) async fn outlet(db: &impl ConnectionTrait, id: OutletId) -> Result<Option<OutletRow>, DbErr> {
    maybe(db, &format!("SELECT {OUTLET} FROM outlet WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn outlet_named(db: &impl ConnectionTrait, name: &str) -> Result<Option<OutletRow>, DbErr> {
    maybe(db, &format!("SELECT {OUTLET} FROM outlet WHERE name = $1"), vec![name.into()]).await
}

pub(crate) async fn put_outlet(db: &impl ConnectionTrait, row: &OutletRow, at: Moment) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO outlet (id, name, domain, level, kind, locality, licensed, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, domain = excluded.domain, level = excluded.level,
             kind = excluded.kind, locality = excluded.locality, licensed = excluded.licensed",
        vec![
            row.id.into(),
            row.name.as_str().into(),
            row.domain.as_str().into(),
            row.level.as_str().into(),
            row.kind.as_str().into(),
            row.locality.as_str().into(),
            row.licensed.into(),
            at.into(),
        ],
    )
    .await
    .map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SourceRow {
    pub(crate) id: SourceId,
    pub(crate) outlet: OutletId,
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) kind: String,
    pub(crate) active: bool,
    pub(crate) reads_pages: bool,
    pub(crate) made_at: Moment,
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
    pub(crate) next_at: Moment,
    pub(crate) interval_s: i64,
    pub(crate) answered_at: Option<Moment>,
    pub(crate) new_at: Option<Moment>,
    pub(crate) failures: i64,
    pub(crate) failure: String,
    pub(crate) moved_from: String,
}

const SOURCE: &str = "id, outlet, title, url, kind, active, reads_pages, made_at, etag, last_modified, next_at, interval_s, \
                      answered_at, new_at, failures, failure, moved_from";

pub(crate) async fn sources(db: &impl ConnectionTrait) -> Result<Vec<SourceRow>, DbErr> {
    all(db, &format!("SELECT {SOURCE} FROM source ORDER BY title, url"), vec![]).await
}

pub(crate) async fn source_at(db: &impl ConnectionTrait, url: &str) -> Result<Option<SourceRow>, DbErr> {
    maybe(db, &format!("SELECT {SOURCE} FROM source WHERE url = $1"), vec![url.into()]).await
}

pub(crate) async fn add_source(db: &impl ConnectionTrait, row: &SourceRow, at: Moment) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO source (id, outlet, title, url, kind, active, reads_pages, made_at, next_at, leased_until,
             interval_s, failures, failure, moved_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 0, $9, 0, '', '')",
        vec![
            row.id.into(),
            row.outlet.into(),
            row.title.as_str().into(),
            row.url.as_str().into(),
            row.kind.as_str().into(),
            row.active.into(),
            row.reads_pages.into(),
            at.into(),
            row.interval_s.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn switch(
    db: &impl ConnectionTrait,
    id: SourceId,
    on: bool,
    at: Moment,
) -> Result<u64, DbErr> {
    let sql = "UPDATE source SET active = $2, next_at = $3, failures = 0, failure = '' WHERE id = $1";
    run(db, sql, vec![id.into(), on.into(), at.into()]).await
}

/// When the next source is to be asked.
pub(crate) async fn next_due(db: &impl ConnectionTrait) -> Result<Option<Moment>, DbErr> {
    one(db, "SELECT MIN(next_at) FROM source WHERE active", vec![]).await
}

/// Takes sources that are due, each for one asker until the lease ends.
pub(crate) async fn lease(
    db: &impl ConnectionTrait,
    lock: &str,
    now: Moment,
    until: Moment,
    most: u32,
) -> Result<Vec<SourceRow>, DbErr> {
    let sql = format!(
        "SELECT {SOURCE} FROM source WHERE active AND next_at <= $1 AND leased_until <= $1
          ORDER BY next_at LIMIT {most}{lock}"
    );
    let rows: Vec<SourceRow> = all(db, &sql, vec![now.into()]).await?;
    for row in &rows {
        let sql = "UPDATE source SET leased_until = $2, asked_at = $3 WHERE id = $1";
        run(db, sql, vec![row.id.into(), until.into(), now.into()]).await?;
    }
    Ok(rows)
}

/// Notes that sources gave something new.
pub(crate) async fn gave_news(db: &impl ConnectionTrait, ids: &[SourceId], at: Moment) -> Result<(), DbErr> {
    for some in ids.chunks(AT_ONCE) {
        let sql = format!("UPDATE source SET new_at = $1 WHERE id IN ({})", places(2, some.len()));
        let args = std::iter::once(at.into()).chain(some.iter().map(|id| (*id).into())).collect();
        run(db, &sql, args).await?;
    }
    Ok(())
}

/// Writes how it went: everything of a source that asking changes.
pub(crate) async fn note(db: &impl ConnectionTrait, row: &SourceRow) -> Result<(), DbErr> {
    run(
        db,
        "UPDATE source SET url = $2, etag = $3, last_modified = $4, next_at = $5, leased_until = 0, interval_s = $6,
             answered_at = $7, failures = $8, failure = $9, moved_from = $10,
             active = active AND $11 WHERE id = $1",
        vec![
            row.id.into(),
            row.url.as_str().into(),
            row.etag.clone().into(),
            row.last_modified.clone().into(),
            row.next_at.into(),
            row.interval_s.into(),
            row.answered_at.into(),
            row.failures.into(),
            row.failure.as_str().into(),
            row.moved_from.as_str().into(),
            row.active.into(),
        ],
    )
    .await
    .map(drop)
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct CountRow {
    pub(crate) source: SourceId,
    pub(crate) count: i64,
}

/// How many mentions each source gave since a moment.
pub(crate) async fn counts_since(db: &impl ConnectionTrait, since: Moment) -> Result<Vec<CountRow>, DbErr> {
    let sql = "SELECT source, COUNT(*) AS count FROM mention WHERE published_at >= $1 GROUP BY source";
    let args: Args = vec![since.into()];
    all(db, sql, args).await
}

/// How the sources that are on are doing.
#[derive(Debug, Default, FromQueryResult)]
pub(crate) struct HealthRow {
    pub(crate) active: i64,
    pub(crate) failing: i64,
    pub(crate) silent: i64,
}

/// Counts the sources that are on: all, those that fail again and again, those with nothing new since a moment.
pub(crate) async fn health(db: &impl ConnectionTrait, since: Moment) -> Result<HealthRow, DbErr> {
    let sql = "SELECT COUNT(*) AS active, COUNT(CASE WHEN failures > 2 THEN 1 END) AS failing,
                      COUNT(CASE WHEN answered_at IS NOT NULL AND COALESCE(new_at, made_at) < $1 THEN 1 END) AS silent
                 FROM source WHERE active";
    Ok(maybe(db, sql, vec![since.into()]).await?.unwrap_or_default())
}
