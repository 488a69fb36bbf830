//! The likeliest row of words by their counts.

use super::model::Model;
use super::runs::Run;
use super::table::Shape;

/// Cost of a name that no list has: for being one, and for each of its syllables.
const NAME: u32 = 78;
const NAME_SYLLABLE: u32 = 34;

pub(crate) fn decide(run: &mut Run, model: &Model) {
    let n = run.units.len();
    let mut best = std::mem::take(&mut run.best);
    best.clear();
    best.resize(n + 1, (u32::MAX, 1));
    if let Some(first) = best.first_mut() {
        *first = (0, 0);
    }
    for at in 0..n {
        let Some(unit) = run.units.get(at) else { break };
        let base = best.get(at).map_or(0, |b| b.0);
        let single = model.singles.get(usize::from(unit.id)).copied().unwrap_or(120);
        offer(&mut best, at + 1, base + u32::from(single), 1);
        let ids = run.units.get(at..).unwrap_or_default().iter().map(|u| u.id);
        model
            .lexicon
            .prefixes(ids, |len, cost| offer(&mut best, at + len, base + u32::from(cost), len as u8));
        if unit.shape == Shape::Capital {
            let names = run.units.get(at..).unwrap_or_default().iter().take(4);
            let len = names.take_while(|u| u.shape == Shape::Capital).count();
            for len in 2..=len {
                offer(&mut best, at + len, base + NAME + NAME_SYLLABLE * len as u32, len as u8);
            }
        }
    }
    let mut at = n;
    while at > 0 {
        let len = usize::from(best.get(at).map_or(1, |b| b.1).max(1)).min(at);
        for gap in at - len..at - 1 {
            if let Some(join) = run.joins.get_mut(gap) {
                *join = true;
            }
        }
        at -= len;
    }
    run.best = best;
}

#[inline]
fn offer(best: &mut [(u32, u8)], at: usize, cost: u32, len: u8) {
    if let Some(there) = best.get_mut(at)
        && cost < there.0
    {
        *there = (cost, len);
    }
}
