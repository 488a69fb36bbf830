//! Begin a story for a unit.

use crate::content::Content;
use crate::store::{self, DraftRow, StoryRow};
use crate::workflow::Standing;
use db::Cx;
use kernel::{Action, Failure, NewId, NewsroomEvent, StoryId, Thing, UnitId};

/// Begins an empty story.
///
/// # Errors
/// Forbidden where the actor does not write for `unit`.
pub async fn begin_story(cx: &mut Cx, unit: UnitId) -> Result<StoryId, Failure> {
    cx.may(Action::BeginStory, Thing::Unit(unit))?;
    let id = insert(cx, unit, None).await?;
    cx.record(NewsroomEvent::StoryBegun { story: id });
    Ok(id)
}

/// Begins a story with a title to start from, as the beginner's draft.
///
/// # Errors
/// Forbidden where the actor does not write for `unit`.
pub async fn begin_story_about(cx: &mut Cx, unit: UnitId, title: &str) -> Result<StoryId, Failure> {
    let id = begin_story(cx, unit).await?;
    let content = Content { title: title.to_owned(), ..Content::empty() }.tidy();
    let row =
        DraftRow { content: content.to_json()?, version: 1, saved_by: cx.person()?, saved_at: cx.now() };
    store::put_draft(cx.tx(), id, &row).await?;
    Ok(id)
}

pub(super) async fn insert(cx: &Cx, unit: UnitId, original: Option<String>) -> Result<StoryId, Failure> {
    let id = StoryId::fresh();
    let mut row = StoryRow {
        id,
        unit,
        access: "unit".to_owned(),
        work: String::new(),
        public: String::new(),
        urgent_pending: false,
        head_revision: None,
        public_revision: None,
        scheduled_at: None,
        schedule_note: None,
        schedule_failure: None,
        first_published_at: None,
        replaced_by: None,
        begun_by: cx.actor().id(),
        begun_at: cx.now(),
        submitted_at: None,
        changed_at: cx.now(),
        original,
    };
    row.stands(Standing::BEGUN);
    store::insert_story(cx.tx(), &row).await?;
    Ok(id)
}
