//! Briefings, their notes and decisions.

use db::{ConnectionTrait, DbErr, all, maybe, table};
use kernel::{BriefingId, DecisionId, Moment, PersonId, UnitId};
use uuid::Uuid;

table! {
    /// The briefing of a month.
    BriefingRow in "briefing" {
        id: BriefingId,
        month: String,
        held_at: Option<Moment>,
        chair: String,
        opened_at: Moment,
        closed_at: Option<Moment>,
        hash: String,
        kept: String,
    }
}

table! {
    /// Something noted while it goes on.
    NoteRow in "briefing_note" {
        id: Uuid,
        briefing: BriefingId,
        unit: Option<UnitId>,
        words: String,
        by_whom: Option<PersonId>,
        at: Moment,
    }
}

table! {
    /// Something decided: a unit does it by a day.
    DecisionRow in "briefing_decision" {
        id: DecisionId,
        briefing: BriefingId,
        place: i64,
        unit: UnitId,
        words: String,
        due: Option<Moment>,
        by_whom: Option<PersonId>,
        at: Moment,
        dropped: String,
    }
}

/// The briefing of a month.
pub(crate) async fn of_month(db: &impl ConnectionTrait, month: &str) -> Result<Option<BriefingRow>, DbErr> {
    let sql = format!("SELECT {} FROM briefing WHERE month = $1", BriefingRow::COLUMNS);
    maybe(db, &sql, vec![month.into()]).await
}

/// Its notes, the oldest first.
pub(crate) async fn notes(db: &impl ConnectionTrait, briefing: BriefingId) -> Result<Vec<NoteRow>, DbErr> {
    let sql = format!("SELECT {} FROM briefing_note WHERE briefing = $1 ORDER BY at, id", NoteRow::COLUMNS);
    all(db, &sql, vec![briefing.into()]).await
}

/// What it decided, in order, with what was taken back.
pub(crate) async fn decisions(
    db: &impl ConnectionTrait,
    briefing: BriefingId,
) -> Result<Vec<DecisionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM briefing_decision WHERE briefing = $1 ORDER BY place, id",
        DecisionRow::COLUMNS
    );
    all(db, &sql, vec![briefing.into()]).await
}
