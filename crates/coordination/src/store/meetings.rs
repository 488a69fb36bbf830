//! Meetings with who was invited, what they concluded, and the papers of it.

use crate::sight::Sight;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, one, run, table};
use kernel::{ConclusionId, MeetingId, Moment, PageNumber, PersonId, UnitId};
use uuid::Uuid;

table! {
    MeetingRow in "meeting" {
        id: MeetingId,
        round: Option<MeetingId>,
        unit: UnitId,
        title: String,
        chair: PersonId,
        starts_at: Moment,
        ends_at: Option<Moment>,
        place: String,
        booking: Option<Uuid>,
        agenda: String,
        others: String,
        state: String,
        reason: String,
        moves: i64,
        edition: i64,
        made_at: Moment,
        made_by: Option<PersonId>,
        held_at: Option<Moment>,
        alarmed_at: Option<Moment>,
        record: String,
        record_state: String,
        writers: String,
        submitted_at: Option<Moment>,
        submitted_by: Option<PersonId>,
        approved_at: Option<Moment>,
        approved_by: Option<PersonId>,
        hash: String,
    }
}

table! {
    InvitedRow in "meeting_invited" {
        id: Uuid,
        meeting: MeetingId,
        unit: Option<UnitId>,
        person: Option<PersonId>,
        place: i64,
        presence: String,
        stood_in: String,
    }
}

table! {
    ConclusionRow in "meeting_conclusion" {
        id: ConclusionId,
        meeting: MeetingId,
        place: i64,
        words: String,
        lead: UnitId,
        supports: String,
        due_at: Option<Moment>,
        made_at: Moment,
    }
}

table! {
    NoticeRow in "meeting_notice" {
        meeting: MeetingId,
        year: i64,
        number: i64,
        symbol: String,
        issued_at: Moment,
        issued_by: Option<PersonId>,
        superior: String,
        issuer: String,
        place: String,
        subject: String,
        opening: String,
        body: String,
        closing: String,
        authority: String,
        post: String,
        signer: String,
        recipients: String,
    }
}

/// Which meetings a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Called, from now on; put off without a day among them.
    ToCome,
    /// Past, and something is still to be done: said what became of it, recorded, approved.
    Open,
    /// Past.
    Past,
}

/// Meetings somebody may see.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    sight: &Sight,
    which: Which,
    now: Moment,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<MeetingRow>, DbErr> {
    let (wanted, order) = match which {
        Which::ToCome => {
            ("(m.state = 'called' AND m.starts_at >= $1) OR m.state = 'put-off'", "m.starts_at, m.id")
        }
        Which::Open => (
            "(m.state = 'called' AND m.starts_at < $1) OR (m.state = 'held' AND m.record_state <> 'approved' AND m.starts_at < $1)",
            "m.starts_at, m.id",
        ),
        Which::Past => ("m.starts_at < $1", "m.starts_at DESC, m.id"),
    };
    let mut args: Vec<Value> = vec![now.into()];
    let seen = sight.seen(&mut args);
    let sql = format!("SELECT COUNT(*) FROM meeting m WHERE ({wanted}) AND {seen}");
    let total: i64 = one(db, &sql, args.clone()).await?;
    let columns = prefixed(MeetingRow::COLUMNS);
    let sql = format!(
        "SELECT {columns} FROM meeting m WHERE ({wanted}) AND {seen} ORDER BY {order} LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

fn prefixed(columns: &str) -> String {
    columns.split(", ").map(|column| format!("m.{column}")).collect::<Vec<_>>().join(", ")
}

/// Whether somebody may see any meeting at all.
pub(crate) async fn any(db: &impl ConnectionTrait, sight: &Sight) -> Result<bool, DbErr> {
    let mut args = Vec::new();
    let seen = sight.seen(&mut args);
    let many: i64 =
        one(db, &format!("SELECT COUNT(*) FROM (SELECT 1 FROM meeting m WHERE {seen} LIMIT 1) one"), args)
            .await?;
    Ok(many > 0)
}

/// Meetings of a time, of all units: what reports count.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<MeetingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM meeting WHERE starts_at >= $1 AND starts_at < $2 ORDER BY starts_at, id LIMIT 5000",
        MeetingRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// Those of a round.
pub(crate) async fn of_round(db: &impl ConnectionTrait, round: MeetingId) -> Result<Vec<MeetingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM meeting WHERE round = $1 ORDER BY starts_at DESC, id LIMIT 200",
        MeetingRow::COLUMNS
    );
    all(db, &sql, vec![round.into()]).await
}

