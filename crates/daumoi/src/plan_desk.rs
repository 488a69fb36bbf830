//! What the house `planning` asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{Actor, AreaId, Failure, Lineage, PersonId, ThingRef, UnitId};
use paper::Letterhead;
use people::UnitKind;
use planning::Office;
use std::collections::HashMap;
use web::Progress;

#[async_trait]
impl Office for PressOffice {
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure> {
        people::unit_names(self.db.reader()).await
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn unit_words(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        let today = self.today();
        let stands = |unit: &people::UnitLine| {
            unit.from <= today
                && unit.to.as_ref().is_none_or(|to| *to >= today)
                && unit.kind != UnitKind::Outside
        };
        let units = people::units(self.db.reader()).await?;
        let words = units
            .into_iter()
            .filter(stands)
            .flat_map(|unit| [(unit.id, unit.name), (unit.id, unit.abbreviation), (unit.id, unit.symbol)]);
        Ok(words.filter(|(_, word)| !word.is_empty()).collect())
    }

    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure> {
        let colleagues = people::colleagues(self.db.reader(), &self.today()).await?;
        Ok(colleagues.into_iter().map(|one| (one.id, one.name)).collect())
    }

    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure> {
        people::colleague_names(self.db.reader()).await
    }

    async fn lineage(&self) -> Result<Lineage, Failure> {
        Ok(Lineage::new(people::successions_of_ended(self.db.reader(), &self.today()).await?))
    }

    async fn area_names(&self) -> Result<Vec<String>, Failure> {
        let areas = people::areas_on(self.db.reader(), &self.today()).await?;
        Ok(areas.into_iter().map(|(_, name)| name).collect())
    }

    async fn areas(&self) -> Result<Vec<(AreaId, String)>, Failure> {
        people::areas_on(self.db.reader(), &self.today()).await
    }

    async fn actor(&self, person: PersonId) -> Result<Actor, Failure> {
        people::actor(self.db.reader(), person, &self.zone, self.db.now()).await
    }

    async fn letterhead(&self) -> Result<Letterhead, Failure> {
        let agency = people::agency(self.db.reader()).await?.unwrap_or_default();
        Ok(Letterhead {
            issuer: agency.name,
            superior: agency.over,
            place: agency.place,
            symbol: agency.symbol,
        })
    }

    async fn progress(&self, things: &[ThingRef]) -> Result<HashMap<ThingRef, Progress>, Failure> {
        let (db, now) = (self.db.reader(), self.db.now());
        let work = assignments::progress(db, things).await?;
        let told = work.into_iter().map(|(thing, far)| {
            let late = far.due.is_some_and(|due| due < now);
            // What asks for somebody comes first.
            let (word, chip) = match () {
                () if far.blocked > 0 => ("work-standing-blocked", "emergency"),
                () if late => ("work-standing-late", "late"),
                () if far.done == far.ids.len() => ("work-standing-done", "done"),
                () if far.percent == 0 => ("work-standing-waiting", "scheduled"),
                () => ("work-standing-open", "soon"),
            };
            let href = far.ids.first().map(|id| format!("/desk/work/{id}")).unwrap_or_default();
            (thing, Progress { word: word.to_owned(), chip, percent: far.percent, late, href })
        });
        Ok(told.collect())
    }
}
