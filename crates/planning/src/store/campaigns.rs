//! What a campaign has beside its lines: events, bodies with their seats, points to be made ready.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{ActivityId, Moment, PersonId, PlanId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EventRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) day: String,
    pub(crate) place: String,
}

pub(crate) async fn events(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<EventRow>, DbErr> {
    let sql = "SELECT id, name, day, place FROM campaign_event WHERE plan = $1 ORDER BY day, id";
    all(db, sql, vec![plan.into()]).await
}

pub(crate) async fn event(
    db: &impl ConnectionTrait,
    plan: PlanId,
    id: Uuid,
) -> Result<Option<EventRow>, DbErr> {
    let sql = "SELECT id, name, day, place FROM campaign_event WHERE plan = $1 AND id = $2";
    maybe(db, sql, vec![plan.into(), id.into()]).await
}

pub(crate) async fn put_event(db: &impl ConnectionTrait, plan: PlanId, row: &EventRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO campaign_event (id, plan, name, day, place) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, day = excluded.day, place = excluded.place";
    let (name, day, place) = (row.name.as_str().into(), row.day.as_str().into(), row.place.as_str().into());
    run(db, sql, vec![row.id.into(), plan.into(), name, day, place]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MoveRow {
    pub(crate) event: Uuid,
    pub(crate) from_day: String,
    pub(crate) to_day: String,
    pub(crate) lines: i32,
    pub(crate) reason: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

pub(crate) async fn moves(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<MoveRow>, DbErr> {
    let sql =
        "SELECT event, from_day, to_day, lines, reason, at, by_person FROM campaign_move WHERE plan = $1
               ORDER BY id DESC LIMIT 50";
    all(db, sql, vec![plan.into()]).await
}

pub(crate) async fn add_move(db: &impl ConnectionTrait, plan: PlanId, row: &MoveRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO campaign_move (id, plan, event, from_day, to_day, lines, reason, at, by_person)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let args = vec![
        Uuid::now_v7().into(),
        plan.into(),
        row.event.into(),
        row.from_day.as_str().into(),
        row.to_day.as_str().into(),
        row.lines.into(),
        row.reason.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct BodyRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) task: String,
}

pub(crate) async fn bodies(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<BodyRow>, DbErr> {
    all(db, "SELECT id, name, task FROM campaign_body WHERE plan = $1 ORDER BY id", vec![plan.into()]).await
}

pub(crate) async fn put_body(db: &impl ConnectionTrait, plan: PlanId, row: &BodyRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO campaign_body (id, plan, name, task) VALUES ($1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, task = excluded.task";
    let (name, task) = (row.name.as_str().into(), row.task.as_str().into());
    run(db, sql, vec![row.id.into(), plan.into(), name, task]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SeatRow {
    pub(crate) id: Uuid,
    pub(crate) body: Uuid,
    pub(crate) person: Option<PersonId>,
    pub(crate) name: String,
    pub(crate) organisation: String,
    pub(crate) task: String,
}

pub(crate) async fn seats(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<SeatRow>, DbErr> {
    let sql =
        "SELECT id, body, person, name, organisation, task FROM campaign_seat WHERE plan = $1 ORDER BY id";
    all(db, sql, vec![plan.into()]).await
}

/// Gives somebody a seat; who has a log-in sees the campaign from now on.
pub(crate) async fn add_seat(db: &impl ConnectionTrait, plan: PlanId, row: &SeatRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO campaign_seat (id, plan, body, person, name, organisation, task)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let args = vec![
        row.id.into(),
        plan.into(),
        row.body.into(),
        row.person.into(),
        row.name.as_str().into(),
        row.organisation.as_str().into(),
        row.task.as_str().into(),
    ];
    run(db, sql, args).await?;
    if let Some(person) = row.person {
        let sql =
            "INSERT INTO plan_member (plan, person) VALUES ($1, $2) ON CONFLICT (plan, person) DO NOTHING";
        run(db, sql, vec![plan.into(), person.into()]).await?;
    }
    Ok(())
}

/// Takes a seat away; who has no other one sees the campaign no longer. Answers who left.
pub(crate) async fn leave_seat(
    db: &impl ConnectionTrait,
    plan: PlanId,
    id: Uuid,
) -> Result<Option<SeatRow>, DbErr> {
    let Some(row) = seats(db, plan).await?.into_iter().find(|row| row.id == id) else { return Ok(None) };
    run(db, "DELETE FROM campaign_seat WHERE id = $1", vec![id.into()]).await?;
    if let Some(person) = row.person {
        let sql = "DELETE FROM plan_member WHERE plan = $1 AND person = $2 AND NOT EXISTS
                   (SELECT 1 FROM campaign_seat s WHERE s.plan = $1 AND s.person = $2)";
        run(db, sql, vec![plan.into(), person.into()]).await?;
    }
    Ok(Some(row))
}

#[derive(Debug, Clone, Copy, FromQueryResult)]
pub(crate) struct PartRow {
    pub(crate) activity: ActivityId,
    pub(crate) body: Uuid,
}

/// Which body does which line.
pub(crate) async fn parts(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<PartRow>, DbErr> {
    all(db, "SELECT activity, body FROM activity_body WHERE plan = $1", vec![plan.into()]).await
}

/// Says which bodies do a line.
pub(crate) async fn set_parts(
    db: &impl ConnectionTrait,
    plan: PlanId,
    activity: ActivityId,
    bodies: &[Uuid],
) -> Result<(), DbErr> {
    run(db, "DELETE FROM activity_body WHERE activity = $1", vec![activity.into()]).await?;
    for body in bodies {
        let sql = "INSERT INTO activity_body (activity, plan, body) VALUES ($1, $2, $3)";
        run(db, sql, vec![activity.into(), plan.into(), (*body).into()]).await?;
    }
    Ok(())
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct CheckRow {
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) due_day: String,
    pub(crate) done_at: Option<Moment>,
    pub(crate) done_by: Option<PersonId>,
}

pub(crate) async fn checks(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<CheckRow>, DbErr> {
    let sql = "SELECT id, kind, what, who, due_day, done_at, done_by FROM campaign_check WHERE plan = $1
               ORDER BY kind, due_day, id LIMIT 500";
    all(db, sql, vec![plan.into()]).await
}

pub(crate) async fn put_check(db: &impl ConnectionTrait, plan: PlanId, row: &CheckRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO campaign_check (id, plan, kind, what, who, due_day, done_at, done_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT (id) DO UPDATE SET done_at = excluded.done_at, done_by = excluded.done_by";
    let args = vec![
        row.id.into(),
        plan.into(),
        row.kind.as_str().into(),
        row.what.as_str().into(),
        row.who.as_str().into(),
        row.due_day.as_str().into(),
        row.done_at.into(),
        row.done_by.into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// How many of its things a campaign has, so that nobody fills it without end.
pub(crate) async fn many(db: &impl ConnectionTrait, plan: PlanId) -> Result<i64, DbErr> {
    let sql = "SELECT (SELECT COUNT(*) FROM campaign_event WHERE plan = $1)
               + (SELECT COUNT(*) FROM campaign_seat WHERE plan = $1)
               + (SELECT COUNT(*) FROM campaign_check WHERE plan = $1)
               + (SELECT COUNT(*) FROM campaign_body WHERE plan = $1)";
    one(db, sql, vec![plan.into()]).await
}
