//! Begins the report of a period: counted and drafted at once.

use super::{count, drafted, hash_of};
use crate::House;
use crate::period::{Kind, Period};
use crate::store::reports::{self, ReportRow, keep_edition};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Failure, Moment, NewId, PeriodReportId, Refusal, ReportEvent, Thing};
use typed::one_line;

/// Begins it; `subject` names a campaign, and is left empty for a calendar period. Where the period has a report already,
/// that one is meant.
///
/// # Errors
/// Refused when the period has not begun, or a campaign has no name.
pub async fn begin(
    cx: &mut Cx,
    house: &House,
    period: Period,
    subject: &str,
) -> Result<PeriodReportId, Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let code = period.code();
    if let Some(known) = reports::of_period(cx.tx(), &code).await? {
        return Ok(known.id);
    }
    let subject = one_line("subject", subject, 300)?;
    let mut against = Vec::new();
    if period.kind == Kind::Days && subject.is_empty() {
        against.push(Refusal::field("subject", "refused-report-subject"));
    }
    if period.first > house.app.zone.day(cx.now()) {
        against.push(Refusal::field("nth", "refused-report-future"));
    }
    Failure::unless(against)?;
    let mut row = blank(cx.tx(), period, subject, cx.now()).await?;
    let as_of = count(cx, house, &mut row).await?;
    let texts = drafted(cx.tx(), house, &row).await?;
    row.set_texts(texts);
    row.note_writer(cx.actor().id());
    row.hash = hash_of(&row);
    row.put(cx.tx()).await?;
    keep_edition(cx.tx(), &row, cx.actor().id(), cx.now()).await?;
    cx.record(ReportEvent::Begun { report: row.id, period: code });
    cx.record(ReportEvent::Counted { report: row.id, as_of });
    Ok(row.id)
}

/// A report without numbers and words, signed as the last one was.
pub(crate) async fn blank(
    db: &impl ConnectionTrait,
    period: Period,
    subject: String,
    now: Moment,
) -> Result<ReportRow, Failure> {
    let signed = reports::last_signed(db).await?;
    let like = |pick: fn(&ReportRow) -> &String| signed.as_ref().map(pick).cloned().unwrap_or_default();
    Ok(ReportRow {
        id: PeriodReportId::fresh(),
        period: period.code(),
        first_day: period.first.to_string(),
        last_day: period.last.to_string(),
        subject,
        state: "drafting".into(),
        edition: 1,
        results: String::new(),
        difficulties: String::new(),
        proposals: String::new(),
        next_words: String::new(),
        authority: like(|row| &row.authority),
        signer_post: like(|row| &row.signer_post),
        signer_name: like(|row| &row.signer_name),
        recipients: like(|row| &row.recipients),
        numbers: "{}".into(),
        counted_at: now,
        parts_due: None,
        writers: String::new(),
        hash: String::new(),
        returned: String::new(),
        approved_by: None,
        approved_at: None,
        number: None,
        issued_at: None,
        begun_at: now,
    })
}
