//! The rows of pieces of work.

use db::{ConnectionTrait, DbErr, FromQueryResult, all};
use kernel::{AssignmentId, Moment, PersonId, ThingKind, ThingRef, UnitId};
use uuid::Uuid;

db::table! {
    /// A piece of work as it is stored.
    AssignmentRow in "assignment" {
        id: AssignmentId,
        title: String,
        folded: String,
        words: String,
        lead: UnitId,
        person: Option<PersonId>,
        giver: Option<PersonId>,
        given_at: Moment,
        due: Option<Moment>,
        first_due: Option<Moment>,
        state: String,
        percent: i32,
        note: String,
        from_kind: Option<String>,
        from_id: Option<Uuid>,
        confidential: bool,
        want_kind: String,
        want_count: i32,
        delivered: i32,
        rolled: i32,
        reminders: i32,
        reminded_at: Option<Moment>,
        sent_back: i32,
        quality: Option<i32>,
        claimed_by: Option<PersonId>,
        done_at: Option<Moment>,
        closed_at: Option<Moment>,
        changed_at: Moment,
        version: i32,
    }
}

const COLUMNS: &str = AssignmentRow::COLUMNS;

impl AssignmentRow {
    /// What it came from.
    pub(crate) fn from(&self) -> Option<ThingRef> {
        let kind = ThingKind::named(self.from_kind.as_deref()?)?;
        Some(ThingRef { kind, id: self.from_id? })
    }
}

/// Those that came from a thing, oldest first; of one unit, where one is named.
pub(crate) async fn of_origin(
    db: &impl ConnectionTrait,
    from: ThingRef,
    lead: Option<UnitId>,
) -> Result<Vec<AssignmentRow>, DbErr> {
    let mut args: db::Args = vec![from.kind.name().into(), from.id.into()];
    let lead = lead.map(|lead| format!(" AND lead = {}", super::place(&mut args, lead))).unwrap_or_default();
    let sql = format!(
        "SELECT {COLUMNS} FROM assignment WHERE from_kind = $1 AND from_id = $2{lead} ORDER BY given_at, id"
    );
    all(db, &sql, args).await
}

/// Those that came from any of these things of one kind.
pub(crate) async fn of_origins(
    db: &impl ConnectionTrait,
    kind: ThingKind,
    ids: &[Uuid],
) -> Result<Vec<AssignmentRow>, DbErr> {
    let mut args: db::Args = vec![kind.name().into()];
    let among = super::among(&mut args, "from_id", ids);
    let sql =
        format!("SELECT {COLUMNS} FROM assignment WHERE from_kind = $1 AND {among} ORDER BY given_at, id");
    all(db, &sql, args).await
}

/// These.
pub(crate) async fn these(
    db: &impl ConnectionTrait,
    ids: &[AssignmentId],
) -> Result<Vec<AssignmentRow>, DbErr> {
    let mut args = Vec::new();
    let among = super::among(&mut args, "id", ids);
    all(db, &format!("SELECT {COLUMNS} FROM assignment WHERE {among} ORDER BY given_at, id"), args).await
}

/// What was given before `to` and not closed before `from`; of one unit, where one is named.
pub(crate) async fn alive_in(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
    unit: Option<UnitId>,
) -> Result<Vec<AssignmentRow>, DbErr> {
    let mut args: db::Args = vec![to.into(), from.into()];
    let unit = unit.map(|unit| format!(" AND lead = {}", super::place(&mut args, unit))).unwrap_or_default();
    let sql = format!(
        "SELECT {COLUMNS} FROM assignment WHERE given_at < $1 AND (closed_at IS NULL OR closed_at >= $2){unit} ORDER BY given_at, id"
    );
    all(db, &sql, args).await
}

#[derive(FromQueryResult)]
struct Id {
    id: AssignmentId,
}

/// Every one.
pub(crate) async fn every(db: &impl ConnectionTrait) -> Result<Vec<AssignmentId>, DbErr> {
    let rows: Vec<Id> = all(db, "SELECT id FROM assignment", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
