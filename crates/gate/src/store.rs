//! The secret and the tokens that were used.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};
use kernel::Moment;

#[derive(FromQueryResult)]
struct SecretRow {
    value: String,
}

pub(crate) async fn secret(db: &impl ConnectionTrait) -> Result<Option<String>, DbErr> {
    let row: Option<SecretRow> = maybe(db, "SELECT value FROM gate_secret WHERE id = 1", vec![]).await?;
    Ok(row.map(|row| row.value))
}

/// Keeps the first one that is made.
pub(crate) async fn keep_secret(db: &impl ConnectionTrait, secret: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO gate_secret (id, value) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
    run(db, sql, vec![secret.into()]).await.map(drop)
}

/// Uses a form's token up; whether it was still good.
///
/// # Errors
/// When the database does not answer.
pub async fn spend(db: &impl ConnectionTrait, nonce: &str, at: Moment) -> Result<bool, DbErr> {
    let sql = "INSERT INTO form_spent (nonce, at) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING";
    Ok(run(db, sql, vec![nonce.into(), at.into()]).await? == 1)
}

/// Forgets tokens that are too old to be good anyway.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_spent(db: &impl ConnectionTrait, now: Moment) -> Result<(), DbErr> {
    let before = now.minus(crate::robot::MOST * 2);
    run(db, "DELETE FROM form_spent WHERE at < $1", vec![before.into()]).await.map(drop)
}
