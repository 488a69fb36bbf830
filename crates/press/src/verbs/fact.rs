//! Ask a unit for facts, give them with their source, send them back, drop the question (PN-07).

use super::inquiry_log::{keep, open, take_step};
use crate::inquiry::{Facts, Step};
use crate::store::facts::{self, FactRow};
use db::Cx;
use kernel::{Action, FactId, Failure, InquiryId, NewId, PressEvent, Refusal, Thing, UnitId};
use typed::{noted, one_line, words};

/// Asks a unit. It sees its question and nothing else of the inquiry.
///
/// # Errors
/// Refused without a question, or when the inquiry is over.
pub async fn ask_facts(
    cx: &mut Cx,
    inquiry: InquiryId,
    unit: UnitId,
    question: &str,
) -> Result<FactId, Failure> {
    let mut row = open(cx, inquiry).await?;
    let question = words("question", question, 2000)?;
    if question.is_empty() {
        return Err(Failure::refused(Refusal::field("question", "refused-fact-question")));
    }
    // The same form sent twice asks once.
    let known = facts::of_inquiry(cx.tx(), inquiry).await?;
    let same = |fact: &&FactRow| fact.unit == unit && fact.question == question && fact.state == "asked";
    if let Some(fact) = known.iter().find(same) {
        return Ok(fact.id);
    }
    take_step(cx, &mut row, Step::AskFacts, &Facts::default())?;
    keep(cx, &mut row).await?;
    let fact = FactRow {
        id: FactId::fresh(),
        inquiry,
        unit,
        question,
        state: "asked".to_owned(),
        asked_by: cx.actor().id(),
        asked_at: cx.now(),
        answer: String::new(),
        source: String::new(),
        given_by: None,
        given_at: None,
        reason: String::new(),
    };
    fact.put(cx.tx()).await?;
    cx.record(PressEvent::FactsAsked { fact: fact.id, inquiry, unit });
    Ok(fact.id)
}

/// Gives the facts, with where they come from. What one's unit was not asked does not exist.
///
/// # Errors
/// Refused without facts or source, or when they were given already.
pub async fn give_facts(cx: &mut Cx, id: FactId, answer: &str, source: &str) -> Result<(), Failure> {
    let mut fact = lock(cx, id).await?;
    cx.may(Action::GiveFacts, Thing::Unit(fact.unit)).map_err(|_| Failure::NotFound)?;
    let mut against = Vec::new();
    let answer = noted(&mut against, words("answer", answer, 20_000))?;
    let source = noted(&mut against, one_line("source", source, 500))?;
    if answer.is_empty() {
        against.push(Refusal::field("answer", "refused-fact-answer"));
    }
    if source.is_empty() {
        against.push(Refusal::field("source", "refused-fact-source"));
    }
    if !matches!(fact.state.as_str(), "asked" | "returned") {
        against.push(Refusal::new("refused-fact-over"));
    }
    Failure::unless(against)?;
    (fact.answer, fact.source) = (answer, source);
    fact.state = "given".to_owned();
    (fact.given_by, fact.given_at) = (cx.actor().id(), Some(cx.now()));
    cx.record(PressEvent::FactsGiven { fact: id, inquiry: fact.inquiry });
    Ok(fact.put(cx.tx()).await?)
}

/// Sends them back to the unit.
///
/// # Errors
/// Refused without a reason, or when nothing was given.
pub async fn return_facts(cx: &mut Cx, id: FactId, reason: &str) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let mut fact = lock(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    let mut against = Vec::new();
    if reason.is_empty() {
        against.push(Refusal::field("reason", "refused-reason"));
    }
    if fact.state != "given" {
        against.push(Refusal::new("refused-fact-not-given"));
    }
    Failure::unless(against)?;
    fact.state = "returned".to_owned();
    fact.reason.clone_from(&reason);
    cx.record(PressEvent::FactsReturned { fact: id, inquiry: fact.inquiry, reason });
    Ok(fact.put(cx.tx()).await?)
}

/// Says that they are not needed any more.
///
/// # Errors
/// Refused when they were given.
pub async fn drop_facts(cx: &mut Cx, id: FactId) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let mut fact = lock(cx, id).await?;
    if !matches!(fact.state.as_str(), "asked" | "returned") {
        return Err(Failure::refused(Refusal::new("refused-fact-over")));
    }
    fact.state = "dropped".to_owned();
    cx.record(PressEvent::FactsDropped { fact: id, inquiry: fact.inquiry });
    Ok(fact.put(cx.tx()).await?)
}

async fn lock(cx: &Cx, id: FactId) -> Result<FactRow, Failure> {
    FactRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}
