//! The teacher: a slow and thorough judge of gaps, learnt from little gold and much plain text.

use std::collections::HashMap;

use super::corpus::{Sentence, Shape, Unit, Vocabulary};
use super::counts::{Counts, NumberMap, mix};
use crate::syllables;

/// Multi-syllable words of a list, as numbers.
#[derive(Debug, Default)]
pub struct WordList {
    words: HashMap<Vec<u32>, f32>,
    longest: usize,
    first: NumberMap<u32>,
    last: NumberMap<u32>,
}

impl WordList {
    /// Takes the words whose syllables are all known.
    #[must_use]
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>, vocabulary: &mut Vocabulary) -> Self {
        let mut list = Self::default();
        for line in lines {
            let ids: Vec<u32> =
                line.split_whitespace().map(|s| vocabulary.intern(&super::corpus::canonical(s))).collect();
            if ids.len() > 1 && ids.len() <= 6 {
                list.add(ids, 1.0);
            }
        }
        list
    }

    /// Adds a word.
    pub fn add(&mut self, ids: Vec<u32>, weight: f32) {
        self.longest = self.longest.max(ids.len());
        if let (Some(&a), Some(&b)) = (ids.first(), ids.last()) {
            *self.first.entry(u64::from(a)).or_default() += 1;
            *self.last.entry(u64::from(b)).or_default() += 1;
        }
        self.words.insert(ids, weight);
    }

    /// Takes a word out.
    pub fn remove(&mut self, ids: &[u32]) {
        self.words.remove(ids);
    }

    /// Whether the list has this word.
    #[must_use]
    pub fn has(&self, ids: &[u32]) -> bool {
        self.words.contains_key(ids)
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All words.
    pub fn iter(&self) -> impl Iterator<Item = (&Vec<u32>, f32)> {
        self.words.iter().map(|(w, &n)| (w, n))
    }
}

/// What the teacher looks at.
#[derive(Debug)]
pub struct View<'a> {
    /// Counts of plain text.
    pub counts: &'a Counts,
    /// The word list.
    pub words: &'a WordList,
    /// Cluster of each form at several grains, by embedding.
    pub clusters: &'a [Vec<u16>],
    /// Vectors of the forms.
    pub embedding: &'a super::embed::Embedding,
    /// What an earlier round thought of pairs and syllables.
    pub habits: Option<&'a Habits>,
    /// How each form sounds.
    pub sounds: &'a [Sound],
}

/// Onset, rime and tone of a form: what reduplications (*lất phất*, *lui cui*) are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sound(Option<(&'static str, &'static str, u8)>);

impl Sound {
    /// Of a form; nothing for what is no Vietnamese syllable.
    #[must_use]
    pub fn of(form: &str) -> Self {
        Self(syllables::parse(form).map(|s| (s.onset, s.rime, s.tone as u8)))
    }

    /// What two neighbours share: onset, rime, tone, in bits; 0 when one is no syllable.
    fn echo(self, other: Self) -> u64 {
        match (self.0, other.0) {
            (Some((o, r, t)), Some((p, s, u))) => {
                8 | u64::from(o == p && !o.is_empty()) | u64::from(r == s) << 1 | u64::from(t == u) << 2
            }
            _ => 0,
        }
    }
}

/// What an earlier judge did over all plain text.
#[derive(Debug, Default)]
pub struct Habits {
    /// Pair → (times seen, sum of the probabilities of joining).
    pub pairs: NumberMap<(f32, f32)>,
    /// Form → (times, joined to the left, joined to the right).
    pub singles: Vec<[f32; 3]>,
}

fn bucket(x: f64, low: f64, high: f64, n: u64) -> u64 {
    let at = ((x - low) / (high - low) * n as f64).floor();
    at.clamp(0.0, (n - 1) as f64) as u64
}

