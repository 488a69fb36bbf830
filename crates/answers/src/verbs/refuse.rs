//! Refuse: there will be no answer, for one of a few reasons that the asker reads and everybody can count (L5).

use super::sheet::{Sheet, letter_words};
use crate::question::{Facts, State, Step};
use crate::sight::{Sight, sight};
use db::Cx;
use deadlines::Rules;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal, Thing};
use typed::words;

/// The reasons there are; `ask-refusal-…` says them to the asker and to the public.
pub const REFUSALS: [&str; 6] =
    ["not-ours", "secret", "own-procedure", "answered-before", "unclear", "insult"];

/// Refuses it.
///
/// # Errors
/// Refused without one of the reasons and words to the asker.
pub async fn refuse(
    cx: &mut Cx,
    rules: &Rules,
    id: QuestionId,
    code: &str,
    text: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    if sight(cx.actor(), &sheet.row) == Sight::Nothing {
        return Err(Failure::NotFound);
    }
    // What is nobody's yet is refused by who routes; what is a unit's, by who approves its answers.
    match sheet.row.unit.filter(|_| sheet.state() != State::Received) {
        Some(unit) => cx.may(Action::ApproveReplies, Thing::Unit(unit))?,
        None => cx.may(Action::RouteQuestions, Thing::House)?,
    }
    let text = words("reason", text, 2000)?;
    if !REFUSALS.contains(&code) {
        return Err(Failure::refused(Refusal::field("code", "refused-refusal-code")));
    }
    sheet.take(Step::Refuse, &Facts { reason_given: !text.is_empty(), ..Facts::default() })?;
    code.clone_into(&mut sheet.row.refusal);
    sheet.row.refusal_words.clone_from(&text);
    sheet.row.approved_by = cx.actor().id();
    sheet.end(cx, rules).await?;
    let locale = letter_words();
    let why = format!("{}\n\n{text}", locale.t(&format!("ask-refusal-{code}")));
    sheet
        .write(cx, &locale.t("letter-ask-refused-subject"), &locale.f("letter-ask-refused", "words", why))
        .await?;
    cx.record(AnswersEvent::QuestionRefused { question: id, code: code.to_owned() });
    sheet.save(cx).await
}
