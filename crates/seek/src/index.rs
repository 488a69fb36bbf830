//! The index people search: opened from a folder, fed with changes, rebuilt beside itself without a gap.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::Directory;
use tantivy::directory::RamDirectory;

use crate::entry::Change;
use crate::rebuild::Rebuild;
use crate::shelf::{Shelf, on_disk};
use crate::trouble::Trouble;

/// Memory for writing as things change, bytes.
pub(crate) const FOLLOWING: usize = 32 << 20;
/// Memory for a rebuild, bytes.
const REBUILDING: usize = 192 << 20;
/// The file that names the folder of the index in use.
const CURRENT: &str = "CURRENT";

/// The search index of one node. Cheap to clone; searches never wait for writers.
///
/// A folder belongs to one process at a time: a second one that writes is told [`Trouble::Busy`].
#[derive(Clone)]
pub struct Index(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) place: Place,
    pub(crate) shelf: RwLock<Arc<Shelf>>,
}

pub(crate) enum Place {
    Memory,
    Folder(PathBuf),
}

/// What an index holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistics {
    /// Entries that can be found by somebody or nobody.
    pub entries: u64,
    /// Bytes on disk.
    pub bytes: u64,
    /// Pieces it lies in; one right after [`Index::settle`].
    pub pieces: usize,
    /// The number given with the last commit.
    pub sequence: u64,
}

impl Index {
    fn of(place: Place, shelf: Shelf) -> Self {
        Self(Arc::new(Inner { place, shelf: RwLock::new(Arc::new(shelf)) }))
    }

    /// An index that is gone when it is dropped.
    ///
    /// # Errors
    /// None expected.
    pub fn in_memory() -> Result<Self, Trouble> {
        let shelf = Shelf::open(Box::new(RamDirectory::create()), FOLLOWING)?;
        Ok(Self::of(Place::Memory, shelf))
    }

    /// Over any storage, for trying what happens when it fails.
    #[cfg(test)]
    pub(crate) fn over(directory: Box<dyn Directory>) -> Result<Self, Trouble> {
        let shelf = Shelf::open(directory, FOLLOWING)?;
        Ok(Self::of(Place::Memory, shelf))
    }

    /// The index of a folder; an empty one where there is none yet.
    ///
    /// Costs milliseconds: it reads what it needs to search, not every byte. [`Index::verify`] does.
    ///
    /// # Errors
    /// [`Trouble::Damaged`] when files are missing or torn: call [`Index::start_over`] and rebuild.
    pub fn open(folder: &Path) -> Result<Self, Trouble> {
        fs::create_dir_all(folder)?;
        match Self::opened(folder)? {
            Some((index, inner)) => {
                sweep(folder, &inner);
                Ok(index)
            }
            None => Self::start_over(folder),
        }
    }

    /// The index of a folder another process may be writing to, for searching and comparing; nothing where there is
    /// none. Changes no file.
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn look(folder: &Path) -> Result<Option<Self>, Trouble> {
        Ok(Self::opened(folder)?.map(|(index, _)| index))
    }

    fn opened(folder: &Path) -> Result<Option<(Self, PathBuf)>, Trouble> {
        let name = match fs::read_to_string(folder.join(CURRENT)) {
            Ok(name) => name,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(e.into()),
        };
        let inner = folder.join(number_in(name.trim())?);
        if !inner.join("meta.json").is_file() {
            return Err(Trouble::Damaged(format!("{} is not there", inner.display())));
        }
        let shelf = guarded(|| Shelf::open(on_disk(&inner)?, FOLLOWING))?;
        Ok(Some((Self::of(Place::Folder(folder.to_owned()), shelf), inner)))
    }

    /// An empty index in a folder, whatever stands there: what follows [`Trouble::Damaged`]. Its
    /// [`Statistics::sequence`] is 0, so that a follower gives everything again.
    ///
    /// # Errors
    /// [`Trouble::Full`] and other trouble of the disk.
    pub fn start_over(folder: &Path) -> Result<Self, Trouble> {
        fs::create_dir_all(folder)?;
        let inner = next_folder(folder)?;
        let shelf = Shelf::open(on_disk(&inner)?, FOLLOWING)?;
        name_current(folder, &inner)?;
        sweep(folder, &inner);
        Ok(Self::of(Place::Folder(folder.to_owned()), shelf))
    }

    /// Takes changes and makes them findable and durable. `sequence` says how far the caller has followed
    /// its source; it is stored in the same step, so that after a crash [`Index::sequence`] tells where to go
    /// on. Giving a batch twice is harmless.
    ///
    /// # Errors
    /// [`Trouble::Unfit`]: nothing of the batch was taken. Anything else: the index stands at its last commit.
    pub fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble> {
        let shelf = self.shelf();
        shelf.write(changes)?;
        shelf.commit(sequence)
    }

