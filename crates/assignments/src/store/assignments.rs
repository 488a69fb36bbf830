//! The rows of pieces of work.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, run};
use kernel::{AssignmentId, Moment, PersonId, ThingKind, ThingRef, UnitId};
use uuid::Uuid;

/// A piece of work as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AssignmentRow {
    pub(crate) id: AssignmentId,
    pub(crate) title: String,
    /// The title as it is sought: small letters without marks.
    pub(crate) folded: String,
    pub(crate) words: String,
    pub(crate) lead: UnitId,
    pub(crate) person: Option<PersonId>,
    pub(crate) giver: Option<PersonId>,
    pub(crate) given_at: Moment,
    pub(crate) due: Option<Moment>,
    pub(crate) first_due: Option<Moment>,
    pub(crate) state: String,
    pub(crate) percent: i32,
    pub(crate) note: String,
    pub(crate) from_kind: Option<String>,
    pub(crate) from_id: Option<Uuid>,
    pub(crate) confidential: bool,
    pub(crate) want_kind: String,
    pub(crate) want_count: i32,
    pub(crate) delivered: i32,
    pub(crate) rolled: i32,
    pub(crate) reminders: i32,
    pub(crate) reminded_at: Option<Moment>,
    pub(crate) sent_back: i32,
    pub(crate) quality: Option<i32>,
    pub(crate) claimed_by: Option<PersonId>,
    pub(crate) done_at: Option<Moment>,
    pub(crate) closed_at: Option<Moment>,
    pub(crate) changed_at: Moment,
    pub(crate) version: i32,
}

pub(crate) const COLUMNS: &str = "id, title, folded, words, lead, person, giver, given_at, due, first_due, state, percent, note, \
     from_kind, from_id, confidential, want_kind, want_count, delivered, rolled, reminders, reminded_at, sent_back, quality, \
     claimed_by, done_at, closed_at, changed_at, version";

impl AssignmentRow {
    /// What it came from.
    pub(crate) fn from(&self) -> Option<ThingRef> {
        let kind = ThingKind::named(self.from_kind.as_deref()?)?;
        Some(ThingRef { kind, id: self.from_id? })
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.id.into(),
            self.title.as_str().into(),
            self.folded.as_str().into(),
            self.words.as_str().into(),
            self.lead.into(),
            self.person.into(),
            self.giver.into(),
            self.given_at.into(),
            self.due.into(),
            self.first_due.into(),
            self.state.as_str().into(),
            self.percent.into(),
            self.note.as_str().into(),
            self.from_kind.clone().into(),
            self.from_id.into(),
            self.confidential.into(),
            self.want_kind.as_str().into(),
            self.want_count.into(),
            self.delivered.into(),
            self.rolled.into(),
            self.reminders.into(),
            self.reminded_at.into(),
            self.sent_back.into(),
            self.quality.into(),
            self.claimed_by.into(),
            self.done_at.into(),
            self.closed_at.into(),
            self.changed_at.into(),
            self.version.into(),
        ]
    }
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &AssignmentRow) -> Result<(), DbErr> {
    let set: Vec<String> =
        COLUMNS.split(", ").skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
    let values = row.values();
    let sql = format!(
        "INSERT INTO assignment ({COLUMNS}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        super::places(1, values.len()),
        set.join(", ")
    );
    run(db, &sql, values).await.map(drop)
}

pub(crate) async fn one(db: &impl ConnectionTrait, id: AssignmentId) -> Result<Option<AssignmentRow>, DbErr> {
    maybe(db, &format!("SELECT {COLUMNS} FROM assignment WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: AssignmentId,
) -> Result<Option<AssignmentRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM assignment WHERE id = $1 {}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
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
