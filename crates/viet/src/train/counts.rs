//! How often syllables and pairs of syllables stand together in plain text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::corpus::{Sentence, Shape};

/// A fast hasher for numbers.
#[derive(Debug, Default, Clone, Copy)]
pub struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.write_u64(u64::from(b));
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = mix(self.0 ^ n);
    }
    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }
}

/// Scrambles a number.
#[must_use]
pub fn mix(mut n: u64) -> u64 {
    n = (n ^ (n >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    n = (n ^ (n >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    n ^ (n >> 32)
}

/// A map keyed by numbers.
pub type NumberMap<V> = HashMap<u64, V, BuildHasherDefault<Mix>>;

/// Counts of syllables and of neighbours.
#[derive(Debug, Default)]
pub struct Counts {
    single: Vec<u32>,
    pair: NumberMap<u32>,
    capital: Vec<u32>,
    total: f64,
    /// Entropy of what stands before and after a pair, in nats.
    spread: NumberMap<(f32, f32)>,
}

/// One number for two.
#[must_use]
pub fn pair_key(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

impl Counts {
    /// Counts the units of sentences.
    #[must_use]
    pub fn of(sentences: &[Sentence], forms: usize) -> Self {
        let mut counts = Self { single: vec![0; forms], capital: vec![0; forms], ..Self::default() };
        for sentence in sentences {
            for (at, unit) in sentence.units.iter().enumerate() {
                bump(&mut counts.single, unit.id);
                counts.total += 1.0;
                if unit.shape != Shape::Lower && at > 0 {
                    bump(&mut counts.capital, unit.id);
                }
                if let Some(next) = sentence.units.get(at + 1)
                    && unit.shape != Shape::Mark
                    && next.shape != Shape::Mark
                {
                    *counts.pair.entry(pair_key(unit.id, next.id)).or_default() += 1;
                }
            }
        }
        counts.pair.retain(|_, n| *n > 1);
        counts.spread = spreads(sentences, &counts.pair);
        counts
    }

    /// How often each form was seen.
    #[must_use]
    pub fn singles(&self) -> &[u32] {
        &self.single
    }

    /// Entropy of the neighbours before and after a pair: high on both sides for what stands alone.
    #[must_use]
    pub fn spread(&self, a: u32, b: u32) -> (f32, f32) {
        self.spread.get(&pair_key(a, b)).copied().unwrap_or_default()
    }

    /// Times a form was seen.
    #[must_use]
    pub fn single(&self, id: u32) -> u32 {
        self.single.get(id as usize).copied().unwrap_or(0)
    }

    /// Share of the times a form was written with a capital inside a sentence.
    #[must_use]
    pub fn capital_share(&self, id: u32) -> f64 {
        f64::from(self.capital.get(id as usize).copied().unwrap_or(0)) / f64::from(self.single(id).max(1))
    }

    /// Times two forms were neighbours.
    #[must_use]
    pub fn pair(&self, a: u32, b: u32) -> u32 {
        self.pair.get(&pair_key(a, b)).copied().unwrap_or(0)
    }

    /// Normalised pointwise mutual information of two neighbours, -1 to 1.
    #[must_use]
    pub fn cohesion(&self, a: u32, b: u32) -> f64 {
        let n = self.pair(a, b);
        if n == 0 {
            return -1.0;
        }
        let (pab, pa, pb) = (
            f64::from(n) / self.total,
            f64::from(self.single(a).max(1)) / self.total,
            f64::from(self.single(b).max(1)) / self.total,
        );
        (pab / (pa * pb)).ln() / -pab.ln()
    }
}

fn bump(counts: &mut [u32], id: u32) {
    if let Some(n) = counts.get_mut(id as usize) {
        *n += 1;
    }
}

fn spreads(sentences: &[Sentence], pairs: &NumberMap<u32>) -> NumberMap<(f32, f32)> {
    let mut index: NumberMap<u32> = NumberMap::default();
    for (at, (&key, _)) in pairs.iter().filter(|(_, n)| **n >= 4).enumerate() {
        index.insert(key, at as u32);
    }
    let (mut before, mut after) = (NumberMap::<u32>::default(), NumberMap::<u32>::default());
    for s in sentences {
        for w in s.units.windows(3) {
            let [a, b, c] = w else { continue };
            if let Some(&i) = index.get(&pair_key(a.id, b.id)) {
                *after.entry(pair_key(i, c.id)).or_default() += 1;
            }
            if let Some(&i) = index.get(&pair_key(b.id, c.id)) {
                *before.entry(pair_key(i, a.id)).or_default() += 1;
            }
        }
    }
    let (before, after) = (entropies(&before, index.len()), entropies(&after, index.len()));
    index
        .into_iter()
        .map(|(key, i)| {
            let get = |e: &[f32]| e.get(i as usize).copied().unwrap_or(0.0);
            (key, (get(&before), get(&after)))
        })
        .collect()
}

fn entropies(neighbours: &NumberMap<u32>, pairs: usize) -> Vec<f32> {
    let (mut sum, mut weighted) = (vec![0.0f32; pairs], vec![0.0f32; pairs]);
    for (key, &n) in neighbours {
        let at = (key >> 32) as usize;
        if let (Some(s), Some(w)) = (sum.get_mut(at), weighted.get_mut(at)) {
            *s += n as f32;
            *w += n as f32 * (n as f32).ln();
        }
    }
    sum.iter().zip(&weighted).map(|(s, w)| if *s > 0.0 { s.ln() - w / s } else { 0.0 }).collect()
}
