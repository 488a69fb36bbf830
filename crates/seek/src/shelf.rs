//! One index on disk or in memory: writing, committing, and the states searches read.

use std::collections::VecDeque;
use std::hash::{BuildHasher as _, RandomState};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{Directory, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyError, Term};

use crate::document::document;
use crate::entry::{Change, Entry};
use crate::fields::{FORMAT, Fields, tokenizers};
use crate::trouble::Trouble;
use crate::view::View;

/// States kept for people who are paging through them.
const KEPT: usize = 8;
/// Bytes of text kept together when compressed: more is smaller and slower to show.
const BLOCK: usize = 128 * 1024;
/// How hard texts are compressed: beyond this level much time saves little room.
const LEVEL: i32 = 9;

/// What stands beside a commit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Payload {
    format: u32,
    sequence: u64,
}

/// One index.
pub(crate) struct Shelf {
    index: tantivy::Index,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
    view: RwLock<Arc<View>>,
    /// States somebody holds a cursor into, newest first.
    kept: Mutex<VecDeque<Arc<View>>>,
    fields: Fields,
    /// Makes marks of states that tell nothing about how much was written.
    seal: RandomState,
    memory: AtomicUsize,
    /// Whether it is still being filled for the first time.
    filling: AtomicBool,
}

impl Shelf {
    /// A new empty index, or the one that stands in a directory.
    pub(crate) fn open(directory: Box<dyn Directory>, memory: usize) -> Result<Self, Trouble> {
        let fields = Fields::new();
        let settings = IndexSettings {
            docstore_compression: Compressor::Zstd(ZstdCompressor { compression_level: Some(LEVEL) }),
            docstore_blocksize: BLOCK,
            ..IndexSettings::default()
        };
        let index = tantivy::Index::builder()
            .schema(fields.schema.clone())
            .settings(settings)
            .tokenizers(tokenizers())
            .fast_field_tokenizers(tokenizers())
            .open_or_create(directory)?;
        let payload = read_payload(&index)?;
        if payload.is_some_and(|p| p.format != FORMAT) {
            return Err(Trouble::Damaged("written in another format".into()));
        }
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let seal = RandomState::new();
        let view = Arc::new(View::new(
            reader.searcher(),
            fields.clone(),
            seal.hash_one(index.load_metas()?.opstamp),
        )?);
        Ok(Self {
            index,
            reader,
            writer: Mutex::default(),
            view: RwLock::new(view),
            kept: Mutex::default(),
            fields,
            seal,
            memory: AtomicUsize::new(memory),
            filling: AtomicBool::new(false),
        })
    }