/// How many of a round were held, and how many were to be, up to a moment (S154).
pub(crate) async fn kept_of(
    db: &impl ConnectionTrait,
    round: MeetingId,
    now: Moment,
) -> Result<(i64, i64), DbErr> {
    let held = "SELECT COUNT(*) FROM meeting WHERE round = $1 AND starts_at < $2 AND state = 'held'";
    let planned = "SELECT COUNT(*) FROM meeting WHERE round = $1 AND starts_at < $2";
    let args: Vec<Value> = vec![round.into(), now.into()];
    Ok((one(db, held, args.clone()).await?, one(db, planned, args).await?))
}

/// What waits for somebody: records to approve as the chair, and meetings of theirs of which nobody said what became.
pub(crate) async fn waiting(db: &impl ConnectionTrait, me: PersonId) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM meeting WHERE (chair = $1 AND record_state = 'submitted')
        OR ((chair = $1 OR made_by = $1) AND state = 'called' AND alarmed_at IS NOT NULL)";
    one(db, sql, vec![me.into()]).await
}

/// Who is invited, in order.
pub(crate) async fn invited(db: &impl ConnectionTrait, id: MeetingId) -> Result<Vec<InvitedRow>, DbErr> {
    let sql =
        format!("SELECT {} FROM meeting_invited WHERE meeting = $1 ORDER BY place, id", InvitedRow::COLUMNS);
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn drop_invited(db: &impl ConnectionTrait, id: Uuid) -> Result<u64, DbErr> {
    run(db, "DELETE FROM meeting_invited WHERE id = $1", vec![id.into()]).await
}

/// What was concluded, in order.
pub(crate) async fn conclusions(
    db: &impl ConnectionTrait,
    id: MeetingId,
) -> Result<Vec<ConclusionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM meeting_conclusion WHERE meeting = $1 ORDER BY place, id",
        ConclusionRow::COLUMNS
    );
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn drop_conclusion(
    db: &impl ConnectionTrait,
    id: ConclusionId,
    meeting: MeetingId,
) -> Result<u64, DbErr> {
    let sql = "DELETE FROM meeting_conclusion WHERE id = $1 AND meeting = $2";
    run(db, sql, vec![id.into(), meeting.into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Count {
    pub(crate) meeting: MeetingId,
    pub(crate) many: i64,
}

/// How many conclusions each of these meetings has.
pub(crate) async fn counted(db: &impl ConnectionTrait, ids: &[MeetingId]) -> Result<Vec<Count>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT meeting, COUNT(*) AS many FROM meeting_conclusion WHERE meeting IN ({}) GROUP BY meeting",
        db::places(1, ids.len())
    );
    all(db, &sql, ids.iter().map(|id| (*id).into()).collect()).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct InvitedUnit {
    pub(crate) meeting: MeetingId,
    pub(crate) unit: UnitId,
}

/// The units invited to each of these meetings.
pub(crate) async fn invited_units(
    db: &impl ConnectionTrait,
    ids: &[MeetingId],
) -> Result<Vec<InvitedUnit>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT meeting, unit FROM meeting_invited WHERE unit IS NOT NULL AND meeting IN ({}) ORDER BY place",
        db::places(1, ids.len())
    );
    all(db, &sql, ids.iter().map(|id| (*id).into()).collect()).await
}
