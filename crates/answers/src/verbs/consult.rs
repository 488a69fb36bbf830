//! Put a draft to the public: begin, open, close, conclude. Once open, its text stays as it is (L18).

use crate::FILES;
use crate::store::consultations::{self, ConsultationRow};
use crate::store::opinions;
use crate::sweep;
use db::Cx;
use files::FileStore;
use kernel::{Action, AnswersEvent, ConsultationId, Failure, Moment, NewId, Refusal, Thing, UnitId};
use sha2::{Digest, Sha256};
use std::time::Duration;
use typed::Fit;
use typed::{line, lines, too_long, words};

/// A draft as it is to be.
#[derive(Debug, Clone)]
pub struct ConsultationWish {
    /// What the draft is called.
    pub title: String,
    /// What it is for and what is asked.
    pub about: String,
    /// Its text; may be empty when a file holds it.
    pub draft: String,
    /// Who drafted it.
    pub unit: UnitId,
    /// When it opens.
    pub opens_at: Option<Moment>,
    /// When it closes.
    pub closes_at: Option<Moment>,
}

/// What the public is asked about: title, explanation, text and file.
pub(crate) fn hash_of(row: &ConsultationRow) -> String {
    let mut hash = Sha256::new();
    for part in [&row.title, &row.about, &row.draft, &row.file_sha] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    gate::hex(&hash.finalize())
}

/// Begins one, or changes one that has not opened. Each save that changes something is a version.
///
/// # Errors
/// Refused without a title, without text and file, or once it is open.
pub async fn set_consultation(
    cx: &mut Cx,
    store: &FileStore,
    id: Option<ConsultationId>,
    wish: ConsultationWish,
    file: Option<Fit>,
) -> Result<ConsultationId, Failure> {
    cx.may(Action::Consult, Thing::House)?;
    let before = match id {
        Some(id) => Some(locked(cx, id).await?),
        None => None,
    };
    if before.as_ref().is_some_and(|before| before.state != "draft") {
        return Err(Failure::refused(Refusal::new("closed-consult-open")));
    }
    let mut row = before.unwrap_or_else(|| begun(cx, &wish));
    row.title = line(&wish.title);
    row.about = lines(&wish.about);
    row.draft = lines(&wish.draft);
    row.unit = wish.unit;
    let has_file = file.is_some() || !row.file_sha.is_empty();
    Failure::unless(reasons_against(&row, &wish, has_file))?;
    (row.opens_at, row.closes_at) =
        (wish.opens_at.unwrap_or(row.opens_at), wish.closes_at.unwrap_or(row.closes_at));
    if let Some(fit) = file {
        row.file_sha = files::sha256(&fit.bytes);
        row.file_bytes = i64::try_from(fit.bytes.len()).unwrap_or(i64::MAX);
        row.file_name = fit.name;
        store.keep_as(&row.file_sha, &FILES.place(row.id.0), fit.bytes).await?;
    }
    if row.slug.is_empty() {
        let short: String = viet::fold::slug(&row.title).chars().take(70).collect();
        let tail: String = row.id.0.simple().to_string().chars().skip(26).collect();
        row.slug = format!("{}-{tail}", short.trim_matches('-'));
    }
    row.hash = hash_of(&row);
    consultations::put(cx.tx(), &row).await?;
    consultations::add_version(cx.tx(), &row, cx.now(), cx.actor().id()).await?;
    cx.record(AnswersEvent::ConsultationSet { consultation: row.id });
    Ok(row.id)
}

/// Begins one without a file; answers the hash with which it is opened.
///
/// # Errors
/// As [`set_consultation`].
pub async fn set_and_show(
    cx: &mut Cx,
    store: &FileStore,
    wish: ConsultationWish,
) -> Result<(ConsultationId, String), Failure> {
    let id = set_consultation(cx, store, None, wish, None).await?;
    Ok((id, locked(cx, id).await?.hash))
}

fn begun(cx: &Cx, wish: &ConsultationWish) -> ConsultationRow {
    ConsultationRow {
        id: ConsultationId::fresh(),
        slug: String::new(),
        state: "draft".into(),
        title: String::new(),
        about: String::new(),
        draft: String::new(),
        file_name: String::new(),
        file_sha: String::new(),
        file_bytes: 0,
        hash: String::new(),
        unit: wish.unit,
        opens_at: cx.now(),
        closes_at: cx.now(),
        opened_at: None,
        closed_at: None,
        conclusion: String::new(),
        concluded_at: None,
        made_at: cx.now(),
        made_by: cx.actor().id(),
    }
}

