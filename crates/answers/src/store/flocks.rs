//! Flocks of near-duplicates and the keys they are found under.

use super::places;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, run};
use kernel::{Moment, QuestionId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FlockRow {
    pub(crate) id: Uuid,
    pub(crate) head: QuestionId,
    pub(crate) bins: String,
    pub(crate) shingles: i64,
    pub(crate) members: i64,
    pub(crate) since: Moment,
    pub(crate) last_at: Moment,
}

/// Flocks that share a key and are not past; the largest first.
pub(crate) async fn with_keys(
    db: &impl ConnectionTrait,
    keys: &[i64],
    since: Moment,
) -> Result<Vec<FlockRow>, DbErr> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id, head, bins, shingles, members, since, last_at FROM question_flock
         WHERE last_at >= $1 AND id IN (SELECT flock FROM question_print WHERE print IN ({}))
         ORDER BY members DESC LIMIT 20",
        places(2, keys.len())
    );
    let mut args: Vec<Value> = vec![since.into()];
    args.extend(keys.iter().map(|key| Value::from(*key)));
    all(db, &sql, args).await
}

pub(crate) async fn begin(db: &impl ConnectionTrait, row: &FlockRow, keys: &[i64]) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO question_flock (id, head, bins, shingles, members, since, last_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        vec![
            row.id.into(),
            row.head.into(),
            row.bins.as_str().into(),
            row.shingles.into(),
            row.members.into(),
            row.since.into(),
            row.last_at.into(),
        ],
    )
    .await?;
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = (0..keys.len()).map(|n| format!("(${}, $1)", n + 2)).collect();
    let mut args: Vec<Value> = vec![row.id.into()];
    args.extend(keys.iter().map(|key| Value::from(*key)));
    run(db, &format!("INSERT INTO question_print (print, flock) VALUES {}", rows.join(", ")), args).await?;
    Ok(())
}

pub(crate) async fn grow(db: &impl ConnectionTrait, id: Uuid, at: Moment) -> Result<(), DbErr> {
    let sql = "UPDATE question_flock SET members = members + 1, last_at = $2 WHERE id = $1";
    run(db, sql, vec![id.into(), at.into()]).await.map(drop)
}

/// A flood as the desk shows it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Flood {
    pub(crate) flock: Uuid,
    pub(crate) many: i64,
    pub(crate) since: Moment,
    pub(crate) last: Moment,
}

/// Floods of which something is set aside, the largest first.
pub(crate) async fn floods(db: &impl ConnectionTrait) -> Result<Vec<Flood>, DbErr> {
    let sql =
        "SELECT flock, COUNT(*) AS many, MIN(received_at) AS since, MAX(received_at) AS last FROM question
               WHERE aside = 'flood' AND state = 'aside' AND flock IS NOT NULL
               GROUP BY flock ORDER BY COUNT(*) DESC LIMIT 20";
    all(db, sql, vec![]).await
}
