//! Turns: one request at a time per host, a gap between two, rest when a host asks for it. Nobody waits for a host that is
//! not theirs.

use crate::error::FetchError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Mutex as Lock, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until, timeout};

/// Hosts remembered before those with nothing to remember are dropped.
const MANY: usize = 4096;

/// What is remembered of a host between two turns.
#[derive(Debug, Default)]
struct Host {
    /// Nobody may begin before.
    free_at: Option<Instant>,
}

/// The doors of all hosts.
#[derive(Debug, Default)]
pub(crate) struct Gates {
    hosts: Mutex<HashMap<String, Arc<Lock<Host>>>>,
}

/// The right to ask one host. Giving it up, in whatever way, starts the gap.
#[derive(Debug)]
pub(crate) struct Turn {
    host: OwnedMutexGuard<Host>,
    gap: Duration,
}

impl Gates {
    /// Waits for a turn at `host`, and afterwards leaves the host alone for `gap`.
    ///
    /// # Errors
    /// [`FetchError::Busy`] when it would take longer than `patience`.
    pub(crate) async fn turn(
        &self,
        host: &str,
        gap: Duration,
        patience: Duration,
    ) -> Result<Turn, FetchError> {
        let began = Instant::now();
        let slot = self.slot(host);
        let Ok(held) = timeout(patience, slot.lock_owned()).await else {
            return Err(FetchError::Busy { again_in: gap.max(patience) });
        };
        if let Some(free_at) = held.free_at {
            let left = patience.saturating_sub(began.elapsed());
            let wait = free_at.saturating_duration_since(Instant::now());
            if wait > left {
                return Err(FetchError::Busy { again_in: wait });
            }
            // Not a nap: it is the host's right to the gap. Tests move Tokio's clock.
            sleep_until(free_at).await;
        }
        Ok(Turn { host: held, gap })
    }

    fn slot(&self, host: &str) -> Arc<Lock<Host>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= MANY && !hosts.contains_key(host) {
            let now = Instant::now();
            // A host that somebody holds or that must rest is kept; the rest has nothing to remember.
            hosts.retain(|_, slot| {
                Arc::strong_count(slot) > 1
                    || slot.try_lock().is_ok_and(|it| it.free_at.is_some_and(|free_at| free_at > now))
            });
        }
        Arc::clone(hosts.entry(host.to_owned()).or_default())
    }
}

impl Turn {
    /// Makes the host rest at least so long after this turn.
    pub(crate) fn rest(&mut self, span: Duration) {
        self.gap = self.gap.max(span);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.host.free_at = Instant::now().checked_add(self.gap);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn two_at_one_host_stand_a_gap_apart() {
        let gates = Gates::default();
        let start = Instant::now();
        drop(gates.turn("a.vn", SECOND, 60 * SECOND).await.unwrap());
        drop(gates.turn("a.vn", SECOND, 60 * SECOND).await.unwrap());
        drop(gates.turn("a.vn", SECOND, 60 * SECOND).await.unwrap());
        assert_eq!(start.elapsed().as_secs(), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_host_delays_no_other() {
        let gates = Gates::default();
        let start = Instant::now();
        let slow = gates.turn("slow.vn", SECOND, 60 * SECOND).await.unwrap();
        drop(gates.turn("quick.vn", SECOND, 60 * SECOND).await.unwrap());
        assert_eq!(start.elapsed().as_secs(), 0);
        drop(slow);
    }

    #[tokio::test(start_paused = true)]
    async fn who_would_wait_too_long_is_told() {
        let gates = Gates::default();
        let mut held = gates.turn("a.vn", SECOND, 10 * SECOND).await.unwrap();
        let told = gates.turn("a.vn", SECOND, 10 * SECOND).await.unwrap_err();
        assert!(matches!(told, FetchError::Busy { .. }));
        held.rest(300 * SECOND);
        drop(held);
        let FetchError::Busy { again_in } = gates.turn("a.vn", SECOND, 10 * SECOND).await.unwrap_err() else {
            panic!("the host rests")
        };
        assert!(again_in > 299 * SECOND && again_in <= 300 * SECOND);
        // The one who was refused has taken nobody's turn and started no new gap.
        tokio::time::advance(again_in).await;
        assert!(gates.turn("a.vn", SECOND, SECOND).await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_forgotten_is_only_what_needs_no_remembering() {
        let gates = Gates::default();
        let mut rests = gates.turn("rests.vn", SECOND, SECOND).await.unwrap();
        rests.rest(3600 * SECOND);
        drop(rests);
        let held = gates.turn("held.vn", SECOND, SECOND).await.unwrap();
        for n in 0..MANY {
            drop(gates.turn(&format!("h{n}.vn"), Duration::ZERO, SECOND).await.unwrap());
        }
        assert!(gates.hosts.lock().unwrap().len() < MANY);
        assert!(gates.turn("rests.vn", SECOND, SECOND).await.is_err());
        assert!(gates.turn("held.vn", SECOND, SECOND).await.is_err());
        drop(held);
    }
}
