//! A disk that has no space left: told as such, with everything committed still there.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tantivy::directory::error::{DeleteError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, FileHandle, RamDirectory, TerminatingWrite, WatchCallback, WatchHandle, WritePtr,
};
use tantivy::{Directory, TantivyError};

use super::world::*;
use crate::{Index, Trouble};

/// Memory with so many bytes.
#[derive(Debug, Clone)]
struct Small {
    inner: RamDirectory,
    left: Arc<AtomicI64>,
}

struct SmallFile {
    inner: WritePtr,
    left: Arc<AtomicI64>,
}

fn take(left: &AtomicI64, bytes: usize) -> io::Result<()> {
    let bytes = i64::try_from(bytes).unwrap();
    if left.fetch_sub(bytes, Ordering::SeqCst) < bytes {
        left.fetch_add(bytes, Ordering::SeqCst);
        return Err(io::ErrorKind::StorageFull.into());
    }
    Ok(())
}

impl Write for SmallFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        take(&self.left, bytes.len())?;
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl TerminatingWrite for SmallFile {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        self.inner.terminate_ref(token)
    }
}

impl Directory for Small {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.inner.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.inner.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.inner.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let inner = self.inner.open_write(path)?;
        Ok(io::BufWriter::new(Box::new(SmallFile { inner, left: Arc::clone(&self.left) })))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.inner.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        take(&self.left, data.len())?;
        self.inner.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn watch(&self, callback: WatchCallback) -> Result<WatchHandle, TantivyError> {
        self.inner.watch(callback)
    }
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_committed() {
    let left = Arc::new(AtomicI64::new(1 << 20));
    let small = Small { inner: RamDirectory::create(), left: Arc::clone(&left) };
    let index = Index::over(Box::new(small)).unwrap();
    index.apply(&put(vec![entry("a:1", "Lũ quét", "")]), 1).unwrap();
    left.store(500, Ordering::SeqCst);
    let told = index.apply(&put(vec![entry("a:2", "Lũ ống", "")]), 2);
    assert!(matches!(told, Err(Trouble::Full)), "{told:?}");
    assert_eq!((ids(&index, "lũ"), index.sequence().unwrap()), (vec!["a:1".to_owned()], 1));
    // Space is made, and the batch is given again.
    left.store(1 << 20, Ordering::SeqCst);
    index.apply(&put(vec![entry("a:2", "Lũ ống", "")]), 2).unwrap();
    assert_eq!((ask(&index, "lũ").total, index.sequence().unwrap()), (2, 2));
}
