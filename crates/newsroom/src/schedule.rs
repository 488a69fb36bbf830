//! When a set time comes: everything is asked anew, and a failure is said to the editors, not swallowed.

use crate::House;
use crate::sheet::Sheet;
use crate::verbs;
use crate::workflow::{Facts, Step, Work};
use async_trait::async_trait;
use jobs::{Handler, Job};
use kernel::{Action, Actor, Failure, NewsroomEvent, Refusal, StoryId};
use serde::{Deserialize, Serialize};

/// The topic of the queue under which publications wait.
pub const PUBLISH_TOPIC: &str = "publish";

/// After so many tries (about a minute and a quarter) the editors are told.
const TELL_AFTER: i32 = 5;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) story: StoryId,
    pub(crate) hash: String,
}

/// Publishes what is due.
pub struct ScheduledPublication(pub House);

#[async_trait]
impl Handler for ScheduledPublication {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let payload: Payload =
            serde_json::from_str(&job.payload).map_err(|e| Failure::Broken(Box::new(e)))?;
        match self.publish(&payload).await {
            // Trying again would not help; people must look.
            Err(Failure::Refused(reasons)) => self.give_up(&payload, reasons).await,
            Err(Failure::Stale(reason)) => self.give_up(&payload, vec![reason]).await,
            // Ours, and perhaps passing: tried again, but not in silence for ever.
            Err(Failure::Broken(error)) if job.attempts >= TELL_AFTER => {
                tracing::error!(story = %payload.story, %error, "a scheduled publication broke");
                self.give_up(&payload, vec![Refusal::new("refused-broken")]).await
            }
            other => other,
        }
    }
}

impl ScheduledPublication {
    async fn publish(&self, payload: &Payload) -> Result<(), Failure> {
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        let sheet = Sheet::open(&cx, payload.story, Action::PublishStory).await?;
        // A job may come twice, and a plan may have changed: only what is still set to go out goes out.
        if sheet.standing.work != Work::Scheduled || sheet.row.scheduled_at.is_none_or(|at| at > cx.now()) {
            return Ok(());
        }
        let note = sheet.row.schedule_note.clone().unwrap_or_default();
        verbs::publish(&mut cx, &self.0, payload.story, &payload.hash, &note).await?;
        cx.finish().await
    }

    async fn give_up(&self, payload: &Payload, reasons: Vec<Refusal>) -> Result<(), Failure> {
        let story = payload.story;
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        let mut sheet = Sheet::open(&cx, story, Action::PublishStory).await?;
        let keys: Vec<String> = reasons.iter().map(|reason| reason.key.to_owned()).collect();
        tracing::warn!(%story, ?keys, "a scheduled publication was refused");
        if sheet.take(Step::Unschedule, &Facts::default()).is_ok() {
            sheet.forget_schedule(&mut cx).await?;
        }
        sheet.row.schedule_failure = Some(keys.join(" "));
        cx.record(NewsroomEvent::ScheduleFailed { story, reasons: keys });
        sheet.save(&cx).await?;
        cx.finish().await
    }
}
