//! The demo's clock: it starts at the demo's morning and then runs like any other.

use kernel::{Clock, HandClock, Moment, SystemClock};
use std::sync::OnceLock;

/// Set by hand while the year is told, then running on from the demo's today.
pub(crate) struct ShiftedClock {
    hand: HandClock,
    running: OnceLock<(Moment, Moment)>,
}

impl ShiftedClock {
    pub(crate) fn standing_at(hand: HandClock) -> Self {
        Self { hand, running: OnceLock::new() }
    }

    /// From now on it is `today` and time goes on.
    pub(crate) fn run_from(&self, today: Moment) {
        let _runs_already = self.running.set((SystemClock.now(), today));
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Moment {
        match self.running.get() {
            Some((began, today)) => today.plus(SystemClock.now().since(*began)),
            None => self.hand.now(),
        }
    }
}
