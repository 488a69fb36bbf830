//! Words as rows of syllable numbers: a table of the pairs that words begin with, and a trie for what follows.

use super::places::Places;

/// Longest word, in syllables.
pub(crate) const LONGEST: usize = 6;

/// What two neighbours begin: nothing, a word of two, a longer one, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Pair(u32);

/// The pair is likelier one word than two.
const TIES: u32 = 1 << 8;
/// Longer words begin with the pair.
const GOES_ON: u32 = 1 << 9;
/// Both units are capitalised and may be a name.
const NAME: u32 = 1 << 10;

impl Pair {
    /// No word begins so.
    #[inline]
    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Cost of the pair as a word, 0 when it is none.
    #[inline]
    pub(crate) fn cost(self) -> u8 {
        self.0 as u8
    }

    /// Whether longer words begin so.
    #[inline]
    pub(crate) fn goes_on(self) -> bool {
        self.0 & GOES_ON != 0
    }

    /// Whether the word of two costs no more than its syllables apart.
    #[inline]
    pub(crate) fn ties(self) -> bool {
        self.0 & TIES != 0
    }

    /// Whether the pair is a word and nothing else.
    #[inline]
    pub(crate) fn is_word_alone(self) -> bool {
        self.0 & (GOES_ON | NAME) == 0
    }

    /// Whether capitals may tie the two that no word does.
    #[inline]
    pub(crate) fn is_name(self) -> bool {
        self.0 & NAME != 0
    }

    /// The same pair, with whether it may be a name.
    #[inline]
    pub(crate) fn with_name(self, name: bool) -> Self {
        Self(self.0 | NAME & u32::from(name).wrapping_neg())
    }

    #[inline]
    fn node(self) -> u32 {
        self.0 >> 12
    }
}

/// All words of two and more syllables.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    places: Places,
    /// 32 bits of pair, 20 of node, flags, 8 of cost.
    pairs: Vec<u64>,
    /// (node, syllable) → node, open addressing: 36 bits of key, 20 of node, 8 of the cost of the word that ends there.
    edges: Vec<u64>,
    /// Nodes so far, 0 being none.
    nodes: u32,
}

impl Lexicon {
    /// Builds from words of two and more syllables with their costs (1–255), and the costs of single syllables.
    pub(crate) fn new(words: &mut [(Vec<u16>, u8)], singles: &[u8]) -> Self {
        words.sort_unstable();
        let room = words.iter().map(|(ids, _)| ids.len().saturating_sub(2)).sum::<usize>();
        let mut this = Self { edges: vec![0; (room * 2 + 1).next_power_of_two().max(16)], ..Self::default() };
        let single = |id: u16| u32::from(singles.get(usize::from(id)).copied().unwrap_or(u8::MAX));
        let mut found: Vec<(u32, u64)> = Vec::with_capacity(words.len());
        for group in words.chunk_by(|a, b| a.0.get(..2) == b.0.get(..2)) {
            let Some((&[a, b, ..], _)) = group.first().map(|(ids, cost)| (ids.as_slice(), cost)) else {
                continue;
            };
            // Two words with one folded form: the likelier gives its cost.
            let cost = group.iter().filter(|(ids, _)| ids.len() == 2).map(|(_, cost)| *cost.max(&1)).min();
            let mut value = u32::from(cost.unwrap_or(0));
            if cost.is_some_and(|cost| u32::from(cost) <= single(a) + single(b)) {
                value |= TIES;
            }
            if group.iter().any(|(ids, _)| ids.len() > 2) && this.nodes < 0xF_FFFF {
                this.nodes += 1;
                value |= GOES_ON | this.nodes << 12;
                let node = this.nodes;
                for (ids, cost) in group {
                    this.insert(node, ids.get(2..).unwrap_or_default(), (*cost).max(1));
                }
            }
            found.push((key(a, b), u64::from(value)));
        }
        let hashes: Vec<u64> = found.iter().map(|(key, _)| hash(*key)).collect();
        let (places, chosen) = Places::new(&hashes, 8);
        this.pairs = vec![0; places.len()];
        for ((key, value), at) in found.into_iter().zip(chosen) {
            if let Some(slot) = at.and_then(|at| this.pairs.get_mut(at)) {
                *slot = u64::from(key) << 32 | value;
            }
        }
        this.places = places;
        this
    }

    fn insert(&mut self, mut node: u32, rest: &[u16], cost: u8) {
        let mut last = None;
        for &id in rest {
            let Some(at) = self.slot(node, id).or_else(|| self.add(node, id)) else { return };
            node = self.edges.get(at).map_or(0, |edge| (edge >> 8 & 0xF_FFFF) as u32);
            last = Some(at);
        }
        if let Some(edge) = last.and_then(|at| self.edges.get_mut(at)) {
            let there = (*edge & 0xFF) as u8;
            let cost = if there == 0 { cost } else { cost.min(there) };
            *edge = *edge & !0xFF | u64::from(cost);
        }
    }

