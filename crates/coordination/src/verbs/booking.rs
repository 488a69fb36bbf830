//! A shared thing is booked, given up, displaced by what goes first, taken out and brought back.
//!
//! The thing's row is locked before anything is compared, so of two at once for the same hour exactly one has it.

use crate::House;
use crate::booking::{self, Priority, Span};
use crate::store::bookings::{self, BookingRow, FacilityRow};
use crate::watch;
use db::Cx;
use kernel::{
    Action, BookingId, CoordinationEvent, FacilityId, Failure, MeetingId, Moment, NewId, Refusal, Thing,
    UnitId, WorkFacts,
};
use std::time::Duration;
use typed::{noted, one_line, words};
use web::{Format, Lang, lookup};

/// What is wished.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct BookingWish {
    pub facility: FacilityId,
    /// For which unit.
    pub unit: UnitId,
    pub purpose: String,
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    pub priority: Priority,
    /// Why it goes before what stands in the way; empty: it does not.
    pub displace: String,
}

/// Free times are looked for as far as this.
const LOOKED: Duration = Duration::from_secs(46 * 86_400);

/// Books it.
///
/// # Errors
/// Refused for a time that is none, and when somebody has it: with what stands in the way and when it is free next.
pub async fn book(cx: &mut Cx, house: &House, wish: &BookingWish) -> Result<BookingId, Failure> {
    cx.may(Action::Book, Thing::Unit(wish.unit))?;
    place(cx, house, wish, None).await
}

/// The same for a meeting, whose keeper asked for it.
pub(crate) async fn book_for(
    cx: &mut Cx,
    house: &House,
    wish: &BookingWish,
    meeting: MeetingId,
) -> Result<BookingId, Failure> {
    place(cx, house, wish, Some(meeting)).await
}

async fn place(
    cx: &mut Cx,
    house: &House,
    wish: &BookingWish,
    meeting: Option<MeetingId>,
) -> Result<BookingId, Failure> {
    let facility = FacilityRow::lock(cx.tx(), cx.engine(), wish.facility).await?.ok_or(Failure::NotFound)?;
    if facility.ended_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-facility-ended")));
    }
    let mut against = booking::wrong(wish.from, wish.to, cx.now());
    let purpose = noted(&mut against, one_line("purpose", &wish.purpose, 300))?;
    if purpose.is_empty() && against.is_empty() {
        against.push(Refusal::field("purpose", "refused-booking-purpose"));
    }
    let displace = noted(&mut against, words("displace", &wish.displace, 1_000))?;
    if wish.priority > Priority::Usual && !settles(cx, &facility, wish.unit) {
        against.push(Refusal::field("priority", "refused-booking-priority"));
    }
    Failure::unless(against)?;
    let (Some(from), Some(to)) = (wish.from, wish.to) else { return Err(Failure::NotFound) };
    let id = BookingId::fresh();
    make_way(cx, house, &facility, wish, (from, to), &displace, id).await?;
    let row = BookingRow {
        id,
        facility: facility.id,
        unit: wish.unit,
        person: cx.actor().id(),
        purpose,
        from_at: from,
        to_at: to,
        priority: wish.priority.rank(),
        state: "booked".to_owned(),
        reason: displace,
        meeting,
        made_at: cx.now(),
        displaced_by: None,
        seen_at: None,
        out_at: None,
        returned_at: None,
        note: String::new(),
        alarmed_at: None,
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::Booked { booking: id, facility: facility.id, unit: wish.unit });
    Ok(id)
}

/// Who keeps the thing, and who gives work to the unit, say who goes first.
fn settles(cx: &Cx, facility: &FacilityRow, unit: UnitId) -> bool {
    cx.may(Action::KeepFacilities, Thing::Unit(facility.unit)).is_ok()
        || cx.may(Action::Assign, Thing::Unit(unit)).is_ok()
}

