//! What the press desk asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{Failure, PersonId, Role, UnitId};
use press::{Names, Office};

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
}
