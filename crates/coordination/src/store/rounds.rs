//! Rounds of regular meetings.

use db::{ConnectionTrait, DbErr, all, table};
use kernel::{MeetingId, Moment, PersonId, UnitId};

table! {
    RoundRow in "meeting_round" {
        id: MeetingId,
        unit: UnitId,
        title: String,
        chair: PersonId,
        rhythm: String,
        day: i64,
        at: i64,
        minutes: i64,
        place: String,
        agenda: String,
        others: String,
        units: String,
        people: String,
        from_day: String,
        made_to: String,
        made_at: Moment,
        made_by: Option<PersonId>,
        ended_at: Option<Moment>,
        reason: String,
    }
}

/// Those that go on.
pub(crate) async fn going(db: &impl ConnectionTrait) -> Result<Vec<RoundRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM meeting_round WHERE ended_at IS NULL ORDER BY title, id LIMIT 500",
        RoundRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}
