//! What the public is to read of a story: handed to the sites by the reactions.

use crate::assets::{Asset, assets};
use crate::content::Content;
use crate::store;
use db::ConnectionTrait;
use kernel::{AssetId, Failure, Moment, RevisionId, StoryId, UnitId};
use std::collections::HashMap;

/// The public text of a story.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Which story.
    pub story: StoryId,
    /// Which revision.
    pub revision: RevisionId,
    /// Its hash.
    pub hash: String,
    /// The unit it was written for.
    pub unit: UnitId,
    /// What it says.
    pub content: Content,
    /// The pictures it shows.
    pub assets: HashMap<AssetId, Asset>,
    /// When it first became public.
    pub first_published_at: Moment,
}

/// The text of `story` that is public as of this transaction.
///
/// # Errors
/// [`Failure::NotFound`] when it never was public.
pub async fn publication(db: &impl ConnectionTrait, story: StoryId) -> Result<Publication, Failure> {
    let row = store::story(db, story).await?.ok_or(Failure::NotFound)?;
    let (Some(public), Some(first_published_at)) = (row.public_revision, row.first_published_at) else {
        return Err(Failure::NotFound);
    };
    let revision = store::revision(db, public).await?.ok_or(Failure::NotFound)?;
    let content = Content::from_json(&revision.content)?;
    Ok(Publication {
        story,
        revision: revision.id,
        hash: revision.hash,
        unit: row.unit,
        assets: assets(db, content.assets()).await?,
        content,
        first_published_at,
    })
}

/// The hash of a story's newest revision; empty when there is none. For those who act on what they have just written.
///
/// # Errors
/// When the database does not answer.
pub async fn head_hash(db: &impl ConnectionTrait, story: StoryId) -> Result<String, Failure> {
    Ok(head(db, story).await?.map(|revision| revision.hash).unwrap_or_default())
}

/// What a story's newest revision says.
///
/// # Errors
/// [`Failure::NotFound`] when there is none.
pub async fn head_content(db: &impl ConnectionTrait, story: StoryId) -> Result<Content, Failure> {
    Content::from_json(&head(db, story).await?.ok_or(Failure::NotFound)?.content)
}

async fn head(db: &impl ConnectionTrait, story: StoryId) -> Result<Option<store::RevisionRow>, Failure> {
    let row = store::story(db, story).await?.ok_or(Failure::NotFound)?;
    match row.head_revision {
        Some(id) => Ok(store::revision(db, id).await?),
        None => Ok(None),
    }
}
