//! A story on the table: everything a verb needs to decide, read under its lock.

use crate::House;
use crate::assets::{Asset, assets};
use crate::checks::{Findings, check};
use crate::content::Content;
use crate::store::{self, RevisionRow, StoryRow};
use crate::workflow::{Facts, Public, Standing, Step, take};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Actor, AssetId, Failure, PersonId, Refusal, StoryFacts, StoryId, Thing, can};
use std::collections::HashMap;

/// A story with its newest revision and what permission asks of it.
pub(crate) struct Sheet {
    pub(crate) row: StoryRow,
    pub(crate) standing: Standing,
    pub(crate) head: Option<RevisionRow>,
    pub(crate) facts: StoryFacts,
}

impl Sheet {
    /// Opens it for a change: no other wish on this story goes on meanwhile.
    pub(crate) async fn open(cx: &Cx, id: StoryId, action: Action) -> Result<Self, Failure> {
        let row = store::story_for_update(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Self::assemble(cx.tx(), row, cx.actor(), action).await
    }

    /// Opens it for reading.
    pub(crate) async fn read(
        db: &impl ConnectionTrait,
        id: StoryId,
        actor: &Actor,
        action: Action,
    ) -> Result<Self, Failure> {
        let row = store::story(db, id).await?.ok_or(Failure::NotFound)?;
        Self::assemble(db, row, actor, action).await
    }

    async fn assemble(
        db: &impl ConnectionTrait,
        row: StoryRow,
        actor: &Actor,
        action: Action,
    ) -> Result<Self, Failure> {
        let facts = story_facts(db, &row).await?;
        can(actor, action, Thing::Story(&facts))?;
        let head = match row.head_revision {
            Some(id) => store::revision(db, id).await?,
            None => None,
        };
        Ok(Self { standing: row.standing()?, row, head, facts })
    }

    /// The content of the newest revision.
    pub(crate) fn content(&self) -> Result<Option<Content>, Failure> {
        self.head.as_ref().map(|head| Content::from_json(&head.content)).transpose()
    }

    /// The newest revision, which the asker must have seen: its hash comes with the form.
    pub(crate) fn head_as_seen(&self, seen: &str) -> Result<&RevisionRow, Failure> {
        let head =
            self.head.as_ref().ok_or_else(|| Failure::refused(Refusal::new("refused-nothing-written")))?;
        if head.hash == seen { Ok(head) } else { Err(Failure::Stale(Refusal::new("stale-revision"))) }
    }

    /// What the machine needs to know, as far as it does not come from the form.
    pub(crate) async fn facts_for(
        &self,
        db: &impl ConnectionTrait,
        house: &House,
        actor: &Actor,
    ) -> Result<Facts, Failure> {
        let me = actor.id();
        let Some(head) = &self.head else {
            let unsaved_draft = store::draft(db, self.row.id).await?.is_some();
            return Ok(Facts { unsaved_draft, ..Facts::default() });
        };
        let writers = store::writers_of(db, head.id).await?;
        let approved = store::approval(db, head.id).await?.is_some_and(|approval| {
            approval.hash == head.hash
                && Content::hash_of(&head.content) == head.hash
                && !writers.contains(&approval.person)
        });
        let findings = self.findings(db, house).await?;
        Ok(Facts {
            actor_wrote_it: me.is_some_and(|me| writers.contains(&me)),
            actor_stands_behind_public: self.stands_behind_public(db, me).await?,
            approved,
            has_text: true,
            unsaved_draft: store::draft(db, self.row.id).await?.is_some(),
            flaws: findings.flaws,
            ..Facts::default()
        })
    }

    async fn stands_behind_public(
        &self,
        db: &impl ConnectionTrait,
        me: Option<PersonId>,
    ) -> Result<bool, Failure> {
        let (Some(me), Some(public)) = (me, self.row.public_revision) else { return Ok(true) };
        if store::writers_of(db, public).await?.contains(&me) {
            return Ok(true);
        }
        let history = db::entries_of(db, self.row.id.0).await?;
        let last = history.iter().rev().find(|entry| entry.action == "story-published-urgently");
        Ok(last.is_some_and(|entry| entry.actor == Some(me.0)))
    }

    /// What the checks say of the newest revision.
    pub(crate) async fn findings(
        &self,
        db: &impl ConnectionTrait,
        house: &House,
    ) -> Result<Findings, Failure> {
        let Some(content) = self.content()? else { return Ok(Findings::default()) };
        let places = house.directory.places().await?;
        let shown: HashMap<AssetId, Asset> = assets(db, content.assets()).await?;
        let mut found = check(&content, &places, &shown);
        let today = house.app.zone.day(house.app.db.now());
        let spent = store::spent(db, &shown.into_keys().collect::<Vec<_>>(), today).await?;
        for (index, _) in content.assets().enumerate().filter(|(_, id)| spent.contains(id)) {
            found.advice.push(Refusal::field("body", "check-picture-rights").with("number", index + 1));
        }
        Ok(found)
    }

    /// Takes a step.
    pub(crate) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        self.standing = take(self.standing, step, facts).map_err(Failure::Refused)?;
        self.row.stands(self.standing);
        Ok(())
    }

    /// Takes back the time it was to go out, if there is one.
    pub(crate) async fn forget_schedule(&mut self, cx: &mut Cx) -> Result<(), Failure> {
        if self.row.scheduled_at.take().is_some() {
            jobs::forget(cx.tx(), crate::PUBLISH_TOPIC, &lane(self.row.id)).await?;
            self.row.schedule_note = None;
        }
        Ok(())
    }

    /// Writes it back.
    pub(crate) async fn save(mut self, cx: &Cx) -> Result<(), Failure> {
        self.row.changed_at = cx.now();
        Ok(store::save_story(cx.tx(), &self.row).await?)
    }

    /// Whether the public has ever seen it.
    pub(crate) fn was_public(&self) -> bool {
        self.standing.public != Public::Never
    }
}

/// The lane in which a story's schedule waits.
pub(crate) fn lane(story: StoryId) -> String {
    format!("publish:{story}")
}

/// What permission asks of a story.
pub(crate) async fn story_facts(db: &impl ConnectionTrait, row: &StoryRow) -> Result<StoryFacts, Failure> {
    let mut writers = store::writers_of_story(db, row.id).await?;
    writers.extend(store::draft_writers(db, row.id).await?);
    writers.extend(row.begun_by);
    Ok(StoryFacts {
        unit: row.unit,
        writers,
        access: row.access(),
        readers: store::readers(db, row.id).await?,
    })
}
