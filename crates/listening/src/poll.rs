//! The poller: asks every source when its time has come, each for itself, and hears what is new as soon as it is read.

use crate::ear::Ear;
use crate::item::{Item, key};
use crate::store::mentions::KnownRow;
use crate::store::rules::RuleRow;
use crate::store::sources::SourceRow;
use crate::verbs::SourceKind;
use crate::{House, site_rule, store};
use fetch::{Body, Fetch, FetchError, Fetched, Fetcher, Outcome, Outlook, Wanted};
use kernel::{Actor, Failure, Moment};
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;
use tokio::task::JoinSet;
use wire::feed::Hints;
use wire::page::{Hint, Ruled, SiteRule};

/// Asks sources.
#[derive(Clone)]
pub struct Poller {
    house: House,
    fetcher: Fetcher,
    /// The shortest and the longest time between two questions to one source, in seconds.
    every: (i64, i64),
    /// This process, among those that share a database.
    ear: Ear,
}

/// What came of asking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Sources asked.
    pub sources: usize,
    /// New mentions.
    pub new: usize,
    /// Sources that did not answer as they should.
    pub failed: usize,
}

/// Sources asked at once.
const AT_ONCE: usize = 48;
/// Articles read of one source at one asking; the others wait for the next.
const ARTICLES: usize = 30;
/// A text in a feed from this many characters on is the article itself.
const WHOLE_TEXT: usize = 1_200;
/// Nobody else asks a source for so long after somebody began to.
const LEASE: Duration = Duration::from_secs(600);
/// Seconds between two questions to a source that is silent, at most.
const LATEST: i64 = 4 * 3600;
/// How often the poller looks for sources whose time has come.
const TICK: Duration = Duration::from_millis(500);

impl Poller {
    /// A poller that asks through `fetcher`, no source more often than every two minutes.
    #[must_use]
    pub fn new(house: House, fetcher: Fetcher) -> Self {
        Self { house, fetcher, every: (120, LATEST), ear: Ear::new() }
    }

    /// The same with as many seconds between any two questions to one source: for a press that is simulated.
    #[must_use]
    pub fn asking_every(mut self, seconds: i64) -> Self {
        self.every = (seconds.max(1), seconds.max(1));
        self
    }

    /// Asks every source that is due, and waits for all of them.
    ///
    /// # Errors
    /// When the database does not answer. A source that does not answer is noted with the source.
    pub async fn poll_due(&self) -> Result<Asked, Failure> {
        let mut asked = Asked::default();
        loop {
            let due = self.lease(AT_ONCE).await?;
            if due.is_empty() {
                return Ok(asked);
            }
            let mut under_way = JoinSet::new();
            for source in due {
                let poller = self.clone();
                under_way.spawn(async move { poller.ask(source).await });
            }
            while let Some(done) = under_way.join_next().await {
                asked.add(done.unwrap_or(None));
            }
        }
    }

