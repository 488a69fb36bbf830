//! Hearing: items become mentions, find their thread and topics, and what heats up is raised, all in one transaction.

use crate::engine::{Answer, DAYS, Engine, Happened, Outcome, Raised, WINDOW};
use crate::item::Item;
use crate::office::Findable;
use crate::quotation::quotation;
use crate::settings::Settings;
use crate::store::mentions::{ClockRow, MentionRow};
use crate::verbs::detect;
use crate::{House, store};
use db::{ConnectionTrait, Cx};
use kernel::{Actor, Failure, MentionId, Moment, NewId, OutletId, ThreadId, TopicId};
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
/// Texts read for the sentences that say what a thread is about.
const READ: u32 = 12;

impl House {
    /// Hears items, the oldest first. An item that is known already changes nothing; one whose outlet changed it is
    /// noted as changed.
    ///
    /// # Errors
    /// When the database does not answer; then nothing of the batch that failed was heard, and it can be told again.
    pub async fn hear(&self, mut items: Vec<Item>) -> Result<Tally, Failure> {
        items.sort_by_key(|item| item.published);
        let mut tally = Tally::default();
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
        let (mut cx, clock) = self.begin(engine).await?;
        let settings = Settings::read(cx.tx()).await?;
        let outlets = outlets_of(cx.tx(), items).await?;
        let mut no = clock.no;
        let mut touched = BTreeSet::new();
        for item in items {
            match store::mentions::known(cx.tx(), item.outlet, &item.key).await? {
                Some(known) if known.text_hash == item.hash() => tally.known += 1,
                Some(known) => {
                    let quote = quotation(&item.text, settings.quote_words);
                    let (title, text) = (item.title.as_str(), item.text.as_str());
                    store::mentions::edit(cx.tx(), &known, title, &quote, text, &item.hash(), cx.now())
                        .await?;
                    touched.extend(u64::try_from(known.thread_no).ok());
                    tally.edited += 1;
                }
                None => {
                    no += 1;
                    let central = outlets.get(&item.outlet).is_some_and(|outlet| outlet.level == "central");
                    let (id, alerts) =
                        take_in(&mut cx, engine, item, no, central, &settings, &mut touched).await?;
                    let quote = quotation(&item.text, settings.quote_words);
                    self.office.card(&cx, &found(id, item, quote, &outlets, cx.now())).await?;
                    tally.alerts += alerts;
                    tally.new += 1;
                }
            }
        }
        store::mentions::set_no(cx.tx(), no).await?;
        for thread in touched {
            retell(cx.tx(), engine, thread).await?;
        }
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

/// Topics that are followed, with their queries.
pub(crate) async fn followed(db: &impl ConnectionTrait) -> Result<Vec<(TopicId, String)>, Failure> {
    let topics = store::topics::topics(db).await?;
    Ok(topics.into_iter().filter(|topic| topic.active).map(|topic| (topic.id, topic.query)).collect())
}

/// A mention as it can be found.
fn found(
    id: MentionId,
    item: &Item,
    quote: String,
    outlets: &HashMap<OutletId, store::sources::OutletRow>,
    heard: Moment,
) -> Findable {
    Findable {
        id,
        title: item.title.clone(),
        quote,
        outlet: outlets.get(&item.outlet).map(|outlet| outlet.name.clone()).unwrap_or_default(),
        published_at: item.published_at(heard),
    }
}

/// Takes in one new mention; answers its id and how many alerts it set off.
async fn take_in(
    cx: &mut Cx,
    engine: &mut Engine,
    item: &Item,
    no: i64,
    central: bool,
    settings: &Settings,
    touched: &mut BTreeSet<u64>,
) -> Result<(MentionId, usize), Failure> {
    let id = MentionId::fresh();
    let now = cx.now();
    let Outcome { thread, copy_of, contrary, changes, alerts, topics } = engine.hear(id, item, central, now);
    for change in changes.iter().filter(|change| matches!(change, Happened::Opened { .. })) {
        follow(cx, engine, change, no, &item.title, touched).await?;
    }
    let row = MentionRow {
        id,
        no,
        outlet: item.outlet,
        source: item.source,
        key: item.key.clone(),
        link: item.link.clone(),
        title: item.title.clone(),
        quote: quotation(&item.text, settings.quote_words),
        published_at: item.published_at(now),
        heard_at: now,
        edited_at: None,
        text_hash: item.hash(),
        thread: named(engine, thread)?,
        copy_of,
        contrary,
    };
    store::mentions::add(cx.tx(), &row, &item.text).await?;
    store::sources::gave_news(cx.tx(), item.source, now).await?;
    touched.insert(thread);
    for topic in topics {
        store::topics::found(cx.tx(), topic, id, row.published_at).await?;
    }
    for change in changes.iter().filter(|change| !matches!(change, Happened::Opened { .. })) {
        follow(cx, engine, change, no, &item.title, touched).await?;
    }
    let count = alerts.len();
    for alert in alerts {
        raise(cx, engine, &alert, &item.title).await?;
    }
    Ok((id, count))
}

fn named(engine: &Engine, thread: u64) -> Result<ThreadId, Failure> {
    engine.name(thread).ok_or_else(|| Failure::broken(format!("thread {thread} has no name")))
}

/// Does in the database what happened to threads.
async fn follow(
    cx: &mut Cx,
    engine: &mut Engine,
    change: &Happened,
    no: i64,
    title: &str,
    touched: &mut BTreeSet<u64>,
) -> Result<(), Failure> {
    match change {
        Happened::Opened { thread } => {
            let id = ThreadId::fresh();
            open(cx, engine, *thread, id, title).await?;
            touched.insert(*thread);
        }
        Happened::Merged { kept, gone } => {
            let (into, from) = (named(engine, *kept)?, named(engine, *gone)?);
            // What the agency said, and what it was asked, are one thread already.
            if into != from {
                merge(cx, into, from, no).await?;
            }
            touched.remove(gone);
            touched.insert(*kept);
        }
        Happened::Moved { mention, from, to } => {
            store::threads::put_in(cx.tx(), *mention, named(engine, *to)?).await?;
            touched.extend([*from, *to]);
        }
        Happened::Split { from, new, mentions } => {
            let id = ThreadId::fresh();
            open(cx, engine, *new, id, title).await?;
            for mention in mentions {
                store::threads::put_in(cx.tx(), *mention, id).await?;
            }
            let from_id = named(engine, *from)?;
            store::threads::note_change(cx.tx(), from_id, cx.now(), no, "split", Some(id)).await?;
            store::threads::note_change(cx.tx(), id, cx.now(), no, "came", Some(from_id)).await?;
            touched.extend([*from, *new]);
        }
    }
    Ok(())
}

async fn open(cx: &Cx, engine: &mut Engine, no: u64, id: ThreadId, title: &str) -> Result<(), Failure> {
    store::threads::open(cx.tx(), id, i64::try_from(no).unwrap_or(i64::MAX), title, cx.now()).await?;
    engine.call(no, id);
    Ok(())
}

/// One thread becomes part of another: mentions, history and hot spots go with it.
pub(crate) async fn merge(cx: &mut Cx, kept: ThreadId, gone: ThreadId, no: i64) -> Result<(), Failure> {
    store::threads::merge(cx.tx(), kept, gone).await?;
    store::threads::note_change(cx.tx(), kept, cx.now(), no, "merged", Some(gone)).await?;
    detect::merge_spots(cx, kept, gone).await
}

/// Writes what a thread is called, what it says and how wide it is.
async fn retell(db: &impl ConnectionTrait, engine: &Engine, thread: u64) -> Result<(), Failure> {
    let Some(id) = engine.name(thread) else { return Ok(()) };
    let texts = store::mentions::texts_of_thread(db, id, READ).await?;
    // Its title stays what the press calls it, not what answers it.
    let called = match engine.is_answer(thread) {
        true => store::threads::thread(db, id).await?.map(|row| row.title),
        false => None,
    };
    let best = engine.best(thread);
    let title =
        texts.iter().find(|text| Some(text.id) == best).or(texts.first()).map(|text| text.title.clone());
    let title = called.or(title).unwrap_or_default();
    let said = sentences(&texts);
    store::threads::recount(db, id, &title, &said).await?;
    Ok(())
}

/// The sentences that say most of a thread, each with the outlet that said it, as JSON: `[[outlet, sentence] …]`.
fn sentences(texts: &[store::mentions::TextRow]) -> String {
    let read: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    let said: Vec<(String, String)> = pulse::summary::key_sentences(&read, 3)
        .into_iter()
        .filter_map(|key| {
            let from = texts.get(key.text)?;
            Some((from.outlet.to_string(), quotation(from.text.get(key.range)?, 60)))
        })
        .collect();
    serde_json::to_string(&said).unwrap_or_else(|_| "[]".to_owned())
}

/// Raises what the engine says is hot.
async fn raise(cx: &mut Cx, engine: &Engine, alert: &Raised, title: &str) -> Result<(), Failure> {
    let thread = named(engine, alert.thread)?;
    let topic = match alert.topic {
        Some(topic) => {
            store::topics::topic(cx.tx(), topic).await?.map(|topic| topic.name).unwrap_or_default()
        }
        None => String::new(),
    };
    tracing::info!(%thread, title, heat = alert.reason.heat, "a hot spot");
    detect::detect(cx, thread, alert, &topic).await
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
