//! The shipped file: syllables, words with costs, weights of the gap model.

use std::collections::BTreeMap;
use std::fmt;

use super::lexicon::{LONGEST, Lexicon};
use super::table::{FIRST, SyllableTable};

const MAGIC: &[u8; 8] = b"VIETSEG1";

/// The bytes are not a model, or only part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadModel;

impl fmt::Display for BadModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a word model, or a damaged one")
    }
}

impl std::error::Error for BadModel {}

/// What training makes and the file holds. Syllable numbers in words count from 0.
#[derive(Debug, Default, Clone)]
pub(crate) struct Parts {
    /// Canonical forms, each with its cost as a word of its own.
    pub(crate) syllables: Vec<(String, u8)>,
    /// Words of several syllables with their costs.
    pub(crate) words: Vec<(Vec<u16>, u8)>,
    /// Weights of the hashed features, a power of two of them.
    pub(crate) weights: Vec<i8>,
    /// Added to the weights of a gap before its sign decides.
    pub(crate) bias: i16,
}

/// A model ready for use.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) parts: Parts,
    pub(crate) table: SyllableTable,
    pub(crate) lexicon: Lexicon,
    /// Cost of each number as a word of its own.
    pub(crate) singles: Vec<u8>,
}

impl Model {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, BadModel> {
        Parts::decode(bytes).ok_or(BadModel).map(Self::new)
    }

    pub(crate) fn new(parts: Parts) -> Self {
        let table = SyllableTable::new(parts.syllables.iter().map(|(form, _)| form.as_str()));
        let mut shifted: Vec<(Vec<u16>, u8)> = parts
            .words
            .iter()
            .map(|(ids, cost)| (ids.iter().map(|id| id.saturating_add(FIRST)).collect(), *cost))
            .collect();
        let mut singles = vec![120; usize::from(FIRST)];
        singles.extend(parts.syllables.iter().map(|(_, cost)| *cost));
        let lexicon = Lexicon::new(&mut shifted, &singles);
        Self { table, lexicon, singles, parts }
    }

    /// Number of a written syllable.
    pub(crate) fn id(&self, syllable: &str) -> Option<u16> {
        self.table.get(syllable).map(|found| found.0)
    }

    /// How rare a word is: eight times the negative logarithm of its share of all words; `None` when unknown.
    pub(crate) fn cost(&self, word: &str) -> Option<u8> {
        let ids = word.split_whitespace().map(|s| self.id(s)).collect::<Option<Vec<u16>>>()?;
        match ids.as_slice() {
            [] => None,
            [one] => self.singles.get(usize::from(*one)).copied(),
            several => self.lexicon.cost(several),
        }
    }

    /// The same lexicon for text without diacritics; the likeliest word gives each folded one its cost.
    pub(crate) fn fold(&self) -> Self {
        let mut numbers: BTreeMap<String, (u16, u8)> = BTreeMap::new();
        let mut map = Vec::with_capacity(self.parts.syllables.len());
        for (form, cost) in &self.parts.syllables {
            let fresh = numbers.len() as u16;
            let entry = numbers.entry(crate::fold::fold(form)).or_insert((fresh, *cost));
            entry.1 = entry.1.min(*cost);
            map.push(entry.0);
        }
        let mut syllables: Vec<(String, u8)> = vec![(String::new(), 0); numbers.len()];
        for (form, (id, cost)) in numbers {
            if let Some(there) = syllables.get_mut(usize::from(id)) {
                *there = (form, cost);
            }
        }
        let number = |id: &u16| map.get(usize::from(*id)).copied().unwrap_or(0);
        let words =
            self.parts.words.iter().map(|(ids, cost)| (ids.iter().map(number).collect(), *cost)).collect();
        Self::new(Parts { syllables, words, weights: Vec::new(), bias: 0 })
    }
}

impl Parts {
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend((self.syllables.len() as u16).to_le_bytes());
        for (form, cost) in &self.syllables {
            out.push(form.len() as u8);
            out.extend(form.as_bytes());
            out.push(*cost);
        }
        let mut words = self.words.clone();
        words.sort();
        out.extend((words.len() as u32).to_le_bytes());
        let mut before: &[u16] = &[];
        for (ids, cost) in &words {
            let shared = ids.iter().zip(before).take_while(|(a, b)| a == b).count();
            out.push((shared << 4 | (ids.len() - shared)) as u8);
            for id in ids.iter().skip(shared) {
                out.extend(id.to_le_bytes());
            }
            out.push(*cost);
            before = ids;
        }
        out.extend(self.bias.to_le_bytes());
        out.push(self.weights.len().trailing_zeros() as u8);
        // Weights are mostly zero: runs of zeros are a zero and a length.
        let mut rest = self.weights.as_slice();
        while let Some((&w, after)) = rest.split_first() {
            out.push(w as u8);
            rest = after;
            if w == 0 {
                let zeros = rest.iter().take(255).take_while(|w| **w == 0).count();
                out.push(zeros as u8);
                rest = rest.get(zeros..).unwrap_or_default();
            }
        }
        out
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader(bytes.strip_prefix(MAGIC)?);
        let mut parts = Self::default();
        for _ in 0..from.u16()? {
            let len = from.u8()?;
            let form = std::str::from_utf8(from.take(usize::from(len))?).ok()?.to_owned();
            parts.syllables.push((form, from.u8()?));
        }
        let mut before: Vec<u16> = Vec::new();
        for _ in 0..from.u32()? {
            let lengths = from.u8()?;
            before.truncate(usize::from(lengths >> 4));
            for _ in 0..lengths & 15 {
                before.push(from.u16().filter(|id| usize::from(*id) < parts.syllables.len())?);
            }
            if before.len() > LONGEST {
                return None;
            }
            parts.words.push((before.clone(), from.u8()?));
        }
        parts.bias = from.u16()? as i16;
        let count = 1usize.checked_shl(u32::from(from.u8()?)).filter(|n| *n <= 1 << 22)?;
        parts.weights = Vec::with_capacity(count);
        while parts.weights.len() < count {
            let weight = from.u8()?;
            parts.weights.push(weight as i8);
            if weight == 0 {
                let zeros = usize::from(from.u8()?);
                parts.weights.resize((parts.weights.len() + zeros).min(count), 0);
            }
        }
        from.0.is_empty().then_some(parts)
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(head)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let parts = Parts {
            syllables: vec![("hội".into(), 50), ("nghị".into(), 60), ("a".into(), 1)],
            words: vec![(vec![0, 1], 30), (vec![0, 2, 1], 40), (vec![1, 1], 7)],
            weights: [vec![0; 300], vec![1, -2, 0, 0, 3], vec![0; 207]].concat(),
            bias: -5,
        };
        let back = Parts::decode(&parts.encode()).unwrap();
        assert_eq!(back.syllables, parts.syllables);
        assert_eq!(back.words, parts.words);
        assert_eq!(back.weights, parts.weights);
        assert_eq!(back.bias, -5);
        assert!(Parts::decode(b"").is_none());
    }
}
