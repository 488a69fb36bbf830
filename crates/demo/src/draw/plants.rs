//! Trees, bushes and flowers.

use super::{
    canvas::{Canvas, Spot},
    dice::Dice,
    ink::{Ink, Palette},
};
use crate::scene::Season;

/// A leafy tree standing at `(x, y)`; in spring it may be a peach in flower.
pub(crate) fn tree(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, tall: f32) {
    let flowering = p.season == Season::Spring && d.chance(0.4);
    if flowering {
        blossom(c, p, d, x, y, tall * 0.8);
        return;
    }
    trunk(c, p, x, y, tall);
    let tone = p.leaf.with(p.leaf_deep, d.span(0.0, 0.8));
    crown(c, d, x, y - tall * 0.68, tall * 0.36, tone);
}

/// A peach tree in flower.
pub(crate) fn blossom(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, tall: f32) {
    trunk(c, p, x, y, tall);
    let bark = p.on(0x5b_4136);
    c.curve(
        &[(x, y - tall * 0.4), (x - tall * 0.1, y - tall * 0.6), (x - tall * 0.28, y - tall * 0.8)],
        tall * 0.03,
        bark,
    );
    c.curve(
        &[(x, y - tall * 0.35), (x + tall * 0.1, y - tall * 0.55), (x + tall * 0.3, y - tall * 0.72)],
        tall * 0.03,
        bark,
    );
    let tone = p.on(0xf3_9db4);
    for _ in 0..26 {
        let (dx, dy) = (d.span(-0.38, 0.38), d.span(-0.34, 0.2));
        let tone = if d.chance(0.4) { tone.lighter(0.4) } else { tone.with(p.on(0xd9_5f86), 0.25) };
        c.disc(x + dx * tall, y - tall * 0.74 + dy * tall, tall * d.span(0.04, 0.1), tone.thin(0.92));
    }
}

fn trunk(c: &mut Canvas, p: &Palette, x: f32, y: f32, tall: f32) {
    let w = tall * 0.05;
    c.poly(
        &[(x - w, y), (x - w * 0.5, y - tall * 0.55), (x + w * 0.5, y - tall * 0.55), (x + w, y)],
        p.on(0x5b_4136),
    );
}

fn crown(c: &mut Canvas, d: &Dice, x: f32, y: f32, r: f32, tone: Ink) {
    let lump = |c: &mut Canvas, d: &Dice, x: f32, y: f32, r: f32, tone: Ink| {
        let spots: Vec<Spot> = (0..9)
            .map(|i| {
                let turn = i as f32 / 9.0 * std::f32::consts::TAU;
                let r = r * d.span(0.88, 1.16);
                (x + r * turn.cos(), y + r * 0.9 * turn.sin())
            })
            .collect();
        c.blob(&spots, tone);
    };
    lump(c, d, x, y, r, tone.darker(0.12));
    lump(c, d, x - r * 0.18, y - r * 0.2, r * 0.76, tone);
    lump(c, d, x - r * 0.3, y - r * 0.34, r * 0.42, tone.lighter(0.14));
}

/// A fir or pine.
pub(crate) fn conifer(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, tall: f32, tone: Ink) {
    c.rect(x - tall * 0.02, y - tall * 0.14, tall * 0.04, tall * 0.14, p.on(0x53_3d33));
    for i in 0..4 {
        let share = i as f32 / 4.0;
        let top = y - tall * (1.0 - share * 0.62);
        let low = top + tall * 0.36;
        let half = tall * (0.1 + share * 0.15) * d.span(0.92, 1.08);
        c.poly(&[(x, top), (x + half, low), (x - half, low)], tone.darker(0.05 * share));
        c.poly(&[(x, top), (x + half, low), (x + half * 0.1, low)], tone.darker(0.22).thin(0.5));
    }
}

/// A broad round tree without details, for woods.
pub(crate) fn round_tree(c: &mut Canvas, d: &Dice, x: f32, y: f32, r: f32, tone: Ink) {
    let spots: Vec<Spot> = (0..8)
        .map(|i| {
            let turn = i as f32 / 8.0 * std::f32::consts::TAU;
            let r = r * d.span(0.9, 1.15);
            (x + r * turn.cos(), y + r * turn.sin())
        })
        .collect();
    c.blob(&spots, tone);
    c.oval(x - r * 0.25, y - r * 0.32, r * 0.5, r * 0.38, tone.lighter(0.13).thin(0.7));
}

/// A bamboo clump.
pub(crate) fn bamboo(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, tall: f32) {
    for i in 0..9 {
        let lean = (i as f32 - 4.0) * tall * 0.07 + d.span(-6.0, 6.0);
        let high = tall * d.span(0.75, 1.05);
        let tip = (x + lean * 1.7, y - high * 0.94);
        c.curve(
            &[(x + lean * 0.15, y), (x + lean * 0.4, y - high * 0.6), (x + lean, y - high), tip],
            tall * 0.014,
            p.leaf,
        );
        for _ in 0..7 {
            let share = d.span(0.5, 1.0);
            let (lx, ly) = (x + lean * share * 1.15, y - high * share);
            let (dx, dy) = (d.span(-0.12, 0.12) * tall, d.span(0.01, 0.09) * tall);
            c.curve(
                &[(lx, ly), (lx + dx * 0.6, ly + dy * 0.2), (lx + dx, ly + dy)],
                tall * 0.012,
                p.leaf_deep.with(p.leaf, 0.4),
            );
        }
    }
}

/// Low bushes along a line.
pub(crate) fn bushes(c: &mut Canvas, p: &Palette, d: &Dice, y: f32, count: usize, size: f32) {
    for _ in 0..count {
        let x = d.span(-40.0, 1240.0);
        let tone = p.leaf_deep.with(p.leaf, d.span(0.0, 0.7));
        round_tree(c, d, x, y + d.span(-6.0, 10.0), size * d.span(0.6, 1.2), tone);
    }
}

/// Tufts of grass in the foreground.
pub(crate) fn tufts(c: &mut Canvas, p: &Palette, d: &Dice, from: f32, count: usize) {
    for _ in 0..count {
        let (x, y) = (d.span(-20.0, 1220.0), d.span(from, 800.0));
        let size = 6.0 + (y - from).max(0.0) * 0.06;
        let tone = p.leaf_deep.with(p.grass, d.span(0.2, 0.7));
        for i in 0..4 {
            let lean = (i as f32 - 1.5) * size * 0.45;
            c.line(&[(x + lean * 0.3, y), (x + lean, y - size * d.span(0.7, 1.3))], 1.8, tone);
        }
    }
}
