//! What units write for a report: asked by a day, given once and again until the report is submitted, reminded.

use crate::House;
use crate::report::State;
use crate::store::reports::{self, PartRow, ReportRow, Texts};
use crate::words;
use db::Cx;
use kernel::{Action, Failure, Moment, PeriodReportId, Refusal, ReportEvent, Thing, UnitId};
use std::time::Duration;

async fn drafting(cx: &Cx, id: PeriodReportId) -> Result<ReportRow, Failure> {
    let row = ReportRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.state() == State::Drafting {
        Ok(row)
    } else {
        Err(Failure::refused(Refusal::new("refused-report-state")))
    }
}

/// Asks units for their words by a day. Units asked before stay asked; the day is that of all.
///
/// # Errors
/// Refused without a unit, or with a day that is past.
pub async fn ask_parts(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    units: &[UnitId],
    due: Moment,
) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let mut row = drafting(cx, id).await?;
    let known = house.office.units().await?;
    let mut against = Vec::new();
    if units.is_empty() || units.iter().any(|unit| known.iter().all(|(one, _)| one != unit)) {
        against.push(Refusal::field("units", "refused-report-units"));
    }
    if due <= cx.now() {
        against.push(Refusal::field("due", "refused-report-due"));
    }
    Failure::unless(against)?;
    row.parts_due = Some(due);
    row.put(cx.tx()).await?;
    let mut asked = Vec::new();
    for unit in units {
        if reports::part(cx.tx(), id, *unit).await?.is_none() {
            PartRow::asked(id, *unit).put(cx.tx()).await?;
            asked.push(*unit);
        }
    }
    cx.record(ReportEvent::PartsAsked { report: id, units: asked });
    Ok(())
}

/// Keeps a unit's words over the edition that was shown. A unit may also give what it was not asked for.
///
/// # Errors
/// Not found for a unit that does not report; stale when a colleague wrote meanwhile; refused once the report was submitted, or when nothing is said.
pub async fn give_part(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    unit: UnitId,
    edition: i64,
    texts: &Texts,
) -> Result<(), Failure> {
    cx.may(Action::GiveReport, Thing::Unit(unit))?;
    let mut row = drafting(cx, id).await?;
    let mut part = match reports::part(cx.tx(), id, unit).await? {
        Some(part) => part,
        // Whoever gives for the whole agency could name a unit that never was.
        None if house.office.units().await?.iter().any(|(one, _)| *one == unit) => PartRow::asked(id, unit),
        None => return Err(Failure::NotFound),
    };
    if part.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-report-part")));
    }
    let texts = texts.clean();
    let mut against: Vec<Refusal> =
        texts.named().into_iter().flat_map(|(field, text)| words::reasons_against(field, text)).collect();
    if texts.is_empty() {
        against.push(Refusal::field("results", "refused-report-part-empty"));
    }
    Failure::unless(against)?;
    part.set_texts(texts);
    part.edition += 1;
    (part.given_by, part.given_at) = (cx.actor().id(), Some(part.given_at.unwrap_or(cx.now())));
    part.put(cx.tx()).await?;
    row.note_writer(cx.actor().id());
    row.put(cx.tx()).await?;
    cx.record(ReportEvent::PartGiven { report: id, unit });
    Ok(())
}

/// A unit is reminded at most once in this time.
const BETWEEN: Duration = Duration::from_secs(20 * 3600);

/// Reminds a unit of its words; each reminder is counted.
///
/// # Errors
/// Refused when it gave them, or was reminded within the last 20 hours.
pub async fn remind(cx: &mut Cx, id: PeriodReportId, unit: UnitId) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    drafting(cx, id).await?;
    let mut part = reports::part(cx.tx(), id, unit).await?.ok_or(Failure::NotFound)?;
    let mut against = Vec::new();
    if part.given_at.is_some() {
        against.push(Refusal::new("refused-report-given"));
    }
    if part.reminded_at.is_some_and(|at| at.plus(BETWEEN) > cx.now()) {
        against.push(Refusal::new("refused-report-reminded"));
    }
    Failure::unless(against)?;
    part.reminders += 1;
    part.reminded_at = Some(cx.now());
    part.put(cx.tx()).await?;
    cx.record(ReportEvent::PartReminded { report: id, unit });
    Ok(())
}
