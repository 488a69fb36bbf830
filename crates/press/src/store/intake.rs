//! What came in by itself and was set aside, and the settings of this half of the house.

use db::table;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, anywhere, maybe, one, run};
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
        times: i64,
        inquiry: Option<InquiryId>,
        words: String,
    }
}

/// What was set aside and nobody took up, the newest first: all, or what holds each of these folded words.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    words: &[String],
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<SetAsideRow>, DbErr> {
    let mut args: db::Args = Vec::new();
    let mut which = "inquiry IS NULL".to_owned();
    for word in words {
        args.push(anywhere(word).into());
        which.push_str(&format!(" AND words LIKE ${} ESCAPE '!'", args.len()));
    }
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) FROM press_set_aside WHERE {which}"), args.clone()).await?;
    let sql = format!(
        "SELECT {} FROM press_set_aside WHERE {which} ORDER BY at DESC, id DESC LIMIT {size} OFFSET {}",
        SetAsideRow::COLUMNS,
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// The one with this text, taken up or not.
pub(crate) async fn of_print(
    db: &impl ConnectionTrait,
    fingerprint: &str,
) -> Result<Option<SetAsideRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_set_aside WHERE fingerprint = $1 LIMIT 1", SetAsideRow::COLUMNS);
    maybe(db, &sql, vec![fingerprint.into()]).await
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
