//! A batch: items that are heard in one transaction. What they write is gathered and written many rows at a time.

use super::{merge, outlets_of, retell};
use crate::engine::{Engine, Happened, Outcome, Raised};
use crate::hearing::Tally;
use crate::item::Item;
use crate::office::{Findable, Office};
use crate::quotation::quotation;
use crate::settings::Settings;
use crate::store::mentions::{FoundRow, KnownRow, MentionRow};
use crate::store::threads::OpenRow;
use crate::store::{self, sources::OutletRow};
use crate::verbs::detect;
use db::Cx;
use kernel::{Failure, MentionId, NewId, OutletId, SourceId, ThreadId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What touched a thread.
#[derive(Debug, Default)]
pub(super) struct Touch {
    /// Mentions that came or were changed by their outlet.
    pub(super) mentions: BTreeSet<MentionId>,
    /// Others came or went: what is said of it must be said anew.
    pub(super) reshaped: bool,
}

/// What an outlet calls one of its items.
type Place = (OutletId, String);

/// Items that are being heard, each key of an outlet once.
pub(super) struct Batch<'e> {
    cx: Cx,
    engine: &'e mut Engine,
    settings: Settings,
    outlets: HashMap<OutletId, OutletRow>,
    known: HashMap<Place, KnownRow>,
    /// The number of the last mention.
    no: i64,
    opened: Vec<OpenRow>,
    mentions: Vec<(MentionRow, String)>,
    found: Vec<FoundRow>,
    cards: Vec<Findable>,
    news: BTreeSet<SourceId>,
    touched: BTreeMap<u64, Touch>,
}

impl<'e> Batch<'e> {
    /// Begins with what is known of these items.
    pub(super) async fn begin(
        cx: Cx,
        engine: &'e mut Engine,
        no: i64,
        items: &[Item],
    ) -> Result<Self, Failure> {
        let settings = Settings::read(cx.tx()).await?;
        let outlets = outlets_of(cx.tx(), items).await?;
        let places: Vec<(OutletId, &str)> =
            items.iter().map(|item| (item.outlet, item.key.as_str())).collect();
        let known = store::mentions::known(cx.tx(), &places).await?;
        Ok(Self {
            cx,
            engine,
            settings,
            outlets,
            known: known.into_iter().map(|row| ((row.outlet, row.key.clone()), row)).collect(),
            no,
            opened: Vec::new(),
            mentions: Vec::new(),
            found: Vec::new(),
            cards: Vec::new(),
            news: BTreeSet::new(),
            touched: BTreeMap::new(),
        })
    }

    /// Hears one item.
    pub(super) async fn hear(&mut self, item: &Item, tally: &mut Tally) -> Result<(), Failure> {
        match self.known.get(&(item.outlet, item.key.clone())).cloned() {
            Some(known) if !known.is_changed_by(item) => tally.known += 1,
            Some(known) => {
                self.edit(&known, item).await?;
                tally.edited += 1;
            }
            None => {
                tally.alerts += self.take_in(item).await?;
                tally.new += 1;
            }
        }
        Ok(())
    }

    /// Notes that an outlet changed an item. The text of its page stays when only what its feed says came this time.
    async fn edit(&mut self, known: &KnownRow, item: &Item) -> Result<(), Failure> {
        let kept = match item.in_part {
            true => store::mentions::text(self.cx.tx(), known.id).await?,
            false => None,
        };
        let longer = |text: &String| text.chars().count() > item.text.chars().count();
        let text = kept.filter(longer).unwrap_or_else(|| item.text.clone());
        let quote = quotation(&text, self.settings.quote_words);
        let (title, hash) = (item.title.as_str(), item.hash());
        let (tx, now) = (self.cx.tx(), self.cx.now());
        store::mentions::edit(tx, known, item.source, title, &quote, &text, &hash, now).await?;
        let card = Findable { published_at: known.published_at, ..self.findable(known.id, item, quote) };
        self.cards.push(card);
        let thread = u64::try_from(known.thread_no).unwrap_or(0);
        self.touched.entry(thread).or_default().mentions.insert(known.id);
        Ok(())
    }

    fn findable(&self, id: MentionId, item: &Item, quote: String) -> Findable {
        let outlet = self.outlets.get(&item.outlet);
        Findable {
            id,
            title: item.title.clone(),
            quote,
            outlet: outlet.map(|outlet| outlet.name.clone()).unwrap_or_default(),
            published_at: item.published_at(self.cx.now()),
        }
    }

