//! From stories with their pictures and postings, and from people, to what can be found of them: the cards of the search.

mod assets;
mod names;
mod questions;
mod releases;
mod work;

use async_trait::async_trait;
use db::Cx;
use kernel::{
    AssetId, AssignmentId, Failure, Moment, PersonId, PlanId, ProjectId, QuestionId, ReleaseId, SiteId,
    StoryId, ThingKind, ThingRef, Zone,
};
use names::Names;
use newsroom::{Content, Findable};
use people::Colleague;
use portal::Beside;
use search::verbs::{put_card, put_cards, take_card_out};
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
    async fn find(&self, site: SiteId, ask: &Ask) -> Result<(Answer, Vec<Beside>), Failure> {
        let held = audience::held_by_visitor(site);
        let (mut answer, found) = self.0.find(&held, ask).await?;
        let beside = found.iter().filter(|found| !portal::is_posting(&found.hit.id)).map(|found| Beside {
            id: found.hit.id.clone(),
            kind: found.card.facet(Facet::Kind).to_owned(),
            href: found.card.href.clone(),
            at: found.card.at.unwrap_or(Moment(0)),
        });
        let beside = beside.collect();
        answer.hits = found.into_iter().map(|found| found.hit).collect();
        Ok((answer, beside))
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
    /// Writes the cards of things anew: of a story the one colleagues find, one for each picture, and one for each site it
    /// stands on; of people, pictures of the library, plans, projects and work the one that those find who see them.
    pub(crate) async fn card_things(
        &self,
        cx: &Cx,
        zone: &Zone,
        things: &BTreeSet<ThingRef>,
        renamed: bool,
    ) -> Result<(), Failure> {
        if renamed {
            self.forget_names();
        }
        if !things.is_empty() && !self.resting.load(Ordering::Relaxed) {
            let names = self.names(cx).await?;
            let mut people = BTreeSet::new();
            for ThingRef { kind, id } in things {
                match kind {
                    ThingKind::Story => write_cards(cx, &names, StoryId(*id)).await?,
                    ThingKind::Asset => assets::write(cx, AssetId(*id)).await?,
                    ThingKind::Plan => work::plan(cx, &names, PlanId(*id)).await?,
                    ThingKind::Project => work::project(cx, &names, ProjectId(*id)).await?,
                    ThingKind::Assignment => work::assignment(cx, &names, AssignmentId(*id)).await?,
                    ThingKind::Person => drop(people.insert(PersonId(*id))),
                    _ => {}
                }
            }
            if !people.is_empty() {
                write_people(cx, zone, Some(&people)).await?;
            }
        }
        if renamed {
            // They were read in a wish that may still come to nothing.
            self.forget_names();
        }
        Ok(())
    }

    /// Writes the cards of mentions.
    pub(crate) async fn card_mentions(&self, cx: &Cx, found: &[listening::Findable]) -> Result<(), Failure> {
        if self.resting.load(Ordering::Relaxed) {
            return Ok(());
        }
        put_cards(cx, &found.iter().map(mention_card).collect::<Vec<_>>()).await
    }

    /// Writes the cards of a release that is, or was, public.
    pub(crate) async fn card_release(&self, cx: &Cx, release: ReleaseId) -> Result<(), Failure> {
        if self.resting.load(Ordering::Relaxed) {
            return Ok(());
        }
        releases::write(cx, release).await
    }

    /// Writes the card of a question with its answer that is, or was, public.
    pub(crate) async fn card_question(&self, cx: &Cx, question: QuestionId) -> Result<(), Failure> {
        if self.resting.load(Ordering::Relaxed) {
            return Ok(());
        }
        questions::write(cx, question).await
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

/// The same for everything there is; answers how many stories and how many people.
pub(crate) async fn card_everything(cx: &Cx, zone: &Zone) -> Result<(usize, usize), Failure> {
    let names = Names::read(cx.tx()).await?;
    let stories = newsroom::every_story(cx.tx()).await?;
    for story in &stories {
        write_cards(cx, &names, *story).await?;
    }
    write_people(cx, zone, None).await?;
    for release in press::issued_releases(cx.tx()).await? {
        releases::write(cx, release).await?;
    }
    for question in answers::published(cx.tx()).await? {
        questions::write(cx, question).await?;
    }
    for picture in newsroom::every_asset(cx.tx()).await? {
        assets::write(cx, picture).await?;
    }
    work::everything(cx, &names).await?;
    let mut after = 0;
    while let Some((last, some)) = listening::findable(cx.tx(), after, 1_000).await? {
        put_cards(cx, &some.iter().map(mention_card).collect::<Vec<_>>()).await?;
        after = last;
    }
    Ok((stories.len(), people::colleague_names(cx.tx()).await?.len()))
}

/// Who finds what stands at the root of the sites: the readers of each that has its first page there.
async fn readers(cx: &Cx) -> Result<Vec<String>, Failure> {
    let sites = portal::sites(cx.tx()).await?;
    Ok(sites.iter().filter(|site| site.home() == "/").map(|site| audience::public(site.id)).collect())
}

/// Cards of these people, or of everybody. Whoever has left can be found no more.
async fn write_people(cx: &Cx, zone: &Zone, wanted: Option<&BTreeSet<PersonId>>) -> Result<(), Failure> {
    let today = zone.day(cx.now()).to_string();
    let here = people::colleagues(cx.tx(), &today).await?;
    let known = people::colleague_names(cx.tx()).await?;
    for id in known.keys().filter(|id| wanted.is_none_or(|wanted| wanted.contains(id))) {
        match here.iter().find(|colleague| colleague.id == *id) {
            Some(colleague) => put_card(cx, &person_card(colleague)).await?,
            None => take_card_out(cx, &format!("person:{id}")).await?,
        }
    }
    Ok(())
}

/// What colleagues find of a person: name, posts of the day and their units. Posts that begin or end later count from
/// the next change on, or from `search rebuild`.
fn person_card(person: &Colleague) -> Card {
    let posts: Vec<String> = person.posts.iter().map(|(title, unit)| format!("{title}, {unit}")).collect();
    let card = Card {
        key: format!("person:{}", person.id),
        audience: vec![audience::COLLEAGUES.to_owned()],
        title: person.name.clone(),
        summary: posts.join("; "),
        body: person.login.clone(),
        href: format!("/desk/people#{}", person.id),
        ..Card::default()
    };
    let card = card.with(Facet::Kind, "person");
    person.posts.iter().fold(card, |card, (_, unit)| card.with(Facet::Unit, unit))
}

/// A mention: its headline, its outlet and the quotation, never its text (L14).
fn mention_card(found: &listening::Findable) -> Card {
    let card = Card {
        key: format!("mention:{}", found.id),
        audience: vec![audience::PRESS.to_owned()],
        at: Some(found.published_at),
        title: found.title.clone(),
        summary: found.quote.clone(),
        body: found.outlet.clone(),
        href: format!("/desk/listening/mentions/{}", found.id),
        freshness: Freshness::News,
        ..Card::default()
    };
    card.with(Facet::Kind, "mention")
}

/// What colleagues find of the pictures of a story: those who may read the story, with its own words for each. The same
/// picture in another story is another card, for other people may read that one.
fn picture_cards(found: &Findable, content: &Content, story: StoryId, unit: &str) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    for figure in content.body.figures() {
        let key = format!("asset:{story}:{}", figure.asset);
        let words = [&figure.caption, &figure.alt].into_iter().find(|words| !words.is_empty());
        let (Some(words), false) = (words, cards.iter().any(|card| card.key == key)) else { continue };
        let card = Card {
            key,
            audience: audience::of_story(&found.facts),
            title: words.clone(),
            summary: figure.credit.clone(),
            body: [&figure.alt, &content.title].map(String::as_str).join("\n"),
            at: Some(found.changed_at),
            href: format!("/desk/newsroom/stories/{story}"),
            state: found.state.to_owned(),
            freshness: Freshness::Slow,
            ..Card::default()
        };
        cards.push(card.with(Facet::Kind, "asset").with(Facet::Unit, unit));
    }
    cards
}

async fn write_cards(cx: &Cx, names: &Names, story: StoryId) -> Result<(), Failure> {
    let found = newsroom::findable(cx.tx(), story).await?;
    if let Some(content) = &found.content {
        let unit = names.unit(&found.facts.unit.to_string());
        let pictures = picture_cards(&found, content, story, &unit);
        let card = Card {
            key: format!("story:{story}"),
            audience: audience::of_story(&found.facts),
            at: Some(found.changed_at),
            href: format!("/desk/newsroom/stories/{story}"),
            state: found.state.to_owned(),
            with: pictures.iter().map(|card| card.key.clone()).collect(),
            ..names.card(content)
        };
        let card = card.with(Facet::Kind, "story").with(Facet::Unit, unit);
        put_card(cx, &names.in_sections(card, content)).await?;
        for picture in &pictures {
            put_card(cx, picture).await?;
        }
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
