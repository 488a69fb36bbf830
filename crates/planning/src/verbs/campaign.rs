//! Keep a campaign: its bodies and who sits in them, which body does which line, what is to be made ready.

use super::sheet::Sheet;
use crate::plan::{Kind, State};
use crate::sight::Sight;
use crate::store::campaigns::{self, BodyRow, CheckRow, SeatRow};
use crate::store::{lines, plans};
use db::Cx;
use kernel::{Action, ActivityId, Day, Failure, PersonId, PlanId, PlanningEvent, Refusal, Thing};
use typed::{line, too_long};
use uuid::Uuid;

/// Kinds of points to be made ready (S16, S61). Locale keys `plan-check-…`.
pub const CHECKS: [&str; 4] = ["logistics", "infrastructure", "security", "other"];
/// More than any campaign has.
const MOST: i64 = 2000;

/// A campaign that goes on, under its lock, for who keeps it.
pub(super) async fn campaign(cx: &Cx, plan: PlanId) -> Result<Sheet, Failure> {
    let sheet = Sheet::open_for(cx, plan, Action::KeepPlans).await?;
    goes_on(&sheet)?;
    if campaigns::many(cx.tx(), plan).await? >= MOST {
        return Err(Failure::refused(Refusal::new("refused-campaign-many")));
    }
    Ok(sheet)
}

pub(super) fn goes_on(sheet: &Sheet) -> Result<(), Failure> {
    if sheet.row.kind() != Kind::Campaign {
        return Err(Failure::NotFound);
    }
    if sheet.state() == State::Closed {
        return Err(Failure::refused(Refusal::new("closed-plan-over")));
    }
    Ok(())
}

/// Makes a body, such as “Tiểu ban Tuyên truyền”.
///
/// # Errors
/// Refused without a name.
pub async fn add_body(cx: &mut Cx, plan: PlanId, name: &str, task: &str) -> Result<Uuid, Failure> {
    campaign(cx, plan).await?;
    let row = BodyRow { id: Uuid::now_v7(), name: line(name), task: line(task) };
    let mut against = Vec::new();
    if row.name.is_empty() {
        against.push(Refusal::field("body_name", "refused-body-name"));
    }
    too_long("body_name", &row.name, 200, &mut against);
    too_long("body_task", &row.task, 500, &mut against);
    Failure::unless(against)?;
    campaigns::put_body(cx.tx(), plan, &row).await?;
    cx.record(PlanningEvent::CampaignBodySet { plan });
    Ok(row.id)
}

/// Who is to sit in a body.
#[derive(Debug, Clone, Default)]
pub struct SeatWish {
    /// With a log-in: they see this campaign and, for it, nothing beside it (S94).
    pub person: Option<PersonId>,
    /// By name, without a log-in.
    pub name: String,
    /// Whose.
    pub organisation: String,
    /// What for.
    pub task: String,
}

/// Gives somebody a seat in a body.
///
/// # Errors
/// Refused without a person or a name; a body of another campaign is not there.
pub async fn seat(cx: &mut Cx, plan: PlanId, body: Uuid, wish: &SeatWish) -> Result<(), Failure> {
    campaign(cx, plan).await?;
    if !campaigns::bodies(cx.tx(), plan).await?.iter().any(|row| row.id == body) {
        return Err(Failure::NotFound);
    }
    let row = SeatRow {
        id: Uuid::now_v7(),
        body,
        person: wish.person,
        name: if wish.person.is_some() { String::new() } else { line(&wish.name) },
        organisation: line(&wish.organisation),
        task: line(&wish.task),
    };
    let mut against = Vec::new();
    if row.person.is_none() && row.name.is_empty() {
        against.push(Refusal::field("seat_name", "refused-seat-name"));
    }
    for (field, text) in [("seat_name", &row.name), ("organisation", &row.organisation), ("task", &row.task)]
    {
        too_long(field, text, 200, &mut against);
    }
    let taken = campaigns::seats(cx.tx(), plan).await?;
    if row.person.is_some() && taken.iter().any(|one| one.body == body && one.person == row.person) {
        against.push(Refusal::field("person", "refused-seat-twice"));
    }
    Failure::unless(against)?;
    campaigns::add_seat(cx.tx(), plan, &row).await?;
    cx.record(match row.person {
        Some(person) => PlanningEvent::CampaignMemberInvited { plan, person },
        None => PlanningEvent::CampaignBodySet { plan },
    });
    Ok(())
}

