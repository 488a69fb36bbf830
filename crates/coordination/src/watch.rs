//! What comes due: a meeting of which nobody said what became (S154), and a round that has to be called ahead.

use crate::House;
use crate::verbs;
use async_trait::async_trait;
use db::Cx;
use jobs::{Handler, Job, JobWish};
use kernel::{Actor, AgreementId, BookingId, Failure, MeetingId, Moment};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The topic of the jobs of this house.
pub const COORDINATION_TOPIC: &str = "coordination.due";

/// So long after its beginning somebody is asked what became of a meeting.
pub(crate) const ALARM: Duration = Duration::from_secs(86_400);
/// So long after its beginning it counts as missed.
pub(crate) const GIVEN_UP: Duration = Duration::from_secs(7 * 86_400);
/// So long after its time somebody is asked where it is.
const LATE: Duration = Duration::from_secs(1_800);
/// So often a round is called ahead.
const WEEK: Duration = Duration::from_secs(7 * 86_400);

/// What is due.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(crate) enum Due {
    /// To look what became of a meeting.
    Meeting {
        /// Which.
        meeting: MeetingId,
    },
    /// To look whether something came back.
    Return {
        /// Which.
        booking: BookingId,
    },
    /// To tell that an agreement ends soon.
    Agreement {
        /// Which.
        agreement: AgreementId,
    },
    /// To call the meetings of a round ahead.
    Round {
        /// Which.
        round: MeetingId,
    },
}

/// Sets the two looks at a meeting, in place of those set before.
pub(crate) async fn set(cx: &Cx, meeting: MeetingId, starts_at: Moment) -> Result<(), Failure> {
    jobs::forget(cx.tx(), COORDINATION_TOPIC, &meeting.to_string()).await?;
    for after in [ALARM, GIVEN_UP] {
        put(cx, &meeting.to_string(), Due::Meeting { meeting }, starts_at.plus(after)).await?;
    }
    Ok(())
}

/// Sets when a round is called ahead again.
pub(crate) async fn again(cx: &Cx, round: MeetingId) -> Result<(), Failure> {
    put(cx, &round.to_string(), Due::Round { round }, cx.now().plus(WEEK)).await
}

/// Sets when to look whether something came back.
pub(crate) async fn set_return(cx: &Cx, booking: BookingId, due: Moment) -> Result<(), Failure> {
    put(cx, &booking.to_string(), Due::Return { booking }, due.plus(LATE)).await
}

/// Sets when the end of an agreement is told.
pub(crate) async fn set_end(cx: &Cx, agreement: AgreementId, at: Moment) -> Result<(), Failure> {
    put(cx, &agreement.to_string(), Due::Agreement { agreement }, at).await
}

async fn put(cx: &Cx, lane: &str, payload: Due, run_at: Moment) -> Result<(), Failure> {
    let wish = JobWish { topic: COORDINATION_TOPIC, lane, payload, run_at };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Does the jobs of this house.
pub struct Watch(pub House);

#[async_trait]
impl Handler for Watch {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let due: Due =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let mut cx = self.0.app.db.begin(Actor::Machine("schedule")).await?;
        match due {
            Due::Meeting { meeting } => verbs::watch_meeting(&mut cx, &self.0, meeting).await?,
            Due::Return { booking } => verbs::watch_return(&mut cx, &self.0, booking).await?,
            Due::Agreement { agreement } => verbs::watch_agreement(&mut cx, &self.0, agreement).await?,
            Due::Round { round } => {
                if verbs::call_ahead(&mut cx, &self.0, round).await? {
                    again(&cx, round).await?;
                }
            }
        }
        cx.finish().await
    }
}
