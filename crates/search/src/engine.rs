//! The embedded index as the rest of the house uses it: its work is done beside the threads that answer requests.

use async_trait::async_trait;
use seek::{Answer, Ask, Change, Engine, Held, Index, Suggestion, Trouble};
use std::path::Path;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use viet::dates::Date;

/// An index of this process.
#[derive(Clone)]
pub struct Embedded(pub(crate) Arc<Index>);

impl Embedded {
    /// The index of a folder. One that is damaged is begun anew, empty: the follower fills it from the database.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn open(folder: &Path) -> Result<Self, Trouble> {
        let index = match Index::open(folder) {
            Err(Trouble::Damaged(why)) => {
                tracing::warn!(%why, "the search index is damaged and made anew");
                Index::start_over(folder)?
            }
            other => other?,
        };
        Ok(Self(Arc::new(index)))
    }

    /// An index that is gone with the process.
    ///
    /// # Errors
    /// None expected.
    pub fn in_memory() -> Result<Self, Trouble> {
        Ok(Self(Arc::new(Index::in_memory()?)))
    }

    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Index) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let index = Arc::clone(&self.0);
        let done = spawn_blocking(move || work(&index)).await;
        done.unwrap_or_else(|error| Err(Trouble::Inside(error.to_string())))
    }
}

#[async_trait]
impl Engine for Embedded {
    async fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble> {
        let changes = changes.to_vec();
        self.beside(move |index| index.apply(&changes, sequence)).await
    }

    async fn sequence(&self) -> Result<u64, Trouble> {
        self.0.sequence()
    }

    async fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble> {
        let (held, ask) = (held.clone(), ask.clone());
        self.beside(move |index| index.search(&held, &ask)).await
    }

    async fn suggest(
        &self,
        held: &Held,
        typed: &str,
        most: usize,
        today: Option<Date>,
    ) -> Result<Vec<Suggestion>, Trouble> {
        let (held, typed) = (held.clone(), typed.to_owned());
        self.beside(move |index| index.suggest(&held, &typed, most, today)).await
    }

    async fn stamps(&self) -> Result<Vec<(String, u64)>, Trouble> {
        self.beside(|index| {
            let mut all = Vec::new();
            index.stamps(|id, stamp| all.push((id.to_owned(), stamp)))?;
            Ok(all)
        })
        .await
    }
}
