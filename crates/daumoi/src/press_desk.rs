//! What the press desk asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{AssetId, Failure, HotSpotId, MentionId, Page, PageNumber, PersonId, Role, UnitId};
use press::{Agency, Heard, Names, Office, Picture};

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
            .filter(|unit| unit.kind.is_body() && unit.name != agency)
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

    async fn pictures(&self, number: PageNumber, size: u32) -> Result<Page<Picture>, Failure> {
        let today = self.zone.day(self.db.now());
        let found = newsroom::press_pictures(self.db.reader(), today, number, size).await?;
        let items = found.items.into_iter().map(picture).collect();
        Ok(Page { items, number: found.number, size: found.size, total: found.total })
    }

    async fn picture(&self, id: AssetId) -> Result<Option<Picture>, Failure> {
        let today = self.zone.day(self.db.now());
        Ok(newsroom::press_picture(self.db.reader(), today, id).await?.map(picture))
    }
}

fn picture(of: newsroom::PressPicture) -> Picture {
    Picture {
        id: of.asset,
        caption: of.words.caption,
        alt: of.words.alt,
        credit: of.words.credit,
        owner: of.words.owner,
        terms: of.words.terms,
        sha256: of.sha256,
        small: (of.small.name, of.small.width, of.small.height),
        large: (of.large.name, of.large.width, of.large.height),
    }
}
