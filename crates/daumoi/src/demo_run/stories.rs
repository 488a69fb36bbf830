//! The stories of the demo, each deed done by the person who did it, at the time it was done.

use super::load::{Ids, known};
use super::pictures::Drawings;
use super::timeline::{Beat, Deed};
use crate::house::Agency;
use db::Cx;
use demo::{State, Story, World};
use kernel::{Actor, Failure, HandClock, StoryId};
use newsroom::{Content, Genre, Place, Source, verbs};
use prose::{Block, Body, Figure};
use std::collections::HashMap;

/// Tells beats, one after another.
pub(crate) struct Teller<'a> {
    agency: &'a Agency,
    world: &'a World,
    ids: &'a Ids,
    clock: &'a HandClock,
    drawings: &'a Drawings,
    told: HashMap<String, StoryId>,
    actors: HashMap<String, Actor>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(
        agency: &'a Agency,
        world: &'a World,
        ids: &'a Ids,
        clock: &'a HandClock,
        drawings: &'a Drawings,
    ) -> Self {
        Self { agency, world, ids, clock, drawings, told: HashMap::new(), actors: HashMap::new() }
    }

    /// Does one deed.
    pub(crate) async fn tell(&mut self, beat: &Beat) -> Result<(), Failure> {
        self.clock.set(beat.at);
        let Some(story) = self.world.stories.get(beat.story) else { return Ok(()) };
        self.deed(story, &beat.deed).await.map_err(|failure| {
            Failure::broken(format!("{}, {:?} at {}: {failure}", story.key, beat.deed, beat.at))
        })
    }

    async fn deed(&mut self, story: &Story, deed: &Deed) -> Result<(), Failure> {
        let house = &self.agency.newsroom;
        if let Deed::Write { submit } = deed {
            return self.write(story, *submit).await;
        }
        let id = known(&self.told, &story.key)?;
        let by = match deed {
            Deed::Return { by, .. }
            | Deed::PublishUrgently { by, .. }
            | Deed::Correct { by, .. }
            | Deed::Withdraw { by, .. }
            | Deed::Replace { by, .. }
            | Deed::Remove { by, .. } => by.clone(),
            Deed::Publish | Deed::Schedule { .. } => story.editor.clone(),
            Deed::Approve | Deed::Write { .. } => story.approver.clone(),
        };
        let hash = newsroom::head_hash(self.agency.app.db.reader(), id).await?;
        let mut cx = self.cx(&by).await?;
        match deed {
            Deed::Write { .. } => {}
            Deed::Return { reason, .. } => verbs::return_story(&mut cx, id, &hash, reason).await?,
            Deed::Approve => verbs::approve(&mut cx, house, id, &hash).await?,
            Deed::Publish => verbs::publish(&mut cx, house, id, &hash, "").await?,
            Deed::PublishUrgently { reason, .. } => {
                verbs::publish_urgently(&mut cx, house, id, &hash, reason, "").await?;
            }
            Deed::Schedule { at } => verbs::schedule(&mut cx, house, id, &hash, Some(*at), "").await?,
            Deed::Withdraw { reason, .. } => verbs::withdraw(&mut cx, id, reason).await?,
            Deed::Replace { successor, reason, .. } => {
                let by = known(&self.told, successor)?;
                verbs::replace(&mut cx, id, Some(by), reason).await?;
            }
            Deed::Remove { reason, .. } => verbs::remove(&mut cx, id, reason).await?,
            Deed::Correct { by, approver, note } => {
                drop(cx);
                return self.correct(story, id, by, approver, note).await;
            }
        }
        cx.finish().await
    }

    async fn write(&mut self, story: &Story, submit: bool) -> Result<(), Failure> {
        let mut cx = self.cx(&story.author).await?;
        let unit = known(&self.ids.units, &story.unit)?;
        let id = verbs::begin_story(&mut cx, unit).await?;
        let content = self.content(&mut cx, story, wrong_words(story)).await?;
        self.save(&mut cx, id, content).await?;
        if submit {
            verbs::submit(&mut cx, &self.agency.newsroom, id).await?;
        }
        cx.finish().await?;
        self.told.insert(story.key.clone(), id);
        Ok(())
    }

    /// Opens the published text, mends it, has it approved and lets it out with its note.
    async fn correct(
        &mut self,
        story: &Story,
        id: StoryId,
        by: &str,
        approver: &str,
        note: &str,
    ) -> Result<(), Failure> {
        let house = self.agency.newsroom.clone();
        let kept = newsroom::head_content(self.agency.app.db.reader(), id).await?;
        let mut cx = self.cx(by).await?;
        let content = Content {
            summary: mended(story, &kept.summary),
            title: mended(story, &kept.title),
            body: mended_body(story, kept.body.clone())?,
            ..kept
        };
        self.save(&mut cx, id, content).await?;
        verbs::submit(&mut cx, &house, id).await?;
        cx.finish().await?;
        let hash = newsroom::head_hash(self.agency.app.db.reader(), id).await?;
        let mut cx = self.cx(approver).await?;
        verbs::approve(&mut cx, &house, id, &hash).await?;
        verbs::publish(&mut cx, &house, id, &hash, note).await?;
        cx.finish().await
    }

    async fn save(&self, cx: &mut Cx, id: StoryId, content: Content) -> Result<(), Failure> {
        let pen = verbs::take_pen(cx, id, false).await?;
        verbs::save_draft(cx, id, &pen.token, 0, content).await?;
        verbs::save_revision(cx, id).await?;
        verbs::lay_down_pen(cx, id, &pen.token).await
    }

    async fn cx(&mut self, key: &str) -> Result<Cx, Failure> {
        let db = &self.agency.app.db;
        let actor = match self.actors.get(key) {
            Some(actor) => actor.clone(),
            None => {
                let id = known(&self.ids.people, key)?;
                let actor = people::actor(db.reader(), id, &self.agency.app.zone, db.now()).await?;
                self.actors.insert(key.to_owned(), actor.clone());
                actor
            }
        };
        db.begin(actor).await
    }

    async fn content(
        &self,
        cx: &mut Cx,
        story: &Story,
        wrong: Option<(&str, &str)>,
    ) -> Result<Content, Failure> {
        let first = |text: &str| match wrong {
            Some((wrong, right)) => text.replacen(right, wrong, 1),
            None => text.to_owned(),
        };
        let body = Body::from_notation(&first(&story.body)).map_err(|e| Failure::broken(e.to_string()))?;
        let mut places = Vec::new();
        for place in &story.places {
            let section = self.ids.sections.get(&(place.site.clone(), place.section.clone())).copied();
            let section = section.ok_or_else(|| Failure::broken(format!("no section {}", place.section)))?;
            places.push(Place { site: known(&self.ids.sites, &place.site)?, section });
        }
        let byline = match &story.byline {
            Some(byline) => byline.clone(),
            None => self.world.person(&story.author).map(|p| p.name.clone()).unwrap_or_default(),
        };
        let source = story
            .source
            .as_ref()
            .map(|source| Source { name: source.name.clone(), url: source.url.clone().unwrap_or_default() });
        Ok(Content {
            title: first(&story.title),
            summary: first(&story.summary),
            body: self.illustrated(cx, story, body).await?,
            genre: genre(story.genre),
            places,
            byline,
            source: source.unwrap_or_default(),
            first_appeared: String::new(),
        })
    }

    /// The first picture opens the text, the others stand between its paragraphs.
    async fn illustrated(&self, cx: &mut Cx, story: &Story, body: Body) -> Result<Body, Failure> {
        let mut blocks = body.into_blocks();
        let step = blocks.len() / story.pictures.len().max(1);
        for (number, picture) in story.pictures.iter().enumerate().rev() {
            let (sha, sizes) = self.drawings.promise(&picture.scene).await?;
            let words = [picture.alt.clone(), picture.caption.clone(), picture.credit.clone()];
            let asset =
                verbs::register_asset(cx, format!("{}-{number}.jpg", story.key), words, sha, sizes).await?;
            let figure = Figure {
                asset: asset.id.0,
                alt: picture.alt.clone(),
                caption: picture.caption.clone(),
                credit: picture.credit.clone(),
            };
            blocks.insert((number * step).min(blocks.len()), Block::Figure(figure));
        }
        Body::from_blocks(blocks).map_err(|e| Failure::broken(e.to_string()))
    }
}

