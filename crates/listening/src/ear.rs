//! Who listens: one process at a time, so that only one keeps the memory of the listening.
//!
//! Each process that hears builds its memory anew when another heard something in between, which takes seconds. A row
//! says which one listens and until when; it says so again before that time is over, and another takes over when it
//! does not. Two that listen at once, for a moment, harm nothing: the clock of the listening puts them in order.

use crate::store::ear;
use db::Db;
use kernel::{Actor, Failure, JobId, Moment, NewId};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// For how long one listens without saying so again.
const TERM: Duration = Duration::from_secs(30);
/// How long before its end the term is made longer.
const EARLY: Duration = Duration::from_secs(15);
/// How often one that does not listen looks whether it should.
const LOOK: Duration = Duration::from_secs(5);

/// One process.
#[derive(Debug, Clone)]
pub(crate) struct Ear {
    name: String,
    turn: Arc<Mutex<Turn>>,
}

#[derive(Debug, Clone, Copy)]
struct Turn {
    listens: bool,
    /// When to ask again.
    again: Moment,
}

impl Ear {
    /// A process with a name of its own.
    pub(crate) fn new() -> Self {
        let turn = Turn { listens: false, again: Moment(0) };
        Self { name: JobId::fresh().to_string(), turn: Arc::new(Mutex::new(turn)) }
    }

    /// Whether this process listens now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn listens(&self, db: &Db) -> Result<bool, Failure> {
        let now = db.now();
        let turn = *self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if now < turn.again {
            return Ok(turn.listens);
        }
        // Looking before writing: who does not listen costs the others nothing.
        let taken = ear::taken(db.reader()).await?.is_some_and(|(by, until)| by != self.name && until > now);
        let listens = !taken && self.take(db, now).await?;
        let again = if listens { now.plus(TERM.saturating_sub(EARLY)) } else { now.plus(LOOK) };
        *self.turn.lock().unwrap_or_else(PoisonError::into_inner) = Turn { listens, again };
        Ok(listens)
    }

    async fn take(&self, db: &Db, now: Moment) -> Result<bool, Failure> {
        let cx = db.begin(Actor::Machine("listening")).await?;
        let taken = ear::take(cx.tx(), &self.name, now, now.plus(TERM)).await? > 0;
        cx.finish().await?;
        Ok(taken)
    }

    /// Lets another listen at once.
    ///
    /// # Errors
    /// When the database does not answer; then another listens when the term is over.
    pub(crate) async fn rest(&self, db: &Db) -> Result<(), Failure> {
        let was = std::mem::replace(
            &mut *self.turn.lock().unwrap_or_else(PoisonError::into_inner),
            Turn { listens: false, again: Moment(0) },
        );
        if !was.listens {
            return Ok(());
        }
        let cx = db.begin(Actor::Machine("listening")).await?;
        ear::leave(cx.tx(), &self.name).await?;
        cx.finish().await
    }
}
