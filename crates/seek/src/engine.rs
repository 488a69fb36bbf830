//! What any search engine of the product must do, so that one can stand in for another.

use async_trait::async_trait;
use viet::dates::Date;

use crate::ask::{Answer, Ask, Suggestion};
use crate::entry::{Change, Held};
use crate::index::Index;
use crate::rebuild::Rebuild;
use crate::trouble::Trouble;

/// A search engine. The module `suite` (feature `suite`) holds what every implementation must pass.
///
/// Every question carries the tokens the asker holds; entries without one of them must not influence any
/// result, count, suggestion or correction.
#[async_trait]
pub trait Engine: Send + Sync {
    /// Takes changes; see [`Index::apply`].
    ///
    /// # Errors
    /// See [`Trouble`].
    async fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble>;

    /// How far the source was followed.
    ///
    /// # Errors
    /// See [`Trouble`].
    async fn sequence(&self) -> Result<u64, Trouble>;

    /// Finds.
    ///
    /// # Errors
    /// Trouble of storage; never because of the text.
    async fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble>;

    /// Completes what is being typed.
    ///
    /// # Errors
    /// Trouble of storage; never because of the text.
    async fn suggest(
        &self,
        held: &Held,
        typed: &str,
        most: usize,
        today: Option<Date>,
    ) -> Result<Vec<Suggestion>, Trouble>;

    /// Every entry's id and stamp.
    ///
    /// # Errors
    /// See [`Trouble`].
    async fn stamps(&self) -> Result<Vec<(String, u64)>, Trouble>;

    /// Starts an index beside this one, which goes on answering until the other is finished.
    ///
    /// # Errors
    /// [`Trouble::Busy`] when another process is at it already; then there is nothing to do.
    async fn rebuild(&self) -> Result<Box<dyn Building>, Trouble>;
}

/// An index being made beside the one in use. Dropped unfinished, it leaves nothing.
#[async_trait]
pub trait Building: Send {
    /// Takes more entries.
    ///
    /// # Errors
    /// See [`Trouble`].
    async fn add(&mut self, changes: Vec<Change>) -> Result<(), Trouble>;

    /// Puts it in the place of the one in use; see [`Rebuild::finish`].
    ///
    /// # Errors
    /// See [`Trouble`]; the old one stays in use.
    async fn finish(self: Box<Self>, sequence: u64) -> Result<(), Trouble>;
}

#[async_trait]
impl Engine for Index {
    async fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble> {
        Index::apply(self, changes, sequence)
    }

    async fn sequence(&self) -> Result<u64, Trouble> {
        Index::sequence(self)
    }

    async fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble> {
        Index::search(self, held, ask)
    }

    async fn suggest(
        &self,
        held: &Held,
        typed: &str,
        most: usize,
        today: Option<Date>,
    ) -> Result<Vec<Suggestion>, Trouble> {
        Index::suggest(self, held, typed, most, today)
    }

    async fn stamps(&self) -> Result<Vec<(String, u64)>, Trouble> {
        let mut all = Vec::new();
        Index::stamps(self, |id, stamp| all.push((id.to_owned(), stamp)))?;
        Ok(all)
    }

    async fn rebuild(&self) -> Result<Box<dyn Building>, Trouble> {
        Ok(Box::new(Index::rebuild(self)?))
    }
}

#[async_trait]
impl Building for Rebuild {
    async fn add(&mut self, changes: Vec<Change>) -> Result<(), Trouble> {
        Rebuild::add(self, &changes)
    }

    async fn finish(self: Box<Self>, sequence: u64) -> Result<(), Trouble> {
        Rebuild::finish(*self, sequence)
    }
}
