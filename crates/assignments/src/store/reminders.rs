//! Each time somebody was reminded.

use db::{ConnectionTrait, Cx, DbErr, FromQueryResult, all, run};
use kernel::{Moment, PersonId, UnitId};
use uuid::Uuid;

/// One reminder.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ReminderRow {
    pub(crate) person: Option<PersonId>,
    pub(crate) at: Moment,
}

pub(crate) async fn add(cx: &Cx, thing: Uuid, unit: UnitId, words: &str) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO work_reminder (id, thing, unit, person, at, words) VALUES ($1, $2, $3, $4, $5, $6)";
    let args = vec![
        Uuid::now_v7().into(),
        thing.into(),
        unit.into(),
        cx.actor().id().into(),
        cx.now().into(),
        words.into(),
    ];
    run(cx.tx(), sql, args).await.map(drop)
}

/// Of one thing, oldest first.
pub(crate) async fn of(db: &impl ConnectionTrait, thing: Uuid) -> Result<Vec<ReminderRow>, DbErr> {
    let sql = "SELECT person, at FROM work_reminder WHERE thing = $1 ORDER BY at, id";
    all(db, sql, vec![thing.into()]).await
}
