//! What this house keeps for itself: its settings.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};

#[derive(FromQueryResult)]
struct SettingRow {
    value: String,
}

pub(crate) async fn setting(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>, DbErr> {
    let sql = "SELECT value FROM answers_setting WHERE name = $1";
    let row: Option<SettingRow> = maybe(db, sql, vec![name.into()]).await?;
    Ok(row.map(|row| row.value))
}

pub(crate) async fn set(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO answers_setting (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    run(db, sql, vec![name.into(), value.into()]).await.map(drop)
}
