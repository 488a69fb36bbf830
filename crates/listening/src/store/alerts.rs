//! Alerts that wait in the desk, and who is on duty.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, one, run};
use kernel::{HotSpotId, Moment, PersonId};

pub(crate) async fn add(
    db: &impl ConnectionTrait,
    spot: HotSpotId,
    person: PersonId,
    severity: &str,
    at: Moment,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO press_alert (hot_spot, person, severity, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        vec![spot.into(), person.into(), severity.into(), at.into()],
    )
    .await
    .map(drop)
}

/// Who is told of a hot spot has seen it.
pub(crate) async fn see(
    db: &impl ConnectionTrait,
    spot: HotSpotId,
    person: PersonId,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "UPDATE press_alert SET seen_at = $3 WHERE hot_spot = $1 AND person = $2 AND seen_at IS NULL";
    run(db, sql, vec![spot.into(), person.into(), at.into()]).await.map(drop)
}

pub(crate) async fn unseen(db: &impl ConnectionTrait, person: PersonId) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(DISTINCT a.hot_spot) FROM press_alert a JOIN hot_spot s ON s.id = a.hot_spot
                WHERE a.person = $1 AND a.seen_at IS NULL
                  AND (s.state = 'detected' OR (s.raised_by IS NOT NULL AND s.state <> 'closed'))";
    one(db, sql, vec![person.into()]).await
}

/// Whether somebody was told of a hot spot and has not said that they have seen it.
pub(crate) async fn waits(
    db: &impl ConnectionTrait,
    spot: HotSpotId,
    person: PersonId,
) -> Result<bool, DbErr> {
    let sql = "SELECT COUNT(*) FROM press_alert WHERE hot_spot = $1 AND person = $2 AND seen_at IS NULL";
    let count: i64 = one(db, sql, vec![spot.into(), person.into()]).await?;
    Ok(count > 0)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct DutyRow {
    pub(crate) person: PersonId,
    pub(crate) from_day: String,
    pub(crate) to_day: String,
}

/// Who is on duty on a day.
pub(crate) async fn on_duty(db: &impl ConnectionTrait, day: &str) -> Result<Vec<DutyRow>, DbErr> {
    let sql = "SELECT person, from_day, to_day FROM press_duty WHERE from_day <= $1 AND to_day >= $1 ORDER BY person";
    all(db, sql, vec![day.into()]).await
}

/// Duties that are not over, in their order.
pub(crate) async fn duties(db: &impl ConnectionTrait, from: &str) -> Result<Vec<DutyRow>, DbErr> {
    let sql = "SELECT person, from_day, to_day FROM press_duty WHERE to_day >= $1 ORDER BY from_day, person LIMIT 200";
    all(db, sql, vec![from.into()]).await
}

pub(crate) async fn put_duty(db: &impl ConnectionTrait, row: &DutyRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO press_duty (person, from_day, to_day) VALUES ($1, $2, $3)
         ON CONFLICT (person, from_day) DO UPDATE SET to_day = excluded.to_day",
        vec![row.person.into(), row.from_day.as_str().into(), row.to_day.as_str().into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn end_duty(db: &impl ConnectionTrait, person: PersonId, from: &str) -> Result<u64, DbErr> {
    let sql = "DELETE FROM press_duty WHERE person = $1 AND from_day = $2";
    run(db, sql, vec![person.into(), from.into()]).await
}
