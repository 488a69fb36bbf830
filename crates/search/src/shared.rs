//! An index in PostgreSQL, shared by all nodes: for those who run without a disk of their own. It finds, counts and
//! hides what the embedded one does, and ranks nearly so; it takes longer for both.

mod lexemes;
mod source;

use crate::store::shared::{self, State};
use async_trait::async_trait;
use db::{Cx, Db, DbErr};
use kernel::{Actor, Failure};
use seek::parts::{answer, complete};
use seek::{Answer, Ask, Building, Change, Engine, Entry, Held, Suggestion, Trouble};
use source::{Known, Snapshot};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use viet::dates::Date;

/// How often a search begins anew because the index was replaced under it.
const TRIES: usize = 3;

/// The index in the database. Cheap to clone.
#[derive(Clone)]
pub struct Shared {
    db: Db,
    known: Arc<Known>,
}

impl Shared {
    /// The index of this database; an empty one is made where there is none, or one of another version.
    ///
    /// # Errors
    /// [`Trouble::Store`] on SQLite, or when the database does not answer.
    pub async fn open(db: Db) -> Result<Self, Trouble> {
        let own = Self::open_to_look(db)?;
        let cx = own.begin().await?;
        shared::open(cx.tx()).await.map_err(trouble)?;
        cx.finish().await.map_err(failed)?;
        Ok(own)
    }

    /// The same for looking only: changes nothing.
    ///
    /// # Errors
    /// [`Trouble::Store`] on SQLite.
    pub fn open_to_look(db: Db) -> Result<Self, Trouble> {
        if db.engine() != db::Engine::Postgres {
            return Err(Trouble::Store(
                "the search index can lie in the database only where that is PostgreSQL".into(),
            ));
        }
        Ok(Self { db, known: Arc::default() })
    }

    async fn begin(&self) -> Result<Cx, Trouble> {
        self.db.begin(Actor::Machine("search")).await.map_err(failed)
    }

    async fn state(&self) -> Result<Option<State>, Trouble> {
        match shared::state(self.db.reader()).await.map_err(trouble)? {
            Some(state) if !state.is_ours() => Err(foreign()),
            state => Ok(state),
        }
    }

    /// Asks one state of the index, on a thread that may wait.
    async fn ask<T: Send + 'static>(
        &self,
        held: &Held,
        after: Option<&str>,
        work: impl Fn(&Snapshot) -> Result<T, Trouble> + Send + Sync + 'static,
    ) -> Result<Option<T>, Trouble> {
        let work = Arc::new(work);
        let mut tried = 0;
        loop {
            let Some(state) = self.state().await? else { return Ok(None) };
            let snapshot = Snapshot::take(&self.db, state, held, after, &self.known).await?;
            let work = Arc::clone(&work);
            let done = spawn_blocking(move || work(&snapshot)).await;
            tried += 1;
            match done.unwrap_or_else(|error| Err(Trouble::Inside(error.to_string()))) {
                // The table was replaced by a newer one between two statements.
                Err(_)
                    if tried < TRIES
                        && self.state().await?.map(|s| s.generation) != Some(state.generation) => {}
                done => return done.map(Some),
            }
        }
    }
}

#[async_trait]
impl Engine for Shared {
    async fn apply(&self, changes: &[Change], sequence: u64) -> Result<(), Trouble> {
        let (rows, gone) = last_states(changes.to_vec()).await?;
        let cx = self.begin().await?;
        let state = shared::locked_state(cx.tx()).await.map_err(trouble)?.ok_or_else(foreign)?;
        if !state.is_ours() {
            return Err(foreign());
        }
        let sequence = i64::try_from(sequence).unwrap_or(i64::MAX);
        // Another node was quicker, and what it wrote is newer.
        if sequence < state.sequence {
            return Ok(());
        }
        write(&cx, state.generation, rows, &gone).await?;
        shared::reach(cx.tx(), sequence).await.map_err(trouble)?;
        cx.finish().await.map_err(failed)
    }

    async fn sequence(&self) -> Result<u64, Trouble> {
        Ok(self.state().await?.and_then(|state| u64::try_from(state.sequence).ok()).unwrap_or(0))
    }

