//! Assign: a unit is asked for the facts or the answer.

use super::sheet::Sheet;
use crate::hot_spot::Step;
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent, Refusal, UnitId};
use typed::words;

/// Asks a unit. Asking another one later is allowed; the ledger keeps both.
///
/// # Errors
/// Refused without a question, or when it is closed.
pub async fn assign(cx: &mut Cx, id: HotSpotId, unit: UnitId, question: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id).await?;
    let question = words("question", question, 2000)?;
    if question.is_empty() {
        return Err(Failure::refused(Refusal::field("question", "refused-question")));
    }
    sheet.take(cx, Step::Assign, false)?;
    sheet.row.unit = Some(unit);
    sheet.row.question.clone_from(&question);
    sheet.row.assigned_at = Some(cx.now());
    cx.record(ListeningEvent::HotSpotAssigned { hot_spot: id, unit, question });
    sheet.save(cx).await
}