/// Displaces what stands in the way where the wish goes first and says why; otherwise tells what stands there.
async fn make_way(
    cx: &mut Cx,
    house: &House,
    facility: &FacilityRow,
    wish: &BookingWish,
    (from, to): (Moment, Moment),
    displace: &str,
    id: BookingId,
) -> Result<(), Failure> {
    let rows = bookings::holding(cx.tx(), facility.id, from.min(cx.now()), to.plus(LOOKED)).await?;
    let taken: Vec<Span> = rows.iter().map(span).collect();
    let way = booking::in_the_way(&taken, from, to);
    if way.is_empty() {
        return Ok(());
    }
    let first = booking::goes_first(&taken, &way, wish.priority);
    if !first || displace.is_empty() {
        return Err(Failure::Refused(told(cx, house, &rows, &taken, &way, (from, to), first).await?));
    }
    for at in way {
        let Some(mut row) = rows.get(at).cloned() else { continue };
        row.state = "displaced".to_owned();
        row.displaced_by = Some(id);
        displace.clone_into(&mut row.reason);
        row.put(cx.tx()).await?;
        tell(cx, house, facility, &row, "booking-letter-displaced").await?;
        let reason = displace.to_owned();
        cx.record(CoordinationEvent::BookingDisplaced { booking: row.id, by: id, reason });
    }
    Ok(())
}

/// A booking as the pure functions compare it. What came back early holds it no longer than until then.
fn span(row: &BookingRow) -> Span {
    Span {
        from: row.from_at,
        to: row.returned_at.map_or(row.to_at, |back| back.min(row.to_at)),
        priority: Priority::of(row.priority),
        out: row.state == "out",
    }
}

async fn told(
    cx: &Cx,
    house: &House,
    rows: &[BookingRow],
    taken: &[Span],
    way: &[usize],
    (from, to): (Moment, Moment),
    first: bool,
) -> Result<Vec<Refusal>, Failure> {
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let units = house.office.unit_names().await?;
    let mut against = Vec::new();
    for row in way.iter().take(5).filter_map(|at| rows.get(*at)) {
        against.push(
            Refusal::field("from", "refused-booking-taken")
                .with("unit", units.get(&row.unit).cloned().unwrap_or_default())
                .with("from", format.date_time(row.from_at))
                .with("to", format.date_time(row.to_at)),
        );
    }
    let free = booking::next_free(taken, from, to, cx.now(), &house.app.zone);
    let shown: Vec<String> =
        free.iter().map(|(from, to)| format!("{} – {}", format.time(*from), format.date_time(*to))).collect();
    if !shown.is_empty() {
        against.push(Refusal::field("from", "refused-booking-free").with("times", shown.join("; ")));
    }
    if first {
        against.push(Refusal::field("displace", "refused-booking-why"));
    }
    Ok(against)
}

/// Writes to who booked, unless they do it themselves.
async fn tell(
    cx: &Cx,
    house: &House,
    facility: &FacilityRow,
    row: &BookingRow,
    key: &str,
) -> Result<(), Failure> {
    let Some(person) = row.person.filter(|person| cx.actor().id() != Some(*person)) else { return Ok(()) };
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let args = [
        ("name", facility.name.clone()),
        ("purpose", row.purpose.clone()),
        ("from", format.date_time(row.from_at)),
        ("to", format.date_time(row.to_at)),
        ("reason", row.reason.clone()),
        ("address", format!("/desk/bookings/{}", row.id)),
    ];
    let subject = lookup(Lang::Vi, &format!("{key}-subject"), &args);
    house.office.tell(cx, person, &subject, &lookup(Lang::Vi, key, &args)).await
}

/// Who may see a booking whole: its unit, who keeps the thing, who made it.
pub(crate) fn work(row: &BookingRow, facility: &FacilityRow) -> WorkFacts {
    WorkFacts {
        leads: vec![row.unit],
        supports: vec![facility.unit],
        members: row.person.into_iter().collect(),
    }
}

/// Locks a booking for who made it, or who keeps the thing.
async fn open(cx: &Cx, id: BookingId) -> Result<(BookingRow, FacilityRow), Failure> {
    let row = BookingRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let facility = FacilityRow::of(cx.tx(), row.facility).await?.ok_or(Failure::NotFound)?;
    cx.may(Action::ReadWork, Thing::Work(&work(&row, &facility)))?;
    let own = row.person.is_some() && cx.actor().id() == row.person;
    if !own {
        cx.may(Action::KeepFacilities, Thing::Unit(facility.unit))?;
    }
    Ok((row, facility))
}

