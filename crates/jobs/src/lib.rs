//! Later and on time: slow or scheduled consequences are rows written with the change that causes them,
//! delivered at least once, in order per lane, with back-off and a visible list of those that failed for good.

mod queue;
mod store;
mod worker;

pub use queue::{JobWish, enqueue, forget};
pub use store::{Counts, Job, counts, dead, revive};
pub use worker::{Handler, Worker};

/// The schema steps of this crate.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![db::Step { name: "jobs_0001_job", sql: include_str!("../migrations/0001_job.sql") }]
}
