//! The table `job`.

use db::{Args, ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, run};
use kernel::{JobId, Moment};
use std::time::Duration;

/// A job as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Which handler does it.
    pub topic: String,
    /// Its lane.
    pub lane: String,
    /// What the handler needs, as JSON.
    pub payload: String,
    /// Not before this instant.
    pub run_at: Moment,
    /// How often it was tried, this time included.
    pub attempts: i32,
    /// What went wrong last.
    pub last_error: Option<String>,
}

const COLUMNS: &str = "id, topic, lane, payload, run_at, attempts, last_error";

pub(crate) async fn insert(
    tx: &impl ConnectionTrait,
    id: JobId,
    topic: &str,
    lane: &str,
    payload: String,
    run_at: Moment,
) -> Result<(), DbErr> {
    run(
        tx,
        "INSERT INTO job (id, topic, lane, payload, run_at, attempts) VALUES ($1, $2, $3, $4, $5, 0)",
        vec![id.into(), topic.into(), lane.into(), payload.into(), run_at.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn delete_waiting(tx: &impl ConnectionTrait, topic: &str, lane: &str) -> Result<u64, DbErr> {
    run(
        tx,
        "DELETE FROM job WHERE topic = $1 AND lane = $2 AND done_at IS NULL",
        vec![topic.into(), lane.into()],
    )
    .await
}

/// Takes up to `most` due jobs for `lease`: only the first unfinished of each lane.
pub(crate) async fn claim(
    db: &impl ConnectionTrait,
    engine: Engine,
    now: Moment,
    lease: Duration,
    most: u32,
) -> Result<Vec<Job>, DbErr> {
    let skip = engine.for_update_skip_locked();
    let sql = format!(
        "UPDATE job SET claimed_until = $2, attempts = attempts + 1 WHERE id IN (
             SELECT j.id FROM job j
              WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= $1
                AND (j.claimed_until IS NULL OR j.claimed_until <= $1)
                AND NOT EXISTS (SELECT 1 FROM job e
                                 WHERE e.lane = j.lane AND e.id < j.id
                                   AND e.done_at IS NULL AND e.dead_at IS NULL)
              ORDER BY j.run_at, j.id LIMIT {most}{skip})
         RETURNING {COLUMNS}"
    );
    let args: Args = vec![now.into(), now.plus(lease).into()];
    let mut jobs: Vec<Job> = all(db, &sql, args).await?;
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}

pub(crate) async fn done(db: &impl ConnectionTrait, id: JobId, now: Moment) -> Result<(), DbErr> {
    run(
        db,
        "UPDATE job SET done_at = $2, claimed_until = NULL, last_error = NULL WHERE id = $1",
        vec![id.into(), now.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn failed(
    db: &impl ConnectionTrait,
    id: JobId,
    error: String,
    again: Option<Moment>,
    now: Moment,
) -> Result<(), DbErr> {
    let dead: Option<Moment> = again.is_none().then_some(now);
    run(
        db,
        "UPDATE job SET last_error = $2, run_at = COALESCE($3, run_at), dead_at = $4, claimed_until = NULL
          WHERE id = $1",
        vec![id.into(), error.into(), again.into(), dead.into()],
    )
    .await
    .map(drop)
}

/// When the next job can be taken, if one waits: not before its time, nor while another worker has it, nor while an
/// earlier one of its lane is unfinished.
pub(crate) async fn next_due(db: &impl ConnectionTrait) -> Result<Option<Moment>, DbErr> {
    #[derive(FromQueryResult)]
    struct Due {
        run_at: Moment,
    }
    let due: Option<Due> = maybe(
        db,
        "SELECT CASE WHEN j.claimed_until > j.run_at THEN j.claimed_until ELSE j.run_at END AS run_at FROM job j
          WHERE j.done_at IS NULL AND j.dead_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM job e WHERE e.lane = j.lane AND e.id < j.id
                                AND e.done_at IS NULL AND e.dead_at IS NULL)
          ORDER BY 1 LIMIT 1",
        vec![],
    )
    .await?;
    Ok(due.map(|due| due.run_at))
}

pub(crate) async fn sweep(db: &impl ConnectionTrait, before: Moment) -> Result<u64, DbErr> {
    run(db, "DELETE FROM job WHERE done_at < $1", vec![before.into()]).await
}

/// The jobs that failed for good, newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn dead(db: &impl ConnectionTrait, most: u32) -> Result<Vec<Job>, DbErr> {
    let sql =
        format!("SELECT {COLUMNS} FROM job WHERE dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT {most}");
    all(db, &sql, vec![]).await
}

/// Gives a dead job another round of tries.
///
/// # Errors
/// Whatever the database says.
pub async fn revive(db: &impl ConnectionTrait, id: JobId, now: Moment) -> Result<bool, DbErr> {
    let rows = run(
        db,
        "UPDATE job SET dead_at = NULL, attempts = 0, run_at = $2 WHERE id = $1 AND dead_at IS NOT NULL",
        vec![id.into(), now.into()],
    )
    .await?;
    Ok(rows == 1)
}

/// How the queue stands.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct Counts {
    /// Waiting or running.
    pub waiting: i64,
    /// Due and not yet done.
    pub due: i64,
    /// Failed for good.
    pub dead: i64,
}

/// Counts the queue at `now`.
///
/// # Errors
/// Whatever the database says.
pub async fn counts(db: &impl ConnectionTrait, now: Moment) -> Result<Counts, DbErr> {
    let sql = "SELECT
        (SELECT COUNT(*) FROM job WHERE done_at IS NULL AND dead_at IS NULL) AS waiting,
        (SELECT COUNT(*) FROM job WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1) AS due,
        (SELECT COUNT(*) FROM job WHERE dead_at IS NOT NULL) AS dead";
    maybe(db, sql, vec![now.into()]).await.map(|c| c.unwrap_or(Counts { waiting: 0, due: 0, dead: 0 }))
}
