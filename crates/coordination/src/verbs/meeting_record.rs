//! The record of a meeting with its conclusions: written, given to the chair, given back, approved word for word. Approved,
//! each conclusion is work for a unit.

use super::is_near;
use super::meeting_sheet::MeetingSheet;
use crate::House;
use crate::meeting::{Facts, Step};
use crate::store::meetings::{self, ConclusionRow};
use crate::store::{kept, read};
use db::Cx;
use kernel::{ConclusionId, CoordinationEvent, Day, Failure, MeetingId, NewId, PersonId, Refusal, UnitId};
use typed::{noted, words};

/// What was concluded.
#[derive(Debug, Clone, Default)]
pub struct ConclusionWish {
    /// What is to be done, in the words of the chair.
    pub words: String,
    /// The unit that answers for it.
    pub lead: Option<UnitId>,
    /// Those that help.
    pub supports: Vec<UnitId>,
    /// Until which day, where one was set.
    pub due: Option<Day>,
}

/// More conclusions than this are not one meeting.
const MOST: usize = 100;
/// When a day that was set is over for an office, in hours after midnight.
const END_OF_DAY: i8 = 17;

/// Writes the text of the record.
///
/// # Errors
/// Refused before it was held, and while the record is with the chair or approved.
pub async fn write_record(cx: &mut Cx, id: MeetingId, edition: i64, text: &str) -> Result<(), Failure> {
    let text = words("record", text, 40_000)?;
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Write, cx, Facts::default())?;
    if sheet.row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-meeting")));
    }
    sheet.row.record = text;
    wrote(cx, sheet).await
}

/// Notes who wrote, and to which text.
async fn wrote(cx: &mut Cx, mut sheet: MeetingSheet) -> Result<(), Failure> {
    let mut writers: Vec<PersonId> = read(&sheet.row.writers);
    if let Some(me) = cx.actor().id().filter(|me| !writers.contains(me)) {
        writers.push(me);
    }
    sheet.row.writers = kept(&writers);
    sheet.row.edition += 1;
    let (meeting, hash) = (sheet.row.id, sheet.hash());
    cx.record(CoordinationEvent::RecordWritten { meeting, hash });
    sheet.save(cx).await
}

/// Adds a conclusion, or changes one.
///
/// # Errors
/// Refused without words or a unit, with a day that is not near, and as [`write_record`].
pub async fn keep_conclusion(
    cx: &mut Cx,
    house: &House,
    id: MeetingId,
    conclusion: Option<ConclusionId>,
    wish: &ConclusionWish,
) -> Result<ConclusionId, Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Write, cx, Facts::default())?;
    let known = match conclusion {
        Some(one) => {
            let found = sheet.conclusions.iter().find(|row| row.id == one).cloned();
            Some(found.ok_or(Failure::NotFound)?)
        }
        None => None,
    };
    let units = house.office.units().await?;
    let is_unit = |id: &UnitId| units.iter().any(|(known, _)| known == id);
    let mut against = Vec::new();
    let words = noted(&mut against, words("words", &wish.words, 2_000))?;
    if words.is_empty() && against.is_empty() {
        against.push(Refusal::field("words", "refused-conclusion-words"));
    }
    let lead = wish.lead.filter(|id| is_unit(id));
    if lead.is_none() {
        against.push(Refusal::field("lead", "refused-conclusion-lead"));
    }
    let due_at = wish.due.and_then(|day| house.app.zone.moment(day.at(END_OF_DAY, 0, 0, 0)));
    let near = due_at.is_none_or(|at| is_near(at, cx.now()) && at >= sheet.row.starts_at);
    if (wish.due.is_some() && due_at.is_none()) || !near {
        against.push(Refusal::field("due", "refused-conclusion-due"));
    }
    if known.is_none() && sheet.conclusions.len() >= MOST {
        against.push(Refusal::new("refused-conclusion-many").with("most", MOST));
    }
    Failure::unless(against)?;
    let Some(lead) = lead else { return Err(Failure::NotFound) };
    let supports: Vec<UnitId> =
        units.iter().map(|(id, _)| *id).filter(|id| *id != lead && wish.supports.contains(id)).collect();
    let after = sheet.conclusions.iter().map(|row| row.place + 1).max().unwrap_or(0);
    let row = ConclusionRow {
        id: known.as_ref().map_or_else(ConclusionId::fresh, |row| row.id),
        meeting: id,
        place: known.as_ref().map_or(after, |row| row.place),
        words,
        lead,
        supports: kept(&supports),
        due_at,
        made_at: known.as_ref().map_or(cx.now(), |row| row.made_at),
    };
    row.put(cx.tx()).await?;
    sheet.conclusions = meetings::conclusions(cx.tx(), id).await?;
    let made = row.id;
    wrote(cx, sheet).await?;
    Ok(made)
}

