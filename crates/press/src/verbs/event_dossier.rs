//! The dossier of a press event (S34): what units bring, what is expected to be asked, what was asked and said.

use super::event_sheet::EventSheet;
use crate::event::Step;
use crate::store::events::{self, ContributionRow, QuestionRow};
use db::Cx;
use kernel::{
    Action, FactId, Failure, Moment, NewId, PressEventId, Refusal, ReleaseEvent, Thing, ThingKind, ThingRef,
    UnitId,
};
use typed::{one_line, words};
use uuid::Uuid;

/// A question, expected or asked.
#[derive(Debug, Clone, Default)]
pub struct QuestionWish {
    /// Expected beforehand, not asked at the event.
    pub prepared: bool,
    /// Who asks: the outlet.
    pub outlet: String,
    /// What.
    pub question: String,
    /// What is, or was, said.
    pub answer: String,
    /// By whom.
    pub answered_by: String,
    /// Whether an answer is still owed.
    pub follow_up: bool,
}

/// Asks a unit to contribute.
///
/// # Errors
/// Refused without words, or when the unit was asked already.
pub async fn ask_contribution(
    cx: &mut Cx,
    id: PressEventId,
    unit: UnitId,
    ask: &str,
    due_at: Option<Moment>,
) -> Result<FactId, Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Change, cx.now(), false)?;
    let ask = words("ask", ask, 2_000)?;
    let mut against = Vec::new();
    if ask.is_empty() {
        against.push(Refusal::field("ask", "refused-pevent-ask"));
    }
    if due_at.is_some_and(|due| due <= cx.now()) {
        against.push(Refusal::field("due", "refused-pevent-due"));
    }
    if events::contributions(cx.tx(), id).await?.iter().any(|one| one.unit == unit && one.given_at.is_none())
    {
        against.push(Refusal::field("unit", "refused-pevent-asked"));
    }
    Failure::unless(against)?;
    let row = ContributionRow {
        id: FactId::fresh(),
        press_event: id,
        unit,
        ask,
        due_at,
        asked_at: cx.now(),
        asked_by: cx.actor().id(),
        text: String::new(),
        given_at: None,
        given_by: None,
    };
    events::put_contribution(cx.tx(), &row).await?;
    cx.record(ReleaseEvent::ContributionAsked { press_event: id, fact: row.id, unit });
    Ok(row.id)
}

/// A unit contributes what it was asked for; it may say more until the event ends.
///
/// # Errors
/// Not found for those of whom it was not asked; refused without words.
pub async fn give_contribution(cx: &mut Cx, id: FactId, text: &str) -> Result<PressEventId, Failure> {
    let known = events::contribution(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    cx.may(Action::GiveFacts, Thing::Unit(known.unit)).map_err(|_| Failure::NotFound)?;
    let mut sheet = EventSheet::lock(cx, known.press_event).await?;
    sheet.take(Step::Change, cx.now(), false)?;
    let text = words("text", text, 20_000)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field("text", "refused-pevent-text")));
    }
    let unit = known.unit;
    let row = ContributionRow { text, given_at: Some(cx.now()), given_by: cx.actor().id(), ..known };
    events::put_contribution(cx.tx(), &row).await?;
    cx.record(ReleaseEvent::ContributionGiven { press_event: row.press_event, fact: id, unit });
    Ok(row.press_event)
}

/// Keeps a question: a new one, or one that is there.
///
/// # Errors
/// Refused without a question; not found when it belongs to another event.
pub async fn keep_question(
    cx: &mut Cx,
    id: PressEventId,
    question: Option<Uuid>,
    wish: &QuestionWish,
) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Record, cx.now(), false)?;
    let known = events::questions(cx.tx(), id).await?;
    let known = match question {
        Some(which) => Some(known.into_iter().find(|one| one.id == which).ok_or(Failure::NotFound)?),
        None => None,
    };
    let asked = words("question", &wish.question, 2_000)?;
    if asked.is_empty() {
        return Err(Failure::refused(Refusal::field("question", "refused-pevent-question")));
    }
    let row = QuestionRow {
        id: known.as_ref().map_or_else(Uuid::now_v7, |row| row.id),
        press_event: id,
        prepared: known.as_ref().map_or(wish.prepared, |row| row.prepared),
        outlet: one_line("outlet", &wish.outlet, 200)?,
        question: asked,
        answer: words("answer", &wish.answer, 8_000)?,
        answered_by: one_line("answered_by", &wish.answered_by, 200)?,
        follow_up: wish.follow_up,
        made_at: known.as_ref().map_or(cx.now(), |row| row.made_at),
        made_by: cx.actor().id(),
    };
    events::put_question(cx.tx(), &row).await?;
    cx.record(ReleaseEvent::Noted { press_event: id });
    Ok(())
}

/// Keeps what was said and what follows from it.
///
/// # Errors
/// Refused when it is too long.
pub async fn keep_record(
    cx: &mut Cx,
    id: PressEventId,
    transcript: &str,
    follow_ups: &str,
) -> Result<(), Failure> {
    let mut sheet = EventSheet::open(cx, id).await?;
    sheet.take(Step::Record, cx.now(), false)?;
    sheet.row.transcript = words("transcript", transcript, 100_000)?;
    sheet.row.follow_ups = words("follow_ups", follow_ups, 8_000)?;
    cx.record(ReleaseEvent::Noted { press_event: id });
    sheet.save(cx).await
}

/// Forgets who came, and the letters to them (L13): outlets and counts stay.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_guests(cx: &mut Cx, id: PressEventId) -> Result<(), Failure> {
    events::forget_guests(cx.tx(), id).await?;
    post::erase_about(cx, ThingRef { kind: ThingKind::PressEvent, id: id.0 }).await
}
