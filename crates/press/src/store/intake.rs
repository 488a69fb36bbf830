//! What came in by itself and was set aside, and the settings of this half of the house.

use super::table::table;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{InquiryId, Moment, PageNumber};
use uuid::Uuid;

table! {
    SetAsideRow in "press_set_aside" {
        id: Uuid,
        at: Moment,
        why: String,
        via: String,
        outlet: String,
        journalist: String,
        contact: String,
        questions: String,
        fingerprint: String,
        inquiry: Option<InquiryId>,
    }
}

/// What was set aside and nobody took up, one line for each text however often it came, the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<SetAsideRow>, DbErr> {
    let sql = "SELECT COUNT(*) FROM (SELECT fingerprint FROM press_set_aside WHERE inquiry IS NULL
        GROUP BY fingerprint) AS texts";
    let total: i64 = one(db, sql, vec![]).await?;
    let sql = format!(
        "SELECT {} FROM press_set_aside AS row WHERE inquiry IS NULL AND NOT EXISTS (
             SELECT 1 FROM press_set_aside AS other WHERE other.fingerprint = row.fingerprint
                 AND other.inquiry IS NULL AND (other.at > row.at OR (other.at = row.at AND other.id > row.id)))
         ORDER BY at DESC, id LIMIT {size} OFFSET {}",
        SetAsideRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// How often a text came.
pub(crate) async fn times(db: &impl ConnectionTrait, fingerprint: &str) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM press_set_aside WHERE fingerprint = $1";
    one(db, sql, vec![fingerprint.into()]).await
}

/// All that stand on the list.
pub(crate) async fn count(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM press_set_aside WHERE inquiry IS NULL", vec![]).await
}

/// Drops what is older.
pub(crate) async fn drop_before(db: &impl ConnectionTrait, before: Moment) -> Result<u64, DbErr> {
    run(db, "DELETE FROM press_set_aside WHERE at < $1", vec![before.into()]).await
}

#[derive(FromQueryResult)]
struct ValueRow {
    value: String,
}

/// What a setting says.
pub(crate) async fn setting(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>, DbErr> {
    let sql = "SELECT value FROM press_answering_setting WHERE name = $1";
    let row: Option<ValueRow> = maybe(db, sql, vec![name.into()]).await?;
    Ok(row.map(|row| row.value))
}

/// Sets it.
pub(crate) async fn set(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO press_answering_setting (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    run(db, sql, vec![name.into(), value.into()]).await.map(drop)
}

/// Sets it where it was not set.
pub(crate) async fn set_first(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO press_answering_setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    run(db, sql, vec![name.into(), value.into()]).await.map(drop)
}
