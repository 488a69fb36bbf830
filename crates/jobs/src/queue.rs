//! Putting work into the queue, and taking it out again before it ran.

use crate::store;
use db::{ConnectionTrait, DbErr};
use kernel::{Failure, JobId, Moment, NewId};
use serde::Serialize;

/// Work to be done at a time.
#[derive(Debug, Clone)]
pub struct JobWish<'a, P: Serialize> {
    /// Which handler does it.
    pub topic: &'static str,
    /// Jobs of one lane run one after another in the order they were wished.
    pub lane: &'a str,
    /// What the handler needs to know.
    pub payload: P,
    /// Not before this instant.
    pub run_at: Moment,
}

/// Writes the job; it exists when the transaction commits.
///
/// # Errors
/// [`Failure::Broken`] when the payload is not JSON or the database refuses.
pub async fn enqueue<P: Serialize>(
    tx: &impl ConnectionTrait,
    wish: JobWish<'_, P>,
) -> Result<JobId, Failure> {
    let id = JobId::fresh();
    let payload = serde_json::to_string(&wish.payload).map_err(|e| Failure::Broken(Box::new(e)))?;
    store::insert(tx, id, wish.topic, wish.lane, payload, wish.run_at).await?;
    Ok(id)
}

/// Takes back every job of a lane that has not been done: a schedule that is cancelled.
///
/// # Errors
/// Whatever the database says.
pub async fn forget(tx: &impl ConnectionTrait, topic: &str, lane: &str) -> Result<u64, DbErr> {
    store::delete_waiting(tx, topic, lane).await
}
