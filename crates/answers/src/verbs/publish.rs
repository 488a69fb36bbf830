//! Publish: question and answer stand in public, with the asker's consent and without personal data; unpublish leaves a
//! tombstone (L7).

use super::sheet::Sheet;
use crate::private::{Finding, findings, without_given};
use crate::question::{Facts, Step};
use crate::store::public::{self, PublicRow};
use crate::store::{fields, words as word_store};
use db::Cx;
use kernel::{Action, AnswersEvent, Failure, QuestionId, Refusal};
use typed::{line, lines, too_long, words};
use viet::fold::{fold_lower, slug};

/// The public version.
#[derive(Debug, Clone, Default)]
pub struct PublicWish {
    /// The field's slug.
    pub field: String,
    /// The title as the public reads it.
    pub title: String,
    /// The question as the public reads it.
    pub body: String,
    /// Somebody looked at what the checker found and says that it points to nobody: a hotline, an official in office.
    pub looked: bool,
}

/// What of a public version points to a person; what the asker gave cannot be waved through.
pub(crate) fn found_in(wish: &PublicWish, reply: &str, given: &[&str]) -> Vec<Finding> {
    let mut found = findings(&wish.title, given);
    found.extend(findings(&wish.body, given));
    found.extend(findings(reply, &[]));
    found
}

/// Publishes exactly the approved answer with the edited question. Where the answer names the asker, the public reads a gap.
///
/// # Errors
/// Refused without consent, before it is answered, and while something points to a person.
pub async fn publish(cx: &mut Cx, id: QuestionId, wish: PublicWish) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::PublishReplies).await?;
    let facts = sheet.facts(cx.actor().id());
    sheet.take(Step::Publish, &facts)?;
    let wish = PublicWish { title: line(&wish.title), body: lines(&wish.body), ..wish };
    let who = sheet.asker(cx).await?;
    let given = [who.name.as_str(), who.email.as_str(), who.phone.as_str()];
    let reply = without_given(&sheet.row.reply, &given);
    Failure::unless(reasons_against(&wish, &reply, &given))?;
    if fields::one_of(cx.tx(), &wish.field).await?.is_none() {
        return Err(Failure::refused(Refusal::field("field", "refused-ask-field")));
    }
    let before = public::of(cx.tx(), id).await?;
    let row = PublicRow {
        question: id,
        slug: before.map_or_else(|| address(&wish.title, id), |before| before.slug),
        state: "live".into(),
        field: wish.field,
        unit: sheet.unit()?,
        title: wish.title,
        body: wish.body,
        reply,
        reply_hash: sheet.row.reply_hash.clone(),
        asked_at: sheet.row.received_at,
        answered_at: sheet.row.ended_at.unwrap_or(cx.now()),
        published_at: cx.now(),
        changed_at: cx.now(),
        reason: String::new(),
        by_person: cx.actor().id(),
    };
    put_words(cx, &row).await?;
    public::put(cx.tx(), &row).await?;
    "live".clone_into(&mut sheet.row.public_state);
    cx.record(AnswersEvent::QuestionPublished { question: id });
    sheet.save(cx).await
}

fn reasons_against(wish: &PublicWish, reply: &str, given: &[&str]) -> Vec<Refusal> {
    let mut against = Vec::new();
    if wish.title.chars().count() < 5 {
        against.push(Refusal::field("title", "refused-ask-title"));
    }
    if wish.body.is_empty() {
        against.push(Refusal::field("body", "refused-ask-body"));
    }
    too_long("title", &wish.title, 200, &mut against);
    too_long("body", &wish.body, 5000, &mut against);
    let found = found_in(wish, reply, given);
    let said = |only_given: bool| {
        let words: Vec<&str> = found
            .iter()
            .filter(|one| !only_given || one.kind == "given")
            .map(|one| one.words.as_str())
            .take(8)
            .collect();
        words.join("; ")
    };
    if found.iter().any(|one| one.kind == "given") {
        against.push(Refusal::field("body", "refused-public-given").with("words", said(true)));
    } else if !found.is_empty() && !wish.looked {
        against.push(Refusal::field("looked", "refused-public-private").with("words", said(false)));
    }
    against
}

/// Words by which readers find it.
pub(crate) async fn put_words(cx: &Cx, row: &PublicRow) -> Result<(), Failure> {
    let text = fold_lower(&format!("{}\n{}\n{}", row.title, row.body, row.reply));
    Ok(word_store::put(cx.tx(), row.question, true, &crate::words::of(&text)).await?)
}

/// Its address: words of its title and a piece of its id that nothing is learned from.
fn address(title: &str, id: QuestionId) -> String {
    let short: String = slug(title).chars().take(70).collect();
    let tail: String = id.0.simple().to_string().chars().skip(24).collect();
    format!("{}-{tail}", short.trim_matches('-'))
}

/// Takes it down: a tombstone with the reason and the day stays.
///
/// # Errors
/// Refused without a reason.
pub async fn unpublish(cx: &mut Cx, id: QuestionId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::PublishReplies).await?;
    let reason = words("reason", reason, 500)?;
    let facts = Facts { reason_given: !reason.is_empty(), ..sheet.facts(cx.actor().id()) };
    sheet.take(Step::Unpublish, &facts)?;
    take_down(cx, &mut sheet, reason).await?;
    sheet.save(cx).await
}

/// Takes it down for a reason that was weighed before.
pub(crate) async fn take_down(cx: &mut Cx, sheet: &mut Sheet, reason: String) -> Result<(), Failure> {
    let id = sheet.row.id;
    let Some(mut row) = public::of(cx.tx(), id).await? else { return Ok(()) };
    "gone".clone_into(&mut row.state);
    row.reason.clone_from(&reason);
    row.changed_at = cx.now();
    row.by_person = cx.actor().id();
    // What the public may no longer read is not kept where the public reads.
    row.body.clear();
    row.reply.clear();
    row.title.clear();
    public::put(cx.tx(), &row).await?;
    word_store::forget(cx.tx(), id, true).await?;
    "gone".clone_into(&mut sheet.row.public_state);
    cx.record(AnswersEvent::QuestionUnpublished { question: id, reason });
    Ok(())
}