    /// Takes in one new mention; answers how many alerts it set off.
    async fn take_in(&mut self, item: &Item) -> Result<usize, Failure> {
        let id = MentionId::fresh();
        let now = self.cx.now();
        self.no += 1;
        let central = self.outlets.get(&item.outlet).is_some_and(|outlet| outlet.level == "central");
        let Outcome { thread, copy_of, contrary, changes, alerts, topics } =
            self.engine.hear(id, item, central, now);
        for change in &changes {
            if let Happened::Opened { thread } = change {
                self.open(*thread, &item.title);
            }
        }
        let quote = quotation(&item.text, self.settings.quote_words);
        self.cards.push(self.findable(id, item, quote.clone()));
        let row = MentionRow {
            id,
            no: self.no,
            outlet: item.outlet,
            source: item.source,
            key: item.key.clone(),
            link: item.link.clone(),
            title: item.title.clone(),
            quote,
            published_at: item.published_at(now),
            heard_at: now,
            edited_at: None,
            text_hash: item.hash(),
            thread: self.named(thread)?,
            copy_of,
            contrary,
        };
        self.found.extend(topics.into_iter().map(|topic| FoundRow {
            topic,
            mention: id,
            published_at: row.published_at,
        }));
        self.mentions.push((row, item.text.clone()));
        self.news.insert(item.source);
        self.touched.entry(thread).or_default().mentions.insert(id);
        for change in changes {
            self.follow(change, &item.title).await?;
        }
        let count = alerts.len();
        for alert in alerts {
            self.raise(&alert, &item.title).await?;
        }
        Ok(count)
    }

    fn named(&self, thread: u64) -> Result<ThreadId, Failure> {
        self.engine.name(thread).ok_or_else(|| Failure::broken(format!("thread {thread} has no name")))
    }

    /// Does in the database what happened to threads that were there.
    async fn follow(&mut self, change: Happened, title: &str) -> Result<(), Failure> {
        if matches!(change, Happened::Opened { .. }) {
            return Ok(());
        }
        // It moves rows: they must be there.
        self.write().await?;
        match change {
            Happened::Opened { .. } => {}
            Happened::Merged { kept, gone } => {
                let (into, from) = (self.named(kept)?, self.named(gone)?);
                // What the agency said, and what it was asked, are one thread already.
                if into != from {
                    merge(&mut self.cx, into, from, self.no).await?;
                }
                self.touched.remove(&gone);
                self.reshape(kept);
            }
            Happened::Moved { mention, from, to } => {
                store::threads::put_in(self.cx.tx(), mention, self.named(to)?).await?;
                self.reshape(from);
                self.reshape(to);
            }
            Happened::Split { from, new, mentions } => {
                let id = self.open(new, title);
                self.write().await?;
                for mention in mentions {
                    store::threads::put_in(self.cx.tx(), mention, id).await?;
                }
                let (tx, now, from_id) = (self.cx.tx(), self.cx.now(), self.named(from)?);
                store::threads::note_change(tx, from_id, now, self.no, "split", Some(id)).await?;
                store::threads::note_change(tx, id, now, self.no, "came", Some(from_id)).await?;
                self.reshape(from);
                self.reshape(new);
            }
        }
        Ok(())
    }

    fn open(&mut self, no: u64, title: &str) -> ThreadId {
        let id = ThreadId::fresh();
        self.engine.call(no, id);
        self.opened.push(OpenRow {
            id,
            no: i64::try_from(no).unwrap_or(i64::MAX),
            title: title.to_owned(),
            at: self.cx.now(),
        });
        self.touched.entry(no).or_default().reshaped = true;
        id
    }

    fn reshape(&mut self, thread: u64) {
        self.touched.entry(thread).or_default().reshaped = true;
    }

    /// Raises what the engine says is hot.
    async fn raise(&mut self, alert: &Raised, title: &str) -> Result<(), Failure> {
        let thread = self.named(alert.thread)?;
        let topic = match alert.topic {
            Some(topic) => store::topics::topic(self.cx.tx(), topic).await?,
            None => None,
        };
        let topic = topic.map(|topic| topic.name).unwrap_or_default();
        tracing::info!(%thread, title, heat = alert.reason.heat, "a hot spot");
        detect::detect(&mut self.cx, thread, alert, &topic).await
    }

    /// Writes the rows that were gathered.
    async fn write(&mut self) -> Result<(), Failure> {
        let tx = self.cx.tx();
        store::threads::open(tx, &std::mem::take(&mut self.opened)).await?;
        store::mentions::add(tx, &std::mem::take(&mut self.mentions)).await?;
        store::topics::found(tx, &std::mem::take(&mut self.found)).await?;
        Ok(())
    }

    /// Writes everything that is left, and what is said of the threads that were touched.
    pub(super) async fn close(mut self, office: &dyn Office) -> Result<Cx, Failure> {
        self.write().await?;
        let (tx, now) = (self.cx.tx(), self.cx.now());
        store::mentions::set_no(tx, self.no).await?;
        let news: Vec<SourceId> = self.news.iter().copied().collect();
        store::sources::gave_news(tx, &news, now).await?;
        retell::retell(tx, self.engine, &self.touched).await?;
        office.cards(&self.cx, &self.cards).await?;
        Ok(self.cx)
    }
}