fn genre(genre: demo::Genre) -> Genre {
    match genre {
        demo::Genre::News => Genre::News,
        demo::Genre::Feature => Genre::Feature,
        demo::Genre::Interview => Genre::Interview,
        demo::Genre::Analysis => Genre::Analysis,
        demo::Genre::Photo => Genre::Photo,
        demo::Genre::Notice => Genre::Notice,
    }
}

/// What was wrong at first, and what it should have been.
fn wrong_words(story: &Story) -> Option<(&str, &str)> {
    match &story.state {
        State::Corrected { wrong, right, .. } => Some((wrong, right)),
        _ => None,
    }
}

fn mended(story: &Story, text: &str) -> String {
    match wrong_words(story) {
        Some((wrong, right)) => text.replacen(wrong, right, 1),
        None => text.to_owned(),
    }
}

fn mended_body(story: &Story, body: Body) -> Result<Body, Failure> {
    let Some((wrong, right)) = wrong_words(story) else { return Ok(body) };
    let escaped = |text: &str| serde_json::to_string(text).map(|json| json.trim_matches('"').to_owned());
    let (wrong, right) = match (escaped(wrong), escaped(right)) {
        (Ok(wrong), Ok(right)) => (wrong, right),
        _ => return Ok(body),
    };
    Body::parse(&body.to_json().replacen(&wrong, &right, 1)).map_err(|e| Failure::broken(e.to_string()))
}
