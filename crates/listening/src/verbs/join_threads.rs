//! Join: a person sees that two threads tell one event.

use crate::store::threads::ToldRow;
use crate::{House, hearing, store};
use db::Cx;
use kernel::{Action, Failure, ListeningEvent, Refusal, Thing, ThreadId};

/// Joins two threads; the older one goes on. Answers which.
///
/// # Errors
/// Refused when they are one already, or when one of them has left the window.
pub async fn join_threads(house: &House, mut cx: Cx, a: ThreadId, b: ThreadId) -> Result<ThreadId, Failure> {
    cx.may(Action::HandleHotSpot, Thing::House)?;
    let one = store::threads::thread(cx.tx(), a).await?.ok_or(Failure::NotFound)?;
    let other = store::threads::thread(cx.tx(), b).await?.ok_or(Failure::NotFound)?;
    if one.id == other.id || one.into_thread.is_some() || other.into_thread.is_some() {
        return Err(Failure::refused(Refusal::field("other", "refused-thread-same")));
    }
    let (kept, gone) = if one.no <= other.no { (one, other) } else { (other, one) };
    let clock = store::mentions::step(cx.tx()).await?;
    hearing::merge(&mut cx, kept.id, gone.id, clock.no).await?;
    let told = ToldRow { id: kept.id, title: None, said: None };
    let count = store::threads::counts(cx.tx(), &[kept.id]).await?.pop();
    let told: Vec<_> = count.map(|count| (told, count)).into_iter().collect();
    store::threads::tell(cx.tx(), &told).await?;
    cx.record(ListeningEvent::ThreadsJoined { thread: kept.id, gone: gone.id });
    cx.finish().await?;
    // The next batch of items finds that the clock has moved and remembers anew; this only saves the time.
    let mut engine = house.memory.lock().await;
    let (kept_no, gone_no) = (u64::try_from(kept.no).unwrap_or(0), u64::try_from(gone.no).unwrap_or(0));
    if engine.seq == Some(clock.seq - 1) && engine.join(kept_no, gone_no) == Some((kept_no, gone_no)) {
        engine.seq = Some(clock.seq);
    }
    Ok(kept.id)
}