impl View<'_> {
    /// Dense numbers of the gap after unit `at`.
    pub fn dense(&self, s: &Sentence, at: usize, out: &mut Vec<f32>) {
        out.clear();
        let pad = Unit { id: u32::MAX, shape: Shape::Mark };
        let unit = |d: isize| -> Unit {
            at.checked_add_signed(d).and_then(|i| s.units.get(i)).copied().unwrap_or(pad)
        };
        for d in -1..=2 {
            match self.embedding.vectors.get(unit(d).id as usize) {
                Some(v) => out.extend(v.iter().map(|x| x * 0.7)),
                None => out.extend([0.0; super::embed::DIM]),
            }
        }
        let c = self.counts;
        let many = |n: u32| (n as f32 + 1.0).ln() * 0.15;
        for d in -2..=3 {
            let u = unit(d);
            for kind in [Shape::Lower, Shape::Capital, Shape::Upper, Shape::Number, Shape::Mark] {
                out.push(f32::from(u8::from(u.shape == kind)));
            }
        }
        for d in -1..=2 {
            let u = unit(d);
            out.push(many(c.single(u.id)));
            out.push(c.capital_share(u.id) as f32);
            let valid = |m: &NumberMap<u32>| many(m.get(&u64::from(u.id)).copied().unwrap_or(0));
            out.push(valid(&self.words.first));
            out.push(valid(&self.words.last));
        }
        for (i, j) in [(-2, -1), (-1, 0), (0, 1), (1, 2), (2, 3)] {
            let (x, y) = (unit(i).id, unit(j).id);
            let n = c.pair(x, y);
            out.push(many(n));
            out.push(f32::from(u8::from(n == 0)));
            out.push(if n == 0 { 0.0 } else { c.cohesion(x, y) as f32 * 2.0 });
            out.push(((n + 1) as f32 / (c.single(x) + 20) as f32).ln() * 0.15 + 1.0);
            out.push(((n + 1) as f32 / (c.single(y) + 20) as f32).ln() * 0.15 + 1.0);
            let (before, after) = c.spread(x, y);
            out.push(before * 0.3);
            out.push(after * 0.3);
            out.push(self.embedding.expects(x, y) * 0.2);
            if let Some(h) = self.habits {
                let (n, sum) = h.pairs.get(&super::counts::pair_key(x, y)).copied().unwrap_or_default();
                let p = (sum + 0.3) / (n + 1.0);
                out.push((p / (1.0 - p).max(0.01)).max(0.01).ln() * 0.3);
            }
        }
        let sound = |u: Unit| self.sounds.get(u.id as usize).copied().unwrap_or_default();
        let echo = sound(unit(0)).echo(sound(unit(1)));
        out.extend((0..4).map(|bit| f32::from(u8::from(echo >> bit & 1 != 0))));
        out.push(f32::from(u8::from(echo & 3 == 1 || echo & 3 == 2)));
        if let Some(h) = self.habits {
            for d in -1..=2 {
                let [n, left, right] = h.singles.get(unit(d).id as usize).copied().unwrap_or_default();
                out.push((left + 0.3) / (n + 1.0));
                out.push((right + 0.3) / (n + 1.0));
            }
        }
        let window: Vec<u32> = (-3..=4).map(|d| unit(d).id).collect();
        for from in 0..=3usize {
            for to in 5..=8usize {
                if to - from <= 6 && to - from >= 2 {
                    let has = window.get(from..to).is_some_and(|w| self.words.has(w));
                    out.push(f32::from(u8::from(has)));
                }
            }
        }
        for (from, to) in [(2, 4), (1, 4), (0, 4), (4, 6), (4, 7), (4, 8)] {
            let has = window.get(from..to).is_some_and(|w| self.words.has(w));
            out.push(f32::from(u8::from(has)));
        }
    }

    /// Hashed features of the gap after unit `at`.
    pub fn features(&self, s: &Sentence, at: usize, out: &mut Vec<u64>) {
        out.clear();
        let pad = Unit { id: u32::MAX, shape: Shape::Mark };
        let unit = |d: isize| -> Unit {
            at.checked_add_signed(d).and_then(|i| s.units.get(i)).copied().unwrap_or(pad)
        };
        let (pp, p, a, b, n, nn) = (unit(-2), unit(-1), unit(0), unit(1), unit(2), unit(3));
        let mut add = |kind: u64, parts: &[u64]| {
            let mut h = mix(kind + 1);
            for &x in parts {
                h = mix(h ^ x.wrapping_add(0x1234_5678));
            }
            out.push(h);
        };
        let id = |u: Unit| u64::from(u.id);
        let sh = |u: Unit| u.shape as u64;
        let start = u64::from(at == 0 || p.shape == Shape::Mark);
        let shapes = sh(p) << 9 | sh(a) << 6 | sh(b) << 3 | sh(n);
        add(0, &[]);
        add(1, &[id(a)]);
        add(2, &[id(b)]);
        add(3, &[id(a), id(b)]);
        add(4, &[id(p), id(a), id(b)]);
        add(5, &[id(a), id(b), id(n)]);
        add(6, &[id(p), id(b)]);
        add(7, &[id(a), id(n)]);
        add(8, &[id(p)]);
        add(9, &[id(n)]);
        add(10, &[sh(a) << 3 | sh(b), start]);
        add(11, &[shapes, start]);
        add(12, &[shapes << 6 | sh(pp) << 3 | sh(nn), start]);
        // Word list.
        let window: Vec<u32> = (-3..=4).map(|d| unit(d).id).collect();
        let has = |from: usize, to: usize| window.get(from..to).is_some_and(|w| self.words.has(w));
        let ab = u64::from(has(3, 5));
        let pa = u64::from(has(2, 4));
        let bn = u64::from(has(4, 6));
        let mut longest = 0u64;
        let mut mask = 0u64;
        for from in 0..=3usize {
            for to in 5..=8usize {
                if to - from <= 6 && to - from > 2 && has(from, to) {
                    longest = longest.max((to - from) as u64);
                    mask |= 1 << (from * 4 + to - 5);
                }
            }
        }
        let left = u64::from(has(1, 4)) << 1 | u64::from(has(0, 4));
        let right = u64::from(has(4, 7)) << 1 | u64::from(has(4, 8));
        let dict = ab << 2 | pa << 1 | bn;
        add(20, &[dict]);
        add(21, &[dict, longest]);
        add(22, &[ab, mask]);
        add(23, &[dict, left, right, longest]);
        add(24, &[ab, sh(a) << 3 | sh(b), start]);
        add(25, &[dict, longest, shapes, start]);
        // Cohesion in plain text.
        let c = self.counts;
        let (cab, cpa, cbn) = (c.cohesion(a.id, b.id), c.cohesion(p.id, a.id), c.cohesion(b.id, n.id));
        let q = |x: f64| if x <= -1.0 { 0 } else { 1 + bucket(x, -0.2, 0.8, 12) };
        let many = |x: u32| bucket(f64::from(x + 1).ln(), 0.0, 11.0, 8);
        add(30, &[q(cab), ab]);
        add(31, &[q(cab), q(cpa), ab]);
        add(32, &[q(cab), q(cbn), ab]);
        add(33, &[q(cab) / 2, q(cpa) / 2, q(cbn) / 2, dict]);
        add(34, &[many(c.pair(a.id, b.id)), ab]);
        let forward = f64::from(c.pair(a.id, b.id) + 1) / f64::from(c.single(a.id) + 10);
        let backward = f64::from(c.pair(a.id, b.id) + 1) / f64::from(c.single(b.id) + 10);
        add(35, &[bucket(forward.ln(), -10.0, 0.0, 8), bucket(backward.ln(), -10.0, 0.0, 8), ab]);
        add(36, &[many(c.single(a.id)), many(c.single(b.id)), ab]);
        add(37, &[u64::from(cab > cpa), u64::from(cab > cbn), dict]);
        let cap = |u: Unit| bucket(c.capital_share(u.id), 0.0, 1.0, 5);
        add(38, &[cap(a), cap(b), sh(a) << 3 | sh(b), start, ab]);
        add(39, &[q(cab), sh(a) << 3 | sh(b), ab]);
        add(43, &[id(a), ab, q(cab) / 3]);
        add(44, &[id(b), ab, q(cab) / 3]);
        let lists = |m: &NumberMap<u32>, u: Unit| {
            bucket(f64::from(m.get(&id(u)).copied().unwrap_or(0) + 1).ln(), 0.0, 6.0, 6)
        };
        add(40, &[lists(&self.words.first, a), lists(&self.words.last, b), ab]);
        add(41, &[lists(&self.words.last, a), lists(&self.words.first, b), dict]);
        let sound = |u: Unit| self.sounds.get(u.id as usize).copied().unwrap_or_default();
        let echo = sound(a).echo(sound(b));
        add(45, &[echo, ab, u64::from(sh(a) == 0 && sh(b) == 0)]);
        add(46, &[echo & 3, ab, q(cab) / 3]);
        for (grain, clusters) in self.clusters.iter().enumerate() {
            let k = |u: Unit| clusters.get(u.id as usize).map_or(9999, |&x| u64::from(x));
            let g = 50 + 10 * grain as u64;
            add(g, &[k(a), ab]);
            add(g + 1, &[k(b), ab]);
            add(g + 2, &[k(a), k(b), ab]);
            add(g + 3, &[k(p), k(a), k(b), ab]);
            add(g + 4, &[k(a), k(b), k(n), ab]);
            add(g + 5, &[k(p), dict]);
            add(g + 6, &[k(n), dict]);
            add(g + 7, &[k(p), k(n), dict]);
            add(g + 8, &[k(a), k(b), dict, q(cab) / 2]);
        }
    }
}

