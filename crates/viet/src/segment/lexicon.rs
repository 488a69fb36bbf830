//! Words as paths of syllable numbers.

/// Longest word, in syllables.
pub(crate) const LONGEST: usize = 6;

/// A trie with a table for its edges.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// First node by first syllable, 0 for none.
    first: Vec<u32>,
    /// (node, syllable) → node, open addressing: 36 bits of key above 20 bits of node.
    edges: Vec<u64>,
    /// A bit by hash of each edge: most neighbours are no word, and this tells so from the first cache.
    hints: Vec<u64>,
    /// Cost of the word that ends in a node, 0 for none.
    costs: Vec<u8>,
}

impl Lexicon {
    /// Builds from words of two and more syllables with their costs (1–255).
    pub(crate) fn new(words: &[(Vec<u16>, u8)], syllables: usize) -> Self {
        let room = words.iter().map(|(w, _)| w.len()).sum::<usize>();
        let mut this = Self {
            first: vec![0; syllables],
            edges: vec![0; (room + 1).next_power_of_two().max(16)],
            hints: vec![0; HINTS / 64],
            costs: vec![0],
        };
        for (word, cost) in words {
            this.insert(word, (*cost).max(1));
        }
        this
    }

    fn insert(&mut self, word: &[u16], cost: u8) {
        let mut ids = word.iter();
        let Some(&head) = ids.next() else { return };
        let fresh = self.costs.len() as u32;
        let Some(first) = self.first.get_mut(usize::from(head)) else { return };
        if *first == 0 {
            *first = fresh;
            self.costs.push(0);
        }
        let mut node = *first;
        for &id in ids {
            node = self.child(node, id).unwrap_or_else(|| self.add(node, id));
        }
        if let Some(there) = self.costs.get_mut(node as usize) {
            // Two words with one folded form: the likelier gives its cost.
            *there = if *there == 0 { cost } else { cost.min(*there) };
        }
    }

    fn add(&mut self, node: u32, id: u16) -> u32 {
        let fresh = self.costs.len() as u32;
        self.costs.push(0);
        let key = u64::from(node) << 16 | u64::from(id);
        let mask = self.edges.len() - 1;
        let mut at = slot(key) & mask;
        while self.edges.get(at).is_some_and(|e| *e != 0) {
            at = (at + 1) & mask;
        }
        if let Some(edge) = self.edges.get_mut(at) {
            *edge = key << 20 | u64::from(fresh);
        }
        let (word, bit) = hint(key);
        if let Some(hints) = self.hints.get_mut(word) {
            *hints |= bit;
        }
        fresh
    }

    #[inline]
    fn child(&self, node: u32, id: u16) -> Option<u32> {
        let key = u64::from(node) << 16 | u64::from(id);
        let (word, bit) = hint(key);
        if self.hints.get(word).is_none_or(|hints| hints & bit == 0) {
            return None;
        }
        let mask = self.edges.len().wrapping_sub(1);
        let mut at = slot(key) & mask;
        loop {
            let edge = *self.edges.get(at)?;
            if edge == 0 {
                return None;
            }
            if edge >> 20 == key {
                return Some((edge & 0xF_FFFF) as u32);
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
            let Some(next) = self.child(node, id) else { return };
            node = next;
            let cost = self.costs.get(node as usize).copied().unwrap_or(0);
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
