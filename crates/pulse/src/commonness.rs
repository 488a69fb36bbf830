//! How common each term is: what tells the words of one event from the words of all news.
//!
//! A term's share of texts is estimated from a small shipped table and from the stream itself, which soon
//! outweighs it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// A hasher for keys that are hashes already.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Already(u64);

impl Hasher for Already {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = crate::words::mix(self.0 ^ u64::from(b));
        }
    }
    fn write_u32(&mut self, n: u32) {
        self.0 = (u64::from(n)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// A map from hashes.
pub(crate) type ByHash<K, V> = HashMap<K, V, BuildHasherDefault<Already>>;

/// Table of `(term, level)`: sorted, five bytes an entry; see `DATA_CARD.md`.
static SHIPPED: &[u8] = include_bytes!("../data/common.bin");

/// Steps of a level in a shipped entry: a share of texts is `exp(-level / 24)`.
const STEPS: f32 = 24.0;
/// Share of texts taken for a term that the table does not have.
const RARE: f32 = 4e-4;

/// How many texts each term stands in.
#[derive(Debug, Clone)]
pub(crate) struct Commonness {
    /// Texts by term; the shipped table counts as if its texts had been read.
    counts: ByHash<u32, f32>,
    texts: f32,
    /// Count of a term never seen.
    unseen: f32,
    /// Terms remembered at most.
    most: usize,
}

impl Commonness {
    /// The shipped table, counting as `trust` texts, and nothing else seen; at most `most` terms are remembered.
    pub(crate) fn new(trust: f32, most: usize) -> Self {
        let mut counts = shipped().clone();
        counts.values_mut().for_each(|share| *share *= trust);
        Self { counts, texts: trust, unseen: trust * RARE, most: most.max(100_000) }
    }

    /// Begins a text.
    pub(crate) fn begin(&mut self) {
        self.texts += 1.0;
        if self.counts.len() > self.most {
            self.forget();
        }
    }

    /// Counts a term of the text begun; gives its rarity: the logarithm of the inverse share of texts that have it.
    pub(crate) fn learn(&mut self, term: u32) -> f32 {
        let count = self.counts.entry(term).or_insert(self.unseen);
        *count += 1.0;
        ((self.texts + 1.0) / (*count + 0.5)).ln().max(0.0)
    }

    /// Halves all counts and drops what was seen once: what is said today counts more than last month.
    fn forget(&mut self) {
        self.texts /= 2.0;
        self.unseen /= 2.0;
        let least = self.unseen + 0.6;
        self.counts.retain(|_, count| {
            *count /= 2.0;
            *count > least
        });
    }
}

/// The shipped shares by term, read once.
fn shipped() -> &'static ByHash<u32, f32> {
    static TABLE: OnceLock<ByHash<u32, f32>> = OnceLock::new();
    TABLE.get_or_init(|| {
        SHIPPED
            .as_chunks::<5>()
            .0
            .iter()
            .map(|&[a, b, c, d, level]| (u32::from_le_bytes([a, b, c, d]), (-f32::from(level) / STEPS).exp()))
            .collect()
    })
}

/// The level under which a share of texts, above 0 to 1, stands in the shipped table.
#[must_use]
pub fn level(share: f64) -> u8 {
    (-share.ln() * f64::from(STEPS)).round().clamp(0.0, 255.0) as u8
}
