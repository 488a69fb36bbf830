//! What happens to work that is given to units.

use super::of_house::house_events;
use crate::{AssignmentId, UnitId};

house_events! {
    /// What happened to work given to units.
    AssignmentEvent {
        /// A unit was given work.
        AssignmentGiven { assignment: AssignmentId, unit: UnitId } => Assignment, "assignment-given";
    }
}
