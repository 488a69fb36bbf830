//! What the house `assignments` asks of the other houses.

use crate::directory::units_of_today;
use crate::press_office::PressOffice;
use assignments::Office;
use async_trait::async_trait;
use db::Cx;
use kernel::{Actor, Failure, PersonId, PressEventId, ReleaseId, StoryId, ThingKind, ThingRef, UnitId};
use std::collections::HashMap;

#[async_trait]
impl Office for PressOffice {
    async fn unit_names(&self) -> Result<HashMap<UnitId, String>, Failure> {
        people::unit_names(self.db.reader()).await
    }

    async fn people_names(&self) -> Result<HashMap<PersonId, String>, Failure> {
        people::colleague_names(self.db.reader()).await
    }

    async fn units(&self) -> Result<Vec<(UnitId, String)>, Failure> {
        units_of_today(&self.db, &self.zone).await
    }

    async fn colleagues(&self) -> Result<Vec<(PersonId, String)>, Failure> {
        let today = self.zone.day(self.db.now()).to_string();
        let colleagues = people::colleagues(self.db.reader(), &today).await?;
        Ok(colleagues.into_iter().map(|one| (one.id, one.name)).collect())
    }

    async fn may_see(&self, actor: &Actor, thing: ThingRef) -> Result<bool, Failure> {
        let look = self.db.look(actor.clone());
        Ok(crate::called::called(&look, &[thing]).await?.contains_key(&thing))
    }

    async fn is_out(&self, cx: &Cx, thing: ThingRef) -> Result<bool, Failure> {
        match thing.kind {
            ThingKind::Story => Ok(portal::public_address(cx.tx(), StoryId(thing.id)).await?.is_some()),
            ThingKind::Release => Ok(press::findable_release(cx.tx(), ReleaseId(thing.id)).await?.is_some()),
            ThingKind::PressEvent => press::event_was_held(cx.tx(), PressEventId(thing.id)).await,
            _ => Ok(false),
        }
    }

    async fn begin_story(&self, cx: &mut Cx, unit: UnitId, title: &str) -> Result<StoryId, Failure> {
        newsroom::verbs::begin_story_about(cx, unit, title).await
    }
}
