//! What the listening asks of the other houses.

use crate::directory::units_of_today;
use crate::finding::Finding;
use crate::post_office::{Note, Outward, post_note};
use async_trait::async_trait;
use db::{ConnectionTrait, Cx, Db};
use kernel::{Actor, Failure, PersonId, Role, StoryId, UnitId, Zone};
use listening::{Names, Office, StoryLine};
use people::Holding;
use pulse::topics::Aliases;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// Answers from the tables of the houses that know.
pub(crate) struct PressOffice {
    pub(crate) db: Db,
    pub(crate) zone: Zone,
    pub(crate) finding: Arc<Finding>,
    /// The ways out of the house, once they are known.
    pub(crate) outward: Arc<OnceLock<Outward>>,
}

/// Roles with which one acts for one's unit.
const ACTING: [Role; 5] =
    [Role::Contributor, Role::Editor, Role::ChiefEditor, Role::FocalOfficer, Role::CommuneOfficer];

/// Who can act for a unit on a day: those with a role in it, or in the one that came after it.
pub(crate) async fn acting_for(
    db: &impl ConnectionTrait,
    today: &str,
    unit: UnitId,
) -> Result<Vec<PersonId>, Failure> {
    people::holders(db, today, &ACTING, Holding::In(unit)).await
}

impl PressOffice {
    pub(crate) fn today(&self) -> String {
        self.zone.day(self.db.now()).to_string()
    }

    /// Who can act for a unit today.
    pub(crate) async fn holders_in(&self, unit: UnitId) -> Result<Vec<PersonId>, Failure> {
        acting_for(self.db.reader(), &self.today(), unit).await
    }

    /// Who holds one of these roles today, for anything.
    pub(crate) async fn holders_of(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure> {
        people::holders(self.db.reader(), &self.today(), roles, Holding::Anywhere).await
    }

    /// Who holds one of these roles today for a unit, or without one for the agency.
    pub(crate) async fn holders_over(
        &self,
        roles: &[Role],
        unit: Option<UnitId>,
    ) -> Result<Vec<PersonId>, Failure> {
        let holding = unit.map_or(Holding::Agency, Holding::Over);
        people::holders(self.db.reader(), &self.today(), roles, holding).await
    }
}

#[async_trait]
impl Office for PressOffice {
    async fn names(&self) -> Result<Names, Failure> {
        let db = self.db.reader();
        Ok(Names { units: people::unit_names(db).await?, people: people::colleague_names(db).await? })
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn holders(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure> {
        self.holders_of(roles).await
    }

    async fn write_to(&self, cx: &Cx, person: PersonId, subject: &str, text: &str) -> Result<(), Failure> {
        post_note(cx, Note { person, subject: subject.to_owned(), text: text.to_owned() }).await
    }

    /// Bodies and areas under the names they had before and have since, abbreviations, and who holds a post: a query
    /// for “Giám đốc Sở Y tế” finds the name of the one in office.
    async fn aliases(&self) -> Result<Aliases, Failure> {
        let db = self.db.reader();
        let mut aliases = Aliases::default();
        let mut both = |one: &str, other: &str| {
            if !one.trim().is_empty() && !other.trim().is_empty() && one != other {
                aliases.add(one, other);
                aliases.add(other, one);
            }
        };
        for unit in people::units(db).await? {
            both(&unit.name, &unit.abbreviation);
            for kin in unit.predecessors.iter().chain(&unit.successors) {
                both(&unit.name, &kin.name);
            }
        }
        for area in people::areas(db).await? {
            for kin in area.predecessors.iter().chain(&area.successors) {
                both(&area.name, &kin.name);
            }
        }
        for person in people::colleagues(db, &self.today()).await? {
            for (title, unit) in &person.posts {
                // Only the office leads to the name, never the name to the office (L1).
                aliases.add(&format!("{title} {unit}"), &person.name);
            }
        }
        Ok(aliases)
    }

    async fn begin_answer(
        &self,
        cx: &mut Cx,
        unit: UnitId,
        title: &str,
        _question: &str,
    ) -> Result<StoryId, Failure> {
        newsroom::verbs::begin_story_about(cx, unit, title).await
    }

    async fn story(&self, story: StoryId) -> Result<Option<StoryLine>, Failure> {
        let db = self.db.reader();
        let Some((title, state)) = newsroom::called(db, story).await? else { return Ok(None) };
        Ok(Some(StoryLine {
            title,
            href: format!("/desk/newsroom/stories/{story}"),
            public_href: portal::public_address(db, story).await?,
            state: state.to_owned(),
        }))
    }

    async fn said(&self, cx: &Cx, story: StoryId) -> Result<(String, String), Failure> {
        let content = newsroom::publication(cx.tx(), story).await?.content;
        let text = format!("{}\n\n{}", content.summary, content.body.to_text());
        Ok((content.title, text))
    }

    async fn cards(&self, cx: &Cx, mentions: &[listening::Findable]) -> Result<(), Failure> {
        self.finding.card_mentions(cx, mentions).await
    }
}

#[async_trait]
impl deadlines::Office for PressOffice {
    async fn names(&self) -> Result<(HashMap<UnitId, String>, HashMap<PersonId, String>), Failure> {
        let db = self.db.reader();
        Ok((people::unit_names(db).await?, people::colleague_names(db).await?))
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn actor(&self, person: PersonId) -> Result<Actor, Failure> {
        people::actor(self.db.reader(), person, &self.zone, self.db.now()).await
    }
}
