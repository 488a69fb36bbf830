//! Erase on schedule: some time after its end nobody needs to know any more who asked what (L13).

use super::data_wish::erase_who;
use super::set_field::keep_days;
use super::sheet::Sheet;
use crate::private::without_given;
use crate::store::{asker, public, questions, reports, requests, words as word_store};
use db::Cx;
use files::FileStore;
use kernel::{AnswersEvent, Failure, Moment, QuestionId};
use std::time::Duration;

/// At once no more than so many; the rest comes with the next sweep.
const AT_ONCE: u32 = 200;

/// Erases what is past its time; answers how many things. What was answered and what was published stays: it is the
/// agency's record, and it names nobody.
///
/// # Errors
/// When the files or the database do not answer.
pub async fn erase_on_schedule(cx: &mut Cx, store: &FileStore) -> Result<usize, Failure> {
    let days = keep_days(cx.tx()).await?;
    let before = cx.now().minus(Duration::from_secs(u64::from(days) * 86_400));
    let due = questions::ended_before(cx.tx(), before, AT_ONCE).await?;
    let mut erased = due.len();
    for row in due {
        erase_question(cx, store, row.id).await?;
    }
    erased += erase_requests(cx, before).await?;
    reports::erase_before(cx.tx(), before).await?;
    Ok(erased)
}

async fn erase_question(cx: &mut Cx, store: &FileStore, id: QuestionId) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    let who = sheet.asker(cx).await?;
    let given = [who.name.as_str(), who.email.as_str(), who.phone.as_str()];
    let shown = public::of(cx.tx(), id).await?.filter(|shown| shown.state == "live");
    let (title, body) = shown.map(|shown| (shown.title, shown.body)).unwrap_or_default();
    (sheet.row.title, sheet.row.body) = (title, body);
    sheet.row.folded.clear();
    sheet.row.refusal_words = without_given(&sheet.row.refusal_words, &given);
    sheet.row.reply = crate::private::redacted(&sheet.row.reply, &given);
    asker::erase_messages(cx.tx(), id).await?;
    word_store::forget(cx.tx(), id, false).await?;
    erase_who(cx, store, id).await?;
    (sheet.row.erased_at, sheet.row.erased_how) = (Some(cx.now()), "schedule".into());
    cx.record(AnswersEvent::PersonalDataErased { question: id, why: "schedule".into() });
    sheet.save(cx).await
}

async fn erase_requests(cx: &Cx, before: Moment) -> Result<usize, Failure> {
    let due = requests::ended_before(cx.tx(), before, AT_ONCE).await?;
    let many = due.len();
    for mut row in due {
        for personal in [&mut row.name, &mut row.address, &mut row.identity, &mut row.email, &mut row.phone] {
            personal.clear();
        }
        row.erased_at = Some(cx.now());
        requests::put(cx.tx(), &row).await?;
        post::erase_about(cx, super::information::thing(row.id)).await?;
    }
    Ok(many)
}
