//! Why an index did not answer, in kinds that say what to do.

use std::io;
use std::sync::Arc;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

/// What went wrong.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// Files are torn, missing or of another format: rebuild from the database.
    #[error("the index is damaged: {0}")]
    Damaged(String),
    /// No space is left: free some; what was committed stands, the batch is to be given again.
    #[error("the disk is full")]
    Full,
    /// Another process writes to this folder.
    #[error("another process writes to this index")]
    Busy,
    /// An entry that cannot be indexed as it is; the batch was not taken.
    #[error("entry {id}: {why}")]
    Unfit {
        /// Its id, shortened.
        id: String,
        /// Which limit it breaks.
        why: &'static str,
    },
    /// Reading or writing failed otherwise: try again, then rebuild.
    #[error("the index cannot be read or written: {0}")]
    Io(Arc<io::Error>),
    /// The database an index lies in did not answer as it should: try again.
    #[error("the index in the database: {0}")]
    Store(String),
    /// Not expected; a fault of this crate.
    #[error("inside the index: {0}")]
    Inside(String),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::of_io(Arc::new(error))
    }
}

impl Trouble {
    fn of_io(error: Arc<io::Error>) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => Self::Damaged(error.to_string()),
            _ => Self::Io(error),
        }
    }
}

impl From<TantivyError> for Trouble {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::IoError(e)
            | TantivyError::OpenReadError(OpenReadError::IoError { io_error: e, .. })
            | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: e, .. })
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: e, .. })
            | TantivyError::LockFailure(LockError::IoError(e), _) => Self::of_io(e),
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            TantivyError::DataCorruption(_)
            | TantivyError::OpenReadError(_)
            | TantivyError::OpenDirectoryError(_)
            | TantivyError::IncompatibleIndex(_)
            | TantivyError::SchemaError(_)
            | TantivyError::DeserializeError(_) => Self::Damaged(error.to_string()),
            other => Self::in_words(other.to_string()),
        }
    }
}

/// What a system says when no space is left, where only its words come through.
const FULL: [&str; 3] = ["No space left on device", "Disk quota exceeded", "not enough space on the disk"];

impl Trouble {
    fn in_words(words: String) -> Self {
        if FULL.iter().any(|full| words.contains(full)) { Self::Full } else { Self::Inside(words) }
    }
}
