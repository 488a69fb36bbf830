//! What happens where units work together: meetings, bookings, agreements, training.

use super::of_house::house_events;
use crate::{MeetingId, UnitId};

house_events! {
    /// What happened where units work together.
    CoordinationEvent {
        /// A meeting was called.
        MeetingCalled { meeting: MeetingId, unit: UnitId } => Meeting, "meeting-called";
    }
}
