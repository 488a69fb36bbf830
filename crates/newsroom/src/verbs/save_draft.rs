//! Save what is being written: by itself every few seconds, or by the plain form.

use super::library::note_uses;
use super::take_pen::renew;
use crate::content::Content;
use crate::sheet::Sheet;
use crate::store::{self, DraftRow};
use crate::workflow::{Facts, Step, Work};
use db::Cx;
use kernel::{Action, Failure, Moment, NewsroomEvent, Refusal, StoryId};

/// A draft as saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Must come with the next save.
    pub version: i64,
    /// When.
    pub at: Moment,
}

/// Saves `content` as the draft of `story`. The pen must be in hand, and `version` the one last saved: a page that
/// lay open while the text moved on overwrites nothing. The first change of an approved text voids its approval.
///
/// # Errors
/// [`Failure::Stale`] when pen or version are no longer right; refused when a field cannot be kept, or while the
/// story is under review.
pub async fn save_draft(
    cx: &mut Cx,
    story: StoryId,
    token: &str,
    version: i64,
    content: Content,
) -> Result<Saved, Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    renew(cx, story, token).await?;
    let before = store::draft(cx.tx(), story).await?;
    if before.as_ref().map_or(0, |draft| draft.version) != version {
        return Err(Failure::Stale(Refusal::new("stale-draft")));
    }
    let mut content = content.tidy();
    // When it first appeared is known from where it came; no form changes it.
    content.first_appeared = sheet.content()?.map(|kept| kept.first_appeared).unwrap_or_default();
    Failure::unless(content.reasons_not_to_save())?;
    let json = content.to_json()?;
    let unchanged = match (&before, &sheet.head) {
        (Some(draft), _) => draft.content == json,
        (None, Some(head)) => head.content == json,
        (None, None) => false,
    };
    if unchanged {
        return Ok(Saved { version, at: before.map_or(cx.now(), |draft| draft.saved_at) });
    }
    reopen(cx, &mut sheet).await?;
    let saved = Saved { version: version + 1, at: cx.now() };
    let row = DraftRow { content: json, version: saved.version, saved_by: cx.person()?, saved_at: saved.at };
    store::put_draft(cx.tx(), story, &row).await?;
    note_uses(cx.tx(), story, &content).await?;
    sheet.save(cx).await?;
    Ok(saved)
}

/// Opens the text again: what was approved or timed no longer is.
async fn reopen(cx: &mut Cx, sheet: &mut Sheet) -> Result<(), Failure> {
    let before = sheet.standing.work;
    sheet.take(Step::Write, &Facts::default())?;
    let story = sheet.row.id;
    if let (Work::Approved | Work::Scheduled, Some(head)) = (before, &sheet.head) {
        let revision = head.id;
        store::void_approvals(cx.tx(), revision, cx.now()).await?;
        cx.record(NewsroomEvent::ApprovalVoided { story, revision });
    }
    if before == Work::Scheduled {
        sheet.forget_schedule(cx).await?;
        cx.record(NewsroomEvent::ScheduleCancelled { story });
    }
    sheet.row.schedule_failure = None;
    Ok(())
}
