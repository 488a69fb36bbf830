//! What a thread says, in three sentences. They are chosen when somebody looks, for that costs more than hearing; before
//! the texts are dropped they are chosen for good (L13).

use crate::quotation::quotation;
use crate::store::{self, mentions::TextRow, threads::ThreadRow};
use db::{ConnectionTrait, Db};
use kernel::{Actor, Failure, Moment, ThreadId};

/// Texts read of a thread: those that were published first.
pub(crate) const READ: u32 = 12;
/// Words of a sentence that are shown.
const WORDS: usize = 60;
/// Threads whose sentences are chosen before they are written.
const AT_ONCE: u32 = 50;

/// The sentences that say most of a thread, each with the outlet that said it.
pub(crate) async fn sentences(
    db: &impl ConnectionTrait,
    thread: &ThreadRow,
) -> Result<Vec<(String, String)>, Failure> {
    let json = match thread.said.is_empty() {
        true => choose(db, thread.id).await?,
        false => thread.said.clone(),
    };
    Ok(serde_json::from_str(&json).unwrap_or_default())
}

/// Chooses, for good, the sentences of threads that are about to lose texts heard before a moment.
pub(crate) async fn keep(db: &Db, before: Moment) -> Result<(), Failure> {
    loop {
        let threads = store::threads::unsaid(db.reader(), before, AT_ONCE).await?;
        if threads.is_empty() {
            return Ok(());
        }
        let mut chosen = Vec::new();
        for thread in threads {
            chosen.push((thread, choose(db.reader(), thread).await?));
        }
        let cx = db.begin(Actor::Machine("listening")).await?;
        for (thread, said) in chosen {
            store::threads::say(cx.tx(), thread, &said).await?;
        }
        cx.finish().await?;
    }
}

/// As JSON: `[[outlet, sentence] …]`.
async fn choose(db: &impl ConnectionTrait, thread: ThreadId) -> Result<String, Failure> {
    let texts = store::mentions::texts_of_thread(db, thread, READ).await?;
    // A dozen texts take some milliseconds: not on a thread that answers people.
    tokio::task::spawn_blocking(move || written(&texts))
        .await
        .map_err(|error| Failure::broken(format!("what a thread says is not known: {error}")))
}

fn written(texts: &[TextRow]) -> String {
    let read: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    let said: Vec<(String, String)> = pulse::summary::key_sentences(&read, 3)
        .into_iter()
        .filter_map(|key| {
            let from = texts.get(key.text)?;
            Some((from.outlet.to_string(), quotation(from.text.get(key.range)?, WORDS)))
        })
        .collect();
    serde_json::to_string(&said).unwrap_or_else(|_| "[]".to_owned())
}
