//! `Cx`: who asks, when, in which transaction. `Look`: the same without a transaction, for pages that only read.

use crate::{Db, Engine, ledger};
use async_trait::async_trait;
use kernel::{Action, Actor, Event, Failure, Moment, PersonId, Thing, can};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::sync::Arc;

/// What follows from each event, in the same transaction. The roof has the one implementation.
#[async_trait]
pub trait Reactions: Send + Sync {
    /// Does what follows. May record further events.
    async fn react(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure>;
    /// Does, once for the whole wish, what follows from all of its events. Records no further ones.
    async fn conclude(&self, cx: &Cx, events: &[Event]) -> Result<(), Failure>;
}

/// An event with the hashes of what it changed.
pub(crate) struct Recorded {
    pub(crate) event: Event,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// A wish being carried out. Dropped without [`Cx::finish`], nothing happened.
pub struct Cx {
    db: Db,
    actor: Actor,
    now: Moment,
    tx: DatabaseTransaction,
    recorded: Vec<Recorded>,
}

/// More consequences of one wish than this are a loop between reactions.
const MOST_EVENTS: usize = 10_000;

impl Cx {
    pub(crate) async fn begin(db: Db, actor: Actor) -> Result<Self, Failure> {
        let options = TransactionOptions {
            // Taking the write lock at once means a wish never fails half-way for another's sake.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = db.writer().begin_with_options(options).await?;
        let now = db.now();
        Ok(Self { db, actor, now, tx, recorded: Vec::new() })
    }

    /// Who asks.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person who asks.
    ///
    /// # Errors
    /// [`Failure::SignIn`] when no person does.
    pub fn person(&self) -> Result<PersonId, Failure> {
        self.actor.id().ok_or(Failure::SignIn)
    }

    /// When: the same instant for the whole wish.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Where to read and write.
    #[must_use]
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Which engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// Asks the one permission function.
    ///
    /// # Errors
    /// [`Failure::NotFound`], [`Failure::SignIn`] or [`Failure::Forbidden`].
    pub fn may(&self, action: Action, thing: Thing<'_>) -> Result<(), Failure> {
        can(&self.actor, action, thing).map_err(Into::into)
    }

    /// Records what happened.
    pub fn record(&mut self, event: impl Into<Event>) {
        self.recorded.push(Recorded { event: event.into(), before: None, after: None });
    }

    /// Records what happened with the content hashes before and after.
    pub fn record_change(&mut self, event: impl Into<Event>, before: Option<String>, after: Option<String>) {
        self.recorded.push(Recorded { event: event.into(), before, after });
    }

    /// Runs the reactions, appends the ledger and commits.
    ///
    /// # Errors
    /// What a reaction refused, or [`Failure::Broken`]; then nothing of the wish happened.
    pub async fn finish(mut self) -> Result<(), Failure> {
        if let Some(reactions) = self.db.reactions().map(Arc::clone) {
            let mut next = 0;
            while let Some(event) = self.recorded.get(next).map(|recorded| recorded.event.clone()) {
                if next >= MOST_EVENTS {
                    return Err(Failure::broken("reactions cause each other without end"));
                }
                reactions.react(&mut self, &event).await?;
                next += 1;
            }
            let events: Vec<Event> = self.recorded.iter().map(|recorded| recorded.event.clone()).collect();
            reactions.conclude(&self, &events).await?;
        }
        let appended = ledger::append(&self.tx, &self.actor, self.now, &self.recorded).await?;
        self.tx.commit().await?;
        if let Some(seq) = appended.public_seq {
            self.db.raise_public_epoch(seq);
        }
        self.db.wake_worker();
        Ok(())
    }
}

/// A look at the data in somebody's name.
#[derive(Clone)]
pub struct Look {
    db: Db,
    actor: Actor,
    now: Moment,
}

impl Look {
    pub(crate) fn new(db: Db, actor: Actor) -> Self {
        let now = db.now();
        Self { db, actor, now }
    }

    /// Who looks.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Where to read.
    #[must_use]
    pub fn db(&self) -> &DatabaseConnection {
        self.db.reader()
    }

    /// Asks the one permission function.
    ///
    /// # Errors
    /// [`Failure::NotFound`], [`Failure::SignIn`] or [`Failure::Forbidden`].
    pub fn may(&self, action: Action, thing: Thing<'_>) -> Result<(), Failure> {
        can(&self.actor, action, thing).map_err(Into::into)
    }
}
