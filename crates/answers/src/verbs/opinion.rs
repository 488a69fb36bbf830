//! Give an opinion on a draft without an account; look at it for personal data before it is shown; reply to it in public.

use crate::private::findings;
use crate::store::consultations;
use crate::store::opinions::{self, OpinionRow};
use db::Cx;
use kernel::{Action, AnswersEvent, ConsultationId, Failure, NewId, OpinionId, Refusal, Thing};
use typed::{line, lines, too_long, words};

/// The reasons for not showing an opinion; `consult-hidden-…` says them. How many for which is public (L5).
pub(crate) const HIDDEN: [&str; 4] = ["insult", "private", "not-about", "repeated"];

/// What somebody thinks.
#[derive(Debug, Clone, Default)]
pub struct OpinionWish {
    /// Who, if they say; shown with the opinion.
    pub name: String,
    /// For which body they speak, if for one.
    pub organisation: String,
    /// Which part of the draft it is about.
    pub place: String,
    /// What they think.
    pub words: String,
    /// The token of the form.
    pub nonce: String,
}

/// Whether opinions are taken at an instant.
pub(crate) fn takes_opinions(row: &consultations::ConsultationRow, now: kernel::Moment) -> bool {
    row.state == "open" && row.opened_at.is_some_and(|from| from <= now) && now < row.closes_at
}

/// Takes an opinion; answers which it became. The same form sent twice is one, and answers nothing.
///
/// # Errors
/// Refused without words, or when it is not open.
pub async fn give_opinion(
    cx: &mut Cx,
    id: ConsultationId,
    wish: OpinionWish,
) -> Result<Option<OpinionId>, Failure> {
    let draft = consultations::consultation(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    let row = OpinionRow {
        id: OpinionId::fresh(),
        consultation: id,
        nonce: wish.nonce,
        name: line(&wish.name),
        organisation: line(&wish.organisation),
        place: line(&wish.place),
        words: lines(&wish.words),
        public_words: String::new(),
        state: "waiting".into(),
        code: String::new(),
        reply: String::new(),
        at: cx.now(),
        settled_by: None,
        settled_at: None,
    };
    let mut against = Vec::new();
    if !takes_opinions(&draft, cx.now()) {
        against.push(Refusal::new("closed-consult-closed"));
    }
    if row.words.chars().count() < 5 {
        against.push(Refusal::field("words", "refused-opinion-words"));
    }
    too_long("words", &row.words, 10_000, &mut against);
    too_long("name", &row.name, 120, &mut against);
    too_long("organisation", &row.organisation, 200, &mut against);
    too_long("place", &row.place, 200, &mut against);
    Failure::unless(against)?;
    if gate::spend(cx.tx(), &row.nonce, cx.now()).await? {
        opinions::put(cx.tx(), &row).await?;
        cx.record(AnswersEvent::OpinionGiven { consultation: id });
        return Ok(Some(row.id));
    }
    Ok(None)
}

async fn open(cx: &Cx, id: OpinionId) -> Result<OpinionRow, Failure> {
    cx.may(Action::Consult, Thing::House)?;
    opinions::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}

/// Shows it to the public in the words given, or does not, for one of a few reasons.
///
/// # Errors
/// Refused while the public words point to a person and nobody says that they do not, and without a reason for hiding.
pub async fn settle_opinion(
    cx: &mut Cx,
    id: OpinionId,
    public_words: &str,
    hidden: Option<&str>,
    looked: bool,
) -> Result<ConsultationId, Failure> {
    let mut row = open(cx, id).await?;
    let consultation = row.consultation;
    match hidden {
        Some(code) if HIDDEN.contains(&code) => {
            "hidden".clone_into(&mut row.state);
            code.clone_into(&mut row.code);
            row.public_words.clear();
        }
        Some(_) => return Err(Failure::refused(Refusal::field("code", "refused-refusal-code"))),
        None => {
            let text = words("words", public_words, 10_000)?;
            let found = findings(&text, &[]);
            if text.is_empty() {
                return Err(Failure::refused(Refusal::field("words", "refused-opinion-words")));
            }
            if !looked && !found.is_empty() {
                let said: Vec<String> = found.into_iter().map(|one| one.words).take(8).collect();
                let refusal =
                    Refusal::field("looked", "refused-public-private").with("words", said.join("; "));
                return Err(Failure::refused(refusal));
            }
            "shown".clone_into(&mut row.state);
            row.code.clear();
            row.public_words = text;
        }
    }
    (row.settled_by, row.settled_at) = (cx.actor().id(), Some(cx.now()));
    opinions::put(cx.tx(), &row).await?;
    let (shown, code) = (row.state == "shown", row.code);
    cx.record(AnswersEvent::OpinionSettled { consultation, shown, code });
    Ok(consultation)
}

/// Says in public what the agency makes of it.
///
/// # Errors
/// Refused without words, or when the opinion is not shown.
pub async fn reply_to_opinion(cx: &mut Cx, id: OpinionId, text: &str) -> Result<ConsultationId, Failure> {
    let mut row = open(cx, id).await?;
    let text = words("reply", text, 5000)?;
    if text.is_empty() || row.state != "shown" {
        return Err(Failure::refused(Refusal::field("reply", "refused-opinion-reply")));
    }
    let draft = consultations::consultation(cx.tx(), row.consultation).await?.ok_or(Failure::NotFound)?;
    if draft.state == "concluded" {
        return Err(Failure::refused(Refusal::new("closed-consult-concluded")));
    }
    row.reply = text;
    opinions::put(cx.tx(), &row).await?;
    cx.record(AnswersEvent::OpinionReplied { consultation: row.consultation });
    Ok(row.consultation)
}
