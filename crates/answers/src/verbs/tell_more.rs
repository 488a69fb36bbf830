//! Ask for more, and tell more: what the unit needs to know before it can answer.

use super::sheet::{Sheet, letter_words};
use crate::question::{Facts, Step};
use crate::sight::{Sight, sight};
use crate::store::asker::{self, MessageRow};
use crate::store::words as word_store;
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal, Thing};
use typed::words;
use uuid::Uuid;
use viet::fold::fold_lower;

/// Longest words told at once, in characters.
const MOST_TOLD: usize = 3000;

/// Asks the asker for more; they read it with their code, and by mail if they left an address.
///
/// # Errors
/// Refused without words.
pub async fn ask_more(cx: &mut Cx, id: QuestionId, text: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    if sight(cx.actor(), &sheet.row) != Sight::Asker {
        return Err(Failure::NotFound);
    }
    let unit = sheet
        .row
        .unit
        .map_or(Err(()), |unit| cx.may(Action::AnswerQuestions, Thing::Unit(unit)).map_err(drop));
    if unit.is_err() {
        cx.may(Action::RouteQuestions, Thing::House)?;
    }
    let text = words("reason", text, 2000)?;
    sheet.take(Step::AskMore, &Facts { reason_given: !text.is_empty(), ..Facts::default() })?;
    sheet.row.more_asked_at = Some(cx.now());
    let locale = letter_words();
    sheet
        .write(cx, &locale.t("letter-ask-more-subject"), &locale.f("letter-ask-more", "words", text.clone()))
        .await?;
    add(cx, id, text, cx.actor().id()).await?;
    cx.record(AnswersEvent::MoreAsked { question: id });
    sheet.save(cx).await
}

/// The asker, who came with the code, tells more. The same words twice are said once.
///
/// # Errors
/// Refused without words, or when nothing more can be told.
pub async fn tell_more(cx: &mut Cx, id: QuestionId, text: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    let text = words("more", text, MOST_TOLD)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field("more", "refused-more-missing")));
    }
    sheet.take(Step::TellMore, &Facts::default())?;
    let before = asker::messages(cx.tx(), id).await?;
    if before.last().is_some_and(|last| last.from_asker && last.words == text) {
        return Ok(());
    }
    if before.iter().filter(|message| message.from_asker).count() >= 20 {
        return Err(Failure::refused(Refusal::field("more", "refused-more-many")));
    }
    sheet.row.more_told_at = Some(cx.now());
    sheet.row.folded = format!("{}\n{}", sheet.row.folded, fold_lower(&text));
    word_store::put(cx.tx(), id, false, &crate::words::of(&sheet.row.folded)).await?;
    add(cx, id, text, None).await?;
    cx.record(AnswersEvent::MoreTold { question: id });
    sheet.save(cx).await
}

/// What the asker wrote in answer to a letter about the question, told like what is told on its page. The letter itself stands
/// with the question; so nothing is lost where the words are too long for it or nothing more can be told.
///
/// # Errors
/// When the database does not answer.
pub async fn told_by_mail(cx: &mut Cx, id: QuestionId, letter: &str) -> Result<(), Failure> {
    let own: Vec<&str> = letter.lines().filter(|line| !line.trim_start().starts_with('>')).collect();
    let own: String = own.join("\n").trim().chars().take(MOST_TOLD).collect();
    match tell_more(cx, id, &own).await {
        Err(Failure::Refused(_) | Failure::NotFound) => Ok(()),
        told => told,
    }
}

async fn add(
    cx: &Cx,
    question: QuestionId,
    words: String,
    person: Option<kernel::PersonId>,
) -> Result<(), Failure> {
    let message = MessageRow {
        id: Uuid::now_v7(),
        question,
        from_asker: person.is_none(),
        person,
        kind: "more".to_owned(),
        words,
        at: cx.now(),
    };
    Ok(asker::add_message(cx.tx(), &message).await?)
}
