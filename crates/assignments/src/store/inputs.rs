//! Input asked from units.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, run};
use kernel::{InputRequestId, Moment, PersonId, UnitId};

/// A request as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RequestRow {
    pub(crate) id: InputRequestId,
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) asked_by: Option<PersonId>,
    pub(crate) asked_at: Moment,
    pub(crate) due: Moment,
    pub(crate) closed_at: Option<Moment>,
    pub(crate) version: i32,
}

/// What one unit owes of it, or gave.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ReplyRow {
    pub(crate) id: InputRequestId,
    pub(crate) request: InputRequestId,
    pub(crate) unit: UnitId,
    /// The order in which units were named, and in which the whole is put together.
    pub(crate) place: i32,
    /// `asked`, `received`, `nothing`.
    pub(crate) state: String,
    pub(crate) text: String,
    pub(crate) person: Option<PersonId>,
    pub(crate) at: Option<Moment>,
    /// When it answered first; what is changed later was not late for that.
    pub(crate) first_at: Option<Moment>,
    pub(crate) reminders: i32,
    pub(crate) reminded_at: Option<Moment>,
    pub(crate) version: i32,
}

const REQUEST: &str = "id, title, words, asked_by, asked_at, due, closed_at, version";
const REPLY: &str =
    "id, request, unit, place, state, text, person, at, first_at, reminders, reminded_at, version";

pub(crate) async fn put(db: &impl ConnectionTrait, row: &RequestRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO input_request ({REQUEST}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET closed_at = excluded.closed_at, version = excluded.version"
    );
    let values: Vec<Value> = vec![
        row.id.into(),
        row.title.as_str().into(),
        row.words.as_str().into(),
        row.asked_by.into(),
        row.asked_at.into(),
        row.due.into(),
        row.closed_at.into(),
        row.version.into(),
    ];
    run(db, &sql, values).await.map(drop)
}

pub(crate) async fn one(db: &impl ConnectionTrait, id: InputRequestId) -> Result<Option<RequestRow>, DbErr> {
    maybe(db, &format!("SELECT {REQUEST} FROM input_request WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: InputRequestId,
) -> Result<Option<RequestRow>, DbErr> {
    let sql = format!("SELECT {REQUEST} FROM input_request WHERE id = $1 {}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// Those open or those closed, the nearest day first.
pub(crate) async fn list(db: &impl ConnectionTrait, open: bool) -> Result<Vec<RequestRow>, DbErr> {
    let (held, order) = if open { ("IS NULL", "due, id") } else { ("IS NOT NULL", "closed_at DESC, id") };
    let sql =
        format!("SELECT {REQUEST} FROM input_request WHERE closed_at {held} ORDER BY {order} LIMIT 500");
    all(db, &sql, vec![]).await
}

pub(crate) async fn put_reply(db: &impl ConnectionTrait, row: &ReplyRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO input_reply ({REPLY}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (request, unit) DO UPDATE SET state = excluded.state, text = excluded.text, person = excluded.person,
        at = excluded.at, first_at = excluded.first_at, reminders = excluded.reminders,
        reminded_at = excluded.reminded_at, version = excluded.version"
    );
    let values: Vec<Value> = vec![
        row.id.into(),
        row.request.into(),
        row.unit.into(),
        row.place.into(),
        row.state.as_str().into(),
        row.text.as_str().into(),
        row.person.into(),
        row.at.into(),
        row.first_at.into(),
        row.reminders.into(),
        row.reminded_at.into(),
        row.version.into(),
    ];
    run(db, &sql, values).await.map(drop)
}

/// What each unit owes or gave, in the order of the request.
pub(crate) async fn replies(db: &impl ConnectionTrait, id: InputRequestId) -> Result<Vec<ReplyRow>, DbErr> {
    let sql = format!("SELECT {REPLY} FROM input_reply WHERE request = $1 ORDER BY place, unit");
    all(db, &sql, vec![id.into()]).await
}

/// What one unit owes or gave, by an id of its own.
pub(crate) async fn reply(db: &impl ConnectionTrait, id: InputRequestId) -> Result<Option<ReplyRow>, DbErr> {
    maybe(db, &format!("SELECT {REPLY} FROM input_reply WHERE id = $1"), vec![id.into()]).await
}

/// What one unit owes or gave of a request, under its lock.
pub(crate) async fn lock_reply(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: InputRequestId,
    unit: UnitId,
) -> Result<Option<ReplyRow>, DbErr> {
    let sql =
        format!("SELECT {REPLY} FROM input_reply WHERE request = $1 AND unit = $2 {}", engine.for_update());
    maybe(db, &sql, vec![id.into(), unit.into()]).await
}

/// Every reply of open requests.
pub(crate) async fn open_replies(db: &impl ConnectionTrait) -> Result<Vec<ReplyRow>, DbErr> {
    let columns: Vec<String> = REPLY.split(", ").map(|column| format!("r.{column}")).collect();
    let sql = format!(
        "SELECT {} FROM input_reply r JOIN input_request q ON q.id = r.request WHERE q.closed_at IS NULL ORDER BY q.due, r.place",
        columns.join(", ")
    );
    all(db, &sql, vec![]).await
}

/// How many open requests these units have not answered.
pub(crate) async fn owed_by(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<u64, DbErr> {
    let mut args = Vec::new();
    let among = super::among(&mut args, "r.unit", units);
    let sql = format!(
        "SELECT COUNT(*) FROM input_reply r JOIN input_request q ON q.id = r.request
        WHERE q.closed_at IS NULL AND r.state = 'asked' AND {among}"
    );
    Ok(super::whole(db::one(db, &sql, args).await?))
}