    /// Asks sources as their time comes until `stop` resolves. One that is slow holds up no other. Of the processes that
    /// share a database one listens, and another when it has gone.
    pub async fn run(&self, stop: impl Future<Output = ()> + Send) {
        tokio::pin!(stop);
        let mut under_way: JoinSet<Option<Outcomes>> = JoinSet::new();
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = &mut stop => break,
                _ = tick.tick() => {}
                Some(_) = under_way.join_next() => continue,
            }
            match self.listens().await {
                Ok(true) => {}
                Ok(false) => continue,
                Err(error) => {
                    tracing::warn!(%error, "who listens is not known");
                    continue;
                }
            }
            let free = AT_ONCE.saturating_sub(under_way.len());
            match self.lease(free).await {
                Ok(due) => {
                    for source in due {
                        let poller = self.clone();
                        under_way.spawn(async move { poller.ask(source).await });
                    }
                }
                Err(error) => tracing::warn!(%error, "sources are not asked"),
            }
        }
        if let Err(error) = self.ear.rest(&self.house.app.db).await {
            tracing::warn!(%error, "another process will listen only when the lease is over");
        }
    }

    /// Whether this is the process that listens now: one of those that share a database.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn listens(&self) -> Result<bool, Failure> {
        self.ear.listens(&self.house.app.db).await
    }

    async fn lease(&self, most: usize) -> Result<Vec<SourceRow>, Failure> {
        let db = &self.house.app.db;
        // Looking before locking keeps an idle poller out of SQLite's one writer's way.
        let due = store::sources::next_due(db.reader()).await?;
        if most == 0 || due.is_none_or(|due| due > db.now()) {
            return Ok(Vec::new());
        }
        let cx = db.begin(Actor::Machine("listening")).await?;
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let lock = cx.engine().for_update_skip_locked();
        let until = cx.now().plus(LEASE);
        let rows = store::sources::lease(cx.tx(), lock, cx.now(), until, most).await?;
        cx.finish().await?;
        Ok(rows)
    }

    /// Asks one source and notes how it went.
    async fn ask(&self, mut source: SourceRow) -> Option<Outcomes> {
        let outcome = self.ask_and_hear(&mut source).await;
        let now = self.house.app.db.now();
        let outcomes = match outcome {
            Ok(new) => {
                source.answered_at = Some(now);
                (source.failures, source.failure) = (0, String::new());
                source.interval_s = next_interval(source.interval_s, new, self.every);
                source.next_at = now.plus(seconds(source.interval_s));
                Outcomes { new, failed: false }
            }
            Err(trouble) => {
                trouble.note(&mut source, now);
                Outcomes { new: 0, failed: true }
            }
        };
        metrics::counter!("daumoi_sources_asked_total", "failed" => outcomes.failed.to_string()).increment(1);
        if let Err(error) = self.note(&source).await {
            tracing::warn!(%error, source = %source.url, "how a source answered is not noted");
        }
        Some(outcomes)
    }

    async fn note(&self, source: &SourceRow) -> Result<(), Failure> {
        let cx = self.house.app.db.begin(Actor::Machine("listening")).await?;
        store::sources::note(cx.tx(), source).await?;
        cx.finish().await
    }

    /// Answers how many mentions are new.
    async fn ask_and_hear(&self, source: &mut SourceRow) -> Result<usize, Trouble> {
        let kind = SourceKind::named(&source.kind);
        let ask = Fetch {
            etag: source.etag.clone(),
            last_modified: source.last_modified.clone(),
            wanted: if kind == SourceKind::Feed { Wanted::Feed } else { Wanted::Page },
            ..Fetch::get(&source.url)
        };
        let got = self.fetcher.fetch(&ask).await?;
        self.follow_move(source, &got).await?;
        let (etag, last_modified) = (got.etag.clone(), got.last_modified.clone());
        let found = match got.outcome {
            Outcome::NotModified => return Ok(0),
            Outcome::Body(body) => {
                read(kind, source, &body, got.final_url.as_str(), self.house.app.db.now())?
            }
        };
        let (new, rest) = self.hear(source, found).await?;
        // While something waits to be read, the next answer must be whole again.
        (source.etag, source.last_modified) = if rest { (None, None) } else { (etag, last_modified) };
        Ok(new)
    }

    /// A source that has moved for good is asked at its new address from now on.
    async fn follow_move(&self, source: &mut SourceRow, got: &Fetched) -> Result<(), Trouble> {
        let Some(moved) = got.moved_permanently.as_ref().map(ToString::to_string) else { return Ok(()) };
        let taken =
            store::sources::source_at(self.house.app.db.reader(), &moved).await.map_err(Failure::from)?;
        if taken.is_none() && moved != source.url {
            source.moved_from = std::mem::replace(&mut source.url, moved);
        }
        Ok(())
    }

    /// Reads and hears what is new, the oldest first; says whether some had to wait for the next time.
    async fn hear(&self, source: &SourceRow, mut found: Vec<Found>) -> Result<(usize, bool), Trouble> {
        let keys: Vec<_> = found.iter().map(|found| (source.outlet, found.item.key.as_str())).collect();
        let known = store::mentions::known(self.house.app.db.reader(), &keys).await.map_err(Failure::from)?;
        let known: HashMap<String, KnownRow> = known.into_iter().map(|row| (row.key.clone(), row)).collect();
        found.retain(|found| known.get(&found.item.key).is_none_or(|known| found.is_news(source, known)));
        found.sort_by_key(|found| found.item.published);
        let mut listed = BTreeSet::new();
        // What it lists twice is read once; the last word is taken.
        found.reverse();
        found.retain(|found| listed.insert(found.item.key.clone()));
        found.reverse();
        if !source.reads_pages {
            let items = found.into_iter().map(|found| found.item).collect();
            return Ok((self.house.hear(items).await?.new, false));
        }
        let rest = found.len() > ARTICLES;
        let mut rule = self.rule_of(source).await?;
        let mut new = 0;
        // What is read is heard at once: the next page may take its time.
        for mut found in found.into_iter().rev().take(ARTICLES).rev() {
            if !found.whole {
                found.item.in_part = !self.read_article(&mut found.item, rule.as_mut()).await;
            }
            new += self.house.hear(vec![found.item.tidy()]).await?.new;
        }
        if let Some(rule) = rule.filter(|rule| rule.pages > 0) {
            let cx = self.house.app.db.begin(Actor::Machine("listening")).await?;
            store::rules::count(cx.tx(), &rule.row, rule.pages, rule.short).await.map_err(Failure::from)?;
            cx.finish().await?;
        }
        Ok((new, rest))
    }

    /// The rule by which the articles of a source's outlet are read today.
    async fn rule_of(&self, source: &SourceRow) -> Result<Option<Ruling>, Failure> {
        let app = &self.house.app;
        let today = app.zone.day(app.db.now()).to_string();
        let row = store::rules::rule_of(app.db.reader(), source.outlet, &today).await?;
        Ok(row.and_then(|row| {
            let rule = site_rule::read(&row.rule).ok().flatten()?;
            Some(Ruling { row, rule, pages: 0, short: 0 })
        }))
    }

    /// Reads the article on its own page; says whether it could be read. What cannot be read leaves what the feed said.
    async fn read_article(&self, item: &mut Item, ruling: Option<&mut Ruling>) -> bool {
        let ask = Fetch { wanted: Wanted::Page, ..Fetch::get(&item.link) };
        let got = match self.fetcher.fetch(&ask).await {
            Ok(Fetched { outcome: Outcome::Body(body), .. }) => body,
            Ok(_) => return false,
            Err(error) => {
                tracing::debug!(%error, link = %item.link, "an article is not read");
                return false;
            }
        };
        let link = item.link.clone();
        let hint = Hint { charset: got.charset.clone(), address: Some(link), ..Hint::default() };
        let rule = ruling.as_ref().map(|ruling| ruling.rule.clone());
        let read = tokio::task::spawn_blocking(move || match rule {
            Some(rule) => wire::page::article_by(&got.bytes, &hint, &rule),
            None => wire::page::article(&got.bytes, &hint).map(|article| Ruled {
                article,
                followed: true,
                share: 100,
            }),
        });
        let Ok(Ok(Ruled { article, followed, .. })) = read.await else { return false };
        if let Some(ruling) = ruling {
            ruling.pages += 1;
            ruling.short += i64::from(!followed);
        }
        if article.text.chars().count() > item.text.chars().count() {
            item.text = article.text;
        }
        true
    }
}

