//! Ring: a clock nears its end, or its time is up.

use crate::Rules;
use crate::running::{Ring, Running};
use crate::store;
use async_trait::async_trait;
use clocks::Step;
use db::{ConnectionTrait, Cx, Db};
use jobs::{Handler, Job};
use kernel::{Actor, ClockEvent, ClockId, Failure, Moment};

/// Does the jobs of [`DUE_TOPIC`](crate::DUE_TOPIC).
pub struct DueBell {
    /// Where clocks are.
    pub db: Db,
    /// What they count with.
    pub rules: Rules,
}

#[async_trait]
impl Handler for DueBell {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let ring: Ring =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let mut cx = self.db.begin(Actor::Machine("clock")).await?;
        ring_now(&mut cx, &self.rules, &ring).await?;
        cx.finish().await
    }
}

async fn ring_now(cx: &mut Cx, rules: &Rules, ring: &Ring) -> Result<(), Failure> {
    let Some(row) = store::lock(cx.tx(), cx.engine(), ring.clock).await? else { return Ok(()) };
    // Paused, extended, met or dropped since: this ring is past.
    if row.state != "running" || row.late_from != Some(ring.late_from) {
        return Ok(());
    }
    let mut running = Running::read(row)?;
    let (clock, rule, on) = (running.row.id, running.row.rule.clone(), running.on());
    if ring.over {
        let book = rules.book(cx.tx()).await?;
        let now = cx.now();
        running.take(&book, Step::Break, now)?;
        running.update(cx, &book).await?;
        cx.record(ClockEvent::Broken { clock, rule, on });
    } else {
        cx.record(ClockEvent::Nearing { clock, rule, on });
    }
    Ok(())
}

/// The clocks that run though their time was up before an instant, with the moment of each, the earliest first. The bell rings
/// them by itself; who tells a past needs to know.
///
/// # Errors
/// When the database does not answer.
pub async fn unrung(db: &impl ConnectionTrait, before: Moment) -> Result<Vec<(ClockId, Moment)>, Failure> {
    Ok(store::unrung(db, before).await?)
}

/// Notes that the time of a clock is up, now; nothing happens to one that no longer runs until that moment.
///
/// # Errors
/// When the database does not answer.
pub async fn ring(cx: &mut Cx, rules: &Rules, clock: ClockId, late_from: Moment) -> Result<(), Failure> {
    ring_now(cx, rules, &Ring { clock, late_from, over: true }).await
}
