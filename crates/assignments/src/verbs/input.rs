//! Input asked from units (đề nghị góp nội dung): asked, received, nothing to report, reminded, closed.

use super::give::day_refused;
use super::{LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE};
use crate::store::inputs::{self, ReplyRow, RequestRow};
use crate::store::{evidence, reminders};
use db::Cx;
use kernel::{Action, AssignmentEvent, Day, Failure, InputRequestId, NewId, Refusal, Thing, UnitId, Zone};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use typed::Kept;
use typed::{line, lines, too_long, words};

/// A request to be, as a form says it.
#[derive(Debug, Clone, Default)]
pub struct InputWish {
    /// What it is about, in one line.
    pub title: String,
    /// What is wanted.
    pub words: String,
    /// Who is asked.
    pub units: Vec<UnitId>,
    /// By when.
    pub day: Option<Day>,
}

/// Units asked at once.
const MOST_UNITS: usize = 400;

/// Asks units for input, with files such as a form to fill in.
///
/// # Errors
/// Refused with every reason that can be mended.
pub async fn ask_input(
    cx: &mut Cx,
    zone: &Zone,
    wish: InputWish,
    files: Vec<Kept>,
) -> Result<InputRequestId, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (title, text) = (line(&wish.title), lines(&wish.words));
    let mut against = Vec::new();
    if title.chars().count() < 5 {
        against.push(Refusal::field("title", "refused-work-title"));
    }
    too_long("title", &title, LONGEST_TITLE, &mut against);
    too_long("words", &text, LONGEST_TEXT, &mut against);
    let mut units: Vec<UnitId> = Vec::new();
    for unit in wish.units {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    if units.is_empty() || units.len() > MOST_UNITS {
        against.push(Refusal::field("units", "refused-input-units"));
    }
    match wish.day {
        None => against.push(Refusal::field("due", "refused-work-day")),
        Some(_) => against.extend(day_refused(zone, cx.now(), wish.day)),
    }
    Failure::unless(against)?;
    let due = wish.day.and_then(|day| zone.end_of(day)).unwrap_or(cx.now());
    let row = RequestRow {
        id: InputRequestId::fresh(),
        title,
        words: text,
        asked_by: cx.actor().id(),
        asked_at: cx.now(),
        due,
        closed_at: None,
        version: 1,
    };
    inputs::put(cx.tx(), &row).await?;
    for (place, unit) in units.into_iter().enumerate() {
        let owed = ReplyRow {
            id: InputRequestId::fresh(),
            request: row.id,
            unit,
            place: i32::try_from(place).unwrap_or(i32::MAX),
            state: "asked".to_owned(),
            text: String::new(),
            person: None,
            at: None,
            first_at: None,
            reminders: 0,
            reminded_at: None,
            version: 1,
        };
        inputs::put_reply(cx.tx(), &owed).await?;
    }
    for kept in files {
        evidence::add_file(cx.tx(), &super::evidence::row(cx, row.id.0, None, kept)).await?;
    }
    cx.record(AssignmentEvent::InputAsked { request: row.id, due });
    Ok(row.id)
}

/// What one unit owes of an open request, under its lock; what another unit owes is not there.
async fn open(cx: &Cx, id: InputRequestId, unit: UnitId) -> Result<ReplyRow, Failure> {
    let request = inputs::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let row = inputs::lock_reply(cx.tx(), cx.engine(), id, unit).await?.ok_or(Failure::NotFound)?;
    if cx.may(Action::GiveReport, Thing::Unit(unit)).is_err()
        && cx.may(Action::WriteReports, Thing::House).is_err()
    {
        return Err(Failure::NotFound);
    }
    cx.may(Action::GiveReport, Thing::Unit(unit))?;
    if request.closed_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-input")));
    }
    Ok(row)
}

/// Gives the input of one's unit: words, files, or both. Until the request is closed it may be given again.
///
/// # Errors
/// Refused without anything; stale when a colleague wrote meanwhile.
pub async fn give_input(
    cx: &mut Cx,
    id: InputRequestId,
    unit: UnitId,
    seen: i32,
    text: &str,
    files: Vec<Kept>,
) -> Result<(), Failure> {
    let mut row = open(cx, id, unit).await?;
    let text = words("text", text, LONGEST_TEXT)?;
    if text.is_empty() && files.is_empty() {
        return Err(Failure::refused(Refusal::field("text", "refused-input-empty")));
    }
    if seen != 0 && seen != row.version {
        return Err(Failure::Stale(Refusal::new("stale-work")));
    }
    "received".clone_into(&mut row.state);
    let hash = Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    });
    row.text = text;
    let owed = settle(cx, row).await?;
    for kept in files {
        evidence::add_file(cx.tx(), &super::evidence::row(cx, owed.0, Some(unit), kept)).await?;
    }
    cx.record(AssignmentEvent::InputReceived { owed, unit, hash });
    Ok(())
}

/// Says that one's unit has nothing to report.
///
/// # Errors
/// Refused when the request is closed.
pub async fn nothing_input(cx: &mut Cx, id: InputRequestId, unit: UnitId, seen: i32) -> Result<(), Failure> {
    let mut row = open(cx, id, unit).await?;
    if seen != 0 && seen != row.version {
        return Err(Failure::Stale(Refusal::new("stale-work")));
    }
    "nothing".clone_into(&mut row.state);
    let owed = settle(cx, row).await?;
    cx.record(AssignmentEvent::InputNothing { owed, unit });
    Ok(())
}

async fn settle(cx: &Cx, mut row: ReplyRow) -> Result<InputRequestId, Failure> {
    row.person = cx.actor().id();
    row.at = Some(cx.now());
    row.first_at = row.first_at.or(row.at);
    row.version = row.version.saturating_add(1);
    inputs::put_reply(cx.tx(), &row).await?;
    Ok(row.id)
}

/// Reminds one unit, or every unit that has not answered; not more than once a day. Answers how many were reminded.
///
/// # Errors
/// Refused when nobody is left to remind today.
pub async fn remind_input(
    cx: &mut Cx,
    zone: &Zone,
    id: InputRequestId,
    unit: Option<UnitId>,
    said: &str,
) -> Result<usize, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let request = inputs::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if request.closed_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-input")));
    }
    let said = words("words", said, LONGEST_REASON)?;
    let today = zone.day(cx.now());
    let mut count = 0;
    for mut row in inputs::replies(cx.tx(), id).await? {
        let wanted = unit.is_none_or(|unit| unit == row.unit) && row.state == "asked";
        if !wanted || row.reminded_at.is_some_and(|at| zone.day(at) == today) {
            continue;
        }
        row.reminders = row.reminders.saturating_add(1);
        row.reminded_at = Some(cx.now());
        inputs::put_reply(cx.tx(), &row).await?;
        reminders::add(cx, row.id.0, row.unit, &said).await?;
        cx.record(AssignmentEvent::InputReminded { owed: row.id, unit: row.unit });
        count += 1;
    }
    if count == 0 {
        return Err(Failure::refused(Refusal::new("closed-work-reminded-today")));
    }
    Ok(count)
}

/// Closes it: what was given stays as it is, what was not is owed no more.
///
/// # Errors
/// Refused when it is closed.
pub async fn close_input(cx: &mut Cx, id: InputRequestId) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let mut row = inputs::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.closed_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-input")));
    }
    row.closed_at = Some(cx.now());
    row.version = row.version.saturating_add(1);
    inputs::put(cx.tx(), &row).await?;
    cx.record(AssignmentEvent::InputClosed { request: id });
    Ok(())
}
