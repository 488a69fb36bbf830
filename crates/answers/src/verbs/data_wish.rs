//! What askers wish done with their data (DL-01): what the machine can do is done at once and written down; what a person must
//! look at runs under its own clocks.

use super::publish::take_down;
use super::sheet::{Sheet, letter_words, thing};
use crate::FILES;
use crate::private::{redacted, without_given};
use crate::sight::{Sight, sight};
use crate::store::asker::{self, AskerRow, WishRow};
use crate::store::words as word_store;
use db::{ConnectionTrait, Cx};
use files::FileStore;
use kernel::{AnswersEvent, Failure, QuestionId, Refusal};
use serde_json::json;
use typed::{line, too_long, words};
use uuid::Uuid;
use viet::fold::fold_lower;

/// Who they are, as they want it to be known.
#[derive(Debug, Clone, Default)]
pub struct AskerWish {
    /// Name.
    pub name: String,
    /// Address of mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
}

async fn note(cx: &Cx, question: QuestionId, kind: &str, text: &str, done: bool) -> Result<(), Failure> {
    let wish = WishRow {
        id: Uuid::now_v7(),
        question,
        kind: kind.to_owned(),
        words: text.to_owned(),
        at: cx.now(),
        done_at: done.then(|| cx.now()),
        outcome: String::new(),
        person: None,
    };
    Ok(asker::put_wish(cx.tx(), &wish).await?)
}

/// The asker no longer agrees: what is public is taken down at once.
///
/// # Errors
/// When the database does not answer.
pub async fn withdraw_consent(cx: &mut Cx, id: QuestionId) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    if !sheet.row.consent {
        return Ok(());
    }
    sheet.row.consent = false;
    note(cx, id, "withdraw", "", true).await?;
    cx.record(AnswersEvent::ConsentWithdrawn { question: id });
    if sheet.row.public_state == "live" {
        take_down(cx, &mut sheet, letter_words().t("ask-gone-consent")).await?;
    }
    sheet.save(cx).await
}

/// The asker corrects who they are.
///
/// # Errors
/// Refused when an address is none, or after all was erased.
pub async fn correct_asker(cx: &mut Cx, id: QuestionId, wish: &AskerWish) -> Result<(), Failure> {
    let sheet = Sheet::lock(cx, id).await?;
    if sheet.row.erased_how == "schedule" {
        return Err(Failure::refused(Refusal::new("refused-erased")));
    }
    let row = AskerRow { name: line(&wish.name), email: line(&wish.email), phone: line(&wish.phone) };
    let mut against = Vec::new();
    too_long("name", &row.name, 120, &mut against);
    too_long("phone", &row.phone, 30, &mut against);
    if !row.email.is_empty() && typed::address("email", &row.email).is_err() {
        against.push(Refusal::field("email", "refused-ask-email"));
    }
    Failure::unless(against)?;
    if asker::asker(cx.tx(), id).await?.unwrap_or_default() == row {
        return Ok(());
    }
    asker::put(cx.tx(), id, &row).await?;
    note(cx, id, "correct", "", true).await?;
    cx.record(AnswersEvent::PersonalDataChanged { question: id });
    Ok(())
}

/// The asker erases who they are. The question stays and is answered on their page; what in it points to them is taken out.
///
/// # Errors
/// When the files cannot be let go of.
pub async fn erase_asker(cx: &mut Cx, store: &FileStore, id: QuestionId) -> Result<(), Failure> {
    let mut sheet = Sheet::lock(cx, id).await?;
    if sheet.row.erased_at.is_some() {
        return Ok(());
    }
    let who = sheet.asker(cx).await?;
    let given = [who.name.as_str(), who.email.as_str(), who.phone.as_str()];
    sheet.row.title = redacted(&sheet.row.title, &given);
    sheet.row.body = redacted(&sheet.row.body, &given);
    let reply = without_given(&sheet.row.reply, &given);
    if sheet.row.ended_at.is_none() && reply != sheet.row.reply {
        // Still to be approved: whoever approves sees the text with its gaps. What was approved keeps its hash.
        sheet.row.reply_hash = files::sha256(reply.as_bytes());
    }
    sheet.row.reply = reply;
    sheet.row.refusal_words = without_given(&sheet.row.refusal_words, &given);
    sheet.row.folded = fold_lower(&format!("{}\n{}", sheet.row.title, sheet.row.body));
    for mut message in asker::messages(cx.tx(), id).await? {
        message.words = redacted(&message.words, &given);
        asker::add_message(cx.tx(), &message).await?;
    }
    word_store::put(cx.tx(), id, false, &crate::words::of(&sheet.row.folded)).await?;
    erase_who(cx, store, id).await?;
    (sheet.row.erased_at, sheet.row.erased_how) = (Some(cx.now()), "wish".into());
    note(cx, id, "erase", "", true).await?;
    cx.record(AnswersEvent::PersonalDataErased { question: id, why: "wish".into() });
    sheet.save(cx).await
}

