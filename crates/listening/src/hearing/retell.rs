//! Retelling: what a thread is called and how wide it is, after mentions came or went. What it says is said anew when
//! somebody asks.

use super::batch::Touch;
use crate::engine::Engine;
use crate::saying::READ;
use crate::store::{self, mentions::TitleRow, threads::ToldRow};
use db::ConnectionTrait;
use kernel::{Failure, MentionId, ThreadId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Tells the threads that were touched anew.
pub(super) async fn retell(
    db: &impl ConnectionTrait,
    engine: &Engine,
    touched: &BTreeMap<u64, Touch>,
) -> Result<(), Failure> {
    let named: Vec<(u64, ThreadId, &Touch)> =
        touched.iter().filter_map(|(&thread, touch)| Some((thread, engine.name(thread)?, touch))).collect();
    let ids: BTreeSet<ThreadId> = named.iter().map(|(_, id, _)| *id).collect();
    let ids: Vec<ThreadId> = ids.into_iter().collect();
    let mut firsts: HashMap<ThreadId, Vec<TitleRow>> = HashMap::new();
    for row in store::mentions::first_of_threads(db, &ids, READ).await? {
        firsts.entry(row.thread).or_default().push(row);
    }
    let mut told: BTreeMap<ThreadId, ToldRow> = named
        .into_iter()
        .map(|(thread, id, touch)| {
            let first = firsts.get(&id).map_or(&[][..], Vec::as_slice);
            (id, told_of(engine, thread, id, touch, first))
        })
        .collect();
    let counts = store::threads::counts(db, &ids).await?;
    let rows: Vec<_> =
        counts.into_iter().filter_map(|count| Some((told.remove(&count.thread)?, count))).collect();
    Ok(store::threads::tell(db, &rows).await?)
}

/// What a thread is called. Its sentences are those of its first mentions: they are forgotten when one of these is new.
fn told_of(engine: &Engine, thread: u64, id: ThreadId, touch: &Touch, first: &[TitleRow]) -> ToldRow {
    let anew = touch.reshaped || first.iter().any(|row| touch.mentions.contains(&row.id));
    let said = anew.then(String::new);
    ToldRow { id, title: title(engine, thread, first), said }
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
