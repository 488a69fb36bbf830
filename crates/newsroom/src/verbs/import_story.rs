//! Import a story from a saved page: its text as a first revision, the original in the file store.

use super::begin_story::insert;
use super::save_revision::add;
use crate::House;
use crate::content::Content;
use crate::sheet::Sheet;
use bytes::Bytes;
use db::Cx;
use kernel::{Action, Failure, Moment, NewsroomEvent, Refusal, StoryId, Thing, UnitId};

/// A story to be imported.
#[derive(Debug, Clone)]
pub struct ImportWish {
    /// The unit it will belong to.
    pub unit: UnitId,
    /// What it says.
    pub content: Content,
    /// The page as it was saved, byte for byte.
    pub original: Bytes,
}

/// Imports it as a draft; it takes the same way to the public as any other.
///
/// # Errors
/// Refused when a field cannot be kept.
pub async fn import_story(cx: &mut Cx, house: &House, wish: ImportWish) -> Result<StoryId, Failure> {
    cx.may(Action::BeginStory, Thing::Unit(wish.unit))?;
    let content = wish.content.tidy();
    Failure::unless(content.reasons_not_to_save())?;
    if !appeared_before(&content.first_appeared, cx, house) {
        return Err(Failure::refused(Refusal::new("refused-first-appeared")));
    }
    let original = house.files.keep(wish.original).await?;
    let story = insert(cx, wish.unit, Some(original.clone())).await?;
    cx.record(NewsroomEvent::StoryImported { story, original });
    let mut sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    let json = content.to_json()?;
    let hash = Content::hash_of(&json);
    let writers: Vec<_> = cx.actor().id().into_iter().collect();
    add(cx, &mut sheet, json, hash, &writers).await?;
    sheet.save(cx).await?;
    Ok(story)
}

/// Nothing, a day or an instant, and not in the future.
fn appeared_before(text: &str, cx: &Cx, house: &House) -> bool {
    let zone = &house.app.zone;
    let at = Moment::parse(text).or_else(|| zone.start_of(text.parse().ok()?));
    text.is_empty() || at.is_some_and(|at| at <= cx.now())
}