    /// The newest state.
    pub(crate) fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The state a cursor was given for, if it is still kept.
    pub(crate) fn view_at(&self, mark: u64) -> Option<Arc<View>> {
        let newest = self.view();
        if newest.mark == mark {
            return Some(newest);
        }
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|v| v.mark == mark).cloned()
    }

    /// Keeps a state for whoever got a cursor into it.
    pub(crate) fn keep(&self, view: &Arc<View>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.front().is_none_or(|v| v.mark != view.mark) {
            kept.retain(|v| v.mark != view.mark);
            kept.push_front(Arc::clone(view));
            kept.truncate(KEPT);
        }
    }

    /// The sequence number of the last commit; 0 before the first.
    pub(crate) fn sequence(&self) -> Result<u64, Trouble> {
        Ok(read_payload(&self.index)?.map_or(0, |p| p.sequence))
    }

    /// Files whose bytes are not those that were written.
    pub(crate) fn damaged_files(&self) -> Result<Vec<String>, Trouble> {
        let damaged = self.index.validate_checksum()?;
        Ok(damaged.iter().map(|p| p.display().to_string()).collect())
    }

    /// Bytes on disk of the newest state.
    pub(crate) fn bytes(&self) -> Result<u64, Trouble> {
        Ok(self.view().searcher.space_usage()?.total().get_bytes())
    }

    /// Writes changes without making them findable yet.
    pub(crate) fn write(&self, changes: &[Change]) -> Result<(), Trouble> {
        for change in changes {
            check(change)?;
        }
        self.with_writer(|writer| {
            for change in changes {
                match change {
                    Change::Put(entry) => {
                        writer.delete_term(Term::from_field_text(self.fields.id, &entry.id));
                        writer.add_document(document(&self.fields, entry))?;
                    }
                    Change::Remove(id) => {
                        writer.delete_term(Term::from_field_text(self.fields.id, id));
                    }
                }
            }
            Ok(())
        })
    }

    /// Makes what was written findable and durable, together with the sequence number reached.
    pub(crate) fn commit(&self, sequence: u64) -> Result<(), Trouble> {
        let payload = Payload { format: FORMAT, sequence: sequence.max(self.sequence()?) };
        let payload = serde_json::to_string(&payload).map_err(|e| Trouble::Inside(e.to_string()))?;
        self.with_writer(|writer| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&payload);
            commit.commit()?;
            Ok(())
        })?;
        self.renew()
    }

    /// Joins everything into one piece: smaller and quicker to search, dear to make.
    pub(crate) fn settle(&self) -> Result<(), Trouble> {
        self.with_writer(|writer| {
            let pieces = writer.index().searchable_segment_ids()?;
            if pieces.len() > 1 {
                writer.merge(&pieces).wait()?;
            }
            writer.garbage_collect_files().wait()?;
            Ok(())
        })?;
        self.renew()
    }

    /// Gives up the right to write, waiting for work in the background.
    pub(crate) fn close_writer(&self) -> Result<(), Trouble> {
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(writer) = slot.take() {
            writer.wait_merging_threads()?;
        }
        drop(slot);
        self.renew()
    }

    /// How the next writer works: with so many bytes of memory, and whether to fill the index for the first time.
    pub(crate) fn writes_with(&self, memory: usize, filling: bool) {
        self.memory.store(memory, Ordering::Relaxed);
        self.filling.store(filling, Ordering::Relaxed);
    }

    /// Turns searches to the newest commit.
    fn renew(&self) -> Result<(), Trouble> {
        self.reader.reload()?;
        let view = Arc::new(View::new(self.reader.searcher(), self.fields.clone(), self.mark()?)?);
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = view;
        Ok(())
    }

    fn mark(&self) -> Result<u64, Trouble> {
        Ok(self.seal.hash_one(self.index.load_metas()?.opstamp))
    }

    /// A writer that failed is dropped: the next one starts from the last commit.
    fn with_writer<T>(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> tantivy::Result<T>,
    ) -> Result<T, Trouble> {
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let writer = match slot.as_mut() {
            Some(writer) => writer,
            None => slot.insert(self.new_writer()?),
        };
        let done = work(writer).map_err(|error| match error {
            // The thread that writes has died; only it knows why.
            TantivyError::ErrorInThread(_) => writer.prepare_commit().err().unwrap_or(error),
            other => other,
        });
        if done.is_err() {
            *slot = None;
        }
        Ok(done?)
    }

    fn new_writer(&self) -> Result<IndexWriter, Trouble> {
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread(self.memory.load(Ordering::Relaxed))
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build();
        let writer = self.index.writer_with_options(options)?;
        if self.filling.load(Ordering::Relaxed) {
            // All pieces are joined once, at the end.
            writer.set_merge_policy(Box::new(NoMergePolicy));
            return Ok(writer);
        }
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(6);
        policy.set_min_layer_size(2_000);
        policy.set_del_docs_ratio_before_merge(0.2);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }
}

fn check(change: &Change) -> Result<(), Trouble> {
    let id = match change {
        Change::Put(entry) => &entry.id,
        Change::Remove(id) => id,
    };
    let unfit = |why| Err(Trouble::Unfit { id: id.chars().take(40).collect(), why });
    match id.len() {
        0 => unfit("has no id"),
        n if n > Entry::LONGEST_ID => unfit("has an id that is too long"),
        _ => Ok(()),
    }
}

fn read_payload(index: &tantivy::Index) -> Result<Option<Payload>, Trouble> {
    let Some(text) = index.load_metas()?.payload else { return Ok(None) };
    serde_json::from_str(&text).map(Some).map_err(|_| Trouble::Damaged("a commit without its number".into()))
}

/// The directory of a folder that exists.
pub(crate) fn on_disk(folder: &Path) -> Result<Box<dyn Directory>, Trouble> {
    let opened = tantivy::directory::MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
    Ok(Box::new(opened))
}
