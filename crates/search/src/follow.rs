//! Following: an index takes every change of the cards, in order, from wherever it stands; and what `doctor` asks.

use crate::card::Card;
use crate::{House, store};
use kernel::Failure;
use seek::{Change, Trouble};
use std::collections::HashMap;
use std::sync::atomic::Ordering;

/// Cards taken in one commit.
const BATCH: u32 = 500;

/// So many cards an empty index takes batch by batch, so that the first can be found soon; more are quicker all at once.
const FEW: i64 = 5_000;

/// How an index differs from the database.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Difference {
    /// Cards in the database.
    pub cards: u64,
    /// Of them not in the index, or there as they were before.
    pub missing: u64,
    /// Entries of the index without a card.
    pub extra: u64,
}

impl Difference {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.missing == 0 && self.extra == 0
    }
}

impl House {
    /// Takes what has changed since the last time; answers how many cards that were. Also writes what was sought in
    /// vain meanwhile.
    ///
    /// # Errors
    /// When the database or the index does not answer.
    pub async fn follow(&self) -> Result<usize, Failure> {
        self.keep_missed().await?;
        let db = self.app.db.reader();
        let clock = store::clock(db).await?;
        let mut at = self.reached().await?;
        if is_far(at, clock) {
            // Of an index that is only to be made anew, everything can be found meanwhile.
            self.note_ready(at > 0 && at <= clock.seq);
            return self.rebuild().await;
        }
        let mut taken = 0;
        while at < clock.seq {
            let rows = store::since(db, at, BATCH).await?;
            let Some(last) = rows.last().map(|row| row.seq) else { break };
            taken += rows.len();
            let changes = self.changes(rows)?;
            self.engine.apply(&changes, number(last)).await.map_err(broken)?;
            at = last;
        }
        self.note_ready(true);
        Ok(taken)
    }

    fn note_ready(&self, ready: bool) {
        self.ready.fetch_or(ready, Ordering::Relaxed);
    }

    /// Makes the index anew beside the one in use, which goes on answering.
    async fn rebuild(&self) -> Result<usize, Failure> {
        let db = self.app.db.reader();
        let mut building = match self.engine.rebuild().await {
            Ok(building) => building,
            // Another node makes the one all share.
            Err(Trouble::Busy) => return Ok(0),
            Err(other) => return Err(broken(other)),
        };
        let clock = store::clock(db).await?;
        if !is_far(self.reached().await?, clock) {
            return Ok(0);
        }
        let (mut at, mut taken) = (0, 0);
        loop {
            let rows = store::since(db, at, BATCH).await?;
            let Some(last) = rows.last().map(|row| row.seq) else { break };
            taken += rows.len();
            building.add(self.changes(rows)?).await.map_err(broken)?;
            at = last;
        }
        building.finish(number(clock.seq)).await.map_err(broken)?;
        self.note_ready(true);
        tracing::info!(cards = taken, "the search index was made anew");
        Ok(taken)
    }

    /// Compares the index with the database, entry by entry.
    ///
    /// # Errors
    /// When either does not answer.
    pub async fn compare(&self) -> Result<Difference, Failure> {
        let stamps = self.engine.stamps().await.map_err(broken)?;
        let mut there: HashMap<String, u64> = stamps.into_iter().collect();
        let mut difference = Difference::default();
        let mut after = String::new();
        loop {
            let rows = store::stamps(self.app.db.reader(), &after, 5_000).await?;
            let Some(last) = rows.last().map(|row| row.key.clone()) else { break };
            for row in rows {
                difference.cards += 1;
                difference.missing += u64::from(there.remove(&row.key) != Some(number(row.seq)));
            }
            after = last;
        }
        difference.extra = u64::try_from(there.len()).unwrap_or(u64::MAX);
        Ok(difference)
    }

    async fn reached(&self) -> Result<i64, Failure> {
        Ok(i64::try_from(self.engine.sequence().await.map_err(broken)?).unwrap_or(i64::MAX))
    }

    fn changes(&self, rows: Vec<store::CardRow>) -> Result<Vec<Change>, Failure> {
        rows.into_iter()
            .map(|row| {
                if row.gone {
                    return Ok(Change::Remove(row.key));
                }
                let card: Card = read(&row.card)?;
                Ok(Change::Put(Box::new(card.entry(number(row.seq), &self.app.zone))))
            })
            .collect()
    }
}

/// Whether an index that has come to `at` is made anew: it was asked for; it is empty and would have to take very
/// much; or it is ahead of its database, from whose backup it knows nothing.
fn is_far(at: i64, clock: store::ClockRow) -> bool {
    at < clock.rebuild || at > clock.seq || at == 0 && clock.seq > FEW
}

pub(crate) fn read(card: &str) -> Result<Card, Failure> {
    serde_json::from_str(card).map_err(|error| Failure::broken(format!("a card cannot be read: {error}")))
}

fn number(seq: i64) -> u64 {
    u64::try_from(seq).unwrap_or(0)
}

pub(crate) fn broken(trouble: Trouble) -> Failure {
    Failure::Broken(Box::new(trouble))
}
