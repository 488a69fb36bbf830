//! What falls due by itself: data past their time are erased, used-up tokens forgotten, consultations opened and closed.

use crate::{House, verbs};
use async_trait::async_trait;
use db::Cx;
use jobs::{Handler, Job, JobWish};
use kernel::{Actor, ConsultationId, Failure, Moment};
use serde::{Deserialize, Serialize};

/// The topic of the queue under which this house's work waits.
pub const ANSWERS_TOPIC: &str = "answers";

const SWEEP: &str = "sweep-answers";

/// What a job is to do.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Errand {
    /// Erase and forget what is past.
    Sweep,
    /// Open or close what is due.
    Consultation(ConsultationId),
}

/// Sees to it that the next sweep is in the queue, once.
pub(crate) async fn arrange(cx: &Cx) -> Result<(), Failure> {
    jobs::forget(cx.tx(), ANSWERS_TOPIC, SWEEP).await?;
    let run_at = next_sweep(cx.now());
    jobs::enqueue(cx.tx(), JobWish { topic: ANSWERS_TOPIC, lane: SWEEP, payload: Errand::Sweep, run_at })
        .await
        .map(drop)
}

/// Three in the morning in Việt Nam, the next time it strikes: the same for all who ask in between.
fn next_sweep(now: Moment) -> Moment {
    const DAY: i64 = 86_400_000_000;
    const HOUR: i64 = 20 * 3_600_000_000;
    let today = now.0.div_euclid(DAY) * DAY + HOUR;
    Moment(if today > now.0 { today } else { today + DAY })
}

/// Sees to it that a consultation is looked at when it opens or closes.
pub(crate) async fn arrange_consultation(cx: &Cx, id: ConsultationId, at: Moment) -> Result<(), Failure> {
    let lane = format!("consultation-{id}");
    jobs::forget(cx.tx(), ANSWERS_TOPIC, &lane).await?;
    let payload = Errand::Consultation(id);
    jobs::enqueue(cx.tx(), JobWish { topic: ANSWERS_TOPIC, lane: &lane, payload, run_at: at }).await.map(drop)
}

/// Does what is due.
pub struct Sweeper(pub House);

#[async_trait]
impl Handler for Sweeper {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let errand: Errand =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let mut cx = self.0.app.db.begin(Actor::Machine("answers")).await?;
        match errand {
            Errand::Sweep => {
                let erased = verbs::erase_on_schedule(&mut cx, &self.0.files).await?;
                gate::forget_spent(cx.tx(), cx.now()).await?;
                tracing::info!(erased, "personal data past their time were erased");
                arrange(&cx).await?;
            }
            Errand::Consultation(id) => verbs::close_consultation(&mut cx, id).await?,
        }
        cx.finish().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sweep_is_at_three_and_never_put_off() {
        for (now, then) in [
            ("2026-11-22T07:30:00+07:00", "2026-11-23T03:00:00+07:00"),
            ("2026-11-23T02:59:59+07:00", "2026-11-23T03:00:00+07:00"),
            ("2026-11-23T03:00:00+07:00", "2026-11-24T03:00:00+07:00"),
        ] {
            assert_eq!(next_sweep(Moment::parse(now).unwrap()), Moment::parse(then).unwrap());
        }
    }
}
