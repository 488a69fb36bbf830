//! Ring: a clock nears its end, or its time is up.

use crate::Rules;
use crate::running::{Ring, Running};
use crate::store;
use async_trait::async_trait;
use clocks::Step;
use db::Db;
use jobs::{Handler, Job};
use kernel::{Actor, ClockEvent, Failure};

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
        let Some(row) = store::lock(cx.tx(), cx.engine(), ring.clock).await? else { return Ok(()) };
        // Paused, extended, met or dropped since: this ring is past.
        if row.state != "running" || row.late_from != Some(ring.late_from) {
            return Ok(());
        }
        let mut running = Running::read(row)?;
        let (clock, rule, on) = (running.row.id, running.row.rule.clone(), running.on());
        if ring.over {
            let book = self.rules.book(cx.tx()).await?;
            let now = cx.now();
            running.take(&book, Step::Break, now)?;
            running.update(&cx, &book).await?;
            cx.record(ClockEvent::Broken { clock, rule, on });
        } else {
            cx.record(ClockEvent::Nearing { clock, rule, on });
        }
        cx.finish().await
    }
}
