//! Finds the few mentions of the window that may be close, by their weightiest terms.

use std::collections::VecDeque;

use crate::commonness::ByHash;

/// Terms of a sketch by which it is found.
pub(super) const TERMS: usize = 40;
/// Mentions handed over at most.
const MOST: usize = 24;
/// Shared weight below which two mentions cannot be near.
const LEAST: f32 = 0.03;

/// Lists of mentions by term.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Mentions by the lower half of their numbers, which tells those of any window apart.
    lists: ByHash<u32, VecDeque<(u32, f32)>>,
    /// Scratch: shared weight by place in the window, and the places that have any.
    shared: Vec<f32>,
    touched: Vec<u32>,
}

impl Index {
    /// Adds a mention with a number above all before.
    pub(crate) fn add(&mut self, no: u64, heavy: &[(u32, f32)]) {
        for &(term, weight) in heavy {
            self.lists.entry(term).or_default().push_back((no as u32, weight));
        }
    }

    /// Takes out the mention with the lowest number.
    pub(crate) fn forget(&mut self, no: u64, heavy: &[(u32, f32)]) {
        for (term, _) in heavy {
            let Some(list) = self.lists.get_mut(term) else { continue };
            while list.front().is_some_and(|first| first.0 == no as u32) {
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

    /// The mentions that share most weight with a sketch, of a window that begins at `first` and holds `window`.
    pub(crate) fn near(&mut self, heavy: &[(u32, f32)], first: u64, window: usize) -> Vec<u64> {
        if self.shared.len() < window {
            self.shared.resize(window, 0.0);
        }
        for &(term, weight) in heavy {
            for &(no, other) in self.lists.get(&term).into_iter().flatten() {
                let place = no.wrapping_sub(first as u32);
                let Some(shared) = self.shared.get_mut(place as usize) else { continue };
                if *shared == 0.0 {
                    self.touched.push(place);
                }
                *shared += weight * other;
            }
        }
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(self.touched.len());
        for place in self.touched.drain(..) {
            let Some(shared) = self.shared.get_mut(place as usize).map(std::mem::take) else { continue };
            if shared >= LEAST {
                found.push((place, shared));
            }
        }
        if found.len() > MOST {
            found.select_nth_unstable_by(MOST - 1, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            found.truncate(MOST);
        }
        found.sort_unstable_by_key(|f| f.0);
        found.into_iter().map(|f| first + u64::from(f.0)).collect()
    }
}
