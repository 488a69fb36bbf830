//! Digest: drafted by the machine, edited by the officer on duty, approved by a second person, sent.

use crate::digest::{self, Line};
use crate::quotation::quotation;
use crate::settings::Settings;
use crate::store::{self, digests::DigestRow};
use db::Cx;
use kernel::{Action, Day, DigestId, Failure, ListeningEvent, Moment, NewId, Refusal, Thing};
use typed::words;

/// Drafts the review of a day from what was heard between two moments. One that is there is drafted anew only while
/// nobody has approved it; what was typed by hand for a matter stays.
///
/// # Errors
/// Refused when it was approved.
pub async fn draft_digest(cx: &mut Cx, day: Day, from: Moment, to: Moment) -> Result<(), Failure> {
    cx.may(Action::WriteDigest, Thing::House)?;
    let known = store::digests::lock(cx.tx(), cx.engine(), &day.to_string()).await?;
    if known.as_ref().is_some_and(|row| row.approved_by.is_some()) {
        return Err(Failure::refused(Refusal::new("closed-digest-approved")));
    }
    let settings = Settings::read(cx.tx()).await?;
    let mut lines = digest::draft(cx.tx(), from, to, &settings).await?;
    let typed = known.as_ref().map(|row| digest::lines(&row.lines)).unwrap_or_default();
    for line in &mut lines {
        if let Some(was) = typed.iter().find(|was| was.thread == line.thread) {
            line.summary.clone_from(&was.summary);
            line.kept = was.kept;
        }
    }
    let row = DigestRow {
        id: known.as_ref().map_or_else(DigestId::fresh, |row| row.id),
        day: day.to_string(),
        lead: known.as_ref().map(|row| row.lead.clone()).unwrap_or_default(),
        lines: digest::write(&lines),
        edition: known.as_ref().map_or(1, |row| row.edition + 1),
        edited_by: cx.actor().id(),
        edited_at: cx.now(),
        hash: String::new(),
        approved_by: None,
        approved_at: None,
        sent_at: None,
    };
    store::digests::put(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DigestDrafted { digest: row.id });
    Ok(())
}

/// The review of a day under its lock.
async fn locked(cx: &Cx, day: Day) -> Result<DigestRow, Failure> {
    store::digests::lock(cx.tx(), cx.engine(), &day.to_string()).await?.ok_or(Failure::NotFound)
}

/// Keeps what the officer typed. `edition` is the one that was shown: another one by then is not overwritten.
///
/// # Errors
/// Stale when somebody else was faster; refused when it was approved.
pub async fn edit_digest(
    cx: &mut Cx,
    day: Day,
    edition: i64,
    lead: &str,
    wanted: &[Line],
) -> Result<(), Failure> {
    cx.may(Action::WriteDigest, Thing::House)?;
    let mut row = locked(cx, day).await?;
    if row.approved_by.is_some() {
        return Err(Failure::refused(Refusal::new("closed-digest-approved")));
    }
    if row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-digest")));
    }
    let settings = Settings::read(cx.tx()).await?;
    let known = digest::lines(&row.lines);
    let mut lines = Vec::new();
    for typed in wanted {
        // Order, words and whether it goes out are the officer's; what the press said is not.
        let Some(line) = known.iter().find(|line| line.thread == typed.thread) else { continue };
        lines.push(Line {
            summary: words("summary", &typed.summary, 1500)?,
            // L14 holds for what is typed, too.
            quote: quotation(&typed.quote, settings.quote_words),
            kept: typed.kept,
            ..line.clone()
        });
    }
    row.lead = words("lead", lead, 3000)?;
    row.lines = digest::write(&lines);
    row.edition += 1;
    row.edited_by = cx.actor().id();
    row.edited_at = cx.now();
    store::digests::put(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DigestDrafted { digest: row.id });
    Ok(())
}

/// A second person approves exactly what was shown.
///
/// # Errors
/// Refused to who edited it last and when nothing is in it; stale when it has changed.
pub async fn approve_digest(cx: &mut Cx, day: Day, seen: &str) -> Result<(), Failure> {
    cx.may(Action::ApproveDigest, Thing::House)?;
    let mut row = locked(cx, day).await?;
    let lines = digest::lines(&row.lines);
    let hash = digest::hash(&row.lead, &lines);
    let mut against = Vec::new();
    if row.approved_by.is_some() {
        against.push(Refusal::new("closed-digest-approved"));
    }
    if row.edited_by == cx.actor().id() {
        against.push(Refusal::new("closed-own-digest"));
    }
    if !lines.iter().any(|line| line.kept) {
        against.push(Refusal::new("closed-digest-empty"));
    }
    Failure::unless(against)?;
    if hash != seen {
        return Err(Failure::Stale(Refusal::new("stale-digest")));
    }
    row.hash.clone_from(&hash);
    row.approved_by = cx.actor().id();
    row.approved_at = Some(cx.now());
    store::digests::put(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DigestApproved { digest: row.id, hash });
    Ok(())
}

/// Opens an approved one again; the approval no longer stands. What was sent stays as it was sent.
///
/// # Errors
/// Refused when it was not approved or was sent.
pub async fn reopen_digest(cx: &mut Cx, day: Day) -> Result<(), Failure> {
    cx.may(Action::WriteDigest, Thing::House)?;
    let mut row = locked(cx, day).await?;
    let mut against = Vec::new();
    if row.approved_by.is_none() {
        against.push(Refusal::new("closed-digest-open"));
    }
    if row.sent_at.is_some() {
        against.push(Refusal::new("closed-digest-sent"));
    }
    Failure::unless(against)?;
    (row.approved_by, row.approved_at) = (None, None);
    row.hash.clear();
    row.edition += 1;
    store::digests::put(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DigestReopened { digest: row.id });
    Ok(())
}

/// Sends it to its readers.
///
/// # Errors
/// Refused unless exactly this text was approved, or when it was sent.
pub async fn send_digest(cx: &mut Cx, day: Day) -> Result<(), Failure> {
    if cx.may(Action::WriteDigest, Thing::House).is_err() {
        cx.may(Action::ApproveDigest, Thing::House)?;
    }
    let mut row = locked(cx, day).await?;
    let mut against = Vec::new();
    if !digest::is_approved(&row) {
        against.push(Refusal::new("closed-digest-unapproved"));
    }
    if row.sent_at.is_some() {
        against.push(Refusal::new("closed-digest-sent"));
    }
    Failure::unless(against)?;
    row.sent_at = Some(cx.now());
    store::digests::put(cx.tx(), &row).await?;
    cx.record(ListeningEvent::DigestSent { digest: row.id, hash: row.hash.clone() });
    Ok(())
}
