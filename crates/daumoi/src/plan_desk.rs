//! What the house `planning` asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use async_trait::async_trait;
use kernel::{Failure, PersonId, UnitId};
use planning::Office;
use std::collections::HashMap;

#[async_trait]
impl Office for PressOffice {
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure> {
        people::unit_names(self.db.reader()).await
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        let colleagues = people::colleagues(self.db.reader(), &today).await?;
        Ok(colleagues.into_iter().map(|one| (one.id, one.name)).collect())
    }
}
