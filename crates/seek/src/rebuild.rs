//! An index made anew beside the one in use, and put in its place in one step.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use crate::entry::Change;
use crate::index::{FOLLOWING, Index, Place, name_current, sweep};
use crate::shelf::Shelf;
use crate::trouble::Trouble;

/// An index being built beside the one in use. Dropped unfinished, it leaves nothing.
pub struct Rebuild {
    pub(crate) index: Index,
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) inner: Option<PathBuf>,
    pub(crate) done: bool,
}

impl Rebuild {
    /// Takes more entries.
    ///
    /// # Errors
    /// As [`Index::apply`].
    pub fn add(&self, changes: &[Change]) -> Result<(), Trouble> {
        self.shelf.write(changes)
    }

    /// Puts the new index in the place of the old one. `sequence` is where the source stood when the
    /// rebuild began to read it: the follower goes on from there.
    ///
    /// # Errors
    /// Trouble of the disk; the old index stays in use.
    pub fn finish(mut self, sequence: u64) -> Result<(), Trouble> {
        self.shelf.commit(sequence)?;
        self.shelf.settle()?;
        self.shelf.close_writer()?;
        self.shelf.writes_with(FOLLOWING, false);
        if let (Place::Folder(folder), Some(inner)) = (&self.index.0.place, &self.inner) {
            name_current(folder, inner)?;
        }
        self.done = true;
        let old = std::mem::replace(
            &mut *self.index.0.shelf.write().unwrap_or_else(PoisonError::into_inner),
            Arc::clone(&self.shelf),
        );
        let closed = old.close_writer();
        drop(old);
        if let (Place::Folder(folder), Some(inner)) = (&self.index.0.place, &self.inner) {
            sweep(folder, inner);
        }
        closed
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        if let (false, Some(inner)) = (self.done, &self.inner) {
            // What stays behind is swept at the next start.
            let _ = fs::remove_dir_all(inner);
        }
    }
}
