//! Hearing: items become mentions, find their thread and topics, and what heats up is raised, all in one transaction.

mod batch;
mod retell;

use crate::engine::{Answer, DAYS, Engine, WINDOW};
use crate::item::Item;
use crate::store::mentions::ClockRow;
use crate::verbs::detect;
use crate::{House, store};
use batch::Batch;
use db::{ConnectionTrait, Cx};
use kernel::{Actor, Failure, OutletId, ThreadId, TopicId};
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

/// What came of a batch of items.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New mentions.
    pub new: usize,
    /// Mentions whose outlet changed them.
    pub edited: usize,
    /// Items known already.
    pub known: usize,
    /// Hot spots raised or made worse.
    pub alerts: usize,
}

/// Items heard in one transaction.
const BATCH: usize = 200;
/// How often the memory is made anew before a batch because others were faster.
const TRIES: usize = 3;

impl House {
    /// Hears items, the oldest first. An item that is known already changes nothing; one whose outlet changed it is
    /// noted as changed.
    ///
    /// # Errors
    /// When the database does not answer; then nothing of the batch that failed was heard, and it can be told again.
    pub async fn hear(&self, mut items: Vec<Item>) -> Result<Tally, Failure> {
        items.sort_by_key(|item| item.published);
        let told = items.len();
        let items = latest_of_each(items);
        let mut tally = Tally { known: told - items.len(), ..Tally::default() };
        for batch in items.chunks(BATCH) {
            let mut engine = self.memory.lock().await;
            let outcome = self.hear_batch(&mut engine, batch, &mut tally).await;
            if outcome.is_err() {
                // What it heard in vain is forgotten with all the rest.
                *engine = Engine::default();
            }
            outcome?;
        }
        Ok(tally)
    }

    async fn hear_batch(
        &self,
        engine: &mut Engine,
        items: &[Item],
        tally: &mut Tally,
    ) -> Result<(), Failure> {
        let (cx, clock) = self.begin(engine).await?;
        let mut batch = Batch::begin(cx, engine, clock.no, items).await?;
        for item in items {
            batch.hear(item, tally).await?;
        }
        let cx = batch.close(&*self.office).await?;
        cx.finish().await?;
        engine.seq = Some(clock.seq);
        Ok(())
    }

    /// Begins a batch with an engine that knows all there was before it.
    ///
    /// Remembering takes seconds when the window is full. It is done before the transaction, for SQLite has one writer
    /// and people would wait; only when others are faster again and again is it done inside.
    async fn begin(&self, engine: &mut Engine) -> Result<(Cx, ClockRow), Failure> {
        for _ in 0..TRIES {
            let seq = store::mentions::seq(self.app.db.reader()).await?;
            if engine.seq != Some(seq) {
                // What is written while it is read belongs to a later count, which the step below tells.
                *engine = self.remember(self.app.db.reader()).await?;
                engine.seq = Some(seq);
            }
            let cx = self.app.db.begin(Actor::Machine("listening")).await?;
            let clock = store::mentions::step(cx.tx()).await?;
            if clock.seq - 1 == seq {
                return Ok((cx, clock));
            }
        }
        let cx = self.app.db.begin(Actor::Machine("listening")).await?;
        let clock = store::mentions::step(cx.tx()).await?;
        *engine = self.remember(cx.tx()).await?;
        Ok((cx, clock))
    }

    /// The engine as the database knows it.
    async fn remember(&self, db: &impl ConnectionTrait) -> Result<Engine, Failure> {
        let since = self.app.db.now().minus(Duration::from_secs(DAYS * 86_400));
        let kept = store::mentions::window(db, since, WINDOW).await?;
        let next = u64::try_from(store::threads::next_no(db).await?).unwrap_or(1);
        let topics = followed(db).await?;
        let aliases = self.office.aliases().await?;
        let answers = store::threads::answers_since(db, since).await?.into_iter().map(|row| Answer {
            thread: row.thread,
            title: row.title,
            text: row.text,
            at: row.at,
        });
        let answers: Vec<Answer> = answers.collect();
        // Tens of thousands of texts take seconds: not on a thread that answers people.
        tokio::task::spawn_blocking(move || Engine::anew(kept, answers, next, &topics, &aliases))
            .await
            .map_err(|error| Failure::broken(format!("the listening could not be remembered: {error}")))
    }
}

/// Without what a source lists twice: the last word is taken.
fn latest_of_each(items: Vec<Item>) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<Item> =
        items.into_iter().rev().filter(|item| seen.insert((item.outlet, item.key.clone()))).collect();
    kept.reverse();
    kept
}

/// Topics that are followed, with their queries.
pub(crate) async fn followed(db: &impl ConnectionTrait) -> Result<Vec<(TopicId, String)>, Failure> {
    let topics = store::topics::topics(db).await?;
    Ok(topics.into_iter().filter(|topic| topic.active).map(|topic| (topic.id, topic.query)).collect())
}

/// One thread becomes part of another: mentions, history and hot spots go with it.
pub(crate) async fn merge(cx: &mut Cx, kept: ThreadId, gone: ThreadId, no: i64) -> Result<(), Failure> {
    store::threads::merge(cx.tx(), kept, gone).await?;
    store::threads::note_change(cx.tx(), kept, cx.now(), no, "merged", Some(gone)).await?;
    detect::merge_spots(cx, kept, gone).await
}

/// The outlets of these items.
async fn outlets_of(
    db: &impl ConnectionTrait,
    items: &[Item],
) -> Result<HashMap<OutletId, store::sources::OutletRow>, Failure> {
    let ids: BTreeSet<OutletId> = items.iter().map(|item| item.outlet).collect();
    let ids: Vec<OutletId> = ids.into_iter().collect();
    Ok(store::sources::outlets_of(db, &ids).await?.into_iter().map(|outlet| (outlet.id, outlet)).collect())
}

/// Outlets by id, for pages.
pub(crate) async fn outlet_names(
    db: &impl ConnectionTrait,
) -> Result<HashMap<OutletId, store::sources::OutletRow>, Failure> {
    Ok(store::sources::outlets(db).await?.into_iter().map(|outlet| (outlet.id, outlet)).collect())
}
