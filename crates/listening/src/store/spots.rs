//! Hot spots and the mentions they were raised on.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{HotSpotId, MentionId, Moment, PageNumber, PersonId, StoryId, ThreadId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SpotRow {
    pub(crate) id: HotSpotId,
    pub(crate) thread: ThreadId,
    pub(crate) state: String,
    pub(crate) severity: String,
    pub(crate) reason: String,
    pub(crate) raised_at: Moment,
    pub(crate) raised_by: Option<PersonId>,
    pub(crate) acked_at: Option<Moment>,
    pub(crate) acked_by: Option<PersonId>,
    pub(crate) determined_at: Option<Moment>,
    pub(crate) determined_by: Option<PersonId>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) question: String,
    pub(crate) assigned_at: Option<Moment>,
    pub(crate) story: Option<StoryId>,
    pub(crate) answered_at: Option<Moment>,
    pub(crate) muted_until: Option<Moment>,
    pub(crate) closed_at: Option<Moment>,
    pub(crate) into_spot: Option<HotSpotId>,
}

const SPOT: &str = "id, thread, state, severity, reason, raised_at, raised_by, acked_at, acked_by, determined_at, \
                    determined_by, unit, question, assigned_at, story, answered_at, muted_until, \
                    closed_at, into_spot";

pub(crate) async fn spot(db: &impl ConnectionTrait, id: HotSpotId) -> Result<Option<SpotRow>, DbErr> {
    maybe(db, &format!("SELECT {SPOT} FROM hot_spot WHERE id = $1"), vec![id.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: HotSpotId,
) -> Result<Option<SpotRow>, DbErr> {
    let sql = format!("SELECT {SPOT} FROM hot_spot WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// The hot spot of a thread that is not closed.
pub(crate) async fn open_of(db: &impl ConnectionTrait, thread: ThreadId) -> Result<Option<SpotRow>, DbErr> {
    let sql = format!(
        "SELECT {SPOT} FROM hot_spot WHERE thread = $1 AND state <> 'closed' ORDER BY raised_at LIMIT 1"
    );
    maybe(db, &sql, vec![thread.into()]).await
}

/// Every hot spot a thread has had, the newest first.
pub(crate) async fn all_of(db: &impl ConnectionTrait, thread: ThreadId) -> Result<Vec<SpotRow>, DbErr> {
    let sql = format!("SELECT {SPOT} FROM hot_spot WHERE thread = $1 ORDER BY raised_at DESC");
    all(db, &sql, vec![thread.into()]).await
}

/// The hot spots that a story answers.
pub(crate) async fn of_story(db: &impl ConnectionTrait, story: StoryId) -> Result<Vec<SpotRow>, DbErr> {
    all(db, &format!("SELECT {SPOT} FROM hot_spot WHERE story = $1"), vec![story.into()]).await
}

/// Which of them a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// What is not closed, set aside or not.
    #[default]
    Open,
    /// What is closed.
    Closed,
}

/// Hot spots: those not seen yet first, then by severity and age.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    which: Which,
    units: Option<&[UnitId]>,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<SpotRow>, DbErr> {
    let mut args: db::Args = Vec::new();
    let mut wanted =
        if which == Which::Open { "state <> 'closed'".to_owned() } else { "state = 'closed'".to_owned() };
    if let Some(units) = units {
        if units.is_empty() {
            return Ok(kernel::Page { items: Vec::new(), number: page.get(), size, total: 0 });
        }
        wanted.push_str(&format!(" AND unit IN ({})", super::places(1, units.len())));
        args.extend(units.iter().map(|unit| db::Value::from(*unit)));
    }
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM hot_spot WHERE {wanted}"), args.clone()).await?;
    let order = match which {
        Which::Open => {
            "CASE WHEN state = 'detected' THEN 0 ELSE 1 END,
             CASE severity WHEN 'urgent' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, raised_at DESC"
        }
        Which::Closed => "closed_at DESC, raised_at DESC",
    };
    let sql = format!(
        "SELECT {SPOT} FROM hot_spot WHERE {wanted} ORDER BY {order} LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// Raised in a span of time, for the digest and the report.
pub(crate) async fn raised_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<SpotRow>, DbErr> {
    let sql = format!(
        "SELECT {SPOT} FROM hot_spot WHERE raised_at < $2 AND (closed_at IS NULL OR closed_at >= $1)
            AND into_spot IS NULL ORDER BY raised_at"
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

pub(crate) async fn count_unseen(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM hot_spot WHERE state = 'detected'", vec![]).await
}

pub(crate) async fn count_assigned(
    db: &impl ConnectionTrait,
    units: Option<&[UnitId]>,
) -> Result<i64, DbErr> {
    match units {
        None => one(db, "SELECT COUNT(*) FROM hot_spot WHERE state = 'assigned'", vec![]).await,
        Some([]) => Ok(0),
        Some(units) => {
            let sql = format!(
                "SELECT COUNT(*) FROM hot_spot WHERE state = 'assigned' AND unit IN ({})",
                super::places(1, units.len())
            );
            one(db, &sql, units.iter().map(|unit| db::Value::from(*unit)).collect()).await
        }
    }
}

/// Writes a hot spot as it stands.
pub(crate) async fn put(db: &impl ConnectionTrait, row: &SpotRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO hot_spot (id, thread, state, severity, reason, raised_at, raised_by, acked_at, acked_by,
             determined_at, determined_by, unit, question, assigned_at, story, answered_at, muted_until,
             closed_at, into_spot)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (id) DO UPDATE SET thread = excluded.thread, state = excluded.state,
             severity = excluded.severity, reason = excluded.reason, acked_at = excluded.acked_at,
             acked_by = excluded.acked_by, determined_at = excluded.determined_at,
             determined_by = excluded.determined_by, unit = excluded.unit,
             question = excluded.question, assigned_at = excluded.assigned_at, story = excluded.story,
             answered_at = excluded.answered_at, muted_until = excluded.muted_until,
             closed_at = excluded.closed_at, into_spot = excluded.into_spot",
        vec![
            row.id.into(),
            row.thread.into(),
            row.state.as_str().into(),
            row.severity.as_str().into(),
            row.reason.as_str().into(),
            row.raised_at.into(),
            row.raised_by.into(),
            row.acked_at.into(),
            row.acked_by.into(),
            row.determined_at.into(),
            row.determined_by.into(),
            row.unit.into(),
            row.question.as_str().into(),
            row.assigned_at.into(),
            row.story.into(),
            row.answered_at.into(),
            row.muted_until.into(),
            row.closed_at.into(),
            row.into_spot.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn add_evidence(
    db: &impl ConnectionTrait,
    id: HotSpotId,
    mentions: &[MentionId],
) -> Result<(), DbErr> {
    for mention in mentions {
        let sql = "INSERT INTO hot_spot_evidence (hot_spot, mention) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        run(db, sql, vec![id.into(), (*mention).into()]).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct IdRow {
    mention: MentionId,
}

pub(crate) async fn evidence(db: &impl ConnectionTrait, id: HotSpotId) -> Result<Vec<MentionId>, DbErr> {
    let sql = "SELECT mention FROM hot_spot_evidence WHERE hot_spot = $1";
    let rows: Vec<IdRow> = all(db, sql, vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.mention).collect())
}

/// When an answer of the agency last became public.
pub(crate) async fn last_answered(db: &impl ConnectionTrait) -> Result<Option<Moment>, DbErr> {
    one(db, "SELECT MAX(answered_at) FROM hot_spot", vec![]).await
}
