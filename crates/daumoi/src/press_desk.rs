//! What the press desk asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{Failure, HotSpotId, MentionId, PersonId, Role, UnitId};
use press::{Agency, Heard, Names, Office};

/// Kinds of units that speak for themselves and are in the list of the agency's bodies (PN-03).
const BODIES: [&str; 6] =
    ["department", "inspectorate", "police", "committee", "commune_committee", "ward_committee"];

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

    async fn bodies(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        let agency = self.body(None).await?;
        let units = people::units(self.db.reader()).await?;
        Ok(units
            .into_iter()
            .filter(|unit| unit.from <= today && unit.to.as_ref().is_none_or(|to| *to >= today))
            // The agency's own top unit is the agency itself; an office inside it speaks in its name.
            .filter(|unit| BODIES.contains(&unit.kind.as_str()) && unit.name != agency)
            .map(|unit| (unit.id, unit.name))
            .collect())
    }

    async fn body(&self, unit: Option<UnitId>) -> Result<String, Failure> {
        let db = self.db.reader();
        match unit {
            Some(unit) => Ok(people::unit_names(db).await?.remove(&unit).unwrap_or_default()),
            None => Ok(people::agency(db).await?.unwrap_or_default().name),
        }
    }

    async fn outlets(&self) -> Result<Vec<String>, Failure> {
        listening::outlet_list(self.db.reader()).await
    }

    async fn open_hot_spots(&self) -> Result<Vec<(HotSpotId, String)>, Failure> {
        listening::open_spots(self.db.reader(), 100).await
    }

    async fn mention(&self, id: MentionId) -> Result<Option<Heard>, Failure> {
        let heard = listening::heard(self.db.reader(), id).await?;
        Ok(heard.map(|(found, outlet)| Heard {
            title: found.title,
            link: found.link,
            outlet,
            day: self.zone.day(found.published_at).to_string(),
        }))
    }
}