/// Takes a conclusion out.
///
/// # Errors
/// As [`write_record`].
pub async fn drop_conclusion(cx: &mut Cx, id: MeetingId, conclusion: ConclusionId) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Write, cx, Facts::default())?;
    if meetings::drop_conclusion(cx.tx(), conclusion, id).await? == 0 {
        return Err(Failure::NotFound);
    }
    sheet.conclusions.retain(|row| row.id != conclusion);
    wrote(cx, sheet).await
}

/// Gives the record to the chair.
///
/// # Errors
/// Refused while nothing is written; stale when it is not the text that was seen.
pub async fn submit_record(cx: &mut Cx, house: &House, id: MeetingId, seen: &str) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Submit, cx, Facts::default())?;
    let hash = same(&sheet, seen)?;
    sheet.row.submitted_at = Some(cx.now());
    sheet.row.submitted_by = cx.actor().id();
    super::meeting_call::tell(cx, house, &sheet.row, &[sheet.row.chair], "meeting-letter-record").await?;
    cx.record(CoordinationEvent::RecordSubmitted { meeting: id, hash });
    sheet.save(cx).await
}

/// Gives it back.
///
/// # Errors
/// Refused without a reason.
pub async fn return_record(cx: &mut Cx, id: MeetingId, reason: &str) -> Result<(), Failure> {
    let reason = words("reason", reason, 1_000)?;
    let mut sheet = MeetingSheet::open_to_decide(cx, id).await?;
    sheet.take(Step::Return, cx, Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    let hash = sheet.hash();
    sheet.row.edition += 1;
    cx.record(CoordinationEvent::RecordReturned { meeting: id, hash, reason });
    sheet.save(cx).await
}

/// Approves exactly the text that was seen. Its chair does, or a leader; nobody who wrote any of it.
///
/// # Errors
/// Refused for who wrote it; stale when it is not the text that was seen.
pub async fn approve_record(cx: &mut Cx, id: MeetingId, seen: &str) -> Result<(), Failure> {
    let mut sheet = MeetingSheet::open_to_decide(cx, id).await?;
    sheet.take(Step::Approve, cx, Facts::default())?;
    let hash = same(&sheet, seen)?;
    sheet.row.approved_at = Some(cx.now());
    sheet.row.approved_by = cx.actor().id();
    sheet.row.hash.clone_from(&hash);
    cx.record_change(CoordinationEvent::RecordApproved { meeting: id, hash: hash.clone() }, None, Some(hash));
    for conclusion in &sheet.conclusions {
        cx.record(CoordinationEvent::ConclusionReached { conclusion: conclusion.id, meeting: id });
    }
    sheet.save(cx).await
}

fn same(sheet: &MeetingSheet, seen: &str) -> Result<String, Failure> {
    let hash = sheet.hash();
    if hash == seen { Ok(hash) } else { Err(Failure::Stale(Refusal::new("stale-meeting"))) }
}