    async fn search(&self, held: &Held, ask: &Ask) -> Result<Answer, Trouble> {
        let asked = ask.clone();
        let found = self.ask(held, ask.after.as_deref(), move |snapshot| answer(snapshot, &asked)).await?;
        Ok(found.unwrap_or_default())
    }

    async fn suggest(
        &self,
        held: &Held,
        typed: &str,
        most: usize,
        _today: Option<Date>,
    ) -> Result<Vec<Suggestion>, Trouble> {
        let typed = typed.to_owned();
        let found = self.ask(held, None, move |snapshot| complete(snapshot, &typed, most)).await?;
        Ok(found.unwrap_or_default())
    }

    async fn stamps(&self) -> Result<Vec<(String, u64)>, Trouble> {
        let Some(state) = self.state().await? else { return Ok(Vec::new()) };
        let all = shared::all_stamps(self.db.reader(), state).await.map_err(trouble)?;
        Ok(all.into_iter().map(|row| (row.key, u64::try_from(row.stamp).unwrap_or(0))).collect())
    }

    async fn rebuild(&self) -> Result<Box<dyn Building>, Trouble> {
        let cx = self.begin().await?;
        if !shared::may_rebuild(cx.tx()).await.map_err(trouble)? {
            return Err(Trouble::Busy);
        }
        let generation = self.state().await?.map_or(0, |state| state.generation) + 1;
        shared::make(cx.tx(), generation).await.map_err(trouble)?;
        Ok(Box::new(Rebuilding { cx, generation }))
    }
}

/// An index being made, in one transaction: until its end nobody sees anything of it.
struct Rebuilding {
    cx: Cx,
    generation: i32,
}

#[async_trait]
impl Building for Rebuilding {
    async fn add(&mut self, changes: Vec<Change>) -> Result<(), Trouble> {
        let (rows, gone) = last_states(changes).await?;
        write(&self.cx, self.generation, rows, &gone).await
    }

    async fn finish(self: Box<Self>, sequence: u64) -> Result<(), Trouble> {
        let tx = self.cx.tx();
        shared::index(tx, self.generation).await.map_err(trouble)?;
        let before = shared::locked_state(tx).await.map_err(trouble)?;
        let sequence = i64::try_from(sequence).unwrap_or(i64::MAX);
        shared::take_over(tx, before, self.generation, sequence).await.map_err(trouble)?;
        self.cx.finish().await.map_err(failed)
    }
}

async fn write(cx: &Cx, generation: i32, rows: Vec<shared::Row>, gone: &[String]) -> Result<(), Trouble> {
    shared::put(cx.tx(), generation, rows).await.map_err(trouble)?;
    shared::remove(cx.tx(), generation, gone).await.map_err(trouble)
}

/// The last state of each thing in a batch, analysed beside the threads that answer requests.
async fn last_states(changes: Vec<Change>) -> Result<(Vec<shared::Row>, Vec<String>), Trouble> {
    let made = spawn_blocking(move || {
        let mut last: HashMap<String, Option<Box<Entry>>> = HashMap::new();
        for change in changes {
            match change {
                Change::Put(entry) => last.insert(fit(&entry.id)?, Some(entry)),
                Change::Remove(id) => last.insert(fit(&id)?, None),
            };
        }
        let gone = last.iter().filter(|(_, entry)| entry.is_none()).map(|(id, _)| id.clone()).collect();
        Ok((last.into_values().flatten().map(|entry| lexemes::row(&entry)).collect(), gone))
    });
    made.await.unwrap_or_else(|error| Err(Trouble::Inside(error.to_string())))
}

fn fit(id: &str) -> Result<String, Trouble> {
    let why = match id.len() {
        0 => "has no id",
        n if n > Entry::LONGEST_ID => "has an id that is too long",
        _ if id.contains(char::is_control) => "has control characters in its id",
        _ => return Ok(id.to_owned()),
    };
    Err(Trouble::Unfit { id: id.chars().take(40).collect(), why })
}

fn foreign() -> Trouble {
    Trouble::Damaged("the tables of the search index are those of another version".into())
}

pub(super) fn trouble(error: DbErr) -> Trouble {
    let text = error.to_string();
    if text.contains("No space left on device") || text.contains("could not extend file") {
        return Trouble::Full;
    }
    Trouble::Store(text)
}

fn failed(failure: Failure) -> Trouble {
    Trouble::Store(format!("{failure:?}"))
}
