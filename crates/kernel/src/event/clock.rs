//! What happens to running clocks and to the rules and days they count with.

use super::of_house::house_events;
use crate::{ClockId, Moment, RuleId, ThingRef};

house_events! {
    /// What happened to a promise with a deadline.
    ClockEvent {
        /// A clock was started; `recorded_late` when its start was recorded after it happened.
        Started { clock: ClockId, rule: String, on: ThingRef, start: Moment, recorded_late: bool } => Clock, "clock-started";
        /// It stands still, for a reason.
        Paused { clock: ClockId, reason: String } => Clock, "clock-paused";
        /// It goes on.
        Resumed { clock: ClockId } => Clock, "clock-resumed";
        /// It was given the rule's one extension, for a reason.
        Extended { clock: ClockId, reason: String } => Clock, "clock-extended";
        /// Its time will soon be up; those who can still keep the promise are told.
        Nearing { clock: ClockId, rule: String, on: ThingRef } => Clock, "clock-nearing";
        /// The promise was kept.
        Met { clock: ClockId, rule: String, on: ThingRef, in_time: bool } => Clock, "clock-met";
        /// Its time is up and the promise was not kept.
        Broken { clock: ClockId, rule: String, on: ThingRef } => Clock, "clock-broken";
        /// It has no object any more, for a reason.
        Dropped { clock: ClockId, reason: String } => Clock, "clock-dropped";
        /// A rule of the agency's own was set.
        RuleSet { rule: RuleId, name: String } => Rule, "rule-set";
        /// A rule of the agency's own holds no longer.
        RuleEnded { rule: RuleId, name: String } => Rule, "rule-ended";
        /// A day of the working calendar was changed.
        WorkdaySet { rule: RuleId, day: String, words: String } => Rule, "workday-set";
    }
}
