//! Press events with what belongs to their dossiers.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, one, run};
use kernel::{ContactId, FactId, Moment, PageNumber, PersonId, PressEventId, UnitId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EventRow {
    pub(crate) id: PressEventId,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) title: String,
    pub(crate) starts_at: Moment,
    pub(crate) ends_at: Option<Moment>,
    pub(crate) place: String,
    pub(crate) chair: String,
    pub(crate) content: String,
    pub(crate) host: String,
    pub(crate) edition: i64,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
    pub(crate) announced_at: Option<Moment>,
    pub(crate) notified_at: Option<Moment>,
    pub(crate) notified_by: Option<PersonId>,
    pub(crate) notified_how: String,
    pub(crate) held_at: Option<Moment>,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) reason: String,
    pub(crate) transcript: String,
    pub(crate) follow_ups: String,
}

const EVENT: &str = "id, kind, state, title, starts_at, ends_at, place, chair, content, host, edition, made_at, made_by, \
                     announced_at, notified_at, notified_by, notified_how, held_at, ended_at, reason, transcript, \
                     follow_ups";

pub(crate) async fn event(db: &impl ConnectionTrait, id: PressEventId) -> Result<Option<EventRow>, DbErr> {
    maybe(db, &format!("SELECT {EVENT} FROM press_event WHERE id = $1"), vec![id.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: PressEventId,
) -> Result<Option<EventRow>, DbErr> {
    let sql = format!("SELECT {EVENT} FROM press_event WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// Events still to come (`over` false), the next first; or those over, the newest first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    over: bool,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<EventRow>, DbErr> {
    let (wanted, order) = if over {
        ("state IN ('held', 'cancelled')", "starts_at DESC")
    } else {
        ("state IN ('planned', 'announced')", "starts_at")
    };
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM press_event WHERE {wanted}"), vec![]).await?;
    let sql = format!(
        "SELECT {EVENT} FROM press_event WHERE {wanted} ORDER BY {order}, id LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, vec![]).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// What the public may see of the calendar: announced ones, and those announced that were held or called off.
pub(crate) async fn public(
    db: &impl ConnectionTrait,
    since: Moment,
    most: u32,
) -> Result<Vec<EventRow>, DbErr> {
    let sql = format!(
        "SELECT {EVENT} FROM press_event WHERE announced_at IS NOT NULL AND starts_at >= $1 ORDER BY starts_at LIMIT {most}"
    );
    all(db, &sql, vec![since.into()]).await
}

/// The conference held last before a moment (PN-12).
pub(crate) async fn held_before(
    db: &impl ConnectionTrait,
    kind: &str,
    before: Moment,
    except: PressEventId,
) -> Result<Option<EventRow>, DbErr> {
    let sql = format!(
        "SELECT {EVENT} FROM press_event WHERE kind = $1 AND state = 'held' AND held_at <= $2 AND id <> $3
         ORDER BY held_at DESC LIMIT 1"
    );
    maybe(db, &sql, vec![kind.into(), before.into(), except.into()]).await
}

pub(crate) async fn held_between(db: &impl ConnectionTrait, from: Moment, to: Moment) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM press_event WHERE state = 'held' AND held_at >= $1 AND held_at < $2";
    one(db, sql, vec![from.into(), to.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &EventRow) -> Result<(), DbErr> {
    let places: Vec<String> = (1..=22).map(|n| format!("${n}")).collect();
    let sql = format!(
        "INSERT INTO press_event ({EVENT}) VALUES ({})
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, title = excluded.title,
             starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place,
             chair = excluded.chair, content = excluded.content, host = excluded.host, edition = excluded.edition,
             announced_at = excluded.announced_at, notified_at = excluded.notified_at,
             notified_by = excluded.notified_by, notified_how = excluded.notified_how, held_at = excluded.held_at,
             ended_at = excluded.ended_at, reason = excluded.reason, transcript = excluded.transcript,
             follow_ups = excluded.follow_ups",
        places.join(", ")
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.kind.as_str().into(),
        row.state.as_str().into(),
        row.title.as_str().into(),
        row.starts_at.into(),
        row.ends_at.into(),
        row.place.as_str().into(),
        row.chair.as_str().into(),
        row.content.as_str().into(),
        row.host.as_str().into(),
        row.edition.into(),
        row.made_at.into(),
        row.made_by.into(),
        row.announced_at.into(),
        row.notified_at.into(),
        row.notified_by.into(),
        row.notified_how.as_str().into(),
        row.held_at.into(),
        row.ended_at.into(),
        row.reason.as_str().into(),
        row.transcript.as_str().into(),
        row.follow_ups.as_str().into(),
    ];
    run(db, &sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ContributionRow {
    pub(crate) id: FactId,
    pub(crate) press_event: PressEventId,
    pub(crate) unit: UnitId,
    pub(crate) ask: String,
    pub(crate) due_at: Option<Moment>,
    pub(crate) asked_at: Moment,
    pub(crate) asked_by: Option<PersonId>,
    pub(crate) text: String,
    pub(crate) given_at: Option<Moment>,
    pub(crate) given_by: Option<PersonId>,
}

const CONTRIBUTION: &str = "id, press_event, unit, ask, due_at, asked_at, asked_by, text, given_at, given_by";

pub(crate) async fn contributions(
    db: &impl ConnectionTrait,
    id: PressEventId,
) -> Result<Vec<ContributionRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTRIBUTION} FROM press_event_contribution WHERE press_event = $1 ORDER BY asked_at, id"
    );
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn contribution(
    db: &impl ConnectionTrait,
    id: FactId,
) -> Result<Option<ContributionRow>, DbErr> {
    let sql = format!("SELECT {CONTRIBUTION} FROM press_event_contribution WHERE id = $1");
    maybe(db, &sql, vec![id.into()]).await
}

/// What was asked of units and not given yet.
pub(crate) async fn asked_of(db: &impl ConnectionTrait) -> Result<Vec<ContributionRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTRIBUTION} FROM press_event_contribution WHERE given_at IS NULL ORDER BY asked_at DESC LIMIT 200"
    );
    all(db, &sql, vec![]).await
}

pub(crate) async fn put_contribution(db: &impl ConnectionTrait, row: &ContributionRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO press_event_contribution ({CONTRIBUTION}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET text = excluded.text, given_at = excluded.given_at,
             given_by = excluded.given_by"
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.press_event.into(),
        row.unit.into(),
        row.ask.as_str().into(),
        row.due_at.into(),
        row.asked_at.into(),
        row.asked_by.into(),
        row.text.as_str().into(),
        row.given_at.into(),
        row.given_by.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct QuestionRow {
    pub(crate) id: Uuid,
    pub(crate) press_event: PressEventId,
    pub(crate) prepared: bool,
    pub(crate) outlet: String,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) answered_by: String,
    pub(crate) follow_up: bool,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
}

const QUESTION: &str =
    "id, press_event, prepared, outlet, question, answer, answered_by, follow_up, made_at, made_by";

pub(crate) async fn questions(
    db: &impl ConnectionTrait,
    id: PressEventId,
) -> Result<Vec<QuestionRow>, DbErr> {
    let sql =
        format!("SELECT {QUESTION} FROM press_event_question WHERE press_event = $1 ORDER BY made_at, id");
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn put_question(db: &impl ConnectionTrait, row: &QuestionRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO press_event_question ({QUESTION}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET outlet = excluded.outlet, question = excluded.question,
             answer = excluded.answer, answered_by = excluded.answered_by, follow_up = excluded.follow_up"
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.press_event.into(),
        row.prepared.into(),
        row.outlet.as_str().into(),
        row.question.as_str().into(),
        row.answer.as_str().into(),
        row.answered_by.as_str().into(),
        row.follow_up.into(),
        row.made_at.into(),
        row.made_by.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct GuestRow {
    pub(crate) id: Uuid,
    pub(crate) press_event: PressEventId,
    pub(crate) contact: Option<ContactId>,
    pub(crate) name: String,
    pub(crate) outlet: String,
    pub(crate) email: String,
    pub(crate) state: String,
    pub(crate) reason: String,
    pub(crate) made_at: Moment,
    pub(crate) decided_at: Option<Moment>,
    pub(crate) decided_by: Option<PersonId>,
}

const GUEST: &str =
    "id, press_event, contact, name, outlet, email, state, reason, made_at, decided_at, decided_by";

pub(crate) async fn guests(db: &impl ConnectionTrait, id: PressEventId) -> Result<Vec<GuestRow>, DbErr> {
    let sql =
        format!("SELECT {GUEST} FROM press_event_guest WHERE press_event = $1 ORDER BY outlet, made_at, id");
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn guest(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<GuestRow>, DbErr> {
    maybe(db, &format!("SELECT {GUEST} FROM press_event_guest WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn put_guest(db: &impl ConnectionTrait, row: &GuestRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO press_event_guest ({GUEST}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
             decided_at = excluded.decided_at, decided_by = excluded.decided_by"
    );
    let args: Vec<Value> = vec![
        row.id.into(),
        row.press_event.into(),
        row.contact.into(),
        row.name.as_str().into(),
        row.outlet.as_str().into(),
        row.email.as_str().into(),
        row.state.as_str().into(),
        row.reason.as_str().into(),
        row.made_at.into(),
        row.decided_at.into(),
        row.decided_by.into(),
    ];
    run(db, &sql, args).await.map(drop)
}

/// Forgets who came: outlets and counts stay, names and addresses go (L13).
pub(crate) async fn forget_guests(db: &impl ConnectionTrait, id: PressEventId) -> Result<u64, DbErr> {
    run(db, "UPDATE press_event_guest SET name = '', email = '' WHERE press_event = $1", vec![id.into()])
        .await
}