/// Logistic regression over hashed features, trained with Adagrad and feature dropout.
#[derive(Debug)]
pub struct Logistic {
    weights: Vec<f32>,
    squares: Vec<f32>,
    mask: u64,
}

impl Logistic {
    /// With room for 2^bits features.
    #[must_use]
    pub fn new(bits: u32) -> Self {
        Self { weights: vec![0.0; 1 << bits], squares: vec![1e-4; 1 << bits], mask: (1 << bits) - 1 }
    }

    /// Log-odds that the gap joins.
    #[must_use]
    pub fn margin(&self, features: &[u64]) -> f32 {
        features.iter().map(|f| self.weights.get((f & self.mask) as usize).copied().unwrap_or(0.0)).sum()
    }

    /// One step towards a label (or a soft label).
    pub fn step(&mut self, features: &[u64], label: f32, rate: f32, decay: f32) {
        let p = 1.0 / (1.0 + (-self.margin(features)).exp());
        let gradient = p - label;
        for f in features {
            let at = (f & self.mask) as usize;
            if let (Some(w), Some(s)) = (self.weights.get_mut(at), self.squares.get_mut(at)) {
                let g = gradient + decay * *w;
                *s += g * g;
                *w -= rate * g / s.sqrt();
            }
        }
    }
}

/// A small random number generator: the tool must give the same model every time.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// A number in 0..1.
    pub fn share(&mut self) -> f32 {
        (self.roll() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Shuffles in place.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = (self.roll() % (i as u64 + 1)) as usize;
            items.swap(i, j);
        }
    }
}
