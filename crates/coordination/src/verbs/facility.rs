//! What can be booked: added, changed, no longer to be had.

use crate::House;
use crate::booking::Kind;
use crate::store::bookings::FacilityRow;
use db::Cx;
use kernel::{Action, CoordinationEvent, FacilityId, Failure, NewId, Refusal, Thing, UnitId};
use typed::{noted, one_line, words};

/// What is said of a shared thing.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct FacilityWish {
    pub kind: String,
    pub name: String,
    /// Which unit keeps it.
    pub unit: Option<UnitId>,
    pub place: String,
    pub notes: String,
}

/// Adds one.
///
/// # Errors
/// Refused without a kind, a name and a unit the asker keeps things for.
pub async fn add_facility(cx: &mut Cx, house: &House, wish: &FacilityWish) -> Result<FacilityId, Failure> {
    let mut row = FacilityRow {
        id: FacilityId::fresh(),
        kind: String::new(),
        name: String::new(),
        unit: wish.unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-facility-unit")))?,
        place: String::new(),
        notes: String::new(),
        edition: 0,
        made_at: cx.now(),
        ended_at: None,
        reason: String::new(),
    };
    cx.may(Action::KeepFacilities, Thing::Unit(row.unit))?;
    fill(house, &mut row, wish).await?;
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::FacilityAdded { facility: row.id, unit: row.unit });
    Ok(row.id)
}

/// Changes one; its unit stays.
///
/// # Errors
/// As [`add_facility`]; stale when somebody else was faster.
pub async fn change_facility(
    cx: &mut Cx,
    house: &House,
    id: FacilityId,
    edition: i64,
    wish: &FacilityWish,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    if row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-facility")));
    }
    fill(house, &mut row, wish).await?;
    cx.record(CoordinationEvent::FacilityChanged { facility: id });
    Ok(row.put(cx.tx()).await?)
}

/// It can no longer be had. What is booked stays until people deal with it.
///
/// # Errors
/// Refused without a reason.
pub async fn end_facility(cx: &mut Cx, id: FacilityId, reason: &str) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let reason = words("reason", reason, 1_000)?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    row.ended_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(CoordinationEvent::FacilityEnded { facility: id, reason });
    Ok(row.put(cx.tx()).await?)
}

async fn open(cx: &Cx, id: FacilityId) -> Result<FacilityRow, Failure> {
    cx.may(Action::Book, Thing::House)?;
    let row = FacilityRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    cx.may(Action::KeepFacilities, Thing::Unit(row.unit))?;
    if row.ended_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-facility-ended")));
    }
    Ok(row)
}

async fn fill(house: &House, row: &mut FacilityRow, wish: &FacilityWish) -> Result<(), Failure> {
    let mut against = Vec::new();
    let kind = Kind::named(&wish.kind);
    if kind.is_none() {
        against.push(Refusal::field("kind", "refused-facility-kind"));
    }
    let name = noted(&mut against, one_line("name", &wish.name, 200))?;
    if name.is_empty() && against.is_empty() {
        against.push(Refusal::field("name", "refused-facility-name"));
    }
    if !house.office.units().await?.iter().any(|(unit, _)| *unit == row.unit) {
        against.push(Refusal::field("unit", "refused-facility-unit"));
    }
    row.place = noted(&mut against, one_line("place", &wish.place, 200))?;
    row.notes = noted(&mut against, words("notes", &wish.notes, 2_000))?;
    Failure::unless(against)?;
    kind.map(Kind::name).unwrap_or_default().clone_into(&mut row.kind);
    row.name = name;
    row.edition += 1;
    Ok(())
}
