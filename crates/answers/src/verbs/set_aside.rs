//! Set aside: it is no question. Nothing is deleted; one click takes it back, one takes back a whole flood (L5).

use super::sheet::Sheet;
use crate::question::{Facts, Step};
use crate::store::questions;
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Thing};
use typed::words;
use uuid::Uuid;

/// Sets it aside.
///
/// # Errors
/// Refused without a reason.
pub async fn set_aside(cx: &mut Cx, id: QuestionId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_route(cx, id).await?;
    let reason = words("reason", reason, 500)?;
    sheet.take(Step::SetAside, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    "person".clone_into(&mut sheet.row.aside);
    sheet.row.returned.clone_from(&reason);
    sheet.row.ended_at = Some(cx.now());
    cx.record(AnswersEvent::QuestionSetAside { question: id, reason });
    crate::sweep::arrange(cx).await?;
    sheet.save(cx).await
}

/// Takes back what was set aside, refused or merged. Its clock counts from when it came, as if nothing had been.
///
/// # Errors
/// Refused when it waits already.
pub async fn take_back(cx: &mut Cx, id: QuestionId) -> Result<(), Failure> {
    let sheet = Sheet::open_to_route(cx, id).await?;
    taken_back(cx, sheet).await
}

async fn taken_back(cx: &mut Cx, mut sheet: Sheet) -> Result<(), Failure> {
    sheet.take(Step::TakeBack, &Facts::default())?;
    sheet.row.aside.clear();
    sheet.row.returned.clear();
    sheet.row.refusal.clear();
    sheet.row.refusal_words.clear();
    sheet.row.merged_into = None;
    sheet.row.unit = None;
    sheet.reopen();
    let (question, form) = (sheet.row.id, sheet.row.form.clone());
    let received_at = sheet.row.received_at;
    cx.record(AnswersEvent::QuestionTakenBack { question, form, received_at });
    sheet.save(cx).await
}

/// At once no more than so many: each is an entry of the ledger with a clock of its own.
const AT_ONCE: u32 = 500;

/// Takes back what was set aside of a flood; answers how many, and the caller comes again while there are.
///
/// # Errors
/// When the database does not answer.
pub async fn take_back_flood(cx: &mut Cx, flock: Uuid) -> Result<usize, Failure> {
    cx.may(Action::RouteQuestions, Thing::House)?;
    let rows = questions::aside_of_flock(cx.tx(), flock, AT_ONCE).await?;
    let many = rows.len();
    for row in rows {
        taken_back(cx, Sheet { row }).await?;
    }
    Ok(many)
}
