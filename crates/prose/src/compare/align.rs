//! Finds which thing of the old text is which of the new one: equal ones first, then the most alike in between.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Where a thing stands in the old and in the new text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    Same(usize, usize),
    Changed(usize, usize),
    Removed(usize),
    Added(usize),
}

/// Most pairs that are weighed one by one; longer stretches are paired by their order.
const MOST_PAIRS: usize = 4_096;
/// Two things less alike than this are two things.
const ALIKE: f32 = 0.34;

/// Pairs two sequences; `score` says from 0 to 1 how alike two unequal things are.
pub(super) fn align<K: Hash + Eq + Ord>(
    old: &[K],
    new: &[K],
    score: impl Fn(usize, usize) -> f32,
) -> Vec<Pair> {
    let mut out = vec![];
    let (mut removed, mut added) = (vec![], vec![]);
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pair(&mut out, &std::mem::take(&mut removed), &std::mem::take(&mut added), &score);
                out.extend((0..len).map(|n| Pair::Same(old_index + n, new_index + n)));
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                removed.extend(op.old_range());
                added.extend(op.new_range());
            }
        }
    }
    pair(&mut out, &removed, &added, &score);
    out
}

fn pair(out: &mut Vec<Pair>, removed: &[usize], added: &[usize], score: &impl Fn(usize, usize) -> f32) {
    if removed.len().saturating_mul(added.len()) <= MOST_PAIRS {
        best(out, removed, added, score);
        return;
    }
    // Long stretches: neighbours in order, a few at a time.
    let parts = removed.len().max(added.len()).div_ceil(48);
    let size = |things: &[usize]| things.len().div_ceil(parts).max(1);
    let (mut olds, mut news) = (removed.chunks(size(removed)), added.chunks(size(added)));
    loop {
        match (olds.next(), news.next()) {
            (None, None) => return,
            (old, new) => best(out, old.unwrap_or_default(), new.unwrap_or_default(), score),
        }
    }
}

/// The pairing in order that is most alike over all.
fn best(out: &mut Vec<Pair>, removed: &[usize], added: &[usize], score: &impl Fn(usize, usize) -> f32) {
    let width = added.len() + 1;
    // gain[i * width + j]: the best sum for the things from i and j on.
    let mut gain = vec![0.0_f32; (removed.len() + 1) * width];
    let mut alike = vec![0.0_f32; removed.len() * added.len()];
    let at = |list: &[f32], index: usize| list.get(index).copied().unwrap_or_default();
    for (i, old) in removed.iter().enumerate().rev() {
        for (j, new) in added.iter().enumerate().rev() {
            let own = score(*old, *new);
            let paired = if own >= ALIKE { own + at(&gain, (i + 1) * width + j + 1) } else { 0.0 };
            let best = paired.max(at(&gain, (i + 1) * width + j)).max(at(&gain, i * width + j + 1));
            set(&mut gain, i * width + j, best);
            set(&mut alike, i * added.len() + j, own);
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(old), Some(new)) = (removed.get(i), added.get(j)) {
        let own = at(&alike, i * added.len() + j);
        let here = at(&gain, i * width + j);
        if own >= ALIKE && here <= own + at(&gain, (i + 1) * width + j + 1) {
            out.push(Pair::Changed(*old, *new));
            (i, j) = (i + 1, j + 1);
        } else if here <= at(&gain, (i + 1) * width + j) {
            out.push(Pair::Removed(*old));
            i += 1;
        } else {
            out.push(Pair::Added(*new));
            j += 1;
        }
    }
    out.extend(removed.iter().skip(i).map(|old| Pair::Removed(*old)));
    out.extend(added.iter().skip(j).map(|new| Pair::Added(*new)));
}

fn set(list: &mut [f32], index: usize, value: f32) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}