    /// How far the source was followed at the last commit.
    ///
    /// # Errors
    /// [`Trouble::Damaged`] when the commit cannot be read.
    pub fn sequence(&self) -> Result<u64, Trouble> {
        self.shelf().sequence()
    }

    /// Starts an index beside this one. This one is searched, and may follow on, until the other is finished.
    ///
    /// # Errors
    /// Trouble of the disk.
    pub fn rebuild(&self) -> Result<Rebuild, Trouble> {
        let (directory, inner): (Box<dyn Directory>, _) = match &self.0.place {
            Place::Memory => (Box::new(RamDirectory::create()), None),
            Place::Folder(folder) => {
                let inner = next_folder(folder)?;
                (on_disk(&inner)?, Some(inner))
            }
        };
        let shelf = Arc::new(Shelf::open(directory, REBUILDING)?);
        shelf.writes_with(REBUILDING, true);
        Ok(Rebuild { index: self.clone(), shelf, inner, done: false })
    }

    /// Joins the pieces that many small commits leave. Searching goes on meanwhile.
    ///
    /// # Errors
    /// Trouble of the disk.
    pub fn settle(&self) -> Result<(), Trouble> {
        self.shelf().settle()
    }

    /// Reads every byte and compares it with what was written.
    ///
    /// # Errors
    /// [`Trouble::Damaged`] names the files.
    pub fn verify(&self) -> Result<(), Trouble> {
        let damaged = guarded(|| self.shelf().damaged_files())?;
        if damaged.is_empty() { Ok(()) } else { Err(Trouble::Damaged(damaged.join(", "))) }
    }

    /// What it holds.
    ///
    /// # Errors
    /// Trouble of the disk.
    pub fn statistics(&self) -> Result<Statistics, Trouble> {
        let shelf = self.shelf();
        let view = shelf.view();
        Ok(Statistics {
            entries: view.searcher.num_docs(),
            bytes: shelf.bytes()?,
            pieces: view.leaves.len(),
            sequence: shelf.sequence()?,
        })
    }

    /// Every entry's id and stamp, in no order, for a comparison with the source.
    ///
    /// # Errors
    /// Trouble of the disk.
    pub fn stamps(&self, mut each: impl FnMut(&str, u64)) -> Result<(), Trouble> {
        let view = self.shelf().view();
        for leaf in &view.leaves {
            for doc in leaf.reader.doc_ids_alive() {
                each(&leaf.id(doc)?, leaf.stamp.first(doc).unwrap_or_default());
            }
        }
        Ok(())
    }

    pub(crate) fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.0.shelf.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// `index-7` and nothing else: the name comes from a file.
fn number_in(name: &str) -> Result<&str, Trouble> {
    let digits = name.strip_prefix("index-").unwrap_or_default();
    if !digits.is_empty() && digits.len() < 10 && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(name)
    } else {
        Err(Trouble::Damaged(format!("{CURRENT} does not name an index")))
    }
}

/// Makes the folder after the last one.
fn next_folder(folder: &Path) -> Result<PathBuf, Trouble> {
    let last = inner_folders(folder)?.into_iter().map(|f| f.0).max().unwrap_or(0);
    let inner = folder.join(format!("index-{}", last + 1));
    fs::create_dir(&inner)?;
    Ok(inner)
}

fn inner_folders(folder: &Path) -> Result<Vec<(u32, PathBuf)>, Trouble> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        let number = path.file_name().and_then(|n| n.to_str()?.strip_prefix("index-")?.parse().ok());
        found.extend(number.map(|n| (n, path)));
    }
    Ok(found)
}

/// Turns `CURRENT` to a folder in one step that a crash cannot tear.
pub(crate) fn name_current(folder: &Path, inner: &Path) -> Result<(), Trouble> {
    let name = inner.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let draft = folder.join("CURRENT.new");
    let mut file = fs::File::create(&draft)?;
    file.write_all(name.as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, folder.join(CURRENT))?;
    // The folder itself, so that the new name survives a power cut; not every system can.
    let _ = fs::File::open(folder).and_then(|f| f.sync_all());
    Ok(())
}

/// Removes every index but the one in use; what cannot be removed now is removed next time.
pub(crate) fn sweep(folder: &Path, used: &Path) {
    for (_, path) in inner_folders(folder).unwrap_or_default() {
        if path != used {
            let _ = fs::remove_dir_all(path);
        }
    }
}

/// Runs what reads files: bytes that were changed by others may make the reading code panic, which is damage
/// and nothing else.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Trouble::Damaged("its files make no sense".into())))
}
