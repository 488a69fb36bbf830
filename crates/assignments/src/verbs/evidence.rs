//! Tie a thing or hand in a file: what the work brought about.

use super::deliver::recount;
use super::sheet::Sheet;
use crate::Office;
use crate::store::evidence::{self, FileRow};
use db::Cx;
use kernel::{Action, AssignmentEvent, AssignmentId, Failure, Refusal, StoryId, ThingKind, ThingRef};

/// Kinds of things that can be tied by hand.
pub(crate) const TIED: [ThingKind; 3] = [ThingKind::Story, ThingKind::PressEvent, ThingKind::Release];

/// Ties a thing that is there already. What the office does not know, or who asks may not see, cannot be tied; what is public
/// already counts at once.
///
/// # Errors
/// Refused for a kind that cannot be tied, and for what is not there.
pub async fn tie(cx: &mut Cx, office: &dyn Office, id: AssignmentId, what: ThingRef) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, id, Action::DoWork).await?;
    owed(&sheet)?;
    if !TIED.contains(&what.kind) || !office.may_see(cx.actor(), what).await? {
        return Err(Failure::refused(Refusal::field("thing", "refused-work-thing")));
    }
    if evidence::add(cx.tx(), id, what, cx.actor().id(), cx.now()).await? {
        sheet.save(cx, "tie", what.kind.name()).await?;
        let (kind, thing) = (what.kind, what.id);
        cx.record(AssignmentEvent::EvidenceTied { assignment: id, kind, thing });
    }
    if office.is_out(cx, what).await? {
        super::deliver(cx, id, what).await?;
    }
    Ok(())
}

/// Takes off what does not count yet.
///
/// # Errors
/// Refused for what counts already.
pub async fn untie(cx: &mut Cx, id: AssignmentId, what: ThingRef) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, id, Action::DoWork).await?;
    owed(&sheet)?;
    let rows = evidence::of(cx.tx(), id).await?;
    let row = rows.iter().find(|row| row.thing() == Some(what)).ok_or(Failure::NotFound)?;
    if row.counted_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-work-counted")));
    }
    evidence::take_off(cx.tx(), id, what).await?;
    sheet.save(cx, "untie", what.kind.name()).await?;
    let (kind, thing) = (what.kind, what.id);
    cx.record(AssignmentEvent::EvidenceUntied { assignment: id, kind, thing });
    Ok(())
}

/// Begins a story for the work, under its title; when the story is published it counts.
///
/// # Errors
/// What the newsroom refuses.
pub async fn begin_delivery(cx: &mut Cx, office: &dyn Office, id: AssignmentId) -> Result<StoryId, Failure> {
    let sheet = Sheet::open(cx, id, Action::DoWork).await?;
    owed(&sheet)?;
    let story = office.begin_story(cx, sheet.row.lead, &sheet.row.title).await?;
    let what = ThingRef { kind: ThingKind::Story, id: story.0 };
    evidence::add(cx.tx(), id, what, cx.actor().id(), cx.now()).await?;
    sheet.save(cx, "write", "").await?;
    cx.record(AssignmentEvent::EvidenceTied { assignment: id, kind: what.kind, thing: what.id });
    Ok(story)
}

/// Hands in a file that was kept. A file counts at once.
///
/// # Errors
/// Refused when the work is closed.
pub async fn file(cx: &mut Cx, id: AssignmentId, files: Vec<typed::Kept>) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, id, Action::DoWork).await?;
    owed(&sheet)?;
    for kept in files {
        let sha256 = kept.sha256.clone();
        evidence::add_file(cx.tx(), &row(cx, id.0, None, kept)).await?;
        cx.record(AssignmentEvent::EvidenceFiled { assignment: id, sha256 });
    }
    recount(cx, sheet, "file").await.map(drop)
}

/// The row of a file that was kept.
pub(crate) fn row(cx: &Cx, owner: uuid::Uuid, unit: Option<kernel::UnitId>, kept: typed::Kept) -> FileRow {
    FileRow {
        id: kept.id,
        owner,
        unit,
        name: kept.name,
        kind: kept.kind.to_owned(),
        sha256: kept.sha256,
        bytes: kept.bytes,
        person: cx.actor().id(),
        added_at: cx.now(),
    }
}

fn owed(sheet: &Sheet) -> Result<(), Failure> {
    if sheet.state().is_owed() {
        return Ok(());
    }
    let key = match sheet.state() {
        crate::State::Confirmed => "closed-work-confirmed",
        crate::State::Withdrawn => "closed-work-withdrawn",
        crate::State::Declined => "closed-work-declined",
        _ => "closed-work-done",
    };
    Err(Failure::refused(Refusal::new(key)))
}
