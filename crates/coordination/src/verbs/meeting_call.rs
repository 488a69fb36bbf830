//! A meeting is called, and its particulars change.

use super::booking::{BookingWish, book_for, give_up_for};
use super::is_near;
use super::meeting_sheet::MeetingSheet;
use crate::House;
use crate::booking::Priority;
use crate::meeting::{Facts, Record, State, Step};
use crate::store::bookings::{BookingRow, FacilityRow};
use crate::store::meetings::{self, InvitedRow, MeetingRow};
use crate::watch;
use db::Cx;
use kernel::{
    Action, BookingId, CoordinationEvent, FacilityId, Failure, MeetingId, Moment, NewId, PersonId, Refusal,
    Thing, ThingRef, UnitId,
};
use std::time::Duration;
use typed::{noted, one_line, words};
use uuid::Uuid;
use web::{Format, Lang, lookup};

/// What is said of a meeting.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct MeetingWish {
    /// Which unit calls it.
    pub unit: Option<UnitId>,
    pub title: String,
    pub chair: Option<PersonId>,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub place: String,
    pub agenda: String,
    /// Who comes from outside, as words.
    pub others: String,
    pub units: Vec<UnitId>,
    pub people: Vec<PersonId>,
    /// The room that is booked for it, if one of the house's own.
    pub room: Option<FacilityId>,
    /// The thing it is called for.
    pub from: Option<ThingRef>,
}

/// So many units and people at most are invited to one meeting.
const MOST_INVITED: usize = 300;
/// A room is booked so long for a meeting that says no end.
const USUAL: Duration = Duration::from_secs(5_400);
/// A meeting lasts three days at most.
const LONGEST: Duration = Duration::from_secs(3 * 86_400);

/// Calls one.
///
/// # Errors
/// Refused without a unit the asker keeps meetings for, a title, a chair, and a time that is near.
pub async fn call_meeting(cx: &mut Cx, house: &House, wish: &MeetingWish) -> Result<MeetingId, Failure> {
    let unit = wish.unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-meeting-unit")))?;
    cx.may(Action::KeepMeetings, Thing::Unit(unit))?;
    call_of_round(cx, house, wish, unit, None).await
}

/// The same for a round, in whose name the machine calls.
pub(crate) async fn call_of_round(
    cx: &mut Cx,
    house: &House,
    wish: &MeetingWish,
    unit: UnitId,
    round: Option<(MeetingId, Option<PersonId>)>,
) -> Result<MeetingId, Failure> {
    let mut row = MeetingRow {
        id: MeetingId::fresh(),
        round: round.map(|(id, _)| id),
        unit,
        title: String::new(),
        chair: PersonId(Uuid::nil()),
        starts_at: cx.now(),
        ends_at: None,
        place: String::new(),
        booking: None,
        agenda: String::new(),
        others: String::new(),
        state: State::Called.name().to_owned(),
        reason: String::new(),
        moves: 0,
        edition: 0,
        made_at: cx.now(),
        made_by: cx.actor().id().or(round.and_then(|(_, keeper)| keeper)),
        held_at: None,
        alarmed_at: None,
        record: String::new(),
        record_state: Record::None.name().to_owned(),
        writers: "[]".to_owned(),
        submitted_at: None,
        submitted_by: None,
        approved_at: None,
        approved_by: None,
        hash: String::new(),
    };
    fill(cx, house, &mut row, wish).await?;
    seat(cx, house, &mut row, wish.room).await?;
    row.put(cx.tx()).await?;
    let told = invite(cx, house, row.id, wish, &[]).await?;
    watch::set(cx, row.id, row.starts_at).await?;
    if round.is_none() {
        tell(cx, house, &row, &told, "meeting-letter-called").await?;
    }
    cx.record(CoordinationEvent::MeetingCalled { meeting: row.id, unit, from: wish.from });
    Ok(row.id)
}

/// Changes it.
///
/// # Errors
/// As [`call_meeting`]; refused when it is over; stale when somebody else was faster.
pub async fn change_meeting(
    cx: &mut Cx,
    house: &House,
    id: MeetingId,
    edition: i64,
    wish: &MeetingWish,
) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Change, cx, Facts::default())?;
    if sheet.row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-meeting")));
    }
    let before = sheet.row.starts_at;
    let (ended, had) = (sheet.row.ends_at, room_of(cx, &sheet.row).await?);
    fill(cx, house, &mut sheet.row, wish).await?;
    if had != wish.room || before != sheet.row.starts_at || ended != sheet.row.ends_at {
        seat(cx, house, &mut sheet.row, wish.room).await?;
    }
    let fresh = invite(cx, house, id, wish, &sheet.invited).await?;
    if before == sheet.row.starts_at {
        tell(cx, house, &sheet.row, &fresh, "meeting-letter-called").await?;
    } else {
        watch::set(cx, id, sheet.row.starts_at).await?;
        let everyone: Vec<PersonId> = people_of(&meetings::invited(cx.tx(), id).await?, sheet.row.chair);
        tell(cx, house, &sheet.row, &everyone, "meeting-letter-moved").await?;
    }
    cx.record(CoordinationEvent::MeetingChanged { meeting: id });
    sheet.save(cx).await
}

