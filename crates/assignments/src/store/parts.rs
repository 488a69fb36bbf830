//! The parts of supporting units, and the persons named.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, run};
use kernel::{AssignmentId, Moment, PersonId, UnitId};

/// The part of a unit that supports.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PartRow {
    pub(crate) unit: UnitId,
    /// `given`, `doing`, `done`, `declined`.
    pub(crate) state: String,
    pub(crate) note: String,
    pub(crate) changed_at: Moment,
    pub(crate) changed_by: Option<PersonId>,
}

pub(crate) async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<PartRow>, DbErr> {
    let sql = "SELECT unit, state, note, changed_at, changed_by FROM assignment_part WHERE assignment = $1 ORDER BY unit";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, id: AssignmentId, row: &PartRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO assignment_part (assignment, unit, state, note, changed_at, changed_by)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (assignment, unit) DO UPDATE SET state = excluded.state,
        note = excluded.note, changed_at = excluded.changed_at, changed_by = excluded.changed_by";
    let args = vec![
        id.into(),
        row.unit.into(),
        row.state.as_str().into(),
        row.note.as_str().into(),
        row.changed_at.into(),
        row.changed_by.into(),
    ];
    run(db, sql, args).await.map(drop)
}

#[derive(FromQueryResult)]
struct MemberRow {
    person: PersonId,
}

pub(crate) async fn members(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<PersonId>, DbErr> {
    let sql = "SELECT person FROM assignment_member WHERE assignment = $1 ORDER BY person";
    let rows: Vec<MemberRow> = all(db, sql, vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

pub(crate) async fn add_member(
    db: &impl ConnectionTrait,
    id: AssignmentId,
    person: PersonId,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO assignment_member (assignment, person) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    run(db, sql, vec![id.into(), person.into()]).await.map(drop)
}
