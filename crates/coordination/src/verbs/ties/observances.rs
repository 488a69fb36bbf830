//! The agency's own commemorative days.

use super::{keep, own};
use crate::House;
use crate::observance::Observance;
use crate::store::ties::ObservanceRow;
use db::Cx;
use kernel::{CoordinationEvent, Failure, NewId, ObservanceId, Refusal, UnitId};
use typed::{noted, one_line};

/// Adds a day of the agency's own.
///
/// # Errors
/// Refused without a title and a day there is.
pub async fn add_observance(
    cx: &mut Cx,
    house: &House,
    unit: Option<UnitId>,
    wish: &Observance,
) -> Result<ObservanceId, Failure> {
    let unit = own(cx, unit)?;
    let mut against = Vec::new();
    let title = noted(&mut against, one_line("title", &wish.title, 200))?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let year = house.app.zone.day(cx.now()).year();
    // The 29th of February and the 30th of a lunar month are days of some years.
    let is_day = (year..year.saturating_add(9)).any(|year| wish.in_year(year).is_some());
    if !is_day {
        against.push(Refusal::field("day", "refused-observance-day"));
    }
    if wish.since.is_some_and(|since| since > i32::from(year) || since < 1) {
        against.push(Refusal::field("since", "refused-observance-since"));
    }
    Failure::unless(against)?;
    let id = ObservanceId::fresh();
    let row = ObservanceRow {
        id,
        unit,
        title,
        day: i64::from(wish.day),
        month: i64::from(wish.month),
        lunar: wish.lunar,
        since: wish.since.map(i64::from),
        made_at: cx.now(),
        ended_at: None,
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::ObservanceAdded { observance: id, unit });
    Ok(id)
}

/// Takes one out.
///
/// # Errors
/// Not found for who does not see it.
pub async fn drop_observance(cx: &mut Cx, id: ObservanceId) -> Result<(), Failure> {
    let mut row = ObservanceRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    row.ended_at = Some(cx.now());
    cx.record(CoordinationEvent::ObservanceDropped { observance: id });
    Ok(row.put(cx.tx()).await?)
}
