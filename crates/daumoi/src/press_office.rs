//! What the listening asks of the other houses.

use crate::directory::units_of_today;
use crate::finding::Finding;
use crate::post_office::{Note, post_note};
use async_trait::async_trait;
use clocks::{Calendar, Pack};
use db::{Cx, Db};
use kernel::{Failure, Moment, PersonId, Role, StoryId, UnitId, Zone};
use listening::{Due, Names, Office, StoryLine};
use pulse::topics::Aliases;
use std::sync::Arc;

/// Answers from the tables of the houses that know.
pub(crate) struct PressOffice {
    pub(crate) db: Db,
    pub(crate) zone: Zone,
    pub(crate) rules: Arc<Rules>,
    pub(crate) finding: Arc<Finding>,
}

/// Dated rules and the working calendar.
pub(crate) struct Rules {
    pack: Pack,
    calendar: Calendar,
}

impl Rules {
    /// Those that come with the program.
    pub(crate) fn shipped() -> anyhow::Result<Self> {
        Ok(Self { pack: Pack::shipped()?, calendar: Calendar::shipped()? })
    }
}

impl PressOffice {
    fn today(&self) -> String {
        self.zone.day(self.db.now()).to_string()
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
        let wanted: Vec<&str> = roles.iter().map(|role| role.name()).collect();
        Ok(people::colleagues(self.db.reader(), &self.today())
            .await?
            .into_iter()
            .filter(|person| person.roles.iter().any(|(role, _)| wanted.contains(&role.as_str())))
            .map(|person| person.id)
            .collect())
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

    fn due(&self, rule: &str, start: Moment) -> Option<Due> {
        let rule = self.rules.pack.in_force(rule, self.zone.day(start))?;
        let due = clocks::due(rule, start, &[], None, &self.zone, &self.rules.calendar).ok()?;
        let source = format!("{}, {}", rule.act, rule.article);
        Some(Due { at: due.last(), rule: rule.id.clone(), source })
    }
}
