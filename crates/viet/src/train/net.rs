//! A small feed-forward judge over dense numbers, trained with Adam and dropout.

use super::teacher::Dice;

/// One hidden layer.
#[derive(Debug, Clone)]
pub struct Net {
    inputs: usize,
    hidden: usize,
    /// hidden × inputs, then hidden biases, then output weights, then the output bias.
    weights: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    time: i32,
}

impl Net {
    /// Random weights.
    #[must_use]
    pub fn new(inputs: usize, hidden: usize, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let count = hidden * inputs + hidden + hidden + 1;
        let scale = (6.0 / inputs as f32).sqrt() * 0.5;
        let weights = (0..count)
            .map(|i| {
                if i < hidden * inputs {
                    (dice.share() * 2.0 - 1.0) * scale
                } else if i < hidden * inputs + hidden {
                    0.0
                } else {
                    (dice.share() * 2.0 - 1.0) * 0.3
                }
            })
            .collect();
        Self { inputs, hidden, weights, first: vec![0.0; count], second: vec![0.0; count], time: 0 }
    }

    /// Log-odds for one input.
    #[must_use]
    pub fn margin(&self, x: &[f32]) -> f32 {
        let (rows, rest) = self.weights.split_at(self.hidden * self.inputs);
        let (biases, rest) = rest.split_at(self.hidden);
        let (outs, last) = rest.split_at(self.hidden);
        let mut sum = last.first().copied().unwrap_or(0.0);
        for ((row, bias), out) in rows.chunks_exact(self.inputs).zip(biases).zip(outs) {
            let h = dot(row, x) + bias;
            if h > 0.0 {
                sum += h * out;
            }
        }
        sum
    }

    /// One pass over the examples in mini-batches.
    pub fn epoch(&mut self, examples: &[(Vec<f32>, f32)], order: &[usize], rate: f32, dice: &mut Dice) {
        let mut gradient = vec![0.0f32; self.weights.len()];
        for batch in order.chunks(32) {
            gradient.iter_mut().for_each(|g| *g = 0.0);
            for &i in batch {
                if let Some((x, y)) = examples.get(i) {
                    self.back(x, *y, &mut gradient, dice);
                }
            }
            self.adam(&gradient, batch.len() as f32, rate);
        }
    }

    fn back(&self, x: &[f32], y: f32, gradient: &mut [f32], dice: &mut Dice) {
        // Dropout keeps single numbers from being trusted too much.
        let x: Vec<f32> = x.iter().map(|&v| if dice.share() < 0.15 { 0.0 } else { v / 0.85 }).collect();
        let cut = self.hidden * self.inputs;
        let (rows, rest) = self.weights.split_at(cut);
        let (biases, rest) = rest.split_at(self.hidden);
        let (outs, last) = rest.split_at(self.hidden);
        let mut sum = last.first().copied().unwrap_or(0.0);
        let mut hidden = vec![0.0f32; self.hidden];
        for (((row, bias), out), h) in rows.chunks_exact(self.inputs).zip(biases).zip(outs).zip(&mut hidden) {
            *h = if dice.share() < 0.4 { 0.0 } else { (dot(row, &x) + bias).max(0.0) / 0.6 };
            sum += *h * out;
        }
        let g = 1.0 / (1.0 + (-sum).exp()) - y;
        let (grows, grest) = gradient.split_at_mut(cut);
        let (gbiases, grest) = grest.split_at_mut(self.hidden);
        let (gouts, glast) = grest.split_at_mut(self.hidden);
        if let Some(b) = glast.first_mut() {
            *b += g;
        }
        for ((((grow, gb), go), out), h) in
            grows.chunks_exact_mut(self.inputs).zip(gbiases).zip(gouts).zip(outs).zip(&hidden)
        {
            *go += g * h;
            if *h > 0.0 {
                let gh = g * out / 0.6;
                *gb += gh;
                for (gw, xi) in grow.iter_mut().zip(&x) {
                    *gw += gh * xi;
                }
            }
        }
    }

    fn adam(&mut self, gradient: &[f32], n: f32, rate: f32) {
        self.time += 1;
        let c1 = 1.0 - 0.9f32.powi(self.time);
        let c2 = 1.0 - 0.999f32.powi(self.time);
        for (((w, m), v), g) in
            self.weights.iter_mut().zip(&mut self.first).zip(&mut self.second).zip(gradient)
        {
            let g = g / n;
            *m = 0.9 * *m + 0.1 * g;
            *v = 0.999 * *v + 0.001 * g * g;
            *w -= rate * ((*m / c1) / ((*v / c2).sqrt() + 1e-8) + 1e-4 * *w);
        }
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 8];
    let (ca, cb) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = ca.remainder().iter().zip(cb.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in ca.zip(cb) {
        for ((s, p), q) in sums.iter_mut().zip(x).zip(y) {
            *s += p * q;
        }
    }
    sums.iter().sum::<f32>() + rest
}
