//! Press events are planned, changed, announced, notified (BC-10), held, or called off.

use super::event_guest::tell_guests;
use super::event_sheet::EventSheet;
use crate::House;
use crate::event::{Kind, State, Step};
use crate::event_ics::Method;
use crate::release_due::{FORGET_TOPIC, Forget};
use crate::store::events::{self, EventRow};
use db::Cx;
use jobs::JobWish;
use kernel::{Action, Failure, Moment, NewId, PressEventId, Refusal, ReleaseEvent, Thing};
use std::time::Duration;
use typed::{one_line, words};

/// So long after it the names of guests are forgotten (L13).
const GUESTS_KEPT: Duration = Duration::from_secs(90 * 86_400);

/// What is said of an event.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct EventWish {
    pub kind: String,
    pub title: String,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub place: String,
    pub chair: String,
    pub content: String,
    /// Whose event it is; empty for ours.
    pub host: String,
}

/// Plans one.
///
/// # Errors
/// Refused without a kind, a title and a time to come.
pub async fn plan_event(cx: &mut Cx, wish: &EventWish) -> Result<PressEventId, Failure> {
    cx.may(Action::WriteReleases, Thing::House)?;
    let mut row = EventRow {
        id: PressEventId::fresh(),
        kind: String::new(),
        state: State::Planned.name().to_owned(),
        title: String::new(),
        starts_at: cx.now(),
        ends_at: None,
        place: String::new(),
        chair: String::new(),
        content: String::new(),
        host: String::new(),
        edition: 0,
        made_at: cx.now(),
        made_by: cx.actor().id(),
        announced_at: None,
        notified_at: None,
        notified_by: None,
        notified_how: String::new(),
        held_at: None,
        ended_at: None,
        reason: String::new(),
        transcript: String::new(),
        follow_ups: String::new(),
    };
    fill(cx, &mut row, wish)?;
    events::put(cx.tx(), &row).await?;
    let (id, kind, starts_at) = (row.id, row.kind, row.starts_at);
    cx.record(ReleaseEvent::Planned { press_event: id, kind, starts_at });
    Ok(id)
}

fn fill(cx: &Cx, row: &mut EventRow, wish: &EventWish) -> Result<(), Failure> {
    let mut against = Vec::new();
    let kind = Kind::named(&wish.kind);
    if kind.is_none() {
        against.push(Refusal::field("kind", "refused-pevent-kind"));
    }
    let title = one_line("title", &wish.title, 300)?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-pevent-title"));
    }
    if wish.starts_at.is_none_or(|at| at <= cx.now()) {
        against.push(Refusal::field("starts_at", "refused-pevent-time"));
    }
    if wish.ends_at.is_some() && wish.ends_at <= wish.starts_at {
        against.push(Refusal::field("ends_at", "refused-pevent-end"));
    }
    Failure::unless(against)?;
    kind.map(Kind::name).unwrap_or_default().clone_into(&mut row.kind);
    row.title = title;
    row.starts_at = wish.starts_at.unwrap_or(row.starts_at);
    row.ends_at = wish.ends_at;
    row.place = one_line("place", &wish.place, 300)?;
    row.chair = one_line("chair", &wish.chair, 300)?;
    row.content = words("content", &wish.content, 4_000)?;
    row.host = one_line("host", &wish.host, 300)?;
    row.edition += 1;
    Ok(())
}

/// Changes it. Who was invited gets the change when it is announced.
///
/// # Errors
/// As [`plan_event`]; refused when it was held or called off; stale when somebody else was faster.
pub async fn change_event(
    cx: &mut Cx,
    house: &House,
    id: PressEventId,
    edition: i64,
    wish: &EventWish,
) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Change, cx.now(), false)?;
    if sheet.row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-pevent")));
    }
    let (kind, before) = (sheet.row.kind.clone(), sheet.row.starts_at);
    // What is due depends on the kind: another kind is another event.
    fill(cx, &mut sheet.row, &EventWish { kind, ..wish.clone() })?;
    if sheet.state() == State::Announced {
        tell_guests(cx, house, &sheet.row, Method::Request, "change").await?;
    }
    let (kind, starts_at) = (sheet.row.kind.clone(), sheet.row.starts_at);
    cx.record(ReleaseEvent::Changed { press_event: id, kind, starts_at, moved: before != starts_at });
    sheet.save(cx).await
}

/// Announces it in the press room.
///
/// # Errors
/// Refused unless place, chair and content are said and its time is to come.
pub async fn announce_event(cx: &mut Cx, id: PressEventId) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Announce, cx.now(), false)?;
    sheet.row.announced_at = Some(cx.now());
    cx.record(ReleaseEvent::Announced { press_event: id });
    sheet.save(cx).await
}

/// Records that the body that manages the press was notified in writing, and how (BC-10). The moment is now: it cannot be set
/// back.
///
/// # Errors
/// Refused twice, and without the number of the paper.
pub async fn note_notice(cx: &mut Cx, id: PressEventId, how: &str) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Notify, cx.now(), false)?;
    let how = one_line("how", how, 300)?;
    if how.is_empty() {
        return Err(Failure::refused(Refusal::field("how", "refused-pevent-how")));
    }
    sheet.row.notified_at = Some(cx.now());
    sheet.row.notified_by = cx.actor().id();
    sheet.row.notified_how = how;
    cx.record(ReleaseEvent::Notified { press_event: id, at: cx.now() });
    sheet.save(cx).await
}

/// It took place, from its beginning on.
///
/// # Errors
/// Refused before its beginning.
pub async fn hold_event(cx: &mut Cx, id: PressEventId) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Hold, cx.now(), false)?;
    let held_at = sheet.row.starts_at;
    sheet.row.held_at = Some(held_at);
    end(cx, &mut sheet).await?;
    let kind = sheet.row.kind.clone();
    cx.record(ReleaseEvent::Held { press_event: id, kind, held_at });
    sheet.save(cx).await
}

/// It will not take place. Who was invited or admitted is told.
///
/// # Errors
/// Refused without a reason.
pub async fn call_off_event(
    cx: &mut Cx,
    house: &House,
    id: PressEventId,
    reason: &str,
) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    let reason = words("reason", reason, 1_000)?;
    let announced = sheet.state() == State::Announced;
    sheet.take(Step::CallOff, cx.now(), !reason.is_empty())?;
    sheet.row.reason.clone_from(&reason);
    sheet.row.edition += 1;
    if announced {
        tell_guests(cx, house, &sheet.row, Method::Cancel, "cancel").await?;
    }
    end(cx, &mut sheet).await?;
    cx.record(ReleaseEvent::Cancelled { press_event: id, reason });
    sheet.save(cx).await
}

async fn end(cx: &Cx, sheet: &mut EventSheet) -> Result<(), Failure> {
    sheet.row.ended_at = Some(cx.now());
    let payload = Forget { event: Some(sheet.row.id) };
    let lane = sheet.row.id.to_string();
    let run_at = cx.now().plus(GUESTS_KEPT);
    jobs::enqueue(cx.tx(), JobWish { topic: FORGET_TOPIC, lane: &lane, payload, run_at }).await.map(drop)
}
