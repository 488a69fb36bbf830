//! The embedded index as the rest of the house uses it: its work is done beside the threads that answer requests.

use async_trait::async_trait;
use seek::{Answer, Ask, Building, Change, Engine, Held, Index, Rebuild, Suggestion, Trouble};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use viet::dates::Date;

/// An index of this process.
#[derive(Clone)]
pub struct Embedded {
    index: Index,
    /// Held as long as the index is open for writing: two processes in one folder would undo each other's work.
    _lock: Option<Arc<File>>,
}

impl Embedded {
    /// The index of a folder. One that is damaged is begun anew, empty: the follower fills it from the database.
    ///
    /// # Errors
    /// [`Trouble::Busy`] when another process has it; else when the folder cannot be read or written.
    pub fn open(folder: &Path) -> Result<Self, Trouble> {
        std::fs::create_dir_all(folder)?;
        let lock = File::options().create(true).append(true).open(folder.join("lock"))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Trouble::Busy,
            TryLockError::Error(error) => error.into(),
        })?;
        let index = match Index::open(folder) {
            Err(Trouble::Damaged(why)) => {
                tracing::warn!(%why, "the search index is damaged and made anew");
                Index::start_over(folder)?
            }
            other => other?,
        };
        Ok(Self { index, _lock: Some(Arc::new(lock)) })
    }

    /// The same for looking only, also while another process has it; an empty one where there is none.
    ///
    /// # Errors
    /// [`Trouble::Damaged`], or when the folder cannot be read.
    pub fn open_to_look(folder: &Path) -> Result<Self, Trouble> {
        match Index::look(folder)? {
            Some(index) => Ok(Self { index, _lock: None }),
            None => Self::in_memory(),
        }
    }

    /// An index that is gone with the process.
    ///
    /// # Errors
    /// None expected.
    pub fn in_memory() -> Result<Self, Trouble> {
        Ok(Self { index: Index::in_memory()?, _lock: None })
    }

    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Index) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let index = self.index.clone();
        beside(move || work(&index)).await
    }
}

/// Work that takes long, where it keeps no request waiting.
async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    spawn_blocking(work).await.unwrap_or_else(|error| Err(Trouble::Inside(error.to_string())))
}

#[async_trait]
impl Engine for Embedded {
    async fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble> {
        let changes = changes.to_vec();
        self.beside(move |index| index.apply(&changes, sequence)).await
    }

    async fn sequence(&self) -> Result<u64, Trouble> {
        self.index.sequence()
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

    async fn rebuild(&self) -> Result<Box<dyn Building>, Trouble> {
        let making = self.beside(Index::rebuild).await?;
        Ok(Box::new(Making(Arc::new(making))))
    }
}

/// An index being made beside the one in use.
struct Making(Arc<Rebuild>);

#[async_trait]
impl Building for Making {
    async fn add(&mut self, changes: Vec<Change>) -> Result<(), Trouble> {
        let making = Arc::clone(&self.0);
        beside(move || making.add(&changes)).await
    }

    async fn finish(self: Box<Self>, sequence: u64) -> Result<(), Trouble> {
        let making =
            Arc::into_inner(self.0).ok_or_else(|| Trouble::Inside("it is still being filled".into()))?;
        beside(move || making.finish(sequence)).await
    }
}
