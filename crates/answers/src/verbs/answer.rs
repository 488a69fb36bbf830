//! Answer: a second person approves exactly this text, and the asker has it.

use super::sheet::{Sheet, letter_words, write_to};
use crate::private::without_given;
use crate::question::{Facts, Step};
use crate::store::asker;
use crate::store::questions;
use db::Cx;
use deadlines::Rules;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal};
use typed::words;

/// Approves the text with the hash that was shown. It is on the asker's page at once, and goes by mail to who left an
/// address; those whose question was merged into this one have it too.
///
/// # Errors
/// Refused to whoever wrote in it; stale when it is another text by now.
pub async fn answer(cx: &mut Cx, rules: &Rules, id: QuestionId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ApproveReplies).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Approve, &facts)?;
    let stored = files::sha256(sheet.row.reply.as_bytes());
    if seen != sheet.row.reply_hash || stored != sheet.row.reply_hash {
        return Err(Failure::Stale(Refusal::field("reply", "stale-reply")));
    }
    sheet.row.approved_by = cx.actor().id();
    sheet.end(cx, rules).await?;
    let locale = letter_words();
    let subject = locale.t("letter-ask-answered-subject");
    sheet.write(cx, &subject, &locale.f("letter-ask-answered", "words", sheet.row.reply.clone())).await?;
    cx.record(AnswersEvent::QuestionAnswered { question: id, hash: seen.to_owned() });
    let first = sheet.asker(cx).await?;
    for row in questions::merged_into(cx.tx(), id).await? {
        let mut other = Sheet { row };
        other.end(cx, rules).await?;
        let theirs = asker::asker(cx.tx(), other.row.id).await?.unwrap_or_default();
        let text = without_given(&sheet.row.reply, &[&first.name, &first.email, &first.phone]);
        write_to(cx, other.row.id, &theirs, &subject, &locale.f("letter-ask-answered", "words", text))
            .await?;
        cx.record(AnswersEvent::QuestionAnswered { question: other.row.id, hash: seen.to_owned() });
        other.save(cx).await?;
    }
    sheet.save(cx).await
}

/// Sends the answer back to its writer.
///
/// # Errors
/// Refused without a reason.
pub async fn return_reply(cx: &mut Cx, id: QuestionId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ApproveReplies).await?;
    let reason = words("reason", reason, 1000)?;
    sheet.take(Step::ReturnReply, &Facts { reason_given: !reason.is_empty(), ..Facts::default() })?;
    sheet.row.submitted_at = None;
    sheet.row.returned.clone_from(&reason);
    cx.record(AnswersEvent::ReplyReturned { question: id, reason });
    sheet.save(cx).await
}
