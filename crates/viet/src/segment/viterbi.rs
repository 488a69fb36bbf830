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

/// Room for a search, kept from one stretch to the next: the lowest cost up to each unit, and the length of the
/// word it ends with.
pub(crate) type Costs = Vec<(u32, u8)>;

/// Calls back with the first unit and the length of each word of a stretch, in order.
#[inline]
pub(crate) fn each_word(run: &Run, model: &Model, costs: &mut Costs, mut word: impl FnMut(usize, usize)) {
    let n = run.units.len();
    let mut at = 0;
    while at < n {
        let here = run.bridge(at);
        if here.is_none() {
            word(at, 1);
            at += 1;
        } else if here.is_word_alone() && run.bridge(at + 1).is_none() {
            if here.ties() {
                word(at, 2);
            } else {
                word(at, 1);
                word(at + 1, 1);
            }
            at += 2;
        } else {
            let end = search(run, model, at, costs);
            while at < end {
                // The search left the length of each word where the word begins.
                let len = usize::from(costs.get(at + costs.len() - 1 - end).map_or(1, |c| c.1)).max(1);
                word(at, len.min(end - at));
                at += len;
            }
        }
    }
}

/// Finds the cheapest words of the stretch from a unit on that words bridge; returns where it ends.
fn search(run: &Run, model: &Model, from: usize, costs: &mut Costs) -> usize {
    costs.clear();
    costs.push((0, 0));
    let mut at = from;
    while let Some(unit) = run.units.get(at) {
        let here = at - from;
        let base = costs.get(here).map_or(0, |b| b.0);
        let single = model.singles.get(usize::from(unit.id)).copied().unwrap_or(120);
        offer(costs, here + 1, base + u32::from(single), 1);
        let bridge = run.bridge(at);
        if bridge.cost() > 0 {
            offer(costs, here + 2, base + u32::from(bridge.cost()), 2);
        }
        if bridge.goes_on() {
            let rest = run.units.get(at + 2..).unwrap_or_default().iter().map(|u| u.id);
            let offer = |len, cost| offer(costs, here + len, base + u32::from(cost), len as u8);
            model.lexicon.beyond(bridge, rest, offer);
        }
        if bridge.is_name() {
            let names = run.units.get(at..).unwrap_or_default().iter().take(4);
            let len = names.take_while(|u| u.shape == Shape::Capital).count();
            for len in 2..=len {
                offer(costs, here + len, base + NAME + NAME_SYLLABLE * len as u32, len as u8);
            }
        }
        at += 1;
        if here + 2 >= costs.len() {
            break;
        }
    }
    // Back along the cheapest way, writing at the beginning of each word what stood at its end.
    let mut end = at - from;
    let mut len = costs.get(end).map_or(1, |c| c.1);
    while end > 0 {
        end = end.saturating_sub(usize::from(len.max(1)));
        let Some(there) = costs.get_mut(end) else { break };
        std::mem::swap(&mut there.1, &mut len);
    }
    at
}

#[inline]
fn offer(costs: &mut Costs, at: usize, cost: u32, len: u8) {
    while costs.len() <= at {
        costs.push((u32::MAX, 1));
    }
    if let Some(there) = costs.get_mut(at)
        && cost < there.0
    {
        *there = (cost, len);
    }
}
