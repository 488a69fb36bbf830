//! What keeps work from going on.

use db::{ConnectionTrait, DbErr, FromQueryResult, all};
use kernel::{AssignmentId, Moment, ObstacleId, PersonId, UnitId};
use std::collections::{BTreeSet, HashMap};

db::table! {
    /// An obstacle as it is stored.
    ObstacleRow in "obstacle" {
        id: ObstacleId,
        assignment: AssignmentId,
        unit: UnitId,
        words: String,
        solution: String,
        raised_by: Option<PersonId>,
        raised_at: Moment,
        level: String,
        escalated_by: Option<PersonId>,
        escalated_at: Option<Moment>,
        answer: String,
        answered_by: Option<PersonId>,
        answered_at: Option<Moment>,
        outcome: String,
        resolved_by: Option<PersonId>,
        resolved_at: Option<Moment>,
        version: i32,
    }
}

/// Of one piece of work, oldest first.
pub(crate) async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<ObstacleRow>, DbErr> {
    let sql =
        format!("SELECT {} FROM obstacle WHERE assignment = $1 ORDER BY raised_at, id", ObstacleRow::COLUMNS);
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
    let sql = "SELECT COUNT(*) FROM obstacle o JOIN assignment a ON a.id = o.assignment
        WHERE o.resolved_at IS NULL AND o.escalated_at IS NOT NULL AND o.answered_at IS NULL AND a.closed_at IS NULL";
    Ok(super::whole(db::one(db, sql, vec![]).await?))
}

/// Raised before `to`, and not resolved before `from`: the oldest first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<ObstacleRow>, DbErr> {
    const COLUMNS: &str = ObstacleRow::COLUMNS;
    let sql = format!(
        "SELECT {COLUMNS} FROM obstacle WHERE raised_at < $2 AND (resolved_at IS NULL OR resolved_at >= $1)
         ORDER BY raised_at, id"
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}