/// Lets go of the row that says who asked, of their files and of the letters to them.
pub(crate) async fn erase_who(cx: &Cx, store: &FileStore, id: QuestionId) -> Result<(), Failure> {
    for file in asker::files(cx.tx(), id).await? {
        store.forget(&file.sha256, &FILES.place(file.id)).await?;
    }
    asker::erase_files(cx.tx(), id).await?;
    asker::erase(cx.tx(), id).await?;
    post::erase_about(cx, thing(id)).await
}

/// The asker wishes something that a person must look at.
///
/// # Errors
/// Refused without words.
pub async fn other_wish(cx: &mut Cx, id: QuestionId, text: &str) -> Result<(), Failure> {
    let sheet = Sheet::lock(cx, id).await?;
    let text = words("wish", text, 2000)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field("wish", "refused-wish-missing")));
    }
    let open = asker::wishes(cx.tx(), id).await?;
    if open.iter().any(|wish| wish.done_at.is_none()) {
        return Err(Failure::refused(Refusal::field("wish", "refused-wish-open")));
    }
    note(cx, sheet.row.id, "other", &text, false).await?;
    cx.record(AnswersEvent::DataWishReceived { question: id });
    Ok(())
}

/// Says what came of that wish.
///
/// # Errors
/// Refused without words, or when there is none.
pub async fn answer_data_wish(cx: &mut Cx, id: QuestionId, text: &str) -> Result<(), Failure> {
    let sheet = Sheet::lock(cx, id).await?;
    if sight(cx.actor(), &sheet.row) != Sight::Asker {
        return Err(Failure::NotFound);
    }
    let text = words("outcome", text, 2000)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field("outcome", "refused-reason")));
    }
    let open = asker::wishes(cx.tx(), id).await?.into_iter().find(|wish| wish.done_at.is_none());
    let Some(mut wish) = open else {
        return Err(Failure::refused(Refusal::new("closed-question-no-wish")));
    };
    (wish.done_at, wish.person) = (Some(cx.now()), cx.actor().id());
    wish.outcome.clone_from(&text);
    asker::put_wish(cx.tx(), &wish).await?;
    let locale = letter_words();
    sheet
        .write(cx, &locale.t("letter-ask-data-subject"), &locale.f("letter-ask-data", "words", text))
        .await?;
    cx.record(AnswersEvent::DataWishAnswered { question: id });
    Ok(())
}

/// Everything that is kept of an asker, for themselves.
pub(crate) async fn exported(
    db: &impl ConnectionTrait,
    row: &crate::store::questions::QuestionRow,
) -> Result<serde_json::Value, Failure> {
    let who = asker::asker(db, row.id).await?.unwrap_or_default();
    let at = |moment: kernel::Moment| moment.to_string();
    let messages: Vec<_> = asker::messages(db, row.id)
        .await?
        .into_iter()
        .map(|one| json!({ "from_asker": one.from_asker, "words": one.words, "at": at(one.at) }))
        .collect();
    let files: Vec<_> = asker::files(db, row.id)
        .await?
        .into_iter()
        .map(|one| json!({ "name": one.name, "kind": one.kind, "bytes": one.bytes, "sha256": one.sha256 }))
        .collect();
    let wishes: Vec<_> = asker::wishes(db, row.id)
        .await?
        .into_iter()
        .map(|one| {
            json!({ "kind": one.kind, "words": one.words, "at": at(one.at), "done_at": one.done_at.map(at),
                    "outcome": one.outcome })
        })
        .collect();
    let letters: Vec<_> = post::about(db, thing(row.id))
        .await?
        .into_iter()
        .map(|one| json!({ "to": one.to_address, "subject": one.subject, "state": one.state.name(), "at": at(one.at) }))
        .collect();
    let written: Vec<_> = post::came_about(db, thing(row.id))
        .await?
        .into_iter()
        .map(|one| json!({ "from": one.from_address, "subject": one.subject, "text": one.text, "at": at(one.at) }))
        .collect();
    let answered = row.state == "answered";
    Ok(json!({
        "name": who.name, "email": who.email, "phone": who.phone,
        "title": row.title, "question": row.body, "field": row.field, "received_at": at(row.received_at),
        "state": row.state, "consent_to_publish": row.consent, "consent_given_at": row.consent_at.map(at),
        "answer": if answered { row.reply.as_str() } else { "" },
        "refusal": row.refusal, "refusal_words": row.refusal_words,
        "messages": messages, "files": files, "data_wishes": wishes, "letters": letters, "letters_written": written,
        "erased_at": row.erased_at.map(at),
    }))
}
