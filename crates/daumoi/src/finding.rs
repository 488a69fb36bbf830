//! From a story and its postings to what can be found of them: the cards of the search.

use async_trait::async_trait;
use db::{ConnectionTrait, Cx};
use kernel::{Failure, SiteId, StoryId};
use newsroom::Content;
use people::{AreaLine, Kinship, UnitLine};
use search::verbs::{put_card, take_card_out};
use search::{Card, audience};
use seek::{Answer, Ask, Facet, Freshness, Suggestion};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The search as the sites ask it.
pub(crate) struct SiteFinder(pub(crate) search::House);

#[async_trait]
impl portal::Finder for SiteFinder {
    async fn find(&self, site: SiteId, ask: &Ask) -> Result<Answer, Failure> {
        let held = audience::held_by_visitor(site);
        let (mut answer, found) = self.0.find(&held, ask).await?;
        answer.hits = found.into_iter().map(|found| found.hit).collect();
        Ok(answer)
    }

    async fn suggest(&self, site: SiteId, typed: &str) -> Result<Vec<Suggestion>, Failure> {
        self.0.suggest(&audience::held_by_visitor(site), typed).await
    }

    fn missed(&self, site: SiteId, typed: &str) {
        self.0.note_missed(site, typed);
    }

    fn is_ready(&self) -> bool {
        self.0.is_ready()
    }
}

/// Names are read anew after this long, for other nodes may have renamed a body.
const NAMES_LIVE: Duration = Duration::from_secs(300);

/// Writes cards, and remembers the names it writes them with.
#[derive(Default)]
pub(crate) struct Finding {
    names: Mutex<Option<(Instant, Arc<Names>)>>,
    resting: AtomicBool,
}

impl Finding {
    /// Writes the cards of stories anew: the one colleagues find, and one for each site it stands on.
    pub(crate) async fn card(&self, cx: &Cx, stories: &[StoryId], renamed: bool) -> Result<(), Failure> {
        if renamed {
            self.forget_names();
        }
        if !stories.is_empty() && !self.resting.load(Ordering::Relaxed) {
            let names = self.names(cx).await?;
            for story in stories {
                write_cards(cx, &names, *story).await?;
            }
        }
        if renamed {
            // They were read in a wish that may still come to nothing.
            self.forget_names();
        }
        Ok(())
    }

    /// Whether to write none for now: while a year is told in two seconds nobody searches, and [`card_everything`]
    /// writes each story's cards once at the end.
    pub(crate) fn rest(&self, rest: bool) {
        self.resting.store(rest, Ordering::Relaxed);
    }

    fn forget_names(&self) {
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    async fn names(&self, cx: &Cx) -> Result<Arc<Names>, Failure> {
        let known = self.names.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((read_at, names)) = known
            && read_at.elapsed() < NAMES_LIVE
        {
            return Ok(names);
        }
        let names = Arc::new(Names::read(cx.tx()).await?);
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), Arc::clone(&names)));
        Ok(names)
    }
}

/// The same for every story there is.
pub(crate) async fn card_everything(cx: &Cx) -> Result<usize, Failure> {
    let names = Names::read(cx.tx()).await?;
    let stories = newsroom::every_story(cx.tx()).await?;
    for story in &stories {
        write_cards(cx, &names, *story).await?;
    }
    Ok(stories.len())
}

async fn write_cards(cx: &Cx, names: &Names, story: StoryId) -> Result<(), Failure> {
    let found = newsroom::findable(cx.tx(), story).await?;
    if let Some(content) = &found.content {
        let card = Card {
            key: format!("story:{story}"),
            audience: audience::of_story(&found.facts),
            at: Some(found.changed_at),
            href: format!("/desk/newsroom/stories/{story}"),
            state: found.state.to_owned(),
            ..names.card(content)
        };
        let unit = names.unit(&found.facts.unit.to_string());
        put_card(cx, &card.with(Facet::Kind, "story").with(Facet::Unit, unit)).await?;
    }
    for posting in portal::findable(cx.tx(), story).await? {
        let key = portal::key(posting.id);
        if !posting.live {
            take_card_out(cx, &key).await?;
            continue;
        }
        // What the public reads is the public revision; the newest one may be a correction under way.
        let content = newsroom::publication(cx.tx(), story).await?.content;
        let card = Card {
            key,
            audience: vec![audience::public(posting.site)],
            at: Some(posting.published_at),
            href: posting.href,
            ..names.card(&content)
        };
        let card = card
            .with(Facet::Kind, "story")
            .with(Facet::Site, posting.site_slug)
            .with(Facet::Section, posting.section)
            .with(Facet::Language, posting.language);
        put_card(cx, &card).await?;
    }
    Ok(())
}

/// The names of bodies and areas, with those they had before and have since.
struct Names {
    units: Vec<(String, String)>,
    kin: Vec<BTreeSet<String>>,
}

impl Names {
    async fn read(db: &impl ConnectionTrait) -> Result<Self, Failure> {
        let units = people::units(db).await?;
        let areas = people::areas(db).await?;
        let of = |name: &str, before: &[Kinship], after: &[Kinship]| -> BTreeSet<String> {
            let kin = before.iter().chain(after).map(|kin| kin.name.clone());
            kin.chain([name.to_owned()]).filter(|name| !name.is_empty()).collect()
        };
        let mut kin: Vec<_> = units
            .iter()
            .map(|unit: &UnitLine| of(&unit.name, &unit.predecessors, &unit.successors))
            .chain(areas.iter().map(|area: &AreaLine| of(&area.name, &area.predecessors, &area.successors)))
            .filter(|names| names.len() > 1)
            .collect();
        kin.sort();
        kin.dedup();
        Ok(Self { units: units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect(), kin })
    }

    fn unit(&self, id: &str) -> String {
        self.units.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default()
    }

    /// What a text says, with the documents it cites and the other names of whom it names.
    fn card(&self, content: &Content) -> Card {
        let body = content.body.to_text();
        let all = format!("{}\n{}\n{body}", content.title, content.summary);
        let symbols: BTreeSet<String> = viet::refs::find(&all)
            .into_iter()
            .filter_map(|cited| cited.symbol.map(|symbol| symbol.to_string()))
            .collect();
        let named = self.kin.iter().filter(|kin| kin.iter().any(|name| all.contains(name.as_str())));
        let names: BTreeSet<String> = named.flatten().cloned().collect();
        Card {
            title: content.title.clone(),
            summary: content.summary.clone(),
            body,
            symbols: symbols.into_iter().collect(),
            names: names.into_iter().collect(),
            freshness: Freshness::News,
            ..Card::default()
        }
    }
}
