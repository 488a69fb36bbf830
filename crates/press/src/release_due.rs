//! When the instant of a release comes: everything is asked anew, and a failure is said to the editors, not swallowed.

use crate::House;
use crate::release::State;
use crate::store::releases;
use crate::verbs;
use async_trait::async_trait;
use jobs::{Handler, Job};
use kernel::{Actor, Failure, Refusal, ReleaseId};
use serde::{Deserialize, Serialize};

/// The topic of the jobs that issue.
pub const DUE_RELEASE_TOPIC: &str = "release.issue";
/// The topic of the jobs that write to everybody once it is issued.
pub const SEND_TOPIC: &str = "release.send";
/// The topic of the jobs that forget whom the agency no longer writes to (L13).
pub const FORGET_TOPIC: &str = "contact.forget";

/// After so many tries the editors are told.
const TELL_AFTER: i32 = 5;

/// A release that is due.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct DueRelease {
    pub(crate) release: ReleaseId,
    pub(crate) hash: String,
}

/// A release that goes to its readers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendRelease {
    pub(crate) release: ReleaseId,
    pub(crate) level: String,
}

/// What is to be forgotten: ended contacts, or the guests of one event.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Forget {
    pub(crate) event: Option<kernel::PressEventId>,
}

/// Does the jobs of what the agency tells.
pub struct ReleaseJobs(pub House);

#[async_trait]
impl Handler for ReleaseJobs {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let broken = |error| Failure::Broken(Box::new(error));
        match job.topic.as_str() {
            DUE_RELEASE_TOPIC => self.due(serde_json::from_str(&job.payload).map_err(broken)?, job).await,
            SEND_TOPIC => self.send(serde_json::from_str(&job.payload).map_err(broken)?).await,
            _ => self.forget(serde_json::from_str(&job.payload).map_err(broken)?).await,
        }
    }
}

impl ReleaseJobs {
    async fn due(&self, due: DueRelease, job: &Job) -> Result<(), Failure> {
        match self.issue(&due).await {
            // Trying again would not help; people must look.
            Err(Failure::Refused(reasons)) => self.give_up(due.release, reasons).await,
            Err(Failure::Stale(reason)) => self.give_up(due.release, vec![reason]).await,
            // Ours, and perhaps passing: tried again, but not in silence for ever.
            Err(Failure::Broken(error)) if job.attempts >= TELL_AFTER => {
                tracing::error!(release = %due.release, %error, "a release under embargo could not be issued");
                self.give_up(due.release, vec![Refusal::new("refused-broken")]).await
            }
            other => other,
        }
    }

    async fn issue(&self, due: &DueRelease) -> Result<(), Failure> {
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        // A job may come twice, and a plan may have changed: only what is still set to go out now goes out.
        let Some(row) = releases::lock(cx.tx(), cx.engine(), due.release).await? else { return Ok(()) };
        let set = State::named(&row.state) == State::Embargoed;
        if !set || row.until.is_none_or(|until| until > cx.now()) {
            return Ok(());
        }
        verbs::issue_release(&mut cx, &self.0, due.release, &due.hash, row.send_at_once).await?;
        cx.finish().await
    }

    async fn give_up(&self, release: ReleaseId, reasons: Vec<Refusal>) -> Result<(), Failure> {
        let keys: Vec<String> = reasons.iter().map(|reason| reason.key.to_owned()).collect();
        tracing::warn!(%release, ?keys, "a release under embargo was refused");
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        verbs::give_up_issue(&mut cx, release, keys).await?;
        cx.finish().await
    }

    async fn send(&self, send: SendRelease) -> Result<(), Failure> {
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        match verbs::send_release(&mut cx, &self.0, send.release, &send.level).await {
            Ok(_) => cx.finish().await,
            // Nobody to write to, or withdrawn meanwhile: there is nothing to do.
            Err(Failure::Refused(_)) => Ok(()),
            Err(other) => Err(other),
        }
    }

    async fn forget(&self, forget: Forget) -> Result<(), Failure> {
        let mut cx = self.0.app.db.begin(Actor::Machine("retention")).await?;
        match forget.event {
            Some(event) => verbs::forget_guests(&mut cx, event).await?,
            None => verbs::erase_contacts(&mut cx).await?,
        }
        cx.finish().await
    }
}
