//! What the press desk asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{Failure, PersonId, Role, UnitId};
use press::{Agency, Names, Office, Speaker};

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

    /// Until somebody keeps a register: who holds the role of a spokesperson, with their first post of today.
    async fn speakers(&self) -> Result<Vec<Speaker>, Failure> {
        let holders = self.holders_of(&[Role::Spokesperson]).await?;
        Ok(people::colleagues(self.db.reader(), &self.today())
            .await?
            .into_iter()
            .filter(|person| holders.contains(&person.id))
            .map(|person| Speaker {
                person: person.id,
                post: person
                    .posts
                    .first()
                    .map(|(title, unit)| format!("{title}, {unit}"))
                    .unwrap_or_default(),
                name: person.name,
            })
            .collect())
    }

    async fn agency(&self) -> Result<Agency, Failure> {
        let agency = people::agency(self.db.reader()).await?.unwrap_or_default();
        Ok(Agency {
            name: agency.name,
            over: agency.over,
            place: agency.place,
            symbol: agency.symbol,
            email: agency.email,
            address: self.outward.get().map(|way| way.address().to_owned()).unwrap_or_default(),
        })
    }
}
