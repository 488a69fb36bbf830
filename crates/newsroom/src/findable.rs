//! What can be found of a story on the desk: handed to the search by the reactions.

use crate::content::Content;
use crate::sheet::story_facts;
use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, Moment, StoryFacts, StoryId, UnitId};

/// A story as its colleagues find it: its newest revision and where it stands.
#[derive(Debug, Clone)]
pub struct Findable {
    /// Who may read it.
    pub facts: StoryFacts,
    /// What its newest revision says; nothing before the first.
    pub content: Option<Content>,
    /// The word of its state.
    pub state: &'static str,
    /// When it last changed.
    pub changed_at: Moment,
}

/// What can be found of `story` as of this transaction. Drafts that were never saved as a revision are their
/// writers' own and are not among it.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such story.
pub async fn findable(db: &impl ConnectionTrait, story: StoryId) -> Result<Findable, Failure> {
    let row = store::story(db, story).await?.ok_or(Failure::NotFound)?;
    let content = match row.head_revision {
        Some(id) => {
            store::revision(db, id).await?.map(|head| Content::from_json(&head.content)).transpose()?
        }
        None => None,
    };
    Ok(Findable {
        facts: story_facts(db, &row).await?,
        content,
        state: row.standing()?.word(),
        changed_at: row.changed_at,
    })
}

/// A picture of the library, as colleagues find it.
#[derive(Debug, Clone)]
pub struct FindableAsset {
    /// What the library says of it.
    pub words: crate::LibraryWords,
    /// When it was put in.
    pub added_at: Moment,
}

/// What can be found of a picture of the library; nothing of one that was taken out or never was in it.
///
/// # Errors
/// When the database does not answer.
pub async fn findable_asset(
    db: &impl ConnectionTrait,
    asset: kernel::AssetId,
) -> Result<Option<FindableAsset>, Failure> {
    let row = store::item(db, asset).await?.filter(|row| row.withdrawn_at.is_none());
    Ok(row.map(|row| FindableAsset {
        words: serde_json::from_str(&row.words).unwrap_or_default(),
        added_at: row.added_at,
    }))
}

/// Every picture of the library, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn every_asset(db: &impl ConnectionTrait) -> Result<Vec<kernel::AssetId>, Failure> {
    Ok(store::every_item(db).await?)
}

/// Every story there is, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn every_story(db: &impl ConnectionTrait) -> Result<Vec<StoryId>, Failure> {
    Ok(store::every_story(db).await?)
}

/// What a story is called now, its draft included, and the word of where it stands.
///
/// # Errors
/// When the database does not answer.
pub async fn called(
    db: &impl ConnectionTrait,
    story: StoryId,
) -> Result<Option<(String, &'static str)>, Failure> {
    let Some(row) = store::story(db, story).await? else { return Ok(None) };
    let kept = match (store::draft(db, story).await?, row.head_revision) {
        (Some(draft), _) => Some(draft.content),
        (None, Some(head)) => store::revision(db, head).await?.map(|head| head.content),
        (None, None) => None,
    };
    let title = kept.map(|json| Content::from_json(&json)).transpose()?.map(|content| content.title);
    Ok(Some((title.unwrap_or_default(), row.standing()?.word())))
}

/// What a story is called now, and what permission needs to know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn named(
    db: &impl ConnectionTrait,
    story: StoryId,
) -> Result<Option<(String, StoryFacts)>, Failure> {
    let Some((title, _)) = called(db, story).await? else { return Ok(None) };
    let Some(row) = store::story(db, story).await? else { return Ok(None) };
    Ok(Some((title, story_facts(db, &row).await?)))
}

/// The unit that each of some stories is of.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(
    db: &impl ConnectionTrait,
    stories: &[StoryId],
) -> Result<Vec<(StoryId, UnitId)>, Failure> {
    Ok(store::units_of(db, stories).await?)
}
