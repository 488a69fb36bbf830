//! What happened to pieces of work, in order. Nothing here is ever changed.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, run};
use kernel::{AssignmentId, Moment, PersonId};
use uuid::Uuid;

/// One thing that happened.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct StepRow {
    pub(crate) assignment: AssignmentId,
    pub(crate) step: String,
    pub(crate) person: Option<PersonId>,
    pub(crate) at: Moment,
    pub(crate) words: String,
    /// Where it stood after.
    pub(crate) state: String,
    pub(crate) due: Option<Moment>,
    /// What an undo puts back, as JSON; empty where there is no undo.
    pub(crate) before: String,
}

const COLUMNS: &str = "assignment, step, person, at, words, state, due, before";

pub(crate) async fn add(db: &impl ConnectionTrait, row: &StepRow) -> Result<(), DbErr> {
    let sql =
        format!("INSERT INTO assignment_step (id, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let args = vec![
        Uuid::now_v7().into(),
        row.assignment.into(),
        row.step.as_str().into(),
        row.person.into(),
        row.at.into(),
        row.words.as_str().into(),
        row.state.as_str().into(),
        row.due.into(),
        row.before.as_str().into(),
    ];
    run(db, &sql, args).await.map(drop)
}

/// Oldest first.
pub(crate) async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<StepRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM assignment_step WHERE assignment = $1 ORDER BY at, id");
    all(db, &sql, vec![id.into()]).await
}

/// The newest.
pub(crate) async fn last(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<StepRow>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM assignment_step WHERE assignment = $1 AND step <> 'remind' ORDER BY at DESC, id DESC LIMIT 1"
    );
    maybe(db, &sql, vec![id.into()]).await
}

/// Everything that happened before a moment to what was given before it and not closed before `from`, oldest first.
pub(crate) async fn alive_in(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<StepRow>, DbErr> {
    let columns: Vec<String> = COLUMNS.split(", ").map(|column| format!("s.{column}")).collect();
    let sql = format!(
        "SELECT {} FROM assignment_step s JOIN assignment a ON a.id = s.assignment
        WHERE a.given_at < $1 AND (a.closed_at IS NULL OR a.closed_at >= $2) AND s.at < $1 ORDER BY s.at, s.id",
        columns.join(", ")
    );
    all(db, &sql, vec![to.into(), from.into()]).await
}