/// Gives it up.
///
/// # Errors
/// Refused when it is out, over, or given up already.
pub async fn cancel_booking(cx: &mut Cx, house: &House, id: BookingId, reason: &str) -> Result<(), Failure> {
    let (mut row, facility) = open(cx, id).await?;
    let reason = words("reason", reason, 1_000)?;
    if row.state != "booked" {
        return Err(Failure::refused(Refusal::new("closed-booking-over")));
    }
    let own = cx.actor().id() == row.person;
    if !own && reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    row.state = "cancelled".to_owned();
    row.reason.clone_from(&reason);
    tell(cx, house, &facility, &row, "booking-letter-cancelled").await?;
    cx.record(CoordinationEvent::BookingCancelled { booking: id, reason });
    Ok(row.put(cx.tx()).await?)
}

/// Gives up what was booked for a meeting.
pub(crate) async fn give_up_for(cx: &mut Cx, meeting: MeetingId) -> Result<(), Failure> {
    for mut row in bookings::of_meeting(cx.tx(), meeting).await? {
        row.state = "cancelled".to_owned();
        row.put(cx.tx()).await?;
        cx.record(CoordinationEvent::BookingCancelled { booking: row.id, reason: String::new() });
    }
    Ok(())
}

/// It goes out of the house, or its user begins.
///
/// # Errors
/// Refused long before its time, and unless it is booked.
pub async fn take_out(cx: &mut Cx, id: BookingId) -> Result<(), Failure> {
    let (mut row, _) = open(cx, id).await?;
    if row.state != "booked" {
        return Err(Failure::refused(Refusal::new("closed-booking-over")));
    }
    if row.from_at > cx.now().plus(Duration::from_secs(2 * 3_600)) {
        return Err(Failure::refused(Refusal::new("closed-booking-early")));
    }
    row.state = "out".to_owned();
    row.out_at = Some(cx.now());
    watch::set_return(cx, id, row.to_at).await?;
    cx.record(CoordinationEvent::BookingTaken { booking: id });
    Ok(row.put(cx.tx()).await?)
}

/// It is back; what came back early is free for others from now on.
///
/// # Errors
/// Refused unless it is out.
pub async fn bring_back(cx: &mut Cx, id: BookingId, note: &str) -> Result<(), Failure> {
    let (mut row, _) = open(cx, id).await?;
    if row.state != "out" {
        return Err(Failure::refused(Refusal::new("closed-booking-not-out")));
    }
    row.note = words("note", note, 1_000)?;
    row.state = "returned".to_owned();
    row.returned_at = Some(cx.now());
    let late = cx.now() > row.to_at;
    cx.record(CoordinationEvent::BookingReturned { booking: id, late });
    Ok(row.put(cx.tx()).await?)
}

/// Who was displaced knows.
///
/// # Errors
/// Not found for anybody else.
pub async fn know_displaced(cx: &mut Cx, id: BookingId) -> Result<(), Failure> {
    let me = cx.person()?;
    match bookings::known(cx.tx(), id, me, cx.now()).await? {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}

/// Looks whether it came back in time; who has it is told once.
///
/// # Errors
/// When the database does not answer.
pub async fn watch_return(cx: &mut Cx, house: &House, id: BookingId) -> Result<(), Failure> {
    let Some(mut row) = BookingRow::lock(cx.tx(), cx.engine(), id).await? else { return Ok(()) };
    if row.state != "out" || row.to_at > cx.now() || row.alarmed_at.is_some() {
        return Ok(());
    }
    let Some(facility) = FacilityRow::of(cx.tx(), row.facility).await? else { return Ok(()) };
    row.alarmed_at = Some(cx.now());
    tell(cx, house, &facility, &row, "booking-letter-late").await?;
    cx.record(CoordinationEvent::BookingLate { booking: id });
    Ok(row.put(cx.tx()).await?)
}
