//! What follows from what happens in the house `planning`.

use super::HouseReactions;
use db::Cx;
use kernel::{Failure, PlanningEvent};

impl HouseReactions {
    pub(super) async fn on_planning(&self, _cx: &mut Cx, event: &PlanningEvent) -> Result<(), Failure> {
        use PlanningEvent as E;
        match event {
            E::PlanBegun { .. } => Ok(()),
        }
    }
}