/// What came of one source.
struct Outcomes {
    new: usize,
    failed: bool,
}

impl Asked {
    fn add(&mut self, outcomes: Option<Outcomes>) {
        self.sources += 1;
        if let Some(outcomes) = outcomes {
            self.new += outcomes.new;
            self.failed += usize::from(outcomes.failed);
        }
    }
}

/// The rule of an outlet, and how it fares.
struct Ruling {
    row: RuleRow,
    rule: SiteRule,
    /// Articles read.
    pages: i64,
    /// Articles of which it found too little.
    short: i64,
}

/// An item, and whether its text is the whole article.
struct Found {
    item: Item,
    whole: bool,
}

impl Found {
    /// Whether it may say something new of a mention that is known. Where articles are read on their pages, only a
    /// changed headline says that one should be read again.
    fn is_news(&self, source: &SourceRow, known: &KnownRow) -> bool {
        let same = known.title == self.item.title && source.reads_pages && !self.whole;
        !same && known.is_changed_by(&self.item)
    }
}

/// Why a source did not answer as it should.
enum Trouble {
    Fetch(FetchError),
    /// The key of what is wrong with what it sent.
    Read(&'static str),
    /// Ours: the database.
    Own(Failure),
}

impl From<FetchError> for Trouble {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Own(failure)
    }
}

