//! Vectors of syllables from plain text: skip-grams with negative samples, one set of contexts per position.

use super::corpus::Sentence;
use super::teacher::Dice;

/// Numbers in a vector.
pub const DIM: usize = 48;
/// Context positions: two before, one before, one after, two after.
const PLACES: [isize; 4] = [-2, -1, 1, 2];

/// A vector.
pub type Vector = [f32; DIM];

/// Vectors of forms, and of contexts by position.
#[derive(Debug)]
pub struct Embedding {
    /// By form.
    pub vectors: Vec<Vector>,
    contexts: Vec<Vec<Vector>>,
}

impl Embedding {
    /// Learns from sentences; forms seen fewer than `least` times share the vector of the rare.
    #[must_use]
    pub fn learn(sentences: &[Sentence], singles: &[u32], least: u32, epochs: usize) -> Self {
        let mut dice = Dice(11);
        let forms = singles.len();
        let mut vectors = vec![[0.0; DIM]; forms];
        for v in &mut vectors {
            for x in v.iter_mut() {
                *x = (dice.share() - 0.5) / DIM as f32;
            }
        }
        let mut this = Self { vectors, contexts: vec![vec![[0.0; DIM]; forms]; PLACES.len()] };
        let table = noise_table(singles, least);
        let total: f64 = singles.iter().map(|&n| f64::from(n)).sum();
        let steps = (sentences.len() * epochs).max(1);
        for (step, sentence) in (0..epochs).flat_map(|_| sentences).enumerate() {
            let rate = 0.04 * (1.0 - step as f32 / steps as f32).max(0.02);
            let ids: Vec<u32> = sentence.units.iter().map(|u| u.id).collect();
            for (at, &id) in ids.iter().enumerate() {
                let n = singles.get(id as usize).copied().unwrap_or(0);
                if n < least {
                    continue;
                }
                // Frequent syllables teach less each time.
                let share = f64::from(n) / total;
                if dice.share() > ((3e-4 / share).sqrt() + 3e-4 / share) as f32 {
                    continue;
                }
                for (place, &d) in PLACES.iter().enumerate() {
                    let Some(&other) = at.checked_add_signed(d).and_then(|i| ids.get(i)) else { continue };
                    if singles.get(other as usize).copied().unwrap_or(0) >= least {
                        this.teach(id, other, place, rate, &table, &mut dice);
                    }
                }
            }
        }
        this
    }

    /// All numbers as bytes.
    #[must_use]
    pub fn dump(&self) -> Vec<u8> {
        self.contexts
            .iter()
            .chain([&self.vectors])
            .flatten()
            .flatten()
            .flat_map(|x| x.to_le_bytes())
            .collect()
    }

    /// The reverse of [`Embedding::dump`].
    #[must_use]
    pub fn load(bytes: &[u8], forms: usize) -> Self {
        let mut numbers = bytes.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap_or_default()));
        let mut set = || -> Vec<Vector> {
            (0..forms).map(|_| std::array::from_fn(|_| numbers.next().unwrap_or(0.0))).collect()
        };
        let contexts = (0..PLACES.len()).map(|_| set()).collect();
        Self { contexts, vectors: set() }
    }

    fn teach(&mut self, id: u32, other: u32, place: usize, rate: f32, table: &[u32], dice: &mut Dice) {
        let Some(v) = self.vectors.get_mut(id as usize) else { return };
        let Some(contexts) = self.contexts.get_mut(place) else { return };
        let mut change = [0.0f32; DIM];
        for k in 0..5 {
            let (target, label) = if k == 0 {
                (other, 1.0)
            } else {
                (table.get(dice.roll() as usize % table.len().max(1)).copied().unwrap_or(0), 0.0)
            };
            let Some(c) = contexts.get_mut(target as usize) else { continue };
            let dot: f32 = v.iter().zip(c.iter()).map(|(a, b)| a * b).sum();
            let g = rate * (label - 1.0 / (1.0 + (-dot).exp()));
            for ((d, x), y) in change.iter_mut().zip(c.iter_mut()).zip(v.iter()) {
                *d += g * *x;
                *x += g * y;
            }
        }
        for (x, d) in v.iter_mut().zip(change) {
            *x += d;
        }
    }

    /// How strongly a form expects another right after it.
    #[must_use]
    pub fn expects(&self, a: u32, b: u32) -> f32 {
        let after = self.contexts.get(2).and_then(|c| c.get(b as usize));
        match (self.vectors.get(a as usize), after) {
            (Some(v), Some(c)) => v.iter().zip(c).map(|(x, y)| x * y).sum(),
            _ => 0.0,
        }
    }
}

fn noise_table(singles: &[u32], least: u32) -> Vec<u32> {
    let weight = |n: u32| if n < least { 0.0 } else { f64::from(n).powf(0.75) };
    let total: f64 = singles.iter().map(|&n| weight(n)).sum();
    let mut table = Vec::with_capacity(1 << 20);
    for (id, &n) in singles.iter().enumerate() {
        let slots = (weight(n) / total * f64::from(1 << 20)).ceil() as usize;
        if n >= least {
            table.extend(std::iter::repeat_n(id as u32, slots));
        }
    }
    table
}
