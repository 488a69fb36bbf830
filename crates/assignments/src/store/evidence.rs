//! Things and files tied to work as its outcome.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, one, run};
use kernel::{AssignmentId, Moment, PersonId, ThingKind, ThingRef, UnitId};
use uuid::Uuid;

/// A thing tied to a piece of work.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EvidenceRow {
    pub(crate) kind: String,
    pub(crate) thing: Uuid,
    pub(crate) counted_at: Option<Moment>,
}

impl EvidenceRow {
    pub(crate) fn thing(&self) -> Option<ThingRef> {
        Some(ThingRef { kind: ThingKind::named(&self.kind)?, id: self.thing })
    }
}

pub(crate) async fn of(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Vec<EvidenceRow>, DbErr> {
    let sql = "SELECT kind, thing, counted_at FROM assignment_evidence
        WHERE assignment = $1 ORDER BY added_at, thing";
    all(db, sql, vec![id.into()]).await
}

/// Ties a thing; whether it was not there before.
pub(crate) async fn add(
    db: &impl ConnectionTrait,
    id: AssignmentId,
    thing: ThingRef,
    person: Option<PersonId>,
    at: Moment,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO assignment_evidence (assignment, kind, thing, person, added_at, counted_at)
        VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT DO NOTHING";
    let args = vec![id.into(), thing.kind.name().into(), thing.id.into(), person.into(), at.into()];
    Ok(run(db, sql, args).await? > 0)
}

pub(crate) async fn take_off(
    db: &impl ConnectionTrait,
    id: AssignmentId,
    thing: ThingRef,
) -> Result<bool, DbErr> {
    let sql = "DELETE FROM assignment_evidence WHERE assignment = $1 AND kind = $2 AND thing = $3";
    Ok(run(db, sql, vec![id.into(), thing.kind.name().into(), thing.id.into()]).await? > 0)
}

/// Says whether it counts; whether that was news.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    id: AssignmentId,
    thing: ThingRef,
    at: Option<Moment>,
) -> Result<bool, DbErr> {
    let was = if at.is_some() { "IS NULL" } else { "IS NOT NULL" };
    let sql = format!(
        "UPDATE assignment_evidence SET counted_at = $4 WHERE assignment = $1 AND kind = $2 AND thing = $3
        AND counted_at {was}"
    );
    Ok(run(db, &sql, vec![id.into(), thing.kind.name().into(), thing.id.into(), at.into()]).await? > 0)
}

/// How many of a kind count; of any kind when it is empty.
pub(crate) async fn counted(db: &impl ConnectionTrait, id: AssignmentId, kind: &str) -> Result<i64, DbErr> {
    let mut args: db::Args = vec![id.into()];
    let kind = if kind.is_empty() {
        String::new()
    } else {
        format!(" AND kind = {}", super::place(&mut args, kind))
    };
    let sql = format!(
        "SELECT COUNT(*) FROM assignment_evidence WHERE assignment = $1 AND counted_at IS NOT NULL{kind}"
    );
    one(db, &sql, args).await
}

#[derive(FromQueryResult)]
struct Tied {
    assignment: AssignmentId,
}

/// The work a thing is an outcome of.
pub(crate) async fn tied_to(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<AssignmentId>, DbErr> {
    let sql = "SELECT assignment FROM assignment_evidence WHERE kind = $1 AND thing = $2 ORDER BY added_at";
    let rows: Vec<Tied> = all(db, sql, vec![thing.kind.name().into(), thing.id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.assignment).collect())
}

/// A file handed in.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FileRow {
    pub(crate) id: Uuid,
    pub(crate) owner: Uuid,
    pub(crate) unit: Option<UnitId>,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) sha256: String,
    pub(crate) bytes: i64,
    pub(crate) person: Option<PersonId>,
    pub(crate) added_at: Moment,
}

const FILE: &str = "id, owner, unit, name, kind, sha256, bytes, person, added_at";

pub(crate) async fn add_file(db: &impl ConnectionTrait, row: &FileRow) -> Result<(), DbErr> {
    let sql = format!("INSERT INTO assignment_file ({FILE}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let args = vec![
        row.id.into(),
        row.owner.into(),
        row.unit.into(),
        row.name.as_str().into(),
        row.kind.as_str().into(),
        row.sha256.as_str().into(),
        row.bytes.into(),
        row.person.into(),
        row.added_at.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

/// The files of one owner, oldest first.
pub(crate) async fn files(db: &impl ConnectionTrait, owner: Uuid) -> Result<Vec<FileRow>, DbErr> {
    let sql = format!("SELECT {FILE} FROM assignment_file WHERE owner = $1 ORDER BY added_at, id");
    all(db, &sql, vec![owner.into()]).await
}
