//! How alike two things are by the words they hold.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{Block, Row, text};

/// The words of things, for weighing how alike two are.
pub(super) struct Bags(Vec<Vec<u64>>);

impl Bags {
    pub(super) fn new<'a>(things: impl Iterator<Item = &'a [Block]>) -> Self {
        Self(things.map(|blocks| bag(|out| text::lines(out, blocks))).collect())
    }

    pub(super) fn of_cells(rows: &[Row]) -> Self {
        let row_bag =
            |row: &Row| bag(|out| row.cells.iter().for_each(|cell| text::lines(out, &cell.content)));
        Self(rows.iter().map(row_bag).collect())
    }

    /// Words in common, as a part of all.
    pub(super) fn alike(&self, i: usize, other: &Self, j: usize) -> f32 {
        let (Some(one), Some(other)) = (self.0.get(i), other.0.get(j)) else { return 0.0 };
        if one.is_empty() && other.is_empty() {
            return 1.0;
        }
        let (mut ones, mut others) = (one.iter().peekable(), other.iter().peekable());
        let mut common: u16 = 0;
        while let (Some(a), Some(b)) = (ones.peek(), others.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(ones.next()),
                std::cmp::Ordering::Greater => drop(others.next()),
                std::cmp::Ordering::Equal => {
                    common = common.saturating_add(1);
                    ones.next();
                    others.next();
                }
            }
        }
        let all = u16::try_from(one.len() + other.len()).unwrap_or(u16::MAX);
        2.0 * f32::from(common) / f32::from(all)
    }
}

fn bag(write: impl FnOnce(&mut String)) -> Vec<u64> {
    let mut words = String::new();
    write(&mut words);
    let mut counts: HashMap<&str, u32> = HashMap::new();
    let mut bag: Vec<u64> = words
        .split_whitespace()
        .map(|word| {
            let count = counts.entry(word).or_default();
            *count += 1;
            hash(&(word, *count))
        })
        .take(2_000)
        .collect();
    bag.sort_unstable();
    bag
}

/// A number that is equal for equal things within one comparison.
pub(super) fn hash(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}
