//! The likeliest row of words by their counts.
//!
//! Most stretches need no search: where no listed word bridges a gap, words end, and of two units that only one
//! word bridges the table already says whether they are one. What is left is searched.

use super::model::Model;
use super::runs::Run;
use super::table::Shape;

/// Cost of a name that no list has: for being one, and for each of its syllables.
const NAME: u32 = 78;
const NAME_SYLLABLE: u32 = 34;

pub(crate) fn decide(run: &mut Run, model: &Model) {
    let n = run.units.len();
    let mut best = std::mem::take(&mut run.best);
    let mut at = 0;
    while at < n {
        let here = run.bridge(at);
        if here.is_none() {
            at += 1;
        } else if here.is_word_alone() && run.bridge(at + 1).is_none() {
            if let Some(join) = run.joins.get_mut(at) {
                *join = here.ties();
            }
            at += 2;
        } else {
            at = search(run, model, at, &mut best);
        }
    }
    run.best = best;
}

/// Decides the stretch from a unit on that words bridge; returns where it ends.
fn search(run: &mut Run, model: &Model, from: usize, best: &mut Vec<(u32, u8)>) -> usize {
    best.clear();
    best.push((0, 0));
    let mut at = from;
    loop {
        let Some(unit) = run.units.get(at) else { break };
        let here = at - from;
        let base = best.get(here).map_or(0, |b| b.0);
        let single = model.singles.get(usize::from(unit.id)).copied().unwrap_or(120);
        offer(best, here + 1, base + u32::from(single), 1);
        let bridge = run.bridge(at);
        if bridge.cost() > 0 {
            offer(best, here + 2, base + u32::from(bridge.cost()), 2);
        }
        if bridge.goes_on() {
            let rest = run.units.get(at + 2..).unwrap_or_default().iter().map(|u| u.id);
            model
                .lexicon
                .beyond(bridge, rest, |len, cost| offer(best, here + len, base + u32::from(cost), len as u8));
        }
        if bridge.is_name() {
            let names = run.units.get(at..).unwrap_or_default().iter().take(4);
            let len = names.take_while(|u| u.shape == Shape::Capital).count();
            for len in 2..=len {
                offer(best, here + len, base + NAME + NAME_SYLLABLE * len as u32, len as u8);
            }
        }
        at += 1;
        if at - from + 1 >= best.len() {
            break;
        }
    }
    let end = at;
    while at > from {
        let len = usize::from(best.get(at - from).map_or(1, |b| b.1).max(1)).min(at - from);
        for join in run.joins.get_mut(at - len..at - 1).unwrap_or_default() {
            *join = true;
        }
        at -= len;
    }
    end
}

#[inline]
fn offer(best: &mut Vec<(u32, u8)>, at: usize, cost: u32, len: u8) {
    while best.len() <= at {
        best.push((u32::MAX, 1));
    }
    if let Some(there) = best.get_mut(at)
        && cost < there.0
    {
        *there = (cost, len);
    }
}
