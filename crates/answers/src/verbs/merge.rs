//! Merge: it goes on as part of another one, and is answered with it.

use super::sheet::Sheet;
use crate::question::{Facts, State, Step};
use crate::store::questions;
use db::Cx;
use kernel::{AnswersEvent, Failure, QuestionId, Refusal};

/// Lets it go on as part of `into`. Its own clock runs on: the promise to this asker stands.
///
/// # Errors
/// Refused when the other is none that goes on by itself.
pub async fn merge(cx: &mut Cx, id: QuestionId, into: QuestionId) -> Result<(), Failure> {
    let mut sheet = Sheet::open_to_route(cx, id).await?;
    let other = questions::question(cx.tx(), into).await?;
    let goes_on = other.is_some_and(|other| {
        matches!(State::named(&other.state), State::Received | State::Routed | State::Submitted)
    });
    if into == id || !goes_on {
        return Err(Failure::refused(Refusal::field("into", "refused-merge")));
    }
    sheet.take(Step::Merge, &Facts::default())?;
    sheet.row.merged_into = Some(into);
    cx.record(AnswersEvent::QuestionMerged { question: id, into });
    sheet.save(cx).await
}
