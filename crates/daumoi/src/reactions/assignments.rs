//! What follows from what happens in the house `assignments`.

use super::HouseReactions;
use db::Cx;
use kernel::{AssignmentEvent, Failure};

impl HouseReactions {
    pub(super) async fn on_assignments(&self, _cx: &mut Cx, event: &AssignmentEvent) -> Result<(), Failure> {
        use AssignmentEvent as E;
        match event {
            E::AssignmentGiven { .. } => Ok(()),
        }
    }
}
