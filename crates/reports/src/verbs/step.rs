//! The way of a report from its writer to the public register: submitted, returned, approved, issued, opened again.

use super::{at_hand, reason};
use crate::House;
use crate::report::{State, Step};
use crate::store::reports::{self, ReportRow};
use db::Cx;
use kernel::{Action, Failure, PeriodReportId, Refusal, ReportEvent, Thing};

/// Asks for approval of the text and numbers with this hash.
///
/// # Errors
/// Refused before the period is over, with numbers taken before its end, or without words; stale when something else stands
/// there by now.
pub async fn submit(cx: &mut Cx, house: &House, id: PeriodReportId, hash: &str) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, to) = at_hand(cx, house, id, Step::Submit).await?;
    seen(&row, hash)?;
    row.returned = String::new();
    let event = ReportEvent::Submitted { report: id, hash: row.hash.clone() };
    put(cx, row, to, event).await
}

/// Sends it back, with a reason.
///
/// # Errors
/// Refused without a reason.
pub async fn return_it(cx: &mut Cx, house: &House, id: PeriodReportId, why: &str) -> Result<(), Failure> {
    cx.may(Action::ApproveReports, Thing::House)?;
    let (mut row, to) = at_hand(cx, house, id, Step::Return).await?;
    let why = reason(why)?;
    row.returned.clone_from(&why);
    put(cx, row, to, ReportEvent::Returned { report: id, reason: why }).await
}

/// Approves exactly what has this hash.
///
/// # Errors
/// Refused for those who wrote any of it; stale when something else stands there by now.
pub async fn approve(cx: &mut Cx, house: &House, id: PeriodReportId, hash: &str) -> Result<(), Failure> {
    cx.may(Action::ApproveReports, Thing::House)?;
    let (mut row, to) = at_hand(cx, house, id, Step::Approve).await?;
    seen(&row, hash)?;
    (row.approved_by, row.approved_at) = (Some(cx.person()?), Some(cx.now()));
    let event = ReportEvent::Approved { report: id, hash: row.hash.clone() };
    put(cx, row, to, event).await
}

/// Gives it the next number of the year and its day (VT-01).
///
/// # Errors
/// Refused when what was approved is not what stands there, or nobody signs.
pub async fn issue(cx: &mut Cx, house: &House, id: PeriodReportId) -> Result<i64, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, to) = at_hand(cx, house, id, Step::Issue).await?;
    if row.hash != super::hash_of(&row) {
        return Err(Failure::broken("a report that was approved is not the one that is kept"));
    }
    if row.signer_post.is_empty() || row.signer_name.is_empty() {
        return Err(Failure::refused(Refusal::new("refused-report-signer")));
    }
    let year = house.app.zone.day(cx.now()).year();
    let number = reports::next_number(cx.tx(), i64::from(year)).await?;
    (row.number, row.issued_at) = (Some(number), Some(cx.now()));
    let event = ReportEvent::Issued { report: id, number, hash: row.hash.clone() };
    put(cx, row, to, event).await?;
    Ok(number)
}

/// Opens it again before it is issued; its approval is void.
///
/// # Errors
/// Refused without a reason.
pub async fn reopen(cx: &mut Cx, house: &House, id: PeriodReportId, why: &str) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, to) = at_hand(cx, house, id, Step::Reopen).await?;
    let why = reason(why)?;
    (row.approved_by, row.approved_at) = (None, None);
    put(cx, row, to, ReportEvent::Reopened { report: id, reason: why }).await
}

fn seen(row: &ReportRow, hash: &str) -> Result<(), Failure> {
    if row.hash == hash { Ok(()) } else { Err(Failure::Stale(Refusal::new("stale-report"))) }
}

async fn put(cx: &mut Cx, mut row: ReportRow, to: State, event: ReportEvent) -> Result<(), Failure> {
    to.name().clone_into(&mut row.state);
    row.put(cx.tx()).await?;
    cx.record(event);
    Ok(())
}