    fn add(&mut self, node: u32, id: u16) -> Option<usize> {
        if self.nodes >= 0xF_FFFF {
            return None;
        }
        self.nodes += 1;
        let key = u64::from(node) << 16 | u64::from(id);
        let mask = self.edges.len() - 1;
        let mut at = slot(key) & mask;
        while self.edges.get(at).is_some_and(|e| *e != 0) {
            at = (at + 1) & mask;
        }
        *self.edges.get_mut(at)? = key << 28 | u64::from(self.nodes) << 8;
        Some(at)
    }

    /// Where the edge of a syllable from a node is.
    fn slot(&self, node: u32, id: u16) -> Option<usize> {
        let key = u64::from(node) << 16 | u64::from(id);
        let mask = self.edges.len().wrapping_sub(1);
        let mut at = slot(key) & mask;
        loop {
            let edge = *self.edges.get(at)?;
            if edge == 0 {
                return None;
            }
            if edge >> 28 == key {
                return Some(at);
            }
            at = (at + 1) & mask;
        }
    }

    /// What two neighbours begin.
    #[inline]
    pub(crate) fn pair(&self, a: u16, b: u16) -> Pair {
        let key = key(a, b);
        let slot = self.pairs.get(self.places.at(hash(key))).copied().unwrap_or(0);
        // A mask and no branch: whether neighbours begin a word is what a processor cannot guess.
        Pair(slot as u32 & u32::from(slot >> 32 == u64::from(key)).wrapping_neg())
    }

    /// Calls back with (syllables, cost) of each word of three and more that begins with a pair and goes on so.
    #[inline]
    pub(crate) fn beyond(
        &self,
        pair: Pair,
        rest: impl Iterator<Item = u16>,
        mut found: impl FnMut(usize, u8),
    ) {
        let mut node = pair.node();
        if !pair.goes_on() {
            return;
        }
        for (at, id) in rest.enumerate().take(LONGEST - 2) {
            let Some(edge) = self.slot(node, id).and_then(|at| self.edges.get(at)) else { return };
            node = (edge >> 8 & 0xF_FFFF) as u32;
            let cost = *edge as u8;
            if cost > 0 {
                found(at + 3, cost);
            }
        }
    }

    /// Cost of a word of several syllables.
    pub(crate) fn cost(&self, ids: &[u16]) -> Option<u8> {
        let (&[a, b], rest) = ids.split_first_chunk::<2>()?;
        let pair = self.pair(a, b);
        if rest.is_empty() {
            return Some(pair.cost()).filter(|cost| *cost > 0);
        }
        let mut out = None;
        self.beyond(pair, rest.iter().copied(), |len, cost| {
            if len == ids.len() {
                out = Some(cost);
            }
        });
        out
    }
}

#[inline]
fn key(a: u16, b: u16) -> u32 {
    u32::from(a) << 16 | u32::from(b)
}

#[inline]
fn hash(key: u32) -> u64 {
    let mixed = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

#[inline]
fn slot(key: u64) -> usize {
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 29) as usize >> 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_words_that_begin_a_row() {
        let mut words = vec![(vec![3, 4], 10), (vec![3, 4, 5], 20), (vec![4, 5], 30), (vec![6, 7, 3, 4], 5)];
        let lexicon = Lexicon::new(&mut words, &[9; 8]);
        let find = |ids: &[u16]| {
            let pair = lexicon.pair(ids[0], ids[1]);
            let mut out = vec![(2, pair.cost())];
            lexicon.beyond(pair, ids[2..].iter().copied(), |n, c| out.push((n, c)));
            out
        };
        assert_eq!(find(&[3, 4, 5, 6]), [(2, 10), (3, 20)]);
        assert_eq!(find(&[4, 5]), [(2, 30)]);
        assert_eq!(find(&[6, 7, 3, 4]), [(2, 0), (4, 5)]);
        assert!(lexicon.pair(5, 4).is_none());
        assert!(lexicon.pair(3, 4).ties() && lexicon.pair(3, 4).goes_on());
        assert!(!lexicon.pair(4, 5).ties() && !lexicon.pair(4, 5).goes_on());
        assert_eq!(lexicon.cost(&[3, 4, 5]), Some(20));
        assert_eq!(lexicon.cost(&[6, 7]), None);
        assert_eq!(lexicon.cost(&[3]), None);
    }
}
