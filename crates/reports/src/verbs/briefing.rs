//! The briefing of a month: notes while it goes on, decisions that become work, and its end.

use super::reason;
use crate::House;
use crate::briefed::Briefed;
use crate::period::{Kind, Period};
use crate::store::briefings::{self, BriefingRow, DecisionRow, NoteRow};
use db::Cx;
use kernel::{Action, BriefingId, DecisionId, Failure, Moment, NewId, Refusal, ReportEvent, Thing, UnitId};
use sha2::{Digest, Sha256};
use typed::one_line;
use uuid::Uuid;

/// Opens the briefing on a month; where it is open already, that one is meant.
///
/// # Errors
/// Refused for what is no month.
pub async fn open_briefing(cx: &mut Cx, month: Period) -> Result<BriefingId, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    if month.kind != Kind::Month {
        return Err(Failure::NotFound);
    }
    let code = month.code();
    if let Some(known) = briefings::of_month(cx.tx(), &code).await? {
        return Ok(known.id);
    }
    let row = BriefingRow {
        id: BriefingId::fresh(),
        month: code.clone(),
        held_at: None,
        chair: String::new(),
        opened_at: cx.now(),
        closed_at: None,
        hash: String::new(),
        kept: String::new(),
    };
    row.put(cx.tx()).await?;
    cx.record(ReportEvent::BriefingOpened { briefing: row.id, month: code });
    Ok(row.id)
}

async fn open(cx: &Cx, id: BriefingId) -> Result<BriefingRow, Failure> {
    let row = BriefingRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.closed_at.is_some() {
        return Err(Failure::refused(Refusal::new("refused-briefing-closed")));
    }
    Ok(row)
}

fn said(field: &'static str, words: &str) -> Result<String, Failure> {
    typed::reason(field, words, 4_000, "refused-briefing-empty")
}

/// Notes something about a unit, or about all. A unit's people note about their own unit; who writes reports, about any.
///
/// # Errors
/// Refused when nothing is said or the briefing is over.
pub async fn note(cx: &mut Cx, id: BriefingId, unit: Option<UnitId>, words: &str) -> Result<(), Failure> {
    match unit {
        Some(unit) => cx
            .may(Action::WriteReports, Thing::House)
            .or_else(|_| cx.may(Action::GiveReport, Thing::Unit(unit)))?,
        None => cx.may(Action::WriteReports, Thing::House)?,
    }
    let row = open(cx, id).await?;
    let words = said("words", words)?;
    let note =
        NoteRow { id: Uuid::now_v7(), briefing: row.id, unit, words, by_whom: cx.actor().id(), at: cx.now() };
    note.put(cx.tx()).await?;
    cx.record(ReportEvent::BriefingNoted { briefing: id });
    Ok(())
}

/// Decides that a unit does something by a day: it becomes an assignment.
///
/// # Errors
/// Refused when nothing is said, the unit is none of today, the day is past, or the briefing is over.
pub async fn decide(
    cx: &mut Cx,
    house: &House,
    id: BriefingId,
    unit: UnitId,
    words: &str,
    due: Option<Moment>,
) -> Result<DecisionId, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let row = open(cx, id).await?;
    let words = said("decision", words)?;
    let mut against = Vec::new();
    if house.office.units().await?.iter().all(|(one, _)| *one != unit) {
        against.push(Refusal::field("decision_unit", "refused-unit"));
    }
    if due.is_some_and(|due| due <= cx.now()) {
        against.push(Refusal::field("due", "refused-report-due"));
    }
    Failure::unless(against)?;
    let place = briefings::decisions(cx.tx(), row.id).await?.len();
    let decision = DecisionRow {
        id: DecisionId::fresh(),
        briefing: row.id,
        place: i64::try_from(place).unwrap_or(0) + 1,
        unit,
        words,
        due,
        by_whom: cx.actor().id(),
        at: cx.now(),
        dropped: String::new(),
    };
    decision.put(cx.tx()).await?;
    cx.record(ReportEvent::Decided { decision: decision.id, briefing: row.id, unit });
    Ok(decision.id)
}

/// Takes a decision back, with a reason that stays beside it.
///
/// # Errors
/// Refused without a reason, a second time, or when the briefing is over.
pub async fn drop_decision(
    cx: &mut Cx,
    month: &Period,
    id: DecisionId,
    why: &str,
) -> Result<BriefingId, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let mut decision = DecisionRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if open(cx, decision.briefing).await?.month != month.code() {
        return Err(Failure::NotFound);
    }
    if !decision.dropped.is_empty() {
        return Err(Failure::refused(Refusal::new("refused-briefing-dropped")));
    }
    decision.dropped = reason(why)?;
    decision.put(cx.tx()).await?;
    cx.record(ReportEvent::DecisionDropped { decision: id, reason: decision.dropped });
    Ok(decision.briefing)
}

/// Ends it: notes, decisions and what the notice says of the two months stay as they are.
///
/// # Errors
/// Refused when it is over already, or nobody is named who led it.
pub async fn close_briefing(cx: &mut Cx, house: &House, id: BriefingId, chair: &str) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let mut row = open(cx, id).await?;
    row.chair = one_line("chair", chair, 200)?;
    if row.chair.is_empty() {
        return Err(Failure::refused(Refusal::field("chair", "refused-briefing-chair")));
    }
    let notes: Vec<_> = briefings::notes(cx.tx(), id).await?.into_iter().map(|note| note.words).collect();
    let decisions = briefings::decisions(cx.tx(), id).await?;
    let decided: Vec<_> =
        decisions.into_iter().map(|one| (one.unit, one.words, one.due, one.dropped)).collect();
    let look = house.app.db.look(cx.actor().clone());
    let briefed = Briefed::now(house, &look, &row).await?;
    row.kept = serde_json::to_string(&briefed).map_err(|error| Failure::Broken(Box::new(error)))?;
    let exact = serde_json::to_vec(&(&row.month, &row.chair, notes, decided, &row.kept)).unwrap_or_default();
    row.hash = Sha256::digest(&exact).iter().map(|byte| format!("{byte:02x}")).collect();
    (row.closed_at, row.held_at) = (Some(cx.now()), Some(cx.now()));
    row.put(cx.tx()).await?;
    cx.record(ReportEvent::BriefingClosed { briefing: id, hash: row.hash });
    Ok(())
}
