//! What people write into the yearly report, and what it counts that others keep.

use db::table;
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe};
use kernel::{Moment, PersonId, PressEventId, YearlyReportId};

table! {
    YearlyRow in "press_yearly" {
        id: YearlyReportId,
        year: i64,
        difficulties: String,
        proposals: String,
        edition: i64,
        edited_by: Option<PersonId>,
        edited_at: Option<Moment>,
        opened_at: Option<Moment>,
        sent_at: Option<Moment>,
        document: String,
        numbers: String,
    }
}

/// The report of a year, once somebody wrote in it or its window closed.
pub(crate) async fn of_year(db: &impl ConnectionTrait, year: i64) -> Result<Option<YearlyRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_yearly WHERE year = $1", YearlyRow::COLUMNS);
    maybe(db, &sql, vec![year.into()]).await
}

/// Every year that has one, the newest first.
pub(crate) async fn years(db: &impl ConnectionTrait) -> Result<Vec<YearlyRow>, DbErr> {
    let sql = format!("SELECT {} FROM press_yearly ORDER BY year DESC", YearlyRow::COLUMNS);
    all(db, &sql, vec![]).await
}

/// A press event that was held.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// Where it is on the desk.
    pub(crate) href: String,
    /// Its title.
    pub(crate) title: String,
    /// When it was held.
    pub(crate) at: Moment,
}

/// Press events of a kind (`conference`, `briefing`) held in a span of time, oldest first.
pub(crate) async fn events_held(
    db: &impl ConnectionTrait,
    kind: &str,
    from: Moment,
    to: Moment,
) -> Result<Vec<Held>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: PressEventId,
        title: String,
        held_at: Moment,
    }
    let sql = "SELECT id, title, held_at FROM press_event
        WHERE kind = $1 AND held_at >= $2 AND held_at < $3 ORDER BY held_at, id";
    let rows: Vec<Row> = all(db, sql, vec![kind.into(), from.into(), to.into()]).await?;
    let held =
        |row: Row| Held { href: format!("/desk/press/events/{}", row.id), title: row.title, at: row.held_at };
    Ok(rows.into_iter().map(held).collect())
}
