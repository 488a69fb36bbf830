//! Units through reorganisations: a line of a unit that ended is the work of those that came after it, and history keeps the
//! old name (S83, S180).

use crate::UnitId;
use std::collections::HashMap;

/// Which units came after which that ended.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    after: HashMap<UnitId, Vec<UnitId>>,
    before: HashMap<UnitId, Vec<UnitId>>,
}

/// More steps than any unit was renamed in a lifetime.
const FARTHEST: usize = 32;

impl Lineage {
    /// From pairs of a unit that ended and one that came after it.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = (UnitId, UnitId)>) -> Self {
        let mut lineage = Self::default();
        for (ended, next) in pairs {
            if ended != next {
                lineage.after.entry(ended).or_default().push(next);
                lineage.before.entry(next).or_default().push(ended);
            }
        }
        lineage
    }

    /// The units whose work it is today: itself while it stands.
    #[must_use]
    pub fn today(&self, unit: UnitId) -> Vec<UnitId> {
        let mut found = Vec::new();
        walk(unit, &self.after, &mut |unit, last| {
            if last {
                found.push(unit);
            }
        });
        if found.is_empty() { vec![unit] } else { found }
    }

    /// These units and all that ended in them.
    #[must_use]
    pub fn with_past(&self, units: &[UnitId]) -> Vec<UnitId> {
        let mut found = Vec::new();
        for unit in units {
            walk(*unit, &self.before, &mut |unit, _| found.push(unit));
        }
        found.sort();
        found.dedup();
        found
    }
}

/// Every unit that can be reached, each once; `last` says that nothing follows.
fn walk(from: UnitId, edges: &HashMap<UnitId, Vec<UnitId>>, seen: &mut impl FnMut(UnitId, bool)) {
    let (mut known, mut waits) = (vec![from], vec![(from, 0)]);
    while let Some((unit, far)) = waits.pop() {
        let next = edges.get(&unit).map(Vec::as_slice).unwrap_or_default();
        seen(unit, next.is_empty());
        for unit in next.iter().filter(|_| far < FARTHEST) {
            if !known.contains(unit) {
                known.push(*unit);
                waits.push((*unit, far + 1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NewId;

    #[test]
    fn s180_the_work_of_a_unit_goes_to_those_that_came_after_it() {
        let [old, middle, one, other, alone] = [(); 5].map(|()| UnitId::fresh());
        let lineage = Lineage::new([(old, middle), (middle, one), (middle, other)]);
        let mut today = lineage.today(old);
        today.sort();
        assert_eq!(today, [one, other]);
        assert_eq!(lineage.today(alone), [alone]);
        assert_eq!(lineage.with_past(&[one]).len(), 3);
        assert_eq!(lineage.with_past(&[alone]), [alone]);
    }

    #[test]
    fn a_circle_ends() {
        let [one, other] = [(); 2].map(|()| UnitId::fresh());
        let lineage = Lineage::new([(one, other), (other, one)]);
        assert_eq!(lineage.today(one), [one]);
        assert_eq!(lineage.with_past(&[one]).len(), 2);
    }
}
