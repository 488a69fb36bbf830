//! A row of terms laid out for being compared with many others.
//!
//! Walking two sorted rows in step costs a step for every term of either. Here one row is laid out once, and each other
//! costs a glance at one bit for most of its terms. The products are added in the same order, so the sum is the
//! same to the last bit.

/// A row of terms by place of their hash.
#[derive(Debug, Default)]
pub(crate) struct Scatter {
    /// Open addressing by the upper bits of the hash; a weight of 0 is an empty slot.
    slots: Vec<(u32, f32)>,
    /// One bit for each eighth of a slot: whether any term falls there.
    bits: Vec<u64>,
    /// Bits of a hash that do not count in the place.
    shift: u32,
}

/// Bits for each slot, as a power of two: 8, so that one glance in thirty or so is in vain.
const FINER: u32 = 3;

impl Scatter {
    /// Lays out a row of hashes, each once, in place of what was laid out before.
    pub(crate) fn lay(&mut self, row: &[(u32, f32)]) {
        let size = (row.len() * 4).next_power_of_two().clamp(1024, 1 << 28);
        self.shift = 32 - size.trailing_zeros();
        self.slots.clear();
        self.slots.resize(size, (0, 0.0));
        self.bits.clear();
        self.bits.resize(size >> 3, 0);
        for &(term, weight) in row {
            let bit = term >> (self.shift - FINER);
            if let Some(word) = self.bits.get_mut(bit as usize >> 6) {
                *word |= 1 << (bit & 63);
            }
            let mut at = (term >> self.shift) as usize;
            while let Some(slot) = self.slots.get_mut(at & (size - 1)) {
                if slot.1 == 0.0 {
                    *slot = (term, weight);
                    break;
                }
                at += 1;
            }
        }
    }

    /// Sum of the products of what it shares with another row.
    pub(crate) fn dot(&self, other: &[(u32, f32)]) -> f32 {
        let mut sum = 0.0;
        for &(term, weight) in other {
            let bit = term >> (self.shift - FINER);
            if self.bits.get(bit as usize >> 6).is_some_and(|word| word >> (bit & 63) & 1 == 1) {
                sum += self.weight(term) * weight;
            }
        }
        sum
    }

    fn weight(&self, term: u32) -> f32 {
        let mut at = (term >> self.shift) as usize;
        let last = self.slots.len().wrapping_sub(1);
        while let Some(slot) = self.slots.get(at & last).filter(|slot| slot.1 != 0.0) {
            if slot.0 == term {
                return slot.1;
            }
            at += 1;
        }
        0.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sketch::dot;

    proptest! {
        #[test]
        fn the_sum_is_the_same_to_the_last_bit(
            a in proptest::collection::btree_map(prop_oneof![any::<u32>(), 0u32..99, 4_294_967_200..=u32::MAX], 0.01f32..9.0, 0..400),
            b in proptest::collection::btree_map(prop_oneof![any::<u32>(), 0u32..99, 4_294_967_200..=u32::MAX], 0.01f32..9.0, 0..400),
        ) {
            let (a, b): (Vec<_>, Vec<_>) = (a.into_iter().collect(), b.into_iter().collect());
            let mut scatter = Scatter::default();
            scatter.lay(&b);
            scatter.lay(&a);
            prop_assert_eq!(scatter.dot(&b).to_bits(), dot(&a, &b).to_bits());
        }
    }
}
