//! What the house `coordination` asks of the other houses.

use crate::directory::units_of_today;
use crate::post_office::{Note, post_note};
use crate::press_office::PressOffice;
use async_trait::async_trait;
use coordination::{Agency, Colleague, Office};
use db::Cx;
use kernel::{Failure, PersonId, UnitId};
use std::collections::HashMap;

#[async_trait]
impl Office for PressOffice {
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure> {
        people::unit_names(self.db.reader()).await
    }

    async fn person_names(&self) -> Result<HashMap<PersonId, String>, Failure> {
        people::colleague_names(self.db.reader()).await
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn colleagues(&self) -> Result<Vec<Colleague>, Failure> {
        let colleagues = people::colleagues(self.db.reader(), &self.today()).await?;
        Ok(colleagues
            .into_iter()
            .map(|one| Colleague {
                id: one.id,
                name: one.name,
                post: one.posts.into_iter().next().map(|(title, _)| title).unwrap_or_default(),
            })
            .collect())
    }

    async fn agency(&self) -> Result<Agency, Failure> {
        let agency = people::agency(self.db.reader()).await?.unwrap_or_default();
        Ok(Agency { name: agency.name, over: agency.over, place: agency.place, symbol: agency.symbol })
    }

    async fn symbol(&self, unit: UnitId) -> Result<String, Failure> {
        let units = people::units(self.db.reader()).await?;
        Ok(units.into_iter().find(|one| one.id == unit).map(|one| one.symbol).unwrap_or_default())
    }

    async fn tell(&self, cx: &Cx, person: PersonId, subject: &str, text: &str) -> Result<(), Failure> {
        // An address of the house is written whole where it is known.
        let base = self.outward.get().map(|way| way.address().trim_end_matches('/')).unwrap_or_default();
        let text = text.replace(" /desk/", &format!(" {base}/desk/"));
        post_note(cx, Note { person, subject: subject.to_owned(), text }).await
    }
}
