//! Make a revision of what was written: immutable, with its hash and everyone who wrote any part of it.

use super::library::note_uses;
use crate::content::Content;
use crate::sheet::Sheet;
use crate::store::{self, RevisionRow};
use db::Cx;
use kernel::{Action, Failure, NewId, NewsroomEvent, PersonId, RevisionId, StoryId};

/// Makes the draft a revision and puts the draft away. Nothing happens when there is no draft or it says what the
/// newest revision says.
///
/// # Errors
/// As [`crate::verbs::save_draft`].
pub async fn save_revision(cx: &mut Cx, story: StoryId) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    freeze(cx, &mut sheet).await?;
    sheet.save(cx).await
}

pub(super) async fn freeze(cx: &mut Cx, sheet: &mut Sheet) -> Result<(), Failure> {
    let story = sheet.row.id;
    let Some(draft) = store::draft(cx.tx(), story).await? else { return Ok(()) };
    let hash = Content::hash_of(&draft.content);
    if sheet.head.as_ref().is_none_or(|head| head.hash != hash) {
        let mut writers = store::draft_writers(cx.tx(), story).await?;
        if let Some(head) = &sheet.head {
            writers.extend(store::writers_of(cx.tx(), head.id).await?);
        }
        add(cx, sheet, draft.content, hash, &writers).await?;
    }
    store::delete_draft(cx.tx(), story).await?;
    Ok(())
}

pub(super) async fn add(
    cx: &mut Cx,
    sheet: &mut Sheet,
    content: String,
    hash: String,
    writers: &[PersonId],
) -> Result<(), Failure> {
    let story = sheet.row.id;
    let row = RevisionRow {
        id: RevisionId::fresh(),
        story,
        number: store::last_number(cx.tx(), story).await? + 1,
        title: Content::from_json(&content)?.title,
        content,
        hash,
        made_by: cx.actor().id(),
        made_at: cx.now(),
    };
    store::insert_revision(cx.tx(), &row, writers).await?;
    note_uses(cx.tx(), story, &Content::from_json(&row.content)?).await?;
    let before = sheet.head.as_ref().map(|head| head.hash.clone());
    let event = NewsroomEvent::RevisionSaved { story, revision: row.id, hash: row.hash.clone() };
    cx.record_change(event, before, Some(row.hash.clone()));
    sheet.row.head_revision = Some(row.id);
    sheet.head = Some(row);
    Ok(())
}
