//! The linear model of gaps: shall two neighbours be one word, seen with what stands around them?

use super::model::Model;
use super::runs::Run;
use super::table::{EDGE, Shape};

/// Features a gap has.
pub(crate) const FEATURES: usize = 16;

/// What the model sees of the surroundings of a gap.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gap {
    /// Two before, the two it parts, two behind.
    pub(crate) ids: [u16; 6],
    pub(crate) shapes: [u8; 6],
    /// Lengths of the words that begin one before, here, and one behind, and that bridge from farther.
    pub(crate) words: [u8; 4],
}

pub(crate) fn decide(run: &mut Run, model: &Model) {
    let mut lengths = std::mem::take(&mut run.scratch);
    word_lengths(run, model, &mut lengths);
    let mut reach = 0;
    run.part_all();
    for at in 0..run.units.len().saturating_sub(1) {
        reach = reach.max(at + longest(lengths.get(at).copied().unwrap_or(0)));
        if reach > at + 1 || may_be_name(run, at) {
            let margin = margin(&gap(run, &lengths, at), model);
            if let Some(join) = run.joins.get_mut(at) {
                *join = margin > 0;
            }
        }
    }
    run.scratch = lengths;
}

/// For each unit a set of bits: a word of 2, 3, 4, 5, 6 units begins here.
pub(crate) fn word_lengths(run: &Run, model: &Model, out: &mut Vec<u8>) {
    out.clear();
    for at in 0..run.units.len() {
        let pair = run.bridge(at);
        let mut bits = u8::from(pair.cost() > 0);
        if pair.goes_on() {
            let rest = run.units.get(at + 2..).unwrap_or_default().iter().map(|u| u.id);
            model.lexicon.beyond(pair, rest, |len, _| bits |= 1 << (len - 2).min(7));
        }
        out.push(bits);
    }
}

/// Units that the longest of a set of words spans.
#[inline]
pub(crate) fn longest(bits: u8) -> usize {
    if bits == 0 { 1 } else { 9 - bits.leading_zeros() as usize }
}

/// Whether capitals may tie two units that no known word does.
pub(crate) fn may_be_name(run: &Run, at: usize) -> bool {
    let shape = |at: usize| run.units.get(at).map_or(Shape::Lower, |u| u.shape);
    matches!((shape(at), shape(at + 1)), (Shape::Capital | Shape::Upper, Shape::Capital | Shape::Upper))
}

pub(crate) fn gap(run: &Run, lengths: &[u8], at: usize) -> Gap {
    let mut ids = [EDGE; 6];
    let mut shapes = [7u8; 6];
    let from = at as isize - 2;
    for ((id, shape), d) in ids.iter_mut().zip(&mut shapes).zip(0..) {
        if let Some(unit) = usize::try_from(from + d).ok().and_then(|i| run.units.get(i)) {
            *id = unit.id;
            *shape = unit.shape as u8;
        }
    }
    let bits = |d: isize| at.checked_add_signed(d).and_then(|i| lengths.get(i)).copied().unwrap_or(0);
    let far = u8::from(longest(bits(-2)) > 3)
        | u8::from(longest(bits(-3)) > 4) << 1
        | u8::from(bits(-2) & 1 != 0) << 2
        | u8::from(bits(2) & 1 != 0) << 3;
    Gap { ids, shapes, words: [bits(-1) & 7, bits(0) & 15, bits(1) & 3, far] }
}

/// Hashes of the features of a gap.
#[inline]
pub(crate) fn features(gap: &Gap) -> [u32; FEATURES] {
    let [_, p, a, b, n, _] = gap.ids.map(u64::from);
    let [sq, sp, sa, sb, sn, _] = gap.shapes.map(u64::from);
    let [wp, wa, wn, far] = gap.words.map(u64::from);
    let pair = sa << 3 | sb;
    let here = wa & 1;
    [
        hash(1, a << 16 | b),
        hash(2, p << 32 | a << 16 | b),
        hash(3, a << 32 | b << 16 | n),
        hash(4, a << 1 | here),
        hash(5, b << 1 | here),
        hash(6, p << 16 | b),
        hash(7, a << 16 | n),
        hash(8, sq << 12 | sp << 9 | pair << 3 | sn | here << 20),
        hash(9, wp << 12 | wa << 8 | wn << 4 | far),
        hash(10, wa << 20 | wp << 16 | pair << 8 | sp << 4 | sn),
        hash(11, a << 16 | b << 32 | pair),
        hash(12, p << 8 | here << 1 | (wp & 1)),
        hash(13, n << 8 | here << 1 | (wn & 1)),
        hash(14, a << 8 | pair | u64::from(p == u64::from(EDGE)) << 7),
        hash(15, b << 8 | pair),
        hash(16, here << 2 | (wp & 1) << 1 | (wn & 1)),
    ]
}

/// One multiplication: the upper bits, which are taken, depend on all of the value.
#[inline]
fn hash(kind: u64, value: u64) -> u32 {
    let salted = value.wrapping_add(kind.wrapping_mul(0xD6E8_FEB8_6659_FD93));
    (salted.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 38) as u32
}

fn margin(gap: &Gap, model: &Model) -> i32 {
    let weights = &model.parts.weights;
    let mask = weights.len().wrapping_sub(1);
    let sum: i32 =
        features(gap).iter().map(|&f| weights.get(f as usize & mask).copied().map_or(0, i32::from)).sum();
    sum + i32::from(model.parts.bias)
}
