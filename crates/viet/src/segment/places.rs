//! A table in which every key has one place of its own: to look up is one small step and one comparison,
//! with no second try for a processor to guess wrongly.

/// Where the keys of a table are: keys share buckets, and each bucket is moved to where all of its keys are free.
#[derive(Debug, Default)]
pub(crate) struct Places {
    moves: Vec<u16>,
    shift: u32,
    mask: usize,
}

impl Places {
    /// Finds a place for each of these hashes, which should differ; `None` where there is none. The more keys
    /// share a bucket, the fewer moves must be at hand to look up.
    pub(crate) fn new(hashes: &[u64], sharing: usize) -> (Self, Vec<Option<usize>>) {
        let mut size = (hashes.len() + hashes.len() / 8 + 1).next_power_of_two().max(16);
        loop {
            let last = size > hashes.len() * 16;
            if let Some(found) = Self::try_size(hashes, size, sharing, last) {
                return found;
            }
            size *= 2;
        }
    }

    /// How many places the table has.
    pub(crate) fn len(&self) -> usize {
        self.mask + 1
    }

    /// Where the key of a hash is, if it is anywhere.
    #[inline]
    pub(crate) fn at(&self, hash: u64) -> usize {
        let bucket = (hash >> self.shift) as usize;
        moved(hash, self.moves.get(bucket).copied().unwrap_or(0)) & self.mask
    }

    fn try_size(
        hashes: &[u64],
        size: usize,
        sharing: usize,
        last: bool,
    ) -> Option<(Self, Vec<Option<usize>>)> {
        let buckets = (hashes.len() / sharing.max(1) + 1).next_power_of_two();
        let shift = 64 - buckets.trailing_zeros().max(1);
        let mut this = Self { moves: vec![0; buckets.max(2)], shift, mask: size - 1 };
        let mut order: Vec<(usize, usize)> =
            hashes.iter().enumerate().map(|(key, hash)| ((hash >> shift) as usize, key)).collect();
        order.sort_unstable();
        let mut groups: Vec<&[(usize, usize)]> = order.chunk_by(|a, b| a.0 == b.0).collect();
        // The fullest first, while there is room.
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        let mut taken = vec![false; size];
        let mut places = vec![None; hashes.len()];
        let mut wanted = Vec::new();
        for group in groups {
            let hash = |key: usize| hashes.get(key).copied().unwrap_or(0);
            let fits = (0..=u16::MAX).find(|&by| {
                wanted.clear();
                group.iter().all(|&(_, key)| {
                    let at = moved(hash(key), by) & this.mask;
                    let free = taken.get(at) == Some(&false) && !wanted.contains(&at);
                    wanted.push(at);
                    free
                })
            });
            let Some(by) = fits else {
                if last {
                    continue;
                }
                return None;
            };
            for (&(bucket, key), &at) in group.iter().zip(&wanted) {
                if let (Some(there), Some(place), Some(free)) =
                    (this.moves.get_mut(bucket), places.get_mut(key), taken.get_mut(at))
                {
                    (*there, *place, *free) = (by, Some(at), true);
                }
            }
        }
        Some((this, places))
    }
}

#[inline]
fn moved(hash: u64, by: u16) -> usize {
    (hash as usize).wrapping_add(usize::from(by).wrapping_mul(0x9E37_79B1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(key: u64) -> u64 {
        let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93)
    }

    #[test]
    fn every_key_has_a_place_of_its_own() {
        for count in [0, 1, 2, 100, 5000] {
            let hashes: Vec<u64> = (1..=count).map(hash).collect();
            let (table, places) = Places::new(&hashes, 4);
            let mut seen = vec![false; table.len()];
            for (hash, place) in hashes.iter().zip(places) {
                assert_eq!(place, Some(table.at(*hash)));
                assert!(!std::mem::replace(&mut seen[table.at(*hash)], true));
            }
            assert!(table.len() <= 16 || table.len() < 3 * hashes.len());
        }
    }

    #[test]
    fn keys_that_cannot_be_told_apart_are_left_out() {
        let (table, places) = Places::new(&[7, 7, 9 << 60], 4);
        assert_eq!(places.iter().flatten().count(), 1);
        assert_eq!(places[2], Some(table.at(9 << 60)));
    }
}
