//! What this house keeps for itself: settings, the secret of forms, and the tokens that were used.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};
use kernel::Moment;

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

/// Keeps the first one that is made.
pub(crate) async fn keep_secret(db: &impl ConnectionTrait, secret: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO answers_setting (name, value) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING";
    run(db, sql, vec![secret.into()]).await.map(drop)
}

/// Spends a token; whether it was good.
pub(crate) async fn spend(db: &impl ConnectionTrait, nonce: &str, at: Moment) -> Result<bool, DbErr> {
    let sql = "INSERT INTO form_spent (nonce, at) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING";
    Ok(run(db, sql, vec![nonce.into(), at.into()]).await? == 1)
}

/// Forgets tokens that are too old to be good anyway.
pub(crate) async fn forget_spent(db: &impl ConnectionTrait, before: Moment) -> Result<(), DbErr> {
    run(db, "DELETE FROM form_spent WHERE at < $1", vec![before.into()]).await.map(drop)
}
