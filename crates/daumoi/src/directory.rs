//! What the newsroom asks of the other houses.

use async_trait::async_trait;
use db::Db;
use kernel::{Failure, StoryId, UnitId, Zone};
use newsroom::{Directory, NamesById, Place, PlaceOption};

/// Answers from the tables of the houses that know.
pub(crate) struct HouseDirectory {
    pub(crate) db: Db,
    pub(crate) zone: Zone,
}

#[async_trait]
impl Directory for HouseDirectory {
    async fn places(&self) -> Result<Vec<PlaceOption>, Failure> {
        Ok(portal::places(self.db.reader())
            .await?
            .into_iter()
            .map(|place| PlaceOption {
                place: Place { site: place.site, section: place.section },
                site: place.site_name,
                section: place.section_name,
            })
            .collect())
    }

    async fn names(&self) -> Result<NamesById, Failure> {
        let db = self.db.reader();
        Ok((people::unit_names(db).await?, people::colleague_names(db).await?))
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn public_address(&self, story: StoryId) -> Result<Option<String>, Failure> {
        portal::public_address(self.db.reader(), story).await
    }
}

/// Units of the agency that there are today, with their names.
pub(crate) async fn units_of_today(db: &Db, zone: &Zone) -> Result<Vec<(UnitId, String)>, Failure> {
    let today = zone.day(db.now()).to_string();
    Ok(people::units(db.reader())
        .await?
        .into_iter()
        .filter(|unit| unit.from <= today && unit.to.as_ref().is_none_or(|to| *to >= today))
        .filter(|unit| unit.kind != people::UnitKind::Outside)
        .map(|unit| (unit.id, unit.name))
        .collect())
}
