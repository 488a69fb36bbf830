//! Set an event of a campaign, and move it: the lines that hang on it move with it, as they were shown (S59).

use super::campaign::campaign;
use super::display_follow::{follow, followed};
use crate::line::Content;
use crate::plan::State;
use crate::relative::placed;
use crate::store::campaigns::{self, EventRow, MoveRow};
use crate::store::lines::{self, Edit, LineRow};
use crate::store::plans;
use db::{ConnectionTrait, Cx};
use kernel::{Day, Failure, PlanId, PlanningEvent, Refusal};
use typed::{line, too_long, words};
use uuid::Uuid;

/// An event as it is to be.
#[derive(Debug, Clone, Default)]
pub struct EventWish {
    /// What: “Đại hội”.
    pub name: String,
    /// When.
    pub day: Option<Day>,
    /// Where.
    pub place: String,
}

/// Sets an event inside the campaign.
///
/// # Errors
/// Refused without a name or a day, and outside of the campaign.
pub async fn set_event(cx: &mut Cx, plan: PlanId, wish: &EventWish) -> Result<Uuid, Failure> {
    let sheet = campaign(cx, plan).await?;
    let period = sheet.row.period();
    let row = EventRow {
        id: Uuid::now_v7(),
        name: line(&wish.name),
        day: wish.day.map(|day| day.to_string()).unwrap_or_default(),
        place: line(&wish.place),
    };
    let mut against = Vec::new();
    if row.name.is_empty() {
        against.push(Refusal::field("event_name", "refused-event-name"));
    }
    too_long("event_name", &row.name, 200, &mut against);
    too_long("place", &row.place, 200, &mut against);
    match wish.day {
        Some(day) if day < period.0 || day > period.1 => {
            against.push(Refusal::field("day", "refused-line-outside"));
        }
        Some(_) => {}
        None => against.push(Refusal::field("day", "refused-day")),
    }
    Failure::unless(against)?;
    campaigns::put_event(cx.tx(), plan, &row).await?;
    cx.record(PlanningEvent::CampaignEventSet { plan });
    Ok(row.id)
}

/// The lines of an event as they are, and as they would be.
pub(crate) async fn moved(
    db: &impl ConnectionTrait,
    plan: PlanId,
    event: Uuid,
    to: Day,
) -> Result<Vec<(LineRow, Content)>, Failure> {
    let rows = lines::of_event(db, plan, event).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let next = placed(row.content(), to);
            (row, next)
        })
        .collect())
}

/// Moves it with a reason. `seen` is how many lines and displays the preview showed.
///
/// # Errors
/// Refused without a reason, or when a line would fall out of the campaign; stale when other lines hang on it by now.
pub async fn move_event(
    cx: &mut Cx,
    plan: PlanId,
    event: Uuid,
    (to, seen): (Day, usize),
    reason: &str,
) -> Result<(), Failure> {
    let sheet = campaign(cx, plan).await?;
    let mut row = campaigns::event(cx.tx(), plan, event).await?.ok_or(Failure::NotFound)?;
    let reason = words("reason", reason, 2000)?;
    let (agreed, period) = (sheet.state().is_agreed(), sheet.row.period());
    let moves = moved(cx.tx(), plan, event, to).await?;
    let shown = followed(cx.tx(), plan, event, to).await?;
    let mut against = Vec::new();
    // What was presented stays as it is until it is returned or approved.
    if matches!(sheet.state(), State::Presented | State::Appraisal) {
        against.push(Refusal::new("closed-plan-frozen"));
    }
    if reason.is_empty() {
        against.push(Refusal::field("reason", "refused-plan-reason"));
    }
    if to < period.0 || to > period.1 {
        against.push(Refusal::field("day", "refused-line-outside"));
    }
    let out = moves.iter().filter(|(_, next)| !next.reasons_against(period).is_empty()).count()
        + shown.iter().filter(|(_, next)| !next.days_against(period).is_empty()).count();
    if out > 0 {
        against.push(Refusal::field("day", "refused-move-outside").with("count", out));
    }
    Failure::unless(against)?;
    if moves.len() + shown.len() != seen {
        return Err(Failure::Stale(Refusal::new("stale-move")));
    }
    for (line, next) in &moves {
        if next.hash() == line.hash {
            continue;
        }
        let edit = Edit {
            id: line.id,
            plan,
            version: line.version + 1,
            content: next,
            period,
            at: cx.now(),
            by: cx.actor().id(),
            made_at: line.made_at,
        };
        lines::keep(cx.tx(), &edit).await?;
        cx.record(if agreed {
            PlanningEvent::ActivityMoved { activity: line.id, plan, reason: reason.clone() }
        } else {
            PlanningEvent::LineWritten { activity: line.id, plan, version: edit.version }
        });
    }
    follow(cx, plan, shown).await?;
    if let Some(me) = cx.actor().id()
        && !agreed
    {
        plans::note_writer(cx.tx(), plan, me).await?;
    }
    let told = MoveRow {
        event,
        from_day: std::mem::replace(&mut row.day, to.to_string()),
        to_day: to.to_string(),
        lines: i32::try_from(moves.len()).unwrap_or(i32::MAX),
        reason: reason.clone(),
        at: cx.now(),
        by_person: cx.actor().id(),
    };
    campaigns::put_event(cx.tx(), plan, &row).await?;
    campaigns::add_move(cx.tx(), plan, &told).await?;
    cx.record(PlanningEvent::CampaignEventMoved { plan, reason });
    Ok(())
}
