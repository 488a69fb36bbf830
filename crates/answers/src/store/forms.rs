//! The secret of forms, and the tokens that were used.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};
use kernel::Moment;

#[derive(FromQueryResult)]
struct SecretRow {
    secret: String,
}

pub(crate) async fn secret(db: &impl ConnectionTrait) -> Result<Option<String>, DbErr> {
    let row: Option<SecretRow> =
        maybe(db, "SELECT secret FROM answers_secret WHERE id = 1", vec![]).await?;
    Ok(row.map(|row| row.secret))
}

/// Keeps the first one that is made.
pub(crate) async fn keep_secret(db: &impl ConnectionTrait, secret: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO answers_secret (id, secret) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
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
