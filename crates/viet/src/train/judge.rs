//! The teacher as a whole: a logistic regression and small nets that vote on each gap.

use super::corpus::{Sentence, Shape};
use super::net::Net;
use super::teacher::{Dice, Logistic, View};

/// A trained teacher.
#[derive(Debug)]
pub struct Judge {
    sparse: Logistic,
    nets: Vec<Net>,
}

/// Room for one call.
#[derive(Debug, Default)]
pub struct Scratch {
    hashed: Vec<u64>,
    dense: Vec<f32>,
}

impl Judge {
    /// Learns from gold sentences.
    #[must_use]
    pub fn learn(view: &View<'_>, gold: &[Sentence]) -> Self {
        let mut scratch = Scratch::default();
        let mut sparse_examples = Vec::new();
        let mut dense_examples = Vec::new();
        for s in gold {
            for (at, &joined) in s.joined.iter().enumerate().filter(|(at, _)| is_open(s, *at)) {
                let label = f32::from(u8::from(joined));
                view.features(s, at, &mut scratch.hashed);
                view.dense(s, at, &mut scratch.dense);
                sparse_examples.push((scratch.hashed.clone(), label));
                dense_examples.push((scratch.dense.clone(), label));
            }
        }
        let inputs = scratch.dense.len();
        let mut dice = Dice(5);
        let mut nets: Vec<Net> = (0..3).map(|k| Net::new(inputs, 48, 100 + k)).collect();
        let mut order: Vec<usize> = (0..dense_examples.len()).collect();
        for net in &mut nets {
            for epoch in 0..12 {
                dice.shuffle(&mut order);
                net.epoch(&dense_examples, &order, 0.002 * 0.8f32.powi(epoch), &mut dice);
            }
        }
        let mut sparse = Logistic::new(22);
        for _ in 0..20 {
            dice.shuffle(&mut sparse_examples);
            for (features, label) in &sparse_examples {
                let kept: Vec<u64> = features.iter().copied().filter(|_| dice.share() > 0.3).collect();
                sparse.step(&kept, *label, 0.05, 1e-5);
            }
        }
        Self { sparse, nets }
    }

    /// Probability that unit `at` joins the next.
    #[must_use]
    pub fn joins(&self, view: &View<'_>, s: &Sentence, at: usize, scratch: &mut Scratch) -> f32 {
        view.features(s, at, &mut scratch.hashed);
        view.dense(s, at, &mut scratch.dense);
        let dense: f32 =
            self.nets.iter().map(|n| n.margin(&scratch.dense)).sum::<f32>() / self.nets.len().max(1) as f32;
        let margin = 0.6 * dense + 0.4 * self.sparse.margin(&scratch.hashed);
        1.0 / (1.0 + (-margin).exp())
    }
}

/// Whether neither side of a gap is punctuation.
#[must_use]
pub fn is_open(s: &Sentence, at: usize) -> bool {
    let word = |i: usize| s.units.get(i).is_some_and(|u| u.shape != Shape::Mark);
    word(at) && word(at + 1)
}