fn reasons_against(row: &ConsultationRow, wish: &ConsultationWish, has_file: bool) -> Vec<Refusal> {
    let mut against = Vec::new();
    if row.title.chars().count() < 5 {
        against.push(Refusal::field("title", "refused-consult-title"));
    }
    if row.draft.is_empty() && !has_file {
        against.push(Refusal::field("draft", "refused-consult-text"));
    }
    too_long("title", &row.title, 300, &mut against);
    too_long("about", &row.about, 5000, &mut against);
    too_long("draft", &row.draft, 200_000, &mut against);
    match (wish.opens_at, wish.closes_at) {
        (Some(opens), Some(closes)) if closes <= opens => {
            against.push(Refusal::field("closes", "refused-consult-order"));
        }
        (None, _) => against.push(Refusal::field("opens", "refused-day")),
        (_, None) => against.push(Refusal::field("closes", "refused-day")),
        (Some(_), Some(_)) => {}
    }
    against
}

async fn locked(cx: &Cx, id: ConsultationId) -> Result<ConsultationRow, Failure> {
    consultations::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}

/// Opens exactly what was shown: at its time if that lies ahead, else at once.
///
/// # Errors
/// Refused when it is open, or when there would be less than a day to answer; stale when the text is another by now.
pub async fn open_consultation(cx: &mut Cx, id: ConsultationId, seen: &str) -> Result<(), Failure> {
    cx.may(Action::Consult, Thing::House)?;
    let mut row = locked(cx, id).await?;
    let mut against = Vec::new();
    if row.state != "draft" {
        against.push(Refusal::new("closed-consult-open"));
    }
    let from = row.opens_at.max(cx.now());
    if row.closes_at < from.plus(Duration::from_secs(86_400)) {
        against.push(Refusal::field("closes", "refused-consult-short"));
    }
    Failure::unless(against)?;
    if row.hash != seen || hash_of(&row) != row.hash {
        return Err(Failure::Stale(Refusal::new("stale-consult")));
    }
    "open".clone_into(&mut row.state);
    row.opened_at = Some(from);
    consultations::put(cx.tx(), &row).await?;
    sweep::arrange_consultation(cx, id, row.closes_at).await?;
    cx.record(AnswersEvent::ConsultationOpened { consultation: id, hash: row.hash, until: row.closes_at });
    Ok(())
}

/// Closes it when its time is up. Called when it is due; before that nothing happens.
///
/// # Errors
/// When the database does not answer.
pub async fn close_consultation(cx: &mut Cx, id: ConsultationId) -> Result<(), Failure> {
    let mut row = locked(cx, id).await?;
    if row.state != "open" || row.closes_at > cx.now() {
        return Ok(());
    }
    "closed".clone_into(&mut row.state);
    row.closed_at = Some(row.closes_at);
    consultations::put(cx.tx(), &row).await?;
    cx.record(AnswersEvent::ConsultationClosed { consultation: id });
    Ok(())
}

/// Concludes it: what the agency makes of the opinions stands in public beside them.
///
/// # Errors
/// Refused before it closed, without words, and while an opinion waits for a look or a shown one for its reply.
pub async fn conclude(cx: &mut Cx, id: ConsultationId, text: &str) -> Result<(), Failure> {
    cx.may(Action::Consult, Thing::House)?;
    let mut row = locked(cx, id).await?;
    let text = words("conclusion", text, 20_000)?;
    let mut against = Vec::new();
    if row.state != "closed" {
        against.push(Refusal::new("closed-consult-not-closed"));
    }
    if text.is_empty() {
        against.push(Refusal::field("conclusion", "refused-consult-conclusion"));
    }
    if opinions::unanswered(cx.tx(), id).await? > 0 {
        against.push(Refusal::new("closed-consult-unanswered"));
    }
    Failure::unless(against)?;
    let hash = files::sha256(text.as_bytes());
    "concluded".clone_into(&mut row.state);
    (row.conclusion, row.concluded_at) = (text, Some(cx.now()));
    consultations::put(cx.tx(), &row).await?;
    cx.record(AnswersEvent::ConsultationConcluded { consultation: id, hash });
    Ok(())
}
