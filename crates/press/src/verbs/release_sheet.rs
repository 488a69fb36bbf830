//! A release under its lock, as every verb upon it opens it.

use crate::House;
use crate::release::{self, Enclosure, Facts, State, Step, Text};
use crate::store::release_public::{self, PublicRow};
use crate::store::releases::{self, FileRow, ReleaseRow};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Actor, Failure, Moment, PersonId, Refusal, ReleaseId, Thing};

/// The release a verb works on.
pub(crate) struct Sheet {
    pub(crate) row: ReleaseRow,
    pub(crate) files: Vec<FileRow>,
    pub(crate) public: Option<PublicRow>,
}

impl Sheet {
    /// Asks permission and locks it.
    pub(crate) async fn open(cx: &Cx, id: ReleaseId, action: Action) -> Result<Self, Failure> {
        cx.may(action, Thing::House)?;
        let row = releases::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Self::of(cx.tx(), row).await
    }

    /// Around a row that was read.
    pub(crate) async fn of(db: &impl ConnectionTrait, row: ReleaseRow) -> Result<Self, Failure> {
        let files = releases::files(db, row.id).await?;
        let public = release_public::of(db, row.id).await?;
        Ok(Self { row, files, public })
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.row.state)
    }

    /// The exact text at hand.
    pub(crate) fn text(&self) -> Text {
        Text {
            kind: self.row.kind.clone(),
            title: self.row.title.clone(),
            lead: self.row.lead.clone(),
            body: self.row.body.clone(),
            files: self
                .files
                .iter()
                .map(|file| Enclosure {
                    sha256: file.sha256.clone(),
                    name: file.name.clone(),
                    kind: file.kind.clone(),
                    size: file.size,
                })
                .collect(),
        }
    }

    /// Everyone who wrote a part of it.
    pub(crate) fn writers(&self) -> Vec<PersonId> {
        serde_json::from_str(&self.row.writers).unwrap_or_default()
    }

    /// What the machine asks, as far as the release itself knows.
    pub(crate) fn facts(&self, actor: &Actor, now: Moment) -> Facts {
        let text = self.text();
        let hash = text.hash();
        let writers = self.writers();
        let by_another = self.row.approved_by.is_some_and(|approver| !writers.contains(&approver));
        Facts {
            public: self.public.is_some(),
            ready: text.is_ready(),
            filled: text.is_filled(),
            changed: hash != self.row.public_hash,
            own_text: actor.id().is_some_and(|me| writers.contains(&me)),
            approved_text: by_another && self.row.approved_hash == hash,
            speaker: self.row.speaker.is_some(),
            time_come: self.row.until.is_some_and(|until| until <= now),
            ..Facts::default()
        }
    }

    /// The same with what the rest of the house knows: whether the person chosen still speaks for the agency (PN-06).
    pub(crate) async fn facts_for(&self, cx: &Cx, house: &House) -> Result<Facts, Failure> {
        let mut facts = self.facts(cx.actor(), cx.now());
        let speakers = crate::speakers::speakers(cx.tx(), &house.app.zone, cx.now()).await?;
        facts.speaker = self.row.speaker.is_some_and(|chosen| speakers.iter().any(|one| one.id == chosen));
        Ok(facts)
    }

    /// Whether what was shown is still what stands here.
    pub(crate) fn as_seen(&self, seen: &str) -> Result<(), Failure> {
        if self.text().hash() == seen { Ok(()) } else { Err(Failure::Stale(Refusal::new("stale-release"))) }
    }

    /// Takes a step, or says every reason against it.
    pub(crate) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        let next = release::take(self.state(), step, facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    pub(crate) fn void_approval(&mut self) {
        (self.row.approved_by, self.row.approved_at) = (None, None);
        self.row.approved_hash.clear();
    }

    pub(crate) async fn save(self, cx: &Cx) -> Result<(), Failure> {
        Ok(releases::put(cx.tx(), &self.row).await?)
    }
}
