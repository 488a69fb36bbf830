//! The register of requests for information (TT-06).

use super::whole;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, one, run};
use kernel::{InformationRequestId, Moment, PageNumber, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct RequestRow {
    pub(crate) id: InformationRequestId,
    pub(crate) year: i32,
    pub(crate) number: i32,
    pub(crate) code: String,
    pub(crate) nonce: String,
    /// `online`, `post`, `person`.
    pub(crate) form: String,
    pub(crate) complex: bool,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) identity: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) wanted: String,
    pub(crate) purpose: String,
    /// How it is to be handed over: `online`, `post`, `person`.
    pub(crate) way: String,
    /// `open`, `supplied`, `refused`.
    pub(crate) state: String,
    pub(crate) received_at: Moment,
    pub(crate) unit: Option<UnitId>,
    pub(crate) notified_at: Option<Moment>,
    pub(crate) notice: String,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) on_time: Option<bool>,
    pub(crate) code_refused: String,
    pub(crate) words: String,
    /// The paper it was refused or supplied with: number and day.
    pub(crate) paper: String,
    pub(crate) erased_at: Option<Moment>,
}

const COLUMNS: [&str; 26] = [
    "id",
    "year",
    "number",
    "code",
    "nonce",
    "form",
    "complex",
    "name",
    "address",
    "identity",
    "email",
    "phone",
    "wanted",
    "purpose",
    "way",
    "state",
    "received_at",
    "unit",
    "notified_at",
    "notice",
    "ended_at",
    "on_time",
    "code_refused",
    "words",
    "paper",
    "erased_at",
];

fn columns() -> String {
    COLUMNS.join(", ")
}

pub(crate) async fn request(
    db: &impl ConnectionTrait,
    id: InformationRequestId,
) -> Result<Option<RequestRow>, DbErr> {
    maybe(db, &format!("SELECT {} FROM information_request WHERE id = $1", columns()), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: InformationRequestId,
) -> Result<Option<RequestRow>, DbErr> {
    let sql = format!("SELECT {} FROM information_request WHERE id = $1{}", columns(), engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn with_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<RequestRow>, DbErr> {
    maybe(db, &format!("SELECT {} FROM information_request WHERE code = $1", columns()), vec![code.into()])
        .await
}

/// The next number of a year's book.
pub(crate) async fn next_number(db: &impl ConnectionTrait, year: i32) -> Result<i32, DbErr> {
    let last: Option<i32> =
        one(db, "SELECT MAX(number) FROM information_request WHERE year = $1", vec![year.into()]).await?;
    Ok(last.unwrap_or(0) + 1)
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &RequestRow) -> Result<(), DbErr> {
    let set: Vec<String> = COLUMNS.iter().skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
    let sql = format!(
        "INSERT INTO information_request ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        columns(),
        super::places(1, COLUMNS.len()),
        set.join(", ")
    );
    run(db, &sql, values(row)).await.map(drop)
}

fn values(row: &RequestRow) -> Vec<Value> {
    vec![
        row.id.into(),
        row.year.into(),
        row.number.into(),
        row.code.as_str().into(),
        row.nonce.as_str().into(),
        row.form.as_str().into(),
        row.complex.into(),
        row.name.as_str().into(),
        row.address.as_str().into(),
        row.identity.as_str().into(),
        row.email.as_str().into(),
        row.phone.as_str().into(),
        row.wanted.as_str().into(),
        row.purpose.as_str().into(),
        row.way.as_str().into(),
        row.state.as_str().into(),
        row.received_at.into(),
        row.unit.into(),
        row.notified_at.into(),
        row.notice.as_str().into(),
        row.ended_at.into(),
        row.on_time.into(),
        row.code_refused.as_str().into(),
        row.words.as_str().into(),
        row.paper.as_str().into(),
        row.erased_at.into(),
    ]
}

pub(crate) async fn list(
    db: &impl ConnectionTrait,
    open: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<RequestRow>, DbErr> {
    let (wanted, order) = if open {
        ("state = 'open'", "received_at, id")
    } else {
        ("state <> 'open'", "year DESC, number DESC")
    };
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM information_request WHERE {wanted}"), vec![]).await?;
    let sql = format!(
        "SELECT {} FROM information_request WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        columns(),
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

/// A year's whole book, in the order of its numbers.
pub(crate) async fn book(db: &impl ConnectionTrait, year: i32) -> Result<Vec<RequestRow>, DbErr> {
    let sql =
        format!("SELECT {} FROM information_request WHERE year = $1 ORDER BY number LIMIT 20000", columns());
    all(db, &sql, vec![year.into()]).await
}

/// What ended before a moment and still says who asked.
pub(crate) async fn ended_before(
    db: &impl ConnectionTrait,
    before: Moment,
    most: u32,
) -> Result<Vec<RequestRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM information_request WHERE ended_at < $1 AND erased_at IS NULL LIMIT {most}",
        columns()
    );
    all(db, &sql, vec![before.into()]).await
}
