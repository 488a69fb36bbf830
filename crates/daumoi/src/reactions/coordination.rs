//! What follows from what happens in the house `coordination`.

use super::HouseReactions;
use db::Cx;
use kernel::{CoordinationEvent, Failure};

impl HouseReactions {
    pub(super) async fn on_coordination(
        &self,
        _cx: &mut Cx,
        event: &CoordinationEvent,
    ) -> Result<(), Failure> {
        use CoordinationEvent as E;
        match event {
            E::MeetingCalled { .. } => Ok(()),
        }
    }
}
