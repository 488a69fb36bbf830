//! What can be done with reports and briefings, one wish each.

mod begin;
mod briefing;
mod part;
mod step;
mod write;

pub use begin::begin;
pub(crate) use begin::blank;
pub use briefing::{close_briefing, decide, drop_decision, note, open_briefing};
pub use part::{ask_parts, give_part, remind};
pub use step::{approve, issue, reopen, return_it, submit};
pub use write::{Written, count_again, draft_again, restore, write};

use crate::House;
use crate::numbers::Numbers;
use crate::period::Period;
use crate::report::{Facts, Step, take};
use crate::store::reports::{ReportRow, Texts};
use db::{ConnectionTrait, Cx};
use kernel::{Failure, Moment, PeriodReportId};
use sha2::{Digest, Sha256};

/// SHA-256 over what is approved: period, numbers with their cases, words, who signs and who gets it.
pub(crate) fn hash_of(row: &ReportRow) -> String {
    let texts = row.texts();
    let fields = [
        row.period.as_str(),
        &row.subject,
        &row.numbers,
        &texts.results,
        &texts.difficulties,
        &texts.proposals,
        &texts.next,
        &row.authority,
        &row.signer_post,
        &row.signer_name,
        &row.recipients,
    ];
    let exact = serde_json::to_vec(&fields).unwrap_or_default();
    Sha256::digest(&exact).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn period_of(row: &ReportRow) -> Result<Period, Failure> {
    row.period().ok_or_else(|| Failure::broken("a report has a period that cannot be read"))
}

pub(crate) fn numbers_of(row: &ReportRow) -> Result<Numbers, Failure> {
    serde_json::from_str(&row.numbers).map_err(|error| Failure::Broken(Box::new(error)))
}

/// Whether numbers that were taken then are those of the whole period.
pub(crate) fn facts(
    row: &ReportRow,
    house: &House,
    now: Moment,
    cx: Option<&db::Cx>,
) -> Result<Facts, Failure> {
    let (_, end) = period_of(row)?.span(&house.app.zone).ok_or(Failure::NotFound)?;
    let wrote = cx.and_then(|cx| cx.actor().id()).is_some_and(|me| row.writers().contains(&me));
    Ok(Facts {
        wrote,
        over: end <= now,
        said: !row.results.trim().is_empty(),
        counted: end <= row.counted_at,
    })
}

/// The report under its lock, if the step is open.
async fn at_hand(
    cx: &mut Cx,
    house: &House,
    id: PeriodReportId,
    step: Step,
) -> Result<(ReportRow, crate::report::State), Failure> {
    let row = ReportRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let to = take(row.state(), step, facts(&row, house, cx.now(), Some(cx))?).map_err(Failure::Refused)?;
    Ok((row, to))
}

/// Counts the period as the ledger stands now.
async fn count(cx: &Cx, house: &House, row: &mut ReportRow) -> Result<i64, Failure> {
    let as_of = db::ledger_end(cx.tx()).await?;
    let numbers = Numbers::take(&*house.office, cx.tx(), &house.app.zone, period_of(row)?, as_of).await?;
    row.numbers = serde_json::to_string(&numbers).map_err(|error| Failure::Broken(Box::new(error)))?;
    row.counted_at = cx.now();
    Ok(as_of)
}

/// The draft as things stand now.
pub(crate) async fn drafted(
    db: &impl ConnectionTrait,
    house: &House,
    row: &ReportRow,
) -> Result<Texts, Failure> {
    let period = period_of(row)?;
    let (numbers, names) = (numbers_of(row)?, house.office.names().await?);
    let parts = crate::store::reports::parts(db, row.id).await?;
    let obstacles = house.office.obstacles(period.first, period.last).await?;
    let planned = match period.next() {
        // A report tells what was agreed, not what somebody thinks of.
        Some(next) => {
            let all = house.office.planned(next.first, next.last).await?;
            all.into_iter().filter(|one| !one.draft).collect()
        }
        None => Vec::new(),
    };
    Ok(crate::draft::draft(&crate::draft::Material {
        numbers: &numbers,
        parts: &parts,
        obstacles: &obstacles,
        planned: &planned,
        names: &names,
    }))
}

/// A reason as people give one: said, and not a book.
fn reason(text: &str) -> Result<String, Failure> {
    typed::reason("reason", text, 2_000, "refused-report-reason")
}

/// Several lines of a form, without empty ones.
fn lines(field: &'static str, text: &str) -> Result<String, Failure> {
    let kept: Vec<String> =
        typed::lines(text).lines().filter(|one| !one.is_empty()).map(ToOwned::to_owned).collect();
    typed::words(field, &kept.join("\n"), 4_000)
}
