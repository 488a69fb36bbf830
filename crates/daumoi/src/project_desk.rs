//! What the house `projects` asks of the other houses.

use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{ActivityId, Actor, Day, Failure, Lineage, PersonId, ThingRef, UnitId};
use paper::Letterhead;
use planning::{Office as PlanOffice, SeenLine};
use projects::{Office, PlanLine};
use std::collections::HashMap;
use web::Progress;

fn line(seen: SeenLine) -> PlanLine {
    PlanLine { id: seen.id, plan: seen.plan, title: seen.title, lead: seen.lead }
}

/// As plans are answered, and with what plans tell.
#[async_trait]
impl Office for PressOffice {
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure> {
        PlanOffice::unit_names(self).await
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        PlanOffice::units(self).await
    }

    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure> {
        PlanOffice::colleagues(self).await
    }

    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure> {
        PlanOffice::person_names(self).await
    }

    async fn lineage(&self) -> Result<Lineage, Failure> {
        PlanOffice::lineage(self).await
    }

    async fn letterhead(&self) -> Result<Letterhead, Failure> {
        PlanOffice::letterhead(self).await
    }

    async fn progress(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, Progress>, Failure> {
        PlanOffice::progress(self, things).await
    }

    async fn line(&self, actor: &Actor, id: ActivityId) -> Result<Option<PlanLine>, Failure> {
        Ok(planning::seen_line(self.db.reader(), actor, id).await?.map(line))
    }

    async fn lines(&self, actor: &Actor, days: (Day, Day), most: u32) -> Result<Vec<PlanLine>, Failure> {
        let seen = planning::seen_lines(self.db.reader(), actor, days, most).await?;
        Ok(seen.into_iter().map(line).collect())
    }
}
