//! What reports ask of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use db::Look;
use jiff::civil::Date;
use kernel::{
    Action, ActivityId, AssignmentId, DisplayId, Failure, Moment, ProjectId, QuestionId, StoryId, Thing,
    ThingKind, ThingRef, UnitId, Zone,
};
use reports::{Agency, Names, Obstacle, Office, Planned, Standing, Work};
use std::collections::{BTreeSet, HashMap};

#[async_trait]
impl Office for PressOffice {
    async fn names(&self) -> Result<Names, Failure> {
        let db = self.db.reader();
        Ok(Names { units: people::unit_names(db).await?, people: people::colleague_names(db).await? })
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn agency(&self) -> Result<Agency, Failure> {
        let agency = people::agency(self.db.reader()).await?.unwrap_or_default();
        Ok(Agency { name: agency.name, over: agency.over, place: agency.place, symbol: agency.symbol })
    }

    async fn units_of(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, UnitId>, Failure> {
        let db = self.db.reader();
        let ids = |kind: ThingKind| -> Vec<uuid::Uuid> {
            things.iter().filter(|thing| thing.kind == kind).map(|thing| thing.id).collect()
        };
        let stories: Vec<StoryId> = ids(ThingKind::Story).into_iter().map(StoryId).collect();
        let questions: Vec<QuestionId> = ids(ThingKind::Question).into_iter().map(QuestionId).collect();
        let mut units = HashMap::new();
        let mut note = |kind, id, unit| {
            units.insert(ThingRef { kind, id }, unit);
        };
        for (story, unit) in newsroom::units_of(db, &stories).await? {
            note(ThingKind::Story, story.0, unit);
        }
        for (question, unit) in answers::units_of(db, &questions).await? {
            note(ThingKind::Question, question.0, unit);
        }
        let given: Vec<AssignmentId> = ids(ThingKind::Assignment).into_iter().map(AssignmentId).collect();
        for (assignment, unit) in assignments::units_of(db, &given).await? {
            note(ThingKind::Assignment, assignment.0, unit);
        }
        let lines: Vec<ActivityId> = ids(ThingKind::Activity).into_iter().map(ActivityId).collect();
        for (line, unit) in planning::units_of(db, &lines).await? {
            note(ThingKind::Activity, line.0, unit);
        }
        let hung: Vec<DisplayId> = ids(ThingKind::Display).into_iter().map(DisplayId).collect();
        for (display, unit) in planning::units_of_displays(db, &hung).await? {
            note(ThingKind::Display, display.0, unit);
        }
        let paid: Vec<ProjectId> = ids(ThingKind::Project).into_iter().map(ProjectId).collect();
        for (project, unit) in projects::units_of(db, &paid).await? {
            note(ThingKind::Project, project.0, unit);
        }
        Ok(units)
    }

    async fn obstacles(&self, first: Date, last: Date) -> Result<Vec<Obstacle>, Failure> {
        let Some((from, to)) = span(&self.zone, first, last) else { return Ok(Vec::new()) };
        let told = assignments::hindrances(self.db.reader(), from, to).await?;
        let told = told.into_iter().filter(|one| !one.words.is_empty()).map(|one| Obstacle {
            thing: ThingRef { kind: ThingKind::Obstacle, id: one.id.0 },
            unit: one.unit,
            what: format!("{}: {}", one.work.trim_end_matches('.'), one.words.trim_end_matches('.')),
            proposal: one.proposal,
            open: !one.over,
        });
        Ok(told.collect())
    }

    async fn planned(&self, first: Date, last: Date) -> Result<Vec<Planned>, Failure> {
        let agreed = planning::lines_between(self.db.reader(), (first, last), None).await?;
        let drafts = planning::lines_drafted(self.db.reader(), (first, last)).await?;
        let all =
            agreed.into_iter().map(|line| (line, false)).chain(drafts.into_iter().map(|line| (line, true)));
        // A line that runs on for years is no task of these days: what begins or is due in them is.
        let told = all.filter(|(line, _)| line.days.0 >= first || line.days.1 <= last);
        let told = told.map(|(line, draft)| Planned {
            thing: ThingRef { kind: ThingKind::Activity, id: line.id.0 },
            unit: line.content.lead,
            title: line.content.title,
            due: Some(line.days.1),
            draft,
        });
        Ok(told.collect())
    }

    async fn work(&self, look: &Look, first: Date, last: Date) -> Result<Vec<Work>, Failure> {
        let Some((from, to)) = span(&self.zone, first, last) else { return Ok(Vec::new()) };
        let period = assignments::in_period(look.db(), from, to, None).await?;
        let oversees = look.may(Action::ReadAllWork, Thing::Agency).is_ok();
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        // What is done is done, also late; what is blocked and late is shown as late.
        for (told, standing) in [
            (period.done, Standing::Done),
            (period.late, Standing::Late),
            (period.blocked, Standing::Blocked),
            (period.given, Standing::Open),
        ] {
            for one in told {
                let sees = oversees || look.may(Action::ReadWork, Thing::Unit(one.unit)).is_ok();
                // What is confidential has no title here: it is counted elsewhere and not listed.
                if !sees || one.title.is_empty() || !seen.insert(one.id) {
                    continue;
                }
                // A month that still runs: what is not due yet is not late.
                let ahead = standing == Standing::Late && one.due.is_none_or(|due| due > look.now());
                let standing = if ahead { Standing::Open } else { standing };
                all.push(Work {
                    thing: ThingRef { kind: ThingKind::Assignment, id: one.id.0 },
                    unit: one.unit,
                    title: one.title,
                    due: one.due.map(|due| self.zone.day(due)),
                    standing,
                    href: format!("/desk/work/{}", one.id),
                });
            }
        }
        Ok(all)
    }
}

/// The instants between which two days lie.
fn span(zone: &Zone, first: Date, last: Date) -> Option<(Moment, Moment)> {
    Some((zone.start_of(first)?, zone.start_of(last.tomorrow().ok()?)?))
}
