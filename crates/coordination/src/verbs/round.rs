//! Regular meetings: begun, called ahead by the machine, ended.

use super::meeting_call::{MeetingWish, call_of_round};
use crate::House;
use crate::round::{self, Rhythm};
use crate::store::rounds::RoundRow;
use crate::store::{kept, read};
use crate::watch;
use db::Cx;
use jiff::ToSpan;
use kernel::{Action, CoordinationEvent, Day, Failure, MeetingId, NewId, PersonId, Refusal, Thing, UnitId};
use std::time::Duration;
use typed::{noted, one_line, words};

/// What is said of regular meetings.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct RoundWish {
    pub unit: Option<UnitId>,
    pub title: String,
    pub chair: Option<PersonId>,
    pub rhythm: String,
    /// Of the week, Monday is 1; or of the month.
    pub day: i64,
    /// Minutes after midnight.
    pub at: Option<i64>,
    pub minutes: i64,
    pub place: String,
    pub agenda: String,
    pub others: String,
    pub units: Vec<UnitId>,
    pub people: Vec<PersonId>,
    /// From which day on; from now on without one.
    pub from: Option<Day>,
}

/// So many days ahead the machine calls.
const AHEAD: i64 = 35;
/// It begins at most so many days ago: what was held before the program knew of it.
const BACK: i64 = 400;

/// Begins a round and calls the first of it.
///
/// # Errors
/// Refused without a unit, title, chair, day and hour.
pub async fn begin_round(cx: &mut Cx, house: &House, wish: &RoundWish) -> Result<MeetingId, Failure> {
    let unit = wish.unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-meeting-unit")))?;
    cx.may(Action::KeepMeetings, Thing::Unit(unit))?;
    let today = house.app.zone.day(cx.now());
    let mut against = Vec::new();
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if title.is_empty() && against.is_empty() {
        against.push(Refusal::field("title", "refused-meeting-title"));
    }
    let colleagues = house.office.colleagues().await?;
    let chair = wish.chair.filter(|id| colleagues.iter().any(|one| one.id == *id));
    if chair.is_none() {
        against.push(Refusal::field("chair", "refused-meeting-chair"));
    }
    let rhythm = Rhythm::named(&wish.rhythm);
    let most = if rhythm == Some(Rhythm::Weekly) { 7 } else { 31 };
    if rhythm.is_none() || !(1..=most).contains(&wish.day) {
        against.push(Refusal::field("day", "refused-round-day"));
    }
    let at = wish.at.filter(|at| (0..24 * 60).contains(at));
    if at.is_none() {
        against.push(Refusal::field("at", "refused-round-at"));
    }
    if !(15..=24 * 60).contains(&wish.minutes) {
        against.push(Refusal::field("minutes", "refused-round-minutes"));
    }
    let from = wish.from.unwrap_or(today);
    let earliest = today.checked_sub(BACK.days()).unwrap_or(today);
    let latest = today.checked_add(BACK.days()).unwrap_or(today);
    if from < earliest || from > latest {
        against.push(Refusal::field("from", "refused-meeting-time"));
    }
    let place = noted(&mut against, one_line("place", &wish.place, 300))?;
    let agenda = noted(&mut against, words("agenda", &wish.agenda, 8_000))?;
    let others = noted(&mut against, words("others", &wish.others, 2_000))?;
    Failure::unless(against)?;
    let (Some(rhythm), Some(at), Some(chair)) = (rhythm, at, chair) else { return Err(Failure::NotFound) };
    let eve = from.yesterday().unwrap_or(from);
    let mut row = RoundRow {
        id: MeetingId::fresh(),
        unit,
        title,
        chair,
        rhythm: rhythm.name().to_owned(),
        day: wish.day,
        at,
        minutes: wish.minutes,
        place,
        agenda,
        others,
        units: kept(&wish.units),
        people: kept(&wish.people),
        from_day: from.to_string(),
        made_to: eve.to_string(),
        made_at: cx.now(),
        made_by: cx.actor().id(),
        ended_at: None,
        reason: String::new(),
    };
    cx.record(CoordinationEvent::RoundBegun { round: row.id, unit });
    ahead(cx, house, &mut row).await?;
    watch::again(cx, row.id).await?;
    Ok(row.id)
}

/// Calls the meetings of a round that come near; answers whether it goes on. The machine does this once a week.
///
/// # Errors
/// When the database does not answer.
pub async fn call_ahead(cx: &mut Cx, house: &House, id: MeetingId) -> Result<bool, Failure> {
    let Some(mut row) = RoundRow::lock(cx.tx(), cx.engine(), id).await? else { return Ok(false) };
    if row.ended_at.is_some() {
        return Ok(false);
    }
    ahead(cx, house, &mut row).await?;
    Ok(true)
}

async fn ahead(cx: &mut Cx, house: &House, row: &mut RoundRow) -> Result<(), Failure> {
    let today = house.app.zone.day(cx.now());
    let until = today.checked_add(AHEAD.days()).unwrap_or(today);
    let after: Day = row.made_to.parse().unwrap_or(today);
    let rhythm = Rhythm::named(&row.rhythm).unwrap_or(Rhythm::Weekly);
    for day in rhythm.days(row.day, after, until) {
        let Some(starts_at) = round::at(day, row.at, &house.app.zone) else { continue };
        let minutes = u64::try_from(row.minutes).unwrap_or(60);
        let wish = MeetingWish {
            unit: Some(row.unit),
            title: row.title.clone(),
            chair: Some(row.chair),
            starts_at: Some(starts_at),
            ends_at: Some(starts_at.plus(Duration::from_secs(minutes * 60))),
            place: row.place.clone(),
            agenda: row.agenda.clone(),
            others: row.others.clone(),
            units: read(&row.units),
            people: read(&row.people),
            room: None,
            from: None,
        };
        match call_of_round(cx, house, &wish, row.unit, Some((row.id, row.made_by))).await {
            // The chair left, or the round no longer fits: the list of rounds shows that none comes.
            Err(Failure::Refused(reasons)) => {
                tracing::warn!(round = %row.id, ?reasons, "a regular meeting could not be called");
                break;
            }
            other => other?,
        };
        row.made_to = day.to_string();
    }
    Ok(row.put(cx.tx()).await?)
}

/// Ends a round; what was called ahead is put off for good by people, not by the machine.
///
/// # Errors
/// Refused without a reason.
pub async fn end_round(cx: &mut Cx, id: MeetingId, reason: &str) -> Result<(), Failure> {
    let mut row = RoundRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if cx.may(Action::ReadWork, Thing::Unit(row.unit)).is_err() {
        return Err(Failure::NotFound);
    }
    cx.may(Action::KeepMeetings, Thing::Unit(row.unit))?;
    let reason = words("reason", reason, 1_000)?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    if row.ended_at.is_none() {
        row.ended_at = Some(cx.now());
        row.reason.clone_from(&reason);
        cx.record(CoordinationEvent::RoundEnded { round: id, reason });
        row.put(cx.tx()).await?;
    }
    Ok(())
}
