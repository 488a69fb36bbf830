//! A plan of hundreds of lines is approved at once; its lines are agreed piece by piece, so that nobody else waits for
//! the work that follows from each of them.

use crate::House;
use crate::store::{lines, plans};
use async_trait::async_trait;
use db::Cx;
use jobs::{Handler, Job, JobWish};
use kernel::{ActivityId, Actor, Failure, PlanId, PlanningEvent};
use serde::{Deserialize, Serialize};

/// The topic of these jobs.
pub const AGREE_TOPIC: &str = "planning.agree";

/// So many lines are agreed in one transaction.
pub(crate) const PIECE: usize = 100;

/// The lines that were approved and are not agreed yet: those after one and up to another, by id.
#[derive(Debug, Serialize, Deserialize)]
struct Left {
    plan: PlanId,
    after: ActivityId,
    last: ActivityId,
}

/// Agrees the lines of an approved plan: the first of them now, the others soon.
pub(crate) async fn agree(cx: &mut Cx, plan: PlanId, mut ids: Vec<ActivityId>) -> Result<(), Failure> {
    ids.sort_unstable();
    let Some(last) = ids.last().copied() else { return Ok(()) };
    let now = ids.iter().copied().take(PIECE);
    let after = record(cx, plan, now);
    put(cx, plan, after, last).await
}

fn record(cx: &mut Cx, plan: PlanId, ids: impl Iterator<Item = ActivityId>) -> Option<ActivityId> {
    let mut after = None;
    for activity in ids {
        cx.record(PlanningEvent::ActivityAgreed { activity, plan });
        after = Some(activity);
    }
    after
}

async fn put(cx: &Cx, plan: PlanId, after: Option<ActivityId>, last: ActivityId) -> Result<(), Failure> {
    let Some(after) = after.filter(|after| *after < last) else { return Ok(()) };
    let lane = plan.to_string();
    let payload = Left { plan, after, last };
    let wish = JobWish { topic: AGREE_TOPIC, lane: &lane, payload, run_at: cx.now() };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// Does the jobs of [`AGREE_TOPIC`].
pub struct Agreeing(pub House);

#[async_trait]
impl Handler for Agreeing {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let left: Left =
            serde_json::from_str(&job.payload).map_err(|error| Failure::Broken(Box::new(error)))?;
        let mut cx = self.0.app.db.begin(Actor::Machine("planning")).await?;
        // The plan is held, so that no change of it comes between.
        let Some(plan) = plans::lock(cx.tx(), cx.engine(), left.plan).await? else { return Ok(()) };
        if plan.state().is_agreed() {
            let ids = lines::standing_between(cx.tx(), left.plan, left.after, left.last, PIECE).await?;
            let after = record(&mut cx, left.plan, ids.into_iter());
            put(&cx, left.plan, after, left.last).await?;
        }
        cx.finish().await
    }
}
