//! What keeps work from going on.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, run};
use kernel::{AssignmentId, Moment, ObstacleId, PersonId, UnitId};
use std::collections::{BTreeSet, HashMap};

/// An obstacle as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ObstacleRow {
    pub(crate) id: ObstacleId,
    pub(crate) assignment: AssignmentId,
    pub(crate) unit: UnitId,
    pub(crate) words: String,
    pub(crate) solution: String,
    pub(crate) raised_by: Option<PersonId>,
    pub(crate) raised_at: Moment,
    /// ``, `focal`, `leader`.
    pub(crate) level: String,
    pub(crate) escalated_by: Option<PersonId>,
    pub(crate) escalated_at: Option<Moment>,
    pub(crate) answer: String,
    pub(crate) answered_by: Option<PersonId>,
    pub(crate) answered_at: Option<Moment>,
    pub(crate) outcome: String,
    pub(crate) resolved_by: Option<PersonId>,
    pub(crate) resolved_at: Option<Moment>,
    pub(crate) version: i32,
}

pub(crate) const COLUMNS: &str = "id, assignment, unit, words, solution, raised_by, raised_at, level, escalated_by, escalated_at, \
     answer, answered_by, answered_at, outcome, resolved_by, resolved_at, version";

pub(crate) async fn put(db: &impl ConnectionTrait, row: &ObstacleRow) -> Result<(), DbErr> {
    let set: Vec<String> =
        COLUMNS.split(", ").skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
    let values: Vec<Value> = vec![
        row.id.into(),
        row.assignment.into(),
        row.unit.into(),
        row.words.as_str().into(),
        row.solution.as_str().into(),
        row.raised_by.into(),
        row.raised_at.into(),
        row.level.as_str().into(),
        row.escalated_by.into(),
        row.escalated_at.into(),
        row.answer.as_str().into(),
        row.answered_by.into(),
        row.answered_at.into(),
        row.outcome.as_str().into(),
        row.resolved_by.into(),
        row.resolved_at.into(),
        row.version.into(),
    ];
    let sql = format!(
        "INSERT INTO obstacle ({COLUMNS}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        super::places(1, values.len()),
        set.join(", ")
    );
    run(db, &sql, values).await.map(drop)
}

pub(crate) async fn one(db: &impl ConnectionTrait, id: ObstacleId) -> Result<Option<ObstacleRow>, DbErr> {
    maybe(db, &format!("SELECT {COLUMNS} FROM obstacle WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ObstacleId,
) -> Result<Option<ObstacleRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM obstacle WHERE id = $1 {}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// Of one piece of work, oldest first.
pub(crate) async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<ObstacleRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM obstacle WHERE assignment = $1 ORDER BY raised_at, id");
    all(db, &sql, vec![id.into()]).await
}

#[derive(FromQueryResult)]
struct Blocked {
    assignment: AssignmentId,
    words: String,
}

/// Which of these something blocks.
pub(crate) async fn blocked_among(
    db: &impl ConnectionTrait,
    ids: &[AssignmentId],
) -> Result<BTreeSet<AssignmentId>, DbErr> {
    let mut blocked = BTreeSet::new();
    for some in ids.chunks(500) {
        let mut args = Vec::new();
        let among = super::among(&mut args, "assignment", some);
        let sql = format!("SELECT assignment, words FROM obstacle WHERE resolved_at IS NULL AND {among}");
        let rows: Vec<Blocked> = all(db, &sql, args).await?;
        blocked.extend(rows.into_iter().map(|row| row.assignment));
    }
    Ok(blocked)
}

/// What blocked which work at an instant, in its newest words.
pub(crate) async fn open_at(
    db: &impl ConnectionTrait,
    at: Moment,
) -> Result<HashMap<AssignmentId, String>, DbErr> {
    let sql = "SELECT assignment, words FROM obstacle WHERE raised_at < $1 AND (resolved_at IS NULL OR resolved_at >= $1)
        ORDER BY raised_at, id";
    let rows: Vec<Blocked> = all(db, sql, vec![at.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.assignment, row.words)).collect())
}

/// How many were sent up and wait for an answer.
pub(crate) async fn unanswered(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let sql = "SELECT COUNT(*) FROM obstacle WHERE resolved_at IS NULL AND escalated_at IS NOT NULL
        AND answered_at IS NULL";
    Ok(super::whole(db::one(db, sql, vec![]).await?))
}

/// Raised before `to`, and not resolved before `from`: the oldest first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<ObstacleRow>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM obstacle WHERE raised_at < $2 AND (resolved_at IS NULL OR resolved_at >= $1)
         ORDER BY raised_at, id"
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}
