//! Write the answer, ask for clearance, send it back, clear exactly the text that was shown.

use super::inquiry_end::speaks_for_agency;
use super::inquiry_log::{keep, open, take_step};
use crate::inquiry::{Asked, Content, Facts, Step, with_writer, writers};
use crate::spokesperson::Kind;
use crate::store::{inquiries::InquiryRow, spokespersons::SpokespersonRow};
use db::Cx;
use kernel::{Action, Failure, InquiryId, PressEvent, Refusal, SpokespersonId, Thing, Zone};
use typed::words;

/// An answer as it is kept before it is cleared.
#[derive(Debug, Clone, Default)]
pub struct DraftWish {
    /// The edition that was shown.
    pub edition: i64,
    /// One for each question, in order.
    pub answers: Vec<String>,
    /// Who is to speak.
    pub speaker: Option<SpokespersonId>,
    /// Who drafts says that the inquiry is of the case for which the speaker was authorised (PN-04).
    pub of_the_case: bool,
}

/// Keeps the answers and who is to speak.
///
/// # Errors
/// Stale when somebody else wrote meanwhile; refused when it is over, an answer is too long, or the one chosen does not speak
/// for the agency, or only in a case of which nobody says that it is this one.
pub async fn draft_answer(cx: &mut Cx, zone: &Zone, id: InquiryId, wish: &DraftWish) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let speaker = wish.speaker;
    if row.edition != wish.edition {
        return Err(Failure::Stale(Refusal::new("stale-inquiry")));
    }
    let before = Content::read(&row.content);
    let mut content = Content::default();
    for (at, asked) in before.asked.iter().enumerate() {
        let answer = words("answer", wish.answers.get(at).map_or("", String::as_str), 20_000)?;
        content.asked.push(Asked { question: asked.question.clone(), answer });
    }
    if let Some(speaker) = speaker {
        let chosen = SpokespersonRow::of(cx.tx(), speaker)
            .await?
            .filter(|row| speaks_for_agency(row, zone, cx.now()))
            .ok_or_else(|| Failure::refused(Refusal::field("speaker", "refused-inquiry-speaker")))?;
        let new = row.speaker != Some(speaker);
        if new && Kind::named(&chosen.kind) == Some(Kind::Case) && !wish.of_the_case {
            let refusal = Refusal::field("of_the_case", "refused-inquiry-case").with("matter", chosen.matter);
            return Err(Failure::refused(refusal));
        }
    }
    let hash = content.hash(speaker);
    if hash == row.hash && row.edition > 0 {
        return Ok(());
    }
    take_step(cx, &mut row, Step::Draft, &Facts::default())?;
    row.content = content.write();
    row.speaker = speaker;
    row.hash.clone_from(&hash);
    row.edition += 1;
    row.writers = with_writer(&row.writers, cx.actor().id());
    cx.record(PressEvent::AnswerDrafted { inquiry: id, hash });
    keep(cx, &mut row).await
}

/// The hash of a text that is kept so: what a page shows, and whoever clears it sends back.
#[must_use]
pub fn text_hash(answers: &[String], questions: &[(&str, &str)], speaker: SpokespersonId) -> String {
    let asked = questions.iter().zip(answers).map(|((question, _), answer)| Asked {
        question: (*question).to_owned(),
        answer: answer.trim().to_owned(),
    });
    Content { asked: asked.collect() }.hash(Some(speaker))
}

/// Asks a second person to clear the text.
///
/// # Errors
/// Refused while a question has no answer.
pub async fn ask_clearance(cx: &mut Cx, id: InquiryId, seen: &str) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    as_seen(&row, seen)?;
    let facts = facts(cx, &row);
    take_step(cx, &mut row, Step::AskClearance, &facts)?;
    cx.record(PressEvent::ClearanceAsked { inquiry: id, hash: row.hash.clone() });
    keep(cx, &mut row).await
}

/// Sends the text back to its writer.
///
/// # Errors
/// Refused without a reason.
pub async fn refuse_clearance(cx: &mut Cx, id: InquiryId, reason: &str) -> Result<(), Failure> {
    let mut row = to_clear(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    let facts = Facts { reason_given: !reason.is_empty(), ..facts(cx, &row) };
    take_step(cx, &mut row, Step::RefuseClearance, &facts)?;
    cx.record(PressEvent::ClearanceRefused { inquiry: id, reason });
    keep(cx, &mut row).await
}

/// Clears exactly the text that was shown.
///
/// # Errors
/// Stale when it is another text by now; refused when who clears wrote a part of it.
pub async fn clear_answer(cx: &mut Cx, id: InquiryId, seen: &str) -> Result<(), Failure> {
    let mut row = to_clear(cx, id).await?;
    as_seen(&row, seen)?;
    let facts = facts(cx, &row);
    take_step(cx, &mut row, Step::Clear, &facts)?;
    row.cleared_hash = row.hash.clone();
    (row.cleared_by, row.cleared_at) = (cx.actor().id(), Some(cx.now()));
    cx.record(PressEvent::AnswerCleared { inquiry: id, hash: row.hash.clone() });
    keep(cx, &mut row).await
}

async fn to_clear(cx: &Cx, id: InquiryId) -> Result<InquiryRow, Failure> {
    cx.may(Action::ClearPress, Thing::House)?;
    InquiryRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}

fn as_seen(row: &InquiryRow, seen: &str) -> Result<(), Failure> {
    if row.hash == seen { Ok(()) } else { Err(Failure::Stale(Refusal::new("stale-inquiry"))) }
}

pub(crate) fn facts(cx: &Cx, row: &InquiryRow) -> Facts {
    let content = Content::read(&row.content);
    Facts {
        complete: content.is_complete(),
        own_text: cx.actor().id().is_some_and(|me| writers(&row.writers).contains(&me)),
        hash_holds: row.hash == row.cleared_hash && content.hash(row.speaker) == row.cleared_hash,
        ..Facts::default()
    }
}
