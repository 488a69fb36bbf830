//! Correct: a public answer was wrong. A second person approves the new text, and the public reads what was changed (L6).

use super::publish::put_words;
use super::sheet::{Sheet, letter_words};
use crate::private::without_given;
use crate::question::{Facts, Step};
use crate::store::public::{self, CorrectionRow};
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal};
use typed::{lines, too_long, words};
use uuid::Uuid;

/// Writes a correction. One that waits already is written anew.
///
/// # Errors
/// Refused without a note to the public, or when nothing is public.
pub async fn propose_correction(cx: &mut Cx, id: QuestionId, text: &str, note: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::AnswerQuestions).await?;
    let note = words("note", note, 500)?;
    let text = lines(text);
    let facts = Facts { reason_given: !note.is_empty(), ..sheet.facts(cx.actor().id()) };
    sheet.take(Step::Correct, &facts)?;
    let mut against = Vec::new();
    too_long("reply", &text, 20_000, &mut against);
    let hash = files::sha256(text.as_bytes());
    if text.is_empty() || hash == sheet.row.reply_hash {
        against.push(Refusal::field("reply", "refused-correction-same"));
    }
    Failure::unless(against)?;
    let waiting = waiting(cx, id).await?;
    let row = CorrectionRow {
        id: waiting.map_or_else(Uuid::now_v7, |before| before.id),
        question: id,
        note,
        reply: text,
        hash: hash.clone(),
        before_hash: sheet.row.reply_hash.clone(),
        by_person: cx.person()?,
        proposed_at: cx.now(),
        approved_by: None,
        approved_at: None,
    };
    public::put_correction(cx.tx(), &row).await?;
    cx.record(AnswersEvent::CorrectionProposed { question: id, hash });
    Ok(())
}

async fn waiting(cx: &Cx, id: QuestionId) -> Result<Option<CorrectionRow>, Failure> {
    let all = public::corrections(cx.tx(), id).await?;
    Ok(all.into_iter().find(|correction| correction.approved_at.is_none()))
}

/// Approves exactly the correction that was shown: the public reads it with its note, the asker has it by mail.
///
/// # Errors
/// Refused to whoever wrote it; stale when it is another text by now.
pub async fn approve_correction(cx: &mut Cx, id: QuestionId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ApproveReplies).await?;
    let waits = waiting(cx, id).await?;
    let me = cx.actor().id();
    let facts = Facts {
        correction_waits: waits.is_some(),
        is_writer: waits.as_ref().is_some_and(|waits| Some(waits.by_person) == me),
        ..sheet.facts(None)
    };
    sheet.take(Step::ApproveCorrection, &facts)?;
    let Some(mut row) = waits else { return Err(Failure::NotFound) };
    if row.hash != seen || files::sha256(row.reply.as_bytes()) != row.hash {
        return Err(Failure::Stale(Refusal::field("reply", "stale-reply")));
    }
    (row.approved_by, row.approved_at) = (me, Some(cx.now()));
    public::put_correction(cx.tx(), &row).await?;
    let who = sheet.asker(cx).await?;
    let mut shown = public::of(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    shown.reply = without_given(&row.reply, &[&who.name, &who.email, &who.phone]);
    shown.reply_hash.clone_from(&row.hash);
    shown.changed_at = cx.now();
    put_words(cx, &shown).await?;
    public::put(cx.tx(), &shown).await?;
    let locale = letter_words();
    let text = format!("{}\n\n{}", row.note, row.reply);
    sheet
        .write(
            cx,
            &locale.t("letter-ask-corrected-subject"),
            &locale.f("letter-ask-corrected", "words", text),
        )
        .await?;
    sheet.row.reply = row.reply;
    let before = Some(std::mem::replace(&mut sheet.row.reply_hash, row.hash.clone()));
    cx.record_change(
        AnswersEvent::ReplyCorrected { question: id, note: row.note, hash: row.hash.clone() },
        before,
        Some(row.hash),
    );
    sheet.save(cx).await
}
