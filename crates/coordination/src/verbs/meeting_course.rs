//! What becomes of a meeting: held, put off, missed; who came; and what the machine does when nobody says.

use super::booking::give_up_for;
use super::is_near;
use super::meeting_call::{people_of, room_of, seat, tell};
use super::meeting_sheet::MeetingSheet;
use crate::House;
use crate::meeting::{Facts, State, Step};
use crate::watch;
use db::Cx;
use kernel::{CoordinationEvent, Failure, MeetingId, Moment, Refusal};
use typed::{one_line, words};
use uuid::Uuid;
use web::{Lang, lookup};

/// Who came of those invited.
#[derive(Debug, Clone, Default)]
pub struct Presence {
    /// The line of the list.
    pub invited: Uuid,
    /// `present`, `excused`, `absent`, or nothing.
    pub presence: String,
    /// Who came for a unit.
    pub stood_in: String,
}

/// It took place.
///
/// # Errors
/// Refused before its beginning, or when it was put off.
pub async fn hold_meeting(cx: &mut Cx, id: MeetingId) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Hold, cx, Facts::default())?;
    sheet.row.held_at = Some(sheet.row.starts_at);
    sheet.row.reason.clear();
    cx.record(CoordinationEvent::MeetingHeld { meeting: id });
    sheet.save(cx).await
}

/// It did not take place, and why (S154).
///
/// # Errors
/// Refused without a reason, and before its beginning.
pub async fn miss_meeting(cx: &mut Cx, id: MeetingId, reason: &str) -> Result<(), Failure> {
    let reason = words("reason", reason, 1_000)?;
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Miss, cx, Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    sheet.row.reason.clone_from(&reason);
    give_up_for(cx, id).await?;
    cx.record(CoordinationEvent::MeetingMissed { meeting: id, reason });
    sheet.save(cx).await
}

/// Puts it off: to another time, or until somebody says one. Who is invited by name is told.
///
/// # Errors
/// Refused without a reason, and when it is over.
pub async fn put_off_meeting(
    cx: &mut Cx,
    house: &House,
    id: MeetingId,
    reason: &str,
    to: Option<Moment>,
) -> Result<(), Failure> {
    let reason = words("reason", reason, 1_000)?;
    let mut sheet = MeetingSheet::open(cx, id).await?;
    if to.is_some_and(|at| at <= cx.now() || !is_near(at, cx.now())) {
        return Err(Failure::refused(Refusal::field("to", "refused-meeting-to")));
    }
    let facts = Facts { reason_given: !reason.is_empty(), another_time: to.is_some(), ..Facts::default() };
    sheet.take(Step::PutOff, cx, facts)?;
    sheet.row.reason.clone_from(&reason);
    sheet.row.moves += 1;
    sheet.row.edition += 1;
    if let Some(at) = to {
        let lasts = sheet.row.ends_at.map(|end| end.since(sheet.row.starts_at));
        sheet.row.ends_at = lasts.map(|lasts| at.plus(lasts));
        sheet.row.starts_at = at;
        sheet.row.alarmed_at = None;
        watch::set(cx, id, at).await?;
        let room = room_of(cx, &sheet.row).await?;
        seat(cx, house, &mut sheet.row, room).await?;
    } else {
        give_up_for(cx, id).await?;
    }
    let everyone = people_of(&sheet.invited, sheet.row.chair);
    let key = if to.is_some() { "meeting-letter-moved" } else { "meeting-letter-put-off" };
    tell(cx, house, &sheet.row, &everyone, key).await?;
    cx.record(CoordinationEvent::MeetingPutOff { meeting: id, reason, again: to.is_some() });
    sheet.save(cx).await
}

/// Notes who came.
///
/// # Errors
/// Refused before it was held, and when the record is with the chair or approved.
pub async fn keep_attendance(cx: &mut Cx, id: MeetingId, list: &[Presence]) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Attend, cx, Facts::default())?;
    let mut present = 0;
    for mut row in std::mem::take(&mut sheet.invited) {
        if let Some(said) = list.iter().find(|said| said.invited == row.id) {
            let known = ["present", "excused", "absent"].into_iter().find(|one| *one == said.presence);
            row.presence = known.unwrap_or_default().to_owned();
            row.stood_in = one_line("stood_in", &said.stood_in, 200)?;
            row.put(cx.tx()).await?;
        }
        present += i64::from(row.presence == "present");
    }
    cx.record(CoordinationEvent::AttendanceKept { meeting: id, present });
    sheet.save(cx).await
}

/// Looks whether anybody said what became of a meeting whose time is over: a day later its keeper and its chair are told, a
/// week later it counts as missed (S154). Who knows better can still say that it was held.
///
/// # Errors
/// When the database does not answer.
pub async fn watch_meeting(cx: &mut Cx, house: &House, id: MeetingId) -> Result<(), Failure> {
    let mut sheet = match MeetingSheet::lock(cx, id).await {
        Err(Failure::NotFound) => return Ok(()),
        other => other?,
    };
    let open = State::named(&sheet.row.state) == State::Called;
    let over = cx.now().since(sheet.row.starts_at);
    if !open || over < watch::ALARM {
        return Ok(());
    }
    if over >= watch::GIVEN_UP {
        let reason = lookup(Lang::Vi, "meeting-missed-unsaid", &[]);
        sheet.take(Step::Miss, cx, Facts { reason_given: true, ..Facts::default() })?;
        sheet.row.reason.clone_from(&reason);
        cx.record(CoordinationEvent::MeetingMissed { meeting: id, reason });
    } else if sheet.row.alarmed_at.is_none() {
        sheet.row.alarmed_at = Some(cx.now());
        let mut people = vec![sheet.row.chair];
        people.extend(sheet.row.made_by.filter(|keeper| *keeper != sheet.row.chair));
        tell(cx, house, &sheet.row, &people, "meeting-letter-unsaid").await?;
        cx.record(CoordinationEvent::MeetingUnsaid { meeting: id });
    }
    sheet.save(cx).await
}
