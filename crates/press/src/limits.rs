//! How often one address may put a question by the public form: held in memory alone, kept nowhere.

use kernel::Moment;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// So many in an hour from one address; a newsroom behind one address has room.
const MOST: usize = 10;
const HOUR: Duration = Duration::from_secs(3600);
/// So many addresses at most; more than these and the oldest are forgotten.
const ADDRESSES: usize = 20_000;

/// What is remembered of the last hour.
#[derive(Debug, Clone, Default)]
pub struct Limits(Arc<Mutex<HashMap<String, Vec<Moment>>>>);

impl Limits {
    /// Whether an address may ask now; if so, it is counted.
    #[must_use]
    pub fn may(&self, from: &str, now: Moment) -> bool {
        let Ok(mut known) = self.0.lock() else { return true };
        let past = now.minus(HOUR);
        if known.len() >= ADDRESSES {
            known.retain(|_, times| times.iter().any(|at| *at > past));
        }
        if known.len() >= ADDRESSES && !known.contains_key(from) {
            known.clear();
        }
        let times = known.entry(from.to_owned()).or_default();
        times.retain(|at| *at > past);
        let free = times.len() < MOST;
        if free {
            times.push(now);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_so_many_in_an_hour_and_others_are_not_touched() {
        let limits = Limits::default();
        let now = Moment(10_000_000_000);
        for _ in 0..MOST {
            assert!(limits.may("203.0.113.7", now));
        }
        assert!(!limits.may("203.0.113.7", now));
        assert!(limits.may("203.0.113.8", now));
        assert!(limits.may("203.0.113.7", now.plus(HOUR + Duration::from_secs(1))));
    }

    #[test]
    fn the_memory_does_not_grow_without_end() {
        let limits = Limits::default();
        for n in 0..(ADDRESSES * 2) {
            assert!(limits.may(&n.to_string(), Moment(1_000_000)));
        }
        assert!(limits.0.lock().unwrap().len() <= ADDRESSES);
    }
}