/// Takes a seat away.
///
/// # Errors
/// Not found when it is not of this campaign.
pub async fn unseat(cx: &mut Cx, plan: PlanId, id: Uuid) -> Result<(), Failure> {
    campaign(cx, plan).await?;
    let row = campaigns::leave_seat(cx.tx(), plan, id).await?.ok_or(Failure::NotFound)?;
    cx.record(match row.person {
        Some(person) => PlanningEvent::CampaignMemberLeft { plan, person },
        None => PlanningEvent::CampaignBodySet { plan },
    });
    Ok(())
}

/// Says which bodies do a line (S53).
///
/// # Errors
/// Not found when the line or a body is of another plan.
pub async fn give_part(
    cx: &mut Cx,
    plan: PlanId,
    activity: ActivityId,
    bodies: &[Uuid],
) -> Result<(), Failure> {
    campaign(cx, plan).await?;
    let known = campaigns::bodies(cx.tx(), plan).await?;
    let row =
        lines::line(cx.tx(), activity).await?.filter(|row| row.plan == plan).ok_or(Failure::NotFound)?;
    if bodies.iter().any(|body| !known.iter().any(|row| row.id == *body)) {
        return Err(Failure::NotFound);
    }
    let mut bodies = bodies.to_vec();
    bodies.sort();
    bodies.dedup();
    campaigns::set_parts(cx.tx(), plan, row.id, &bodies).await?;
    cx.record(PlanningEvent::CampaignBodySet { plan });
    Ok(())
}

/// A point to be made ready.
#[derive(Debug, Clone, Default)]
pub struct CheckWish {
    /// Of [`CHECKS`].
    pub kind: String,
    /// What.
    pub what: String,
    /// Who sees to it.
    pub who: String,
    /// By when.
    pub due: Option<Day>,
}

/// Adds a point to the checklist.
///
/// # Errors
/// Refused without words.
pub async fn add_check(cx: &mut Cx, plan: PlanId, wish: &CheckWish) -> Result<Uuid, Failure> {
    campaign(cx, plan).await?;
    let kind = CHECKS.into_iter().find(|kind| *kind == wish.kind).unwrap_or("other");
    let row = CheckRow {
        id: Uuid::now_v7(),
        kind: kind.to_owned(),
        what: line(&wish.what),
        who: line(&wish.who),
        due_day: wish.due.map(|day| day.to_string()).unwrap_or_default(),
        done_at: None,
        done_by: None,
    };
    let mut against = Vec::new();
    if row.what.is_empty() {
        against.push(Refusal::field("what", "refused-check-what"));
    }
    too_long("what", &row.what, 300, &mut against);
    too_long("who", &row.who, 200, &mut against);
    Failure::unless(against)?;
    campaigns::put_check(cx.tx(), plan, &row).await?;
    cx.record(PlanningEvent::CampaignCheckSet { plan });
    Ok(row.id)
}

/// Says that a point is done, or is not. Who keeps the campaign may, and who was invited into it.
///
/// # Errors
/// Forbidden for those who only lead a line of it.
pub async fn tick(cx: &mut Cx, plan: PlanId, id: Uuid, done: bool) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, plan).await?;
    goes_on(&sheet)?;
    let keeps = cx.may(Action::KeepPlans, Thing::Unit(sheet.row.unit));
    let me = Sight::of(cx.actor()).me;
    let invited = plans::members(cx.tx(), plan).await?;
    if !me.is_some_and(|me| invited.contains(&me)) {
        keeps?;
    }
    let rows = campaigns::checks(cx.tx(), plan).await?;
    let mut row = rows.into_iter().find(|row| row.id == id).ok_or(Failure::NotFound)?;
    (row.done_at, row.done_by) = if done { (Some(cx.now()), me) } else { (None, None) };
    campaigns::put_check(cx.tx(), plan, &row).await?;
    cx.record(PlanningEvent::CampaignCheckSet { plan });
    Ok(())
}
