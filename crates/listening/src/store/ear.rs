//! Which of the processes that share a database listens.

use db::{ConnectionTrait, DbErr, FromQueryResult, maybe, run};
use kernel::Moment;

/// Who listens, and until when.
pub(crate) async fn taken(db: &impl ConnectionTrait) -> Result<Option<(String, Moment)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        holder: String,
        until: Moment,
    }
    let row: Option<Row> = maybe(db, "SELECT holder, until FROM press_ear WHERE one = 1", vec![]).await?;
    Ok(row.map(|row| (row.holder, row.until)))
}

/// Takes the turn, or makes it longer; changes no row while somebody else has it.
pub(crate) async fn take(
    db: &impl ConnectionTrait,
    holder: &str,
    now: Moment,
    until: Moment,
) -> Result<u64, DbErr> {
    let sql = "INSERT INTO press_ear (one, holder, until) VALUES (1, $1, $3)
               ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE press_ear.holder = excluded.holder OR press_ear.until <= $2";
    run(db, sql, vec![holder.into(), now.into(), until.into()]).await
}

/// Gives the turn back.
pub(crate) async fn leave(db: &impl ConnectionTrait, holder: &str) -> Result<(), DbErr> {
    run(db, "UPDATE press_ear SET until = 0 WHERE holder = $1", vec![holder.into()]).await.map(drop)
}
