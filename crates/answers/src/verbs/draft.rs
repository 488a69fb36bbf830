//! Draft and submit: the unit writes the answer and asks a second person.

use super::sheet::{Sheet, writers};
use crate::question::{Facts, Step};
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal};
use typed::{lines, too_long};

/// Keeps the answer as it is written now; who wrote in it stays known.
///
/// # Errors
/// Stale when somebody else wrote meanwhile: `seen` is the hash of the text one began from. Refused when it is too long.
pub async fn draft_reply(cx: &mut Cx, id: QuestionId, text: &str, seen: &str) -> Result<String, Failure> {
    let mut sheet = Sheet::open(cx, id, Action::AnswerQuestions).await?;
    sheet.take(Step::Draft, &Facts::default())?;
    let text = lines(text);
    let mut against = Vec::new();
    too_long("reply", &text, 20_000, &mut against);
    if text.is_empty() {
        against.push(Refusal::field("reply", "refused-reply-missing"));
    }
    Failure::unless(against)?;
    let hash = files::sha256(text.as_bytes());
    if hash == sheet.row.reply_hash {
        return Ok(hash);
    }
    if seen != sheet.row.reply_hash {
        return Err(Failure::Stale(Refusal::field("reply", "stale-reply")));
    }
    let me = cx.person()?;
    let mut all = writers(&sheet.row);
    if !all.contains(&me) {
        all.push(me);
    }
    sheet.row.writers = all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let before = Some(std::mem::replace(&mut sheet.row.reply_hash, hash.clone()));
    sheet.row.reply = text;
    cx.record_change(
        AnswersEvent::ReplyDrafted { question: id, hash: hash.clone() },
        before.filter(|before| !before.is_empty()),
        Some(hash.clone()),
    );
    sheet.save(cx).await?;
    Ok(hash)
}

/// Asks for approval of exactly the text that was shown.
///
/// # Errors
/// Refused without an answer; stale when it is another text by now.
pub async fn submit_reply(cx: &mut Cx, id: QuestionId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::AnswerQuestions).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Submit, &facts)?;
    if seen != sheet.row.reply_hash {
        return Err(Failure::Stale(Refusal::field("reply", "stale-reply")));
    }
    sheet.row.submitted_at = Some(cx.now());
    sheet.row.returned.clear();
    cx.record(AnswersEvent::ReplySubmitted { question: id, hash: sheet.row.reply_hash.clone() });
    sheet.save(cx).await
}
