//! Finds the few mentions of the window that may be close, by their weightiest terms.

use std::collections::VecDeque;

use crate::commonness::ByHash;

/// Terms of a sketch by which it is found.
pub(super) const TERMS: usize = 40;
/// Mentions handed over at most.
const MOST: usize = 40;
/// Shared weight below which two mentions cannot be near.
const LEAST: f32 = 0.03;

/// Lists of mentions by term.
#[derive(Debug, Default)]
pub(crate) struct Index {
    lists: ByHash<u32, VecDeque<(u64, f32)>>,
    shared: ByHash<u64, f32>,
}

impl Index {
    /// Adds a mention with a number above all before.
    pub(crate) fn add(&mut self, no: u64, heavy: &[(u32, f32)]) {
        for &(term, weight) in heavy {
            self.lists.entry(term).or_default().push_back((no, weight));
        }
    }

    /// Takes out the mention with the lowest number.
    pub(crate) fn forget(&mut self, no: u64, heavy: &[(u32, f32)]) {
        for (term, _) in heavy {
            let Some(list) = self.lists.get_mut(term) else { continue };
            while list.front().is_some_and(|first| first.0 <= no) {
                list.pop_front();
            }
            if list.is_empty() {
                self.lists.remove(term);
            }
        }
    }

    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The mentions that share most weight with a sketch.
    pub(crate) fn near(&mut self, heavy: &[(u32, f32)]) -> Vec<u64> {
        self.shared.clear();
        for &(term, weight) in heavy {
            for &(no, other) in self.lists.get(&term).into_iter().flatten() {
                *self.shared.entry(no).or_default() += weight * other;
            }
        }
        let mut found: Vec<(u64, f32)> =
            self.shared.iter().map(|(&no, &shared)| (no, shared)).filter(|f| f.1 >= LEAST).collect();
        if found.len() > MOST {
            found.select_nth_unstable_by(MOST - 1, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            found.truncate(MOST);
        }
        found.sort_unstable_by_key(|f| f.0);
        found.into_iter().map(|f| f.0).collect()
    }
}
