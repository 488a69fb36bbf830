//! Changes a report that is being written: its words, its numbers by counting again, its draft by drafting again.

use super::{at_hand, count, drafted, hash_of, lines};
use crate::House;
use crate::report::Step;
use crate::store::reports::{ReportRow, Texts, editions, keep_edition};
use crate::words;
use db::Cx;
use kernel::{Action, Failure, PeriodReportId, Refusal, ReportEvent, Thing};
use typed::one_line;

/// What was typed into the form of a report.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// The four texts.
    pub texts: Texts,
    /// The lines of authority above the signer's post.
    pub authority: String,
    /// The signer's post.
    pub signer_post: String,
    /// The signer's name.
    pub signer_name: String,
    /// Who gets it, one a line.
    pub recipients: String,
}

/// Keeps what was typed over the edition that was shown.
///
/// # Errors
/// Stale when somebody else wrote meanwhile; refused with the names in braces that are no numbers.
pub async fn write(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    edition: i64,
    written: &Written,
) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, _) = at_hand(cx, house, id, Step::Write).await?;
    fresh(&row, edition)?;
    let texts = written.texts.clean();
    let reasons = texts.named().into_iter().flat_map(|(field, text)| words::reasons_against(field, text));
    Failure::unless(reasons.collect())?;
    row.authority = lines("authority", &written.authority)?;
    row.signer_post = one_line("signer_post", &written.signer_post, 200)?;
    row.signer_name = one_line("signer_name", &written.signer_name, 200)?;
    row.recipients = lines("recipients", &written.recipients)?;
    keep(cx, row, texts).await
}

/// Drafts it again from the numbers and what units wrote by now. The text before stays among the editions.
///
/// # Errors
/// Stale when somebody else wrote meanwhile.
pub async fn draft_again(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    edition: i64,
) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, _) = at_hand(cx, house, id, Step::Write).await?;
    fresh(&row, edition)?;
    let as_of = count(cx, house, &mut row).await?;
    cx.record(ReportEvent::Counted { report: id, as_of });
    let texts = drafted(cx.tx(), house, &row).await?;
    keep(cx, row, texts).await
}

/// Lets an earlier text stand again, as a new edition.
///
/// # Errors
/// Stale when somebody else wrote meanwhile; not found for an edition there is not.
pub async fn restore(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    edition: i64,
    wanted: i64,
) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (row, _) = at_hand(cx, house, id, Step::Write).await?;
    fresh(&row, edition)?;
    let kept = editions(cx.tx(), id).await?.into_iter().find(|one| one.edition == wanted);
    keep(cx, row, kept.ok_or(Failure::NotFound)?.texts()).await
}

/// Takes the numbers as the ledger stands now; the words stay.
///
/// # Errors
/// Refused once it was submitted.
pub async fn count_again(cx: &mut Cx, house: &House, id: PeriodReportId) -> Result<(), Failure> {
    cx.may(Action::WriteReports, Thing::House)?;
    let (mut row, _) = at_hand(cx, house, id, Step::Count).await?;
    let as_of = count(cx, house, &mut row).await?;
    row.hash = hash_of(&row);
    row.put(cx.tx()).await?;
    cx.record(ReportEvent::Counted { report: id, as_of });
    Ok(())
}

fn fresh(row: &ReportRow, edition: i64) -> Result<(), Failure> {
    if row.edition == edition { Ok(()) } else { Err(Failure::Stale(Refusal::new("stale-report"))) }
}

async fn keep(cx: &mut Cx, mut row: ReportRow, texts: Texts) -> Result<(), Failure> {
    let before = row.hash.clone();
    row.set_texts(texts);
    row.edition += 1;
    row.note_writer(cx.actor().id());
    row.hash = hash_of(&row);
    row.put(cx.tx()).await?;
    keep_edition(cx.tx(), &row, cx.actor().id(), cx.now()).await?;
    let event = ReportEvent::Written { report: row.id, hash: row.hash.clone() };
    cx.record_change(event, Some(before), Some(row.hash));
    Ok(())
}
