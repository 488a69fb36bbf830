//! Begin a story for a unit.

use crate::store::{self, StoryRow};
use crate::workflow::Standing;
use db::Cx;
use kernel::{Action, Event, Failure, NewId, StoryId, Thing, UnitId};

/// Begins an empty story.
///
/// # Errors
/// Forbidden where the actor does not write for `unit`.
pub async fn begin_story(cx: &mut Cx, unit: UnitId) -> Result<StoryId, Failure> {
    cx.may(Action::BeginStory, Thing::Unit(unit))?;
    let id = insert(cx, unit, None).await?;
    cx.record(Event::StoryBegun { story: id });
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
