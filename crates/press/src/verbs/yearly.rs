//! The yearly report (PN-21): its window closes, people write difficulties and proposals, it is sent; and how long contacts are
//! kept (L13).

use crate::store::intake;
use crate::store::yearly::{self, YearlyRow};
use crate::yearly::Window;
use db::Cx;
use kernel::{
    Action, AgencyId, Failure, NewId, PeopleEvent, PressEvent, Refusal, Thing, YearlyReportId, Zone,
};
use typed::{one_line, words};

/// Notes that the window of a year closed, once: the clock of PN-21 runs from there. Done by the machine.
///
/// # Errors
/// When the database does not answer.
pub async fn open_yearly(cx: &mut Cx, zone: &Zone, year: i16) -> Result<(), Failure> {
    let mut row = at_hand(cx, year).await?;
    if row.opened_at.is_some() {
        return Ok(());
    }
    let from = Window::of(zone, year).ok_or(Failure::NotFound)?.to;
    row.opened_at = Some(cx.now());
    cx.record(PressEvent::YearlyOpened { report: row.id, year: i64::from(year), from });
    Ok(row.put(cx.tx()).await?)
}

/// Keeps what people write into it. `edition` is the one that was shown.
///
/// # Errors
/// Stale when somebody else wrote meanwhile; refused when it was sent.
pub async fn write_yearly(
    cx: &mut Cx,
    year: i16,
    edition: i64,
    difficulties: &str,
    proposals: &str,
) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let mut row = at_hand(cx, year).await?;
    if row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-yearly")));
    }
    if row.sent_at.is_some() {
        return Err(Failure::refused(Refusal::new("refused-yearly-sent")));
    }
    row.difficulties = words("difficulties", difficulties, 10_000)?;
    row.proposals = words("proposals", proposals, 10_000)?;
    row.edition += 1;
    (row.edited_by, row.edited_at) = (cx.actor().id(), Some(cx.now()));
    cx.record(PressEvent::YearlyWritten { report: row.id });
    Ok(row.put(cx.tx()).await?)
}

/// Notes that it was sent, under which number; `numbers` are those that stood in it.
///
/// # Errors
/// Refused without a number, before the window closed, or a second time.
pub async fn send_yearly(
    cx: &mut Cx,
    zone: &Zone,
    year: i16,
    document: &str,
    numbers: &str,
) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let mut row = at_hand(cx, year).await?;
    let document = one_line("document", document, 200)?;
    let mut against = Vec::new();
    if document.is_empty() {
        against.push(Refusal::field("document", "refused-yearly-document"));
    }
    if row.sent_at.is_some() {
        against.push(Refusal::new("refused-yearly-sent"));
    }
    if Window::of(zone, year).is_none_or(|window| window.to > cx.now()) {
        against.push(Refusal::new("refused-yearly-early"));
    }
    Failure::unless(against)?;
    (row.sent_at, row.document) = (Some(cx.now()), document.clone());
    numbers.clone_into(&mut row.numbers);
    let hash = crate::exact_hash(numbers);
    cx.record(PressEvent::YearlySent { report: row.id, document, hash });
    Ok(row.put(cx.tx()).await?)
}

/// The row of a year, under its lock; a new one where there is none.
async fn at_hand(cx: &Cx, year: i16) -> Result<YearlyRow, Failure> {
    if let Some(row) = yearly::of_year(cx.tx(), i64::from(year)).await? {
        return YearlyRow::lock(cx.tx(), cx.engine(), row.id).await?.ok_or(Failure::NotFound);
    }
    Ok(YearlyRow {
        id: YearlyReportId::fresh(),
        year: i64::from(year),
        difficulties: String::new(),
        proposals: String::new(),
        edition: 0,
        edited_by: None,
        edited_at: None,
        opened_at: None,
        sent_at: None,
        document: String::new(),
        numbers: String::new(),
    })
}

/// Says for how many days after its end an inquiry keeps who asked and how to reach them (L13).
///
/// # Errors
/// Refused outside 30 to 730 days.
pub async fn set_keeping(cx: &mut Cx, days: u64) -> Result<(), Failure> {
    cx.may(Action::NameSpokespersons, Thing::House)?;
    if !(30..=730).contains(&days) {
        return Err(Failure::refused(Refusal::field("days", "refused-press-keep-days")));
    }
    intake::set(cx.tx(), "keep-days", &days.to_string()).await?;
    cx.record(PeopleEvent::KeepingSet { agency: AgencyId::OURS, of: "press".to_owned(), days });
    Ok(())
}
