//! How often one address may send: counted in memory only, under a hash whose salt is thrown away every day (L17, CD-07).

use kernel::{Day, Failure, Moment, Zone};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// What is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Forms that were accepted.
    Sent,
    /// Tracking codes that were nobody's.
    WrongCode,
}

/// Forms an hour from one address; offices and villages share one.
const SENT_AN_HOUR: u32 = 20;
/// Wrong codes a quarter of an hour from one address.
const WRONG_A_QUARTER: u32 = 10;
/// More addresses than this are not remembered: the memory of it stays small under attack.
const MOST: usize = 50_000;

/// The counters of this process.
pub(crate) struct Often {
    inner: Mutex<Counters>,
    sent: AtomicU32,
}

struct Counters {
    day: Option<Day>,
    salt: [u8; 16],
    seen: HashMap<(Kind, u64), (Moment, u32)>,
}

impl Default for Often {
    fn default() -> Self {
        Self {
            inner: Mutex::new(Counters { day: None, salt: [0; 16], seen: HashMap::new() }),
            sent: AtomicU32::new(SENT_AN_HOUR),
        }
    }
}

impl Often {
    /// Sets how many forms an hour one address may send.
    pub(crate) fn set_sent_an_hour(&self, most: u32) {
        self.sent.store(most, Ordering::Relaxed);
    }

    fn bounds(&self, kind: Kind) -> (u32, Duration) {
        match kind {
            Kind::Sent => (self.sent.load(Ordering::Relaxed), Duration::from_secs(3600)),
            Kind::WrongCode => (WRONG_A_QUARTER, Duration::from_secs(900)),
        }
    }

    /// Whether this address has used up what it may.
    pub(crate) fn is_shut(&self, kind: Kind, from: &str, now: Moment, zone: &Zone) -> Result<bool, Failure> {
        let (most, span) = self.bounds(kind);
        let mut counters = self.counters(now, zone)?;
        let key = (kind, counters.key(from));
        Ok(counters
            .seen
            .get_mut(&key)
            .is_some_and(|(since, count)| now.since(*since) < span && *count >= most))
    }

    /// Counts one more.
    pub(crate) fn count(&self, kind: Kind, from: &str, now: Moment, zone: &Zone) -> Result<(), Failure> {
        let (_, span) = self.bounds(kind);
        let mut counters = self.counters(now, zone)?;
        let key = (kind, counters.key(from));
        if counters.seen.len() >= MOST {
            counters.seen.retain(|_, (since, _)| now.since(*since) < span);
            if counters.seen.len() >= MOST {
                counters.seen.clear();
            }
        }
        let slot = counters.seen.entry(key).or_insert((now, 0));
        if now.since(slot.0) >= span {
            *slot = (now, 0);
        }
        slot.1 += 1;
        Ok(())
    }

    fn counters(&self, now: Moment, zone: &Zone) -> Result<std::sync::MutexGuard<'_, Counters>, Failure> {
        let mut counters = self.inner.lock().map_err(|_| Failure::broken("the gate's memory is broken"))?;
        let today = zone.day(now);
        if counters.day != Some(today) {
            counters.day = Some(today);
            counters.seen.clear();
            getrandom::fill(&mut counters.salt).map_err(|error| Failure::broken(error.to_string()))?;
        }
        Ok(counters)
    }
}

impl Counters {
    fn key(&self, from: &str) -> u64 {
        let digest = Sha256::new().chain_update(self.salt).chain_update(from.as_bytes()).finalize();
        digest.iter().take(8).fold(0, |key, byte| (key << 8) | u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_slowed_and_the_others_are_not() {
        let (gate, zone) = (Often::default(), Zone::default());
        let start = Moment::parse("2026-11-22T07:30:00+07:00").unwrap();
        for _ in 0..WRONG_A_QUARTER {
            assert!(!gate.is_shut(Kind::WrongCode, "10.0.0.1", start, &zone).unwrap());
            gate.count(Kind::WrongCode, "10.0.0.1", start, &zone).unwrap();
        }
        assert!(gate.is_shut(Kind::WrongCode, "10.0.0.1", start, &zone).unwrap());
        assert!(!gate.is_shut(Kind::WrongCode, "10.0.0.2", start, &zone).unwrap());
        assert!(!gate.is_shut(Kind::Sent, "10.0.0.1", start, &zone).unwrap());
        let later = start.plus(Duration::from_secs(901));
        assert!(!gate.is_shut(Kind::WrongCode, "10.0.0.1", later, &zone).unwrap());
    }

    #[test]
    fn the_salt_of_yesterday_is_gone() {
        let (gate, zone) = (Often::default(), Zone::default());
        let evening = Moment::parse("2026-11-22T23:59:00+07:00").unwrap();
        gate.count(Kind::Sent, "10.0.0.1", evening, &zone).unwrap();
        let before = gate.inner.lock().unwrap().salt;
        gate.count(Kind::Sent, "10.0.0.1", evening.plus(Duration::from_secs(120)), &zone).unwrap();
        let counters = gate.inner.lock().unwrap();
        assert!(counters.salt != before && counters.seen.len() == 1);
    }
}
