//! The worker: takes what is due, hands it to its handler, tries again later, and gives up in the open.

use crate::store::{self, Job};
use async_trait::async_trait;
use db::Db;
use kernel::Failure;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Does the work of one topic. Must be idempotent: a job may come twice.
#[async_trait]
pub trait Handler: Send + Sync {
    /// Does it.
    async fn run(&self, job: &Job) -> Result<(), Failure>;
}

/// A node's worker.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    handlers: Arc<HashMap<&'static str, Arc<dyn Handler>>>,
}

/// A handler that has not finished by then is taken for dead and its job given to another.
const LEASE: Duration = Duration::from_secs(60);
/// After this many tries a job is dead. With the back-off below that is about nine hours.
const MOST_ATTEMPTS: i32 = 12;
/// How long the worker rests at most: the bound on hearing of other nodes' wishes.
const TICK: Duration = Duration::from_millis(400);
const KEEP_DONE: Duration = Duration::from_secs(7 * 24 * 3600);

impl Worker {
    /// A worker with its handlers by topic.
    #[must_use]
    pub fn new(db: Db, handlers: Vec<(&'static str, Arc<dyn Handler>)>) -> Self {
        Self { db, handlers: Arc::new(handlers.into_iter().collect()) }
    }

    /// Runs everything that is due now, and what becomes due by it. Answers how many jobs ran.
    ///
    /// # Errors
    /// When the queue itself cannot be read or written; a job's failure is recorded with the job.
    pub async fn run_due(&self) -> Result<usize, Failure> {
        let mut ran = 0;
        loop {
            let jobs = self.claim().await?;
            if jobs.is_empty() {
                return Ok(ran);
            }
            for job in jobs {
                self.run_one(&job).await?;
                ran += 1;
            }
        }
    }

    async fn claim(&self) -> Result<Vec<Job>, Failure> {
        // Looking before locking keeps an idle worker out of SQLite's one writer's way.
        match store::next_due(self.db.reader()).await? {
            Some(due) if due <= self.db.now() => {}
            _ => return Ok(Vec::new()),
        }
        let cx = self.db.begin(kernel::Actor::Machine("worker")).await?;
        let jobs = store::claim(cx.tx(), cx.engine(), cx.now(), LEASE, 20).await?;
        cx.finish().await?;
        Ok(jobs)
    }

    async fn run_one(&self, job: &Job) -> Result<(), Failure> {
        let outcome = match self.handlers.get(job.topic.as_str()) {
            Some(handler) => handler.run(job).await,
            None => Err(Failure::broken(format!("no handler for the topic {}", job.topic))),
        };
        let cx = self.db.begin(kernel::Actor::Machine("worker")).await?;
        match outcome {
            Ok(()) => {
                metrics::counter!("daumoi_jobs_done_total", "topic" => job.topic.clone()).increment(1);
                store::done(cx.tx(), job.id, cx.now()).await?;
            }
            Err(error) => {
                metrics::counter!("daumoi_jobs_failed_total", "topic" => job.topic.clone()).increment(1);
                let again = (job.attempts < MOST_ATTEMPTS).then(|| cx.now().plus(back_off(job.attempts)));
                tracing::warn!(job = %job.id, topic = %job.topic, attempts = job.attempts, dead = again.is_none(),
                               %error, "a job failed");
                store::failed(cx.tx(), job.id, error.to_string(), again, cx.now()).await?;
            }
        }
        cx.finish().await
    }

    async fn sweep(&self) -> Result<(), Failure> {
        let cx = self.db.begin(kernel::Actor::Machine("worker")).await?;
        store::sweep(cx.tx(), cx.now().minus(KEEP_DONE)).await?;
        cx.finish().await
    }

    /// Works until `stop` resolves. Wakes for new wishes, for the next due time, and every tick.
    pub async fn work(&self, stop: impl Future<Output = ()> + Send) {
        tokio::pin!(stop);
        let mut last_sweep = None;
        loop {
            if let Err(error) = self.run_due().await {
                tracing::error!(%error, "the queue cannot be worked");
            }
            let now = self.db.now();
            if last_sweep.is_none_or(|last| now.since(last) > Duration::from_secs(3600)) {
                last_sweep = Some(now);
                if let Err(error) = self.sweep().await {
                    tracing::warn!(%error, "old jobs stay another hour");
                }
            }
            let rest = match store::next_due(self.db.reader()).await {
                Ok(Some(due)) => due.since(now).min(TICK),
                _ => TICK,
            };
            tokio::select! {
                () = &mut stop => return,
                () = self.db.work_arrived() => {}
                () = rest_for(rest) => {}
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that waits for a time to come")]
async fn rest_for(span: Duration) {
    tokio::time::sleep(span.max(Duration::from_millis(1))).await;
}

/// 5 s, 10 s, 20 s … at most two hours.
fn back_off(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(11);
    Duration::from_secs((5_u64 << doublings).min(7200))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_two_hours() {
        let waits: Vec<u64> = (1..=13).map(|n| back_off(n).as_secs()).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 7200, 7200]);
    }
}
