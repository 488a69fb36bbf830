//! Issue: an approved text gets its number and becomes public, at once or at a set instant; later it is corrected in public or
//! taken back. Nothing of it is public before.

use super::Sheet;
use super::release_public::make_public;
use super::release_send::tell_readers;
use crate::House;
use crate::release::{Facts, State, Step};
use crate::release_due::{DUE_RELEASE_TOPIC, DueRelease, SEND_TOPIC, SendRelease};
use crate::store::release_public;
use db::Cx;
use jobs::JobWish;
use kernel::{Action, Failure, Moment, ReleaseEvent, ReleaseId};
use typed::words;

/// Sets the instant at which it goes out.
///
/// # Errors
/// Refused when it is not approved or the time has passed; stale when it has changed.
pub async fn embargo_release(
    cx: &mut Cx,
    house: &House,
    id: ReleaseId,
    seen: &str,
    until: Option<Moment>,
    send: bool,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    sheet.as_seen(seen)?;
    let time_ahead = until.is_some_and(|until| until > cx.now());
    let facts = Facts { time_ahead, ..sheet.facts_for(cx, house).await? };
    sheet.take(Step::Embargo, &facts)?;
    let Some(until) = until else { return Ok(()) };
    (sheet.row.until, sheet.row.send_at_once) = (Some(until), send);
    sheet.row.trouble.clear();
    let payload = DueRelease { release: id, hash: seen.to_owned() };
    let lane = id.to_string();
    jobs::enqueue(cx.tx(), JobWish { topic: DUE_RELEASE_TOPIC, lane: &lane, payload, run_at: until }).await?;
    cx.record(ReleaseEvent::Embargoed { release: id, until });
    sheet.save(cx).await
}

/// Takes that instant back; the approval stands.
///
/// # Errors
/// Refused when none is set.
pub async fn lift_embargo(cx: &mut Cx, id: ReleaseId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Lift, &facts)?;
    sheet.row.until = None;
    jobs::forget(cx.tx(), DUE_RELEASE_TOPIC, &id.to_string()).await?;
    cx.record(ReleaseEvent::Lifted { release: id });
    sheet.save(cx).await
}

/// Gives it its number and makes it public; with `send`, to everybody in the contact book.
///
/// # Errors
/// Refused unless exactly this text was approved by a second person; stale when it has changed.
pub async fn issue_release(
    cx: &mut Cx,
    house: &House,
    id: ReleaseId,
    seen: &str,
    send: bool,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    sheet.as_seen(seen)?;
    let facts = sheet.facts_for(cx, house).await?;
    sheet.take(Step::Issue, &facts)?;
    let row = make_public(cx, house, &mut sheet, "").await?;
    sheet.row.until = None;
    sheet.row.trouble.clear();
    if send {
        let lane = id.to_string();
        let payload = SendRelease { release: id, level: String::new() };
        jobs::enqueue(cx.tx(), JobWish { topic: SEND_TOPIC, lane: &lane, payload, run_at: cx.now() }).await?;
    }
    let (number, year, hash) = (row.number, row.year, row.hash);
    cx.record(ReleaseEvent::Issued { release: id, number, year, hash });
    sheet.save(cx).await
}

/// Puts the approved text in the place of the public one. Who had the text before gets the correction (L6).
///
/// # Errors
/// Refused without a public note, or unless exactly this text was approved; stale when it has changed.
pub async fn correct_release(
    cx: &mut Cx,
    house: &House,
    id: ReleaseId,
    seen: &str,
    note: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    sheet.as_seen(seen)?;
    let note = words("note", note, 1_000)?;
    let facts = Facts { note_given: !note.is_empty(), ..sheet.facts_for(cx, house).await? };
    sheet.take(Step::Correct, &facts)?;
    let row = make_public(cx, house, &mut sheet, &note).await?;
    tell_readers(cx, house, &row, "correction", &note).await?;
    cx.record(ReleaseEvent::Corrected { release: id, note, hash: row.hash });
    sheet.save(cx).await
}

/// Gives up a correction: the public text is the text at hand again. Its files come back with the next correction.
///
/// # Errors
/// Refused when no correction is under way.
pub async fn discard_correction(cx: &mut Cx, id: ReleaseId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::WriteReleases).await?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Discard, &facts)?;
    if let Some(public) = sheet.public.clone() {
        let files: Vec<crate::release::Enclosure> = serde_json::from_str(&public.files).unwrap_or_default();
        for file in &sheet.files {
            crate::store::releases::drop_file(cx.tx(), id, &file.sha256).await?;
        }
        for file in files {
            let row = crate::store::releases::FileRow {
                sha256: file.sha256,
                name: file.name,
                kind: file.kind,
                size: file.size,
            };
            crate::store::releases::add_file(cx.tx(), id, &row, cx.now()).await?;
        }
        (sheet.row.title, sheet.row.lead, sheet.row.body) = (public.title, public.lead, public.body);
        (sheet.row.kind, sheet.row.hash) = (public.kind, public.hash);
    }
    sheet.void_approval();
    sheet.row.edition += 1;
    cx.record(ReleaseEvent::Discarded { release: id });
    sheet.save(cx).await
}

/// Takes a public text back. Number, title and reason stay for everybody to read (L7); who had it is told.
///
/// # Errors
/// Refused without a reason, or when nothing of it is public.
pub async fn withdraw_release(
    cx: &mut Cx,
    house: &House,
    id: ReleaseId,
    reason: &str,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    let reason = words("reason", reason, 1_000)?;
    let facts = Facts { reason_given: !reason.is_empty(), ..sheet.facts(cx.actor(), cx.now()) };
    sheet.take(Step::Withdraw, &facts)?;
    let mut row = sheet.public.clone().ok_or(Failure::NotFound)?;
    row.state = "withdrawn".to_owned();
    row.changed_at = Some(cx.now());
    row.reason.clone_from(&reason);
    release_public::put(cx.tx(), &row).await?;
    tell_readers(cx, house, &row, "withdrawal", &reason).await?;
    sheet.row.reason.clone_from(&reason);
    cx.record(ReleaseEvent::Withdrawn { release: id, reason });
    sheet.save(cx).await
}

/// The instant came and it could not be issued: the time is taken back and the reasons are kept for the editors.
pub(crate) async fn give_up_issue(cx: &mut Cx, id: ReleaseId, reasons: Vec<String>) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::IssueReleases).await?;
    if sheet.state() == State::Embargoed {
        let facts = sheet.facts(cx.actor(), cx.now());
        sheet.take(Step::Lift, &facts)?;
        sheet.row.until = None;
    }
    sheet.row.trouble = reasons.join(" ");
    cx.record(ReleaseEvent::IssueFailed { release: id, reasons });
    sheet.save(cx).await
}
