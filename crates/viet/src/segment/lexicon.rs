//! Words as paths of syllable numbers.

/// Longest word, in syllables.
pub(crate) const LONGEST: usize = 6;

/// A trie with a table for its edges.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// First node by first syllable, 0 for none.
    first: Vec<u32>,
    /// (node, syllable) → node, open addressing: 36 bits of key, 20 of node, 8 of the cost of the word that ends there.
    edges: Vec<u64>,
    /// A bit by hash of each edge: most neighbours are no word, and this tells so from the first cache.
    hints: Vec<u64>,
    /// Nodes so far, 0 being none.
    nodes: u32,
}

impl Lexicon {
    /// Builds from words of two and more syllables with their costs (1–255).
    pub(crate) fn new(words: &[(Vec<u16>, u8)], syllables: usize) -> Self {
        let mut before: &[u16] = &[];
        let mut room = 0;
        for (word, _) in words {
            let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
            room += word.len() - shared.clamp(1, word.len().max(1)).min(word.len());
            before = word;
        }
        let mut this = Self {
            first: vec![0; syllables],
            edges: vec![0; (room * 5 / 4 + 1).next_power_of_two().max(16)],
            hints: vec![0; HINTS / 64],
            nodes: 0,
        };
        for (word, cost) in words {
            this.insert(word, (*cost).max(1));
        }
        this
    }

    fn insert(&mut self, word: &[u16], cost: u8) {
        let mut ids = word.iter();
        let Some(&head) = ids.next() else { return };
        let fresh = self.nodes + 1;
        let Some(first) = self.first.get_mut(usize::from(head)) else { return };
        if *first == 0 {
            *first = fresh;
            self.nodes = fresh;
        }
        let mut node = *first;
        let mut last = None;
        for &id in ids {
            let at = self.slot(node, id).unwrap_or_else(|| self.add(node, id));
            node = self.edges.get(at).map_or(0, |edge| (edge >> 8 & 0xF_FFFF) as u32);
            last = Some(at);
        }
        if let Some(edge) = last.and_then(|at| self.edges.get_mut(at)) {
            // Two words with one folded form: the likelier gives its cost.
            let there = (*edge & 0xFF) as u8;
            let cost = if there == 0 { cost } else { cost.min(there) };
            *edge = *edge & !0xFF | u64::from(cost);
        }
    }

    fn add(&mut self, node: u32, id: u16) -> usize {
        self.nodes += 1;
        let key = u64::from(node) << 16 | u64::from(id);
        let mask = self.edges.len() - 1;
        let mut at = slot(key) & mask;
        while self.edges.get(at).is_some_and(|e| *e != 0) {
            at = (at + 1) & mask;
        }
        if let Some(edge) = self.edges.get_mut(at) {
            *edge = key << 28 | u64::from(self.nodes) << 8;
        }
        let (word, bit) = hint(key);
        if let Some(hints) = self.hints.get_mut(word) {
            *hints |= bit;
        }
        at
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

    /// The node a syllable leads to, and the cost of the word that ends there or 0.
    #[inline]
    fn child(&self, node: u32, id: u16) -> Option<(u32, u8)> {
        let key = u64::from(node) << 16 | u64::from(id);
        let (word, bit) = hint(key);
        if self.hints.get(word).is_none_or(|hints| hints & bit == 0) {
            return None;
        }
        let mask = self.edges.len().wrapping_sub(1);
        let mut at = slot(key) & mask;
        loop {
            let edge = *self.edges.get(at)?;
            if edge >> 28 == key {
                return Some(((edge >> 8 & 0xF_FFFF) as u32, edge as u8));
            }
            if edge == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Cost of a word of several syllables.
    pub(crate) fn cost(&self, ids: &[u16]) -> Option<u8> {
        let mut out = None;
        self.prefixes(ids.iter().copied(), |len, cost| {
            if len == ids.len() {
                out = Some(cost);
            }
        });
        out
    }

    /// Calls back with (syllables, cost) of each word that begins a row of syllables.
    #[inline]
    pub(crate) fn prefixes(&self, ids: impl Iterator<Item = u16>, mut found: impl FnMut(usize, u8)) {
        let mut ids = ids;
        let Some(head) = ids.next() else { return };
        let mut node = self.first.get(usize::from(head)).copied().unwrap_or(0);
        if node == 0 {
            return;
        }
        for (at, id) in ids.enumerate().take(LONGEST - 1) {
            let Some((next, cost)) = self.child(node, id) else { return };
            node = next;
            if cost > 0 {
                found(at + 2, cost);
            }
        }
    }
}

/// Bits of hints: 32 KiB.
const HINTS: usize = 1 << 18;

#[inline]
fn hint(key: u64) -> (usize, u64) {
    let at = (key.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 46) as usize;
    (at / 64 % (HINTS / 64), 1 << (at % 64))
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
        let words = vec![(vec![3, 4], 10), (vec![3, 4, 5], 20), (vec![4, 5], 30)];
        let lexicon = Lexicon::new(&words, 8);
        let find = |ids: &[u16]| {
            let mut out = Vec::new();
            lexicon.prefixes(ids.iter().copied(), |n, c| out.push((n, c)));
            out
        };
        assert_eq!(find(&[3, 4, 5, 6]), [(2, 10), (3, 20)]);
        assert_eq!(find(&[4, 5]), [(2, 30)]);
        assert_eq!(find(&[5, 4]), []);
        assert_eq!(find(&[]), []);
    }
}
