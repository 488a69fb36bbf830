//! One handle on SQLite or PostgreSQL, one transaction per wish, and the ledger that every change goes into.
//!
//! A verb gets a [`Cx`]: who asks, when, in which transaction. It changes rows, records events and calls
//! [`Cx::finish`], which lets the reactions run, appends the ledger and commits. A `Cx` that is dropped never was.

mod cx;
mod engine;
mod ledger;
mod migrate;
mod sql;
mod table;

pub use cx::{Cx, Look, Reactions};
pub use engine::{Engine, OpenError, Settings};
pub use ledger::{Entry, LedgerReport, count_of, entries_of, happened, latest_entries, ledger_end, verify};
pub use migrate::{Step, migrate, own_steps};
pub use sql::{Args, Where, all, anywhere, maybe, one, places, run, whole};

// What store.rs files need of the database library, under one name.
pub use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Value};

use kernel::{Actor, Clock, Failure, Moment};
use sea_orm::DatabaseConnection;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use tokio::sync::Notify;

/// The handle. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    clock: Arc<dyn Clock>,
    reactions: OnceLock<Arc<dyn Reactions>>,
    public_epoch: AtomicI64,
    work: Notify,
}

impl Db {
    /// Opens the database named by `settings`; does not migrate.
    ///
    /// # Errors
    /// [`OpenError`] says in words what is wrong with the address or the server.
    pub async fn open(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        let (engine, reader, writer) = engine::connect(settings).await?;
        Ok(Self {
            inner: Arc::new(Inner {
                engine,
                reader,
                writer,
                clock,
                reactions: OnceLock::new(),
                public_epoch: AtomicI64::new(0),
                work: Notify::new(),
            }),
        })
    }

    /// Sets, once, what follows from each event. Without it events only go into the ledger.
    pub fn react_with(&self, reactions: Arc<dyn Reactions>) {
        let _already_set = self.inner.reactions.set(reactions);
    }

    /// Which engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    /// For reading outside a transaction.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        &self.inner.reader
    }

    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.inner.writer
    }

    pub(crate) fn reactions(&self) -> Option<&Arc<dyn Reactions>> {
        self.inner.reactions.get()
    }

    /// The present instant by the clock that was passed in.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.inner.clock.now()
    }

    /// The clock that was passed in.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.inner.clock)
    }

    /// Begins a wish: a write transaction in the name of `actor`.
    ///
    /// # Errors
    /// [`Failure::Broken`] when the database does not answer.
    pub async fn begin(&self, actor: Actor) -> Result<Cx, Failure> {
        Cx::begin(self.clone(), actor).await
    }

    /// A look without a transaction, in the name of `actor`.
    #[must_use]
    pub fn look(&self, actor: Actor) -> Look {
        Look::new(self.clone(), actor)
    }

    /// The ledger's number of the last change the public can see, as far as this node knows.
    /// Part of every page cache key: when it moves, cached pages are of the past.
    #[must_use]
    pub fn public_epoch(&self) -> i64 {
        self.inner.public_epoch.load(Ordering::Acquire)
    }

    pub(crate) fn raise_public_epoch(&self, seq: i64) {
        self.inner.public_epoch.fetch_max(seq, Ordering::AcqRel);
    }

    /// Learns from the database what other nodes made public meanwhile.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn follow_public(&self) -> Result<i64, DbErr> {
        let row: Option<(i64,)> =
            sql::tuples(self.reader(), "SELECT public_seq FROM ledger_head WHERE id = 1", Vec::new()).await?;
        let seq = row.map_or(0, |(seq,)| seq);
        self.raise_public_epoch(seq);
        Ok(self.public_epoch())
    }

    /// Wakes this node's worker: there may be work.
    pub fn wake_worker(&self) {
        self.inner.work.notify_waiters();
        self.inner.work.notify_one();
    }

    /// Waits until [`Db::wake_worker`] is called.
    pub async fn work_arrived(&self) {
        self.inner.work.notified().await;
    }
}
