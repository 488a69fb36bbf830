//! Retelling: what a thread is called and how wide it is, after mentions came or went. What it says is said anew when
//! somebody asks.

use super::batch::Touch;
use crate::engine::Engine;
use crate::saying::READ;
use crate::store::{self, mentions::TitleRow, threads::ToldRow};
use db::ConnectionTrait;
use kernel::{Failure, MentionId, ThreadId};
use std::collections::{BTreeMap, BTreeSet};

/// Tells the threads that were touched anew.
pub(super) async fn retell(
    db: &impl ConnectionTrait,
    engine: &Engine,
    touched: &BTreeMap<u64, Touch>,
) -> Result<(), Failure> {
    let mut told: BTreeMap<ThreadId, ToldRow> = BTreeMap::new();
    for (&thread, touch) in touched {
        let Some(id) = engine.name(thread) else { continue };
        let row = told_of(db, engine, thread, id, touch).await?;
        told.insert(id, row);
    }
    let ids: BTreeSet<ThreadId> = told.keys().copied().collect();
    let ids: Vec<ThreadId> = ids.into_iter().collect();
    let counts = store::threads::counts(db, &ids).await?;
    let rows: Vec<_> =
        counts.into_iter().filter_map(|count| Some((told.remove(&count.thread)?, count))).collect();
    Ok(store::threads::tell(db, &rows).await?)
}

/// What a thread is called. Its sentences are those of its first mentions: they are forgotten when one of these is new.
async fn told_of(
    db: &impl ConnectionTrait,
    engine: &Engine,
    thread: u64,
    id: ThreadId,
    touch: &Touch,
) -> Result<ToldRow, Failure> {
    let first = store::mentions::first_of_thread(db, id, READ).await?;
    let anew = touch.reshaped || first.iter().any(|row| touch.mentions.contains(&row.id));
    let said = anew.then(String::new);
    Ok(ToldRow { id, title: title(engine, thread, &first), said })
}

/// The headline of the mention that stands for a thread; none where it keeps the one it has.
fn title(engine: &Engine, thread: u64, first: &[TitleRow]) -> Option<String> {
    // It stays what the press calls it, not what answers it.
    if engine.is_answer(thread) {
        return None;
    }
    let best: Option<MentionId> = engine.best(thread);
    let row = first.iter().find(|row| Some(row.id) == best).or(first.first())?;
    Some(row.title.clone())
}
