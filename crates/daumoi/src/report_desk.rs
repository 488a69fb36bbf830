//! What reports ask of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use db::Look;
use jiff::civil::Date;
use kernel::{Failure, QuestionId, StoryId, ThingKind, ThingRef, UnitId};
use reports::{Agency, Names, Obstacle, Office, Planned, Work};
use std::collections::HashMap;

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
        Ok(units)
    }

    async fn obstacles(&self, _first: Date, _last: Date) -> Result<Vec<Obstacle>, Failure> {
        Ok(Vec::new())
    }

    async fn planned(&self, _first: Date, _last: Date) -> Result<Vec<Planned>, Failure> {
        Ok(Vec::new())
    }

    async fn work(&self, _look: &Look, _first: Date, _last: Date) -> Result<Vec<Work>, Failure> {
        Ok(Vec::new())
    }
}
