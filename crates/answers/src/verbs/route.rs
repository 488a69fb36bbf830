//! Route: a unit is responsible; return: it says that it is not.

use super::sheet::Sheet;
use crate::question::{Facts, Step};
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, UnitId};
use typed::words;

/// Says which unit answers. Saying another one later is allowed; the ledger keeps both.
///
/// # Errors
/// Refused when an answer waits for approval or it has ended.
pub async fn route(cx: &mut Cx, id: QuestionId, unit: UnitId) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_route(cx, id).await?;
    sheet.take(Step::Route, &Facts::default())?;
    sheet.row.unit = Some(unit);
    sheet.row.returned.clear();
    cx.record(AnswersEvent::QuestionRouted { question: id, unit });
    sheet.save(cx).await
}

/// Sends it back to the desk: another unit is responsible.
///
/// # Errors
/// Refused without a reason.
pub async fn return_to_desk(cx: &mut Cx, id: QuestionId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::AnswerQuestions).await?;
    let reason = words("reason", reason, 1000)?;
    sheet.take(Step::Return, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    sheet.row.unit = None;
    sheet.row.returned.clone_from(&reason);
    cx.record(AnswersEvent::QuestionReturned { question: id, reason });
    sheet.save(cx).await
}