async fn fill(cx: &Cx, house: &House, row: &mut MeetingRow, wish: &MeetingWish) -> Result<(), Failure> {
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
    if wish.starts_at.is_none_or(|at| !is_near(at, cx.now())) {
        against.push(Refusal::field("starts_at", "refused-meeting-time"));
    }
    if let (Some(start), Some(end)) = (wish.starts_at, wish.ends_at)
        && (end <= start || end.since(start) > LONGEST)
    {
        against.push(Refusal::field("ends_at", "refused-meeting-end"));
    }
    if wish.units.len() + wish.people.len() > MOST_INVITED {
        against.push(Refusal::new("refused-meeting-many").with("most", MOST_INVITED));
    }
    row.place = noted(&mut against, one_line("place", &wish.place, 300))?;
    row.agenda = noted(&mut against, words("agenda", &wish.agenda, 8_000))?;
    row.others = noted(&mut against, words("others", &wish.others, 2_000))?;
    Failure::unless(against)?;
    row.title = title;
    row.chair = chair.unwrap_or(row.chair);
    row.starts_at = wish.starts_at.unwrap_or(row.starts_at);
    row.ends_at = wish.ends_at;
    row.edition += 1;
    Ok(())
}

/// The room that is booked for a meeting.
pub(crate) async fn room_of(cx: &Cx, row: &MeetingRow) -> Result<Option<FacilityId>, Failure> {
    let Some(booking) = row.booking else { return Ok(None) };
    let booking = BookingRow::of(cx.tx(), BookingId(booking)).await?;
    Ok(booking.filter(|one| one.state == "booked").map(|one| one.facility))
}

/// Books the room for the time of the meeting, in place of what was booked before.
///
/// # Errors
/// Refused when somebody has it.
pub(crate) async fn seat(
    cx: &mut Cx,
    house: &House,
    row: &mut MeetingRow,
    room: Option<FacilityId>,
) -> Result<(), Failure> {
    give_up_for(cx, row.id).await?;
    row.booking = None;
    let Some(facility) = room else { return Ok(()) };
    let known = FacilityRow::of(cx.tx(), facility).await?.filter(|one| one.kind == "room");
    let Some(known) = known else {
        return Err(Failure::refused(Refusal::field("room", "refused-meeting-room")));
    };
    let wish = BookingWish {
        facility,
        unit: row.unit,
        purpose: row.title.clone(),
        from: Some(row.starts_at),
        to: Some(row.ends_at.unwrap_or(row.starts_at.plus(USUAL))),
        priority: Priority::Usual,
        displace: String::new(),
    };
    row.booking = Some(book_for(cx, house, &wish, row.id).await?.0);
    if row.place.is_empty() {
        row.place = known.name;
    }
    Ok(())
}

/// Makes the list of those invited what the wish says; answers the persons who were not on it before.
async fn invite(
    cx: &Cx,
    house: &House,
    id: MeetingId,
    wish: &MeetingWish,
    before: &[InvitedRow],
) -> Result<Vec<PersonId>, Failure> {
    let units = house.office.units().await?;
    let colleagues = house.office.colleagues().await?;
    for gone in before.iter().filter(|one| {
        one.unit.is_some_and(|unit| !wish.units.contains(&unit))
            || one.person.is_some_and(|person| !wish.people.contains(&person))
    }) {
        meetings::drop_invited(cx.tx(), gone.id).await?;
    }
    let mut wanted: Vec<(Option<UnitId>, Option<PersonId>)> = Vec::new();
    // In the order in which the agency lists them, not that of the form.
    wanted.extend(units.iter().filter(|(id, _)| wish.units.contains(id)).map(|(id, _)| (Some(*id), None)));
    wanted.extend(
        colleagues.iter().filter(|one| wish.people.contains(&one.id)).map(|one| (None, Some(one.id))),
    );
    let mut fresh = Vec::new();
    for (place, (unit, person)) in wanted.into_iter().enumerate() {
        let known = before.iter().find(|one| one.unit == unit && one.person == person);
        let mut row = known.cloned().unwrap_or_else(|| InvitedRow {
            id: Uuid::now_v7(),
            meeting: id,
            unit,
            person,
            place: 0,
            presence: String::new(),
            stood_in: String::new(),
        });
        row.place = i64::try_from(place).unwrap_or(i64::MAX);
        row.put(cx.tx()).await?;
        if known.is_none() {
            fresh.extend(person);
        }
    }
    Ok(fresh)
}

/// Everyone who is invited by name, the chair among them.
pub(crate) fn people_of(invited: &[InvitedRow], chair: PersonId) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = invited.iter().filter_map(|one| one.person).collect();
    people.push(chair);
    people.sort();
    people.dedup();
    people
}

/// Writes to those named; who does it needs no letter.
pub(crate) async fn tell(
    cx: &Cx,
    house: &House,
    row: &MeetingRow,
    people: &[PersonId],
    key: &str,
) -> Result<(), Failure> {
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let args = [
        ("title", row.title.clone()),
        ("when", format.long(row.starts_at)),
        ("place", row.place.clone()),
        ("reason", row.reason.clone()),
        ("address", format!("/desk/meetings/{}", row.id)),
    ];
    let subject = lookup(Lang::Vi, &format!("{key}-subject"), &args);
    let text = lookup(Lang::Vi, key, &args);
    for person in people.iter().filter(|person| cx.actor().id() != Some(**person)) {
        house.office.tell(cx, *person, &subject, &text).await?;
    }
    Ok(())
}