impl Trouble {
    /// Writes it down with the source, and when to ask again.
    fn note(&self, source: &mut SourceRow, now: Moment) {
        let (word, again, counts) = match self {
            Self::Fetch(FetchError::Busy { again_in }) => ("", Some(*again_in), false),
            Self::Fetch(error) => {
                let day = (error.outlook() == Outlook::Person).then_some(Duration::from_secs(86_400));
                (error.key(), error.retry_after().or(day), true)
            }
            Self::Read(word) => (*word, None, true),
            Self::Own(failure) => {
                tracing::warn!(%failure, source = %source.url, "what a source said is not heard");
                ("fetch-own", None, true)
            }
        };
        if counts {
            source.failures += 1;
            word.clone_into(&mut source.failure);
        }
        // What is gone for good is not asked again; a person sees why and may switch it on.
        if word == "fetch-gone" {
            source.active = false;
        }
        let doublings = u32::try_from(source.failures.clamp(0, 6)).unwrap_or(0);
        let wait = seconds(source.interval_s.max(60).saturating_mul(1 << doublings).min(6 * 3600));
        source.next_at = now.plus(again.unwrap_or(wait));
    }
}

fn seconds(many: i64) -> Duration {
    Duration::from_secs(u64::try_from(many).unwrap_or(0))
}

/// A source that has news is asked sooner next time, one that has none later.
fn next_interval(was: i64, new: usize, (soonest, latest): (i64, i64)) -> i64 {
    let next = if new > 0 { was * 2 / 3 } else { was * 5 / 4 + 30 };
    next.clamp(soonest, latest.max(soonest))
}

fn read(
    kind: SourceKind,
    source: &SourceRow,
    body: &Body,
    address: &str,
    now: Moment,
) -> Result<Vec<Found>, Trouble> {
    match kind {
        SourceKind::Feed => {
            let hints = Hints {
                content_type: content_type(body),
                base_url: Some(address.to_owned()),
                now: Some(now.timestamp()),
                ..Hints::default()
            };
            let feed = wire::feed::parse(&body.bytes, &hints).map_err(|error| Trouble::Read(error.key()))?;
            Ok(feed.items.into_iter().filter_map(|item| from_feed(source, item)).collect())
        }
        SourceKind::Page => {
            let hint =
                Hint { charset: body.charset.clone(), address: Some(address.to_owned()), ..Hint::default() };
            let links = wire::page::links(&body.bytes, &hint).map_err(|error| Trouble::Read(error.key()))?;
            Ok(links.into_iter().map(|link| from_list(source, link.title, link.href)).collect())
        }
    }
}

fn content_type(body: &Body) -> Option<String> {
    let kind = body.content_type.clone()?;
    Some(match &body.charset {
        Some(charset) => format!("{kind}; charset={charset}"),
        None => kind,
    })
}

fn from_feed(source: &SourceRow, item: wire::feed::Item) -> Option<Found> {
    let link = item.link.clone().unwrap_or_default();
    let key = key(item.link.as_deref(), &item.id);
    let texts = [item.summary.as_ref(), item.content.as_ref()];
    let [summary, content] = texts.map(|text| text.map(wire::feed::Text::plain).unwrap_or_default());
    let text = if content.contains(summary.trim()) { content } else { format!("{summary}\n\n{content}") };
    let whole = text.chars().count() >= WHOLE_TEXT || link.is_empty();
    let published = item.published.or(item.updated).map(|at| Moment(at.as_microsecond()));
    (!key.is_empty() && !item.title.trim().is_empty()).then(|| Found {
        item: Item {
            source: source.id,
            outlet: source.outlet,
            key,
            link,
            title: item.title,
            text,
            published,
            in_part: false,
        }
        .tidy(),
        whole,
    })
}

fn from_list(source: &SourceRow, title: String, href: String) -> Found {
    let key = key(Some(&href), "");
    let (outlet, text) = (source.outlet, String::new());
    let item =
        Item { source: source.id, outlet, key, link: href, title, text, published: None, in_part: false };
    Found { item: item.tidy(), whole: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_source_with_news_is_asked_sooner_and_a_silent_one_later() {
        assert_eq!(next_interval(600, 3, (120, LATEST)), 400);
        assert_eq!(next_interval(130, 1, (120, LATEST)), 120);
        assert_eq!(next_interval(600, 0, (120, LATEST)), 780);
        assert_eq!(next_interval(LATEST, 0, (120, LATEST)), LATEST);
        assert_eq!(next_interval(600, 0, (5, 5)), 5);
    }

    proptest! {
        #[test]
        fn the_time_between_two_questions_stays_within_bounds(news in proptest::collection::vec(0usize..5, 0..200)) {
            let mut interval = 600;
            for new in news {
                interval = next_interval(interval, new, (120, LATEST));
                prop_assert!((120..=LATEST).contains(&interval));
            }
        }
    }
}
