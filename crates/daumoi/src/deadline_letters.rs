//! Letters about deadlines: to those who must keep a promise when its time nears its end, and to leaders as well when it was not
//! kept and the rule says so.

use db::Cx;
use jobs::JobWish;
use kernel::{ClockId, Failure};
use serde::{Deserialize, Serialize};

/// The topic of these jobs.
pub(crate) const CLOCK_LETTER_TOPIC: &str = "clock.letter";

#[derive(Debug, Serialize, Deserialize)]
struct Bell {
    clock: ClockId,
    over: bool,
}

/// Writes the job that tells of it.
pub(crate) async fn tell(cx: &Cx, clock: ClockId, over: bool) -> Result<(), Failure> {
    let payload = Bell { clock, over };
    let lane = clock.to_string();
    let wish = JobWish { topic: CLOCK_LETTER_TOPIC, lane: &lane, payload, run_at: cx.now() };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}
