//! What the answers to citizens ask of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use answers::{Colleague, Names, Office};
use async_trait::async_trait;
use kernel::{AreaId, Failure, Lineage, PersonId, Role, StoryId, UnitId};

#[async_trait]
impl Office for PressOffice {
    async fn names(&self) -> Result<Names, Failure> {
        let db = self.db.reader();
        Ok(Names { units: people::unit_names(db).await?, people: people::colleague_names(db).await? })
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn today_of(&self, unit: UnitId) -> Result<UnitId, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        let lineage = Lineage::new(people::successions_of_ended(self.db.reader(), &today).await?);
        Ok(lineage.today(unit).first().copied().unwrap_or(unit))
    }

    async fn colleagues(&self) -> Result<Vec<Colleague>, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        let units = units_of_today(&self.db, &self.zone).await?;
        let colleagues = people::colleagues(self.db.reader(), &today).await?.into_iter().map(|one| {
            let works_in = |name: &String| {
                let by_role = |(role, unit): &(String, Option<String>)| {
                    role != Role::Guest.name() && unit.as_ref() == Some(name)
                };
                one.posts.iter().any(|(_, unit)| unit == name) || one.roles.iter().any(by_role)
            };
            let units = units.iter().filter(|(_, name)| works_in(name)).map(|(id, _)| *id).collect();
            Colleague { id: one.id, name: one.name.clone(), units }
        });
        // Guests from other organisations answer for nothing of the agency.
        Ok(colleagues.filter(|one| !one.units.is_empty()).collect())
    }

    async fn areas(&self) -> Result<Vec<(AreaId, String)>, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        people::areas_on(self.db.reader(), &today).await
    }

    async fn story_at(&self, path: &str) -> Result<Option<StoryId>, Failure> {
        portal::story_at(self.db.reader(), path).await
    }

    async fn holders(&self, roles: &[Role]) -> Result<Vec<PersonId>, Failure> {
        self.holders_of(roles).await
    }
}
