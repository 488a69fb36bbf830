//! What the agency has set for its listening.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, run};

#[derive(FromQueryResult)]
struct Row {
    name: String,
    value: String,
}

pub(crate) async fn values(db: &impl ConnectionTrait) -> Result<Vec<(String, String)>, DbErr> {
    let rows: Vec<Row> = all(db, "SELECT name, value FROM press_setting", vec![]).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.value)).collect())
}

pub(crate) async fn set(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO press_setting (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        vec![name.into(), value.into()],
    )
    .await
    .map(drop)
}

/// Sets a value; says whether it is another than before.
pub(crate) async fn pass(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<bool, DbErr> {
    let sql = "INSERT INTO press_setting (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE press_setting.value <> excluded.value";
    Ok(run(db, sql, vec![name.into(), value.into()]).await? > 0)
}
