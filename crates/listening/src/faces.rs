//! Sources as the command line shows them.

use crate::store;
use db::ConnectionTrait;
use kernel::{Failure, HotSpotId, Moment, SourceId, ThreadId};
use std::collections::HashMap;

/// A source, how it answers and when it is asked again.
#[derive(Debug, Clone)]
pub struct SourceFace {
    /// Which.
    pub id: SourceId,
    /// The outlet's name.
    pub outlet: String,
    /// Which part of the outlet.
    pub title: String,
    /// Its address.
    pub url: String,
    /// `feed` or `page`.
    pub kind: String,
    /// Whether it is asked.
    pub on: bool,
    /// How often in a row it did not answer as it should.
    pub failures: i64,
    /// The key of what was wrong.
    pub failure: String,
    /// When it last had something new.
    pub new_at: Option<Moment>,
    /// When it is asked again.
    pub next_at: Moment,
}

/// Every source there is.
///
/// # Errors
/// When the database does not answer.
pub async fn sources(db: &impl ConnectionTrait) -> Result<Vec<SourceFace>, Failure> {
    let names: HashMap<_, _> =
        store::sources::outlets(db).await?.into_iter().map(|outlet| (outlet.id, outlet.name)).collect();
    Ok(store::sources::sources(db)
        .await?
        .into_iter()
        .map(|row| SourceFace {
            id: row.id,
            outlet: names.get(&row.outlet).cloned().unwrap_or_default(),
            title: row.title,
            url: row.url,
            kind: row.kind,
            on: row.active,
            failures: row.failures,
            failure: row.failure,
            new_at: row.new_at,
            next_at: row.next_at,
        })
        .collect())
}

/// What a hot spot is called: the title of its thread.
///
/// # Errors
/// When the database does not answer.
pub async fn spot_title(db: &impl ConnectionTrait, id: HotSpotId) -> Result<Option<String>, Failure> {
    match store::spots::spot(db, id).await? {
        Some(spot) => thread_title(db, spot.thread).await,
        None => Ok(None),
    }
}

/// What a thread is called.
///
/// # Errors
/// When the database does not answer.
pub async fn thread_title(db: &impl ConnectionTrait, id: ThreadId) -> Result<Option<String>, Failure> {
    Ok(store::threads::thread(db, id).await?.map(|thread| thread.title))
}
