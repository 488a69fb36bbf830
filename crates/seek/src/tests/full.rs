//! A disk that has no space left: told as such, with everything committed still there.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
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

/// A real file system of four megabytes; unmounted with this value.
struct Tiny(tempfile::TempDir);

impl Tiny {
    /// Nothing where one may not mount: anybody but root.
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        made.is_ok_and(|status| status.success()).then_some(Self(folder))
    }
}

impl Drop for Tiny {
    fn drop(&mut self) {
        let _left_behind = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn a_full_file_system_is_told_and_the_index_goes_on_when_there_is_room() {
    let Some(tiny) = Tiny::mounted() else {
        eprintln!("skipped: only root may mount a file system of a few megabytes");
        return;
    };
    let folder = tiny.0.path().join("index");
    let index = Index::open(&folder).unwrap();
    index.apply(&put(vec![entry("a:0", "Lũ quét", "")]), 1).unwrap();
    let ballast = tiny.0.path().join("ballast");
    std::fs::write(&ballast, vec![0; 3 << 20]).unwrap();
    // Words that do not repeat, so that nothing of it can be made small.
    let body = |n: u64| {
        (0..4_000_u64)
            .map(|w| format!("{:x} ", (n * 4_000 + w).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
            .collect::<String>()
    };
    let mut reached = 1;
    let told = (1..200).find_map(|n| {
        let told = index.apply(&put(vec![entry(&format!("a:{n}"), "Lũ ống", &body(n))]), n + 1).err();
        reached = if told.is_none() { n + 1 } else { reached };
        told
    });
    assert!(matches!(told, Some(Trouble::Full)), "{told:?}");
    assert_eq!((ask(&index, "lũ").total, index.sequence().unwrap()), (reached, reached));
    assert!(matches!(
        index.rebuild().and_then(|r| r.add(&put(vec![entry("b", &body(9), "")])).and_then(|()| r.finish(9))),
        Err(Trouble::Full)
    ));
    // Also for a process that starts while there is no room.
    drop(index);
    let index = Index::open(&folder).unwrap();
    assert_eq!((ask(&index, "lũ").total, index.sequence().unwrap()), (reached, reached));
    std::fs::remove_file(ballast).unwrap();
    index.apply(&put(vec![entry("a:9999", "Lũ ống", "")]), reached + 1).unwrap();
    assert_eq!((ask(&index, "lũ").total, index.sequence().unwrap()), (reached + 1, reached + 1));
    index.verify().unwrap();
}
