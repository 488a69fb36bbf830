//! Chance that always falls the same way: a small generator seeded by the scene.

use std::cell::Cell;

/// A number from a text, the same on every machine (FNV-1a).
#[must_use]
pub fn mix(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Xorshift: enough chance for a picture.
/// It turns behind a shared reference, so that a call may throw it for each of its arguments.
pub(crate) struct Dice(Cell<u64>);

impl Dice {
    pub(crate) fn new(seed: u32) -> Self {
        let dice = Self(Cell::new((u64::from(seed) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1));
        for _ in 0..4 {
            dice.next();
        }
        dice
    }

    fn next(&self) -> u64 {
        let mut grain = self.0.get();
        grain ^= grain << 13;
        grain ^= grain >> 7;
        grain ^= grain << 17;
        self.0.set(grain);
        grain
    }

    /// Between `low` and `high`.
    pub(crate) fn span(&self, low: f32, high: f32) -> f32 {
        let grain = (self.next() >> 40) as f32 / (1u64 << 24) as f32;
        low + (high - low) * grain
    }

    /// Below `count`.
    pub(crate) fn below(&self, count: usize) -> usize {
        if count == 0 { 0 } else { (self.next() >> 20) as usize % count }
    }

    /// True `share` of the time.
    pub(crate) fn chance(&self, share: f32) -> bool {
        self.span(0.0, 1.0) < share
    }

    /// One of the values.
    pub(crate) fn pick<T: Copy>(&self, first: T, rest: &[T]) -> T {
        let at = self.below(rest.len() + 1);
        at.checked_sub(1).and_then(|at| rest.get(at)).copied().unwrap_or(first)
    }
}
