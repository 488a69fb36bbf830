//! What happens to plans, their lines, campaigns and projects.

use super::of_house::house_events;
use crate::{PlanId, UnitId};

house_events! {
    /// What happened in planning.
    PlanningEvent {
        /// A plan was begun.
        PlanBegun { plan: PlanId, kind: String, unit: UnitId } => Plan, "plan-begun";
    }
}
