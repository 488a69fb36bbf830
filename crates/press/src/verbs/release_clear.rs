//! Clear: a writer asks for approval; a second person sends the text back or approves exactly what was shown.

use super::Sheet;
use crate::House;
use crate::release::{Facts, Step};
use crate::speakers::speakers;
use db::Cx;
use kernel::{Action, Failure, ReleaseEvent, ReleaseId, SpokespersonId};
use typed::words;

/// Asks for approval of the text that was shown.
///
/// # Errors
/// Refused when it is empty or a blank is open; stale when it has changed.
pub async fn submit_release(cx: &mut Cx, id: ReleaseId, seen: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::WriteReleases).await?;
    sheet.as_seen(seen)?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Submit, &facts)?;
    sheet.row.reason.clear();
    cx.record(ReleaseEvent::Submitted { release: id, hash: seen.to_owned() });
    sheet.save(cx).await
}

/// Sends it back.
///
/// # Errors
/// Refused without a reason.
pub async fn return_release(cx: &mut Cx, id: ReleaseId, reason: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ClearPress).await?;
    let reason = words("reason", reason, 1_000)?;
    let facts = Facts { reason_given: !reason.is_empty(), ..sheet.facts(cx.actor(), cx.now()) };
    sheet.take(Step::Return, &facts)?;
    sheet.void_approval();
    sheet.row.reason.clone_from(&reason);
    cx.record(ReleaseEvent::Returned { release: id, reason });
    sheet.save(cx).await
}

/// Approves exactly the text that was shown, and says who speaks (PN-06, PN-20).
///
/// # Errors
/// Refused to whoever wrote a part of it, and without a person who speaks for the agency; stale when it has changed.
pub async fn approve_release(
    cx: &mut Cx,
    house: &House,
    id: ReleaseId,
    seen: &str,
    speaker: Option<SpokespersonId>,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::ClearPress).await?;
    sheet.as_seen(seen)?;
    let speakers = speakers(cx.tx(), &house.app.zone, cx.now()).await?;
    let chosen = speakers.into_iter().find(|one| Some(one.id) == speaker);
    let facts = Facts { speaker: chosen.is_some(), ..sheet.facts(cx.actor(), cx.now()) };
    sheet.take(Step::Approve, &facts)?;
    if let Some(chosen) = chosen {
        sheet.row.speaker = Some(chosen.id);
        (sheet.row.speaker_name, sheet.row.speaker_post) = (chosen.name, chosen.post);
    }
    sheet.row.approved_hash = seen.to_owned();
    (sheet.row.approved_by, sheet.row.approved_at) = (cx.actor().id(), Some(cx.now()));
    cx.record(ReleaseEvent::Approved { release: id, hash: seen.to_owned() });
    sheet.save(cx).await
}
