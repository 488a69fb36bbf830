//! What the press desk asks of the listening: the names of outlets, what is hot now, one published item.

use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, HotSpotId, MentionId, Moment, PageNumber};

/// A published item as it is known for good (L13, L14).
#[derive(Debug, Clone)]
pub struct HeardItem {
    /// Its headline.
    pub title: String,
    /// Its address at the outlet.
    pub link: String,
    /// When it was published.
    pub published_at: Moment,
}

/// The names of the outlets that are known.
///
/// # Errors
/// When the database does not answer.
pub async fn outlet_list(db: &impl ConnectionTrait) -> Result<Vec<String>, Failure> {
    Ok(store::sources::outlets(db).await?.into_iter().map(|outlet| outlet.name).collect())
}

/// Hot spots that are open, with their titles, what is unseen and worst first.
///
/// # Errors
/// When the database does not answer.
pub async fn open_spots(db: &impl ConnectionTrait, most: u32) -> Result<Vec<(HotSpotId, String)>, Failure> {
    let open = store::spots::list(db, store::spots::Which::Open, None, PageNumber::FIRST, most).await?;
    let mut spots = Vec::new();
    for spot in open.items {
        if let Some(thread) = store::threads::thread(db, spot.thread).await? {
            spots.push((spot.id, thread.title));
        }
    }
    Ok(spots)
}

/// A published item with the name of its outlet.
///
/// # Errors
/// When the database does not answer.
pub async fn heard(db: &impl ConnectionTrait, id: MentionId) -> Result<Option<(HeardItem, String)>, Failure> {
    let Some(row) = store::mentions::mention(db, id).await? else { return Ok(None) };
    let outlets = store::sources::outlets_of(db, &[row.outlet]).await?;
    let outlet = outlets.into_iter().next().map(|outlet| outlet.name).unwrap_or_default();
    Ok(Some((HeardItem { title: row.title, link: row.link, published_at: row.published_at }, outlet)))
}
