//! Sky, mountains, fields, water and weather.

use std::f32::consts::TAU;

use super::{
    canvas::{Canvas, HIGH, Spot, WIDE},
    dice::Dice,
    ink::{Ink, Palette, ink},
};
use crate::scene::{Light, Season};

/// A wavy line: a few sines of chance phase.
pub(crate) struct Wave(Vec<(f32, f32, f32)>);

impl Wave {
    pub(crate) fn new(dice: &Dice, high: f32, long: f32, parts: usize) -> Self {
        let mut waves = Vec::new();
        let (mut high, mut long) = (high, long);
        for _ in 0..parts {
            waves.push((
                high * dice.span(0.7, 1.1),
                TAU / (long * dice.span(0.8, 1.25)),
                dice.span(0.0, TAU),
            ));
            high *= 0.48;
            long *= 0.46;
        }
        Self(waves)
    }

    pub(crate) fn at(&self, x: f32) -> f32 {
        self.0.iter().map(|(high, speed, phase)| high * (x * speed + phase).sin()).sum()
    }
}

/// Steps across the sheet and a bit beyond its sides.
pub(crate) fn across(step: f32) -> impl Iterator<Item = f32> {
    let count = ((WIDE + 240.0) / step) as usize + 1;
    (0..=count).map(move |i| -120.0 + i as f32 * step)
}

/// Everything below a line.
pub(crate) fn below(line: &[Spot]) -> Vec<Spot> {
    let mut spots = line.to_vec();
    spots.push((WIDE + 400.0, line.last().map_or(0.0, |spot| spot.1)));
    spots.push((WIDE + 400.0, HIGH + 300.0));
    spots.push((-400.0, HIGH + 300.0));
    spots.push((-400.0, line.first().map_or(0.0, |spot| spot.1)));
    spots
}

pub(crate) fn sky(c: &mut Canvas, p: &Palette, d: &Dice, horizon: f32) {
    let low = (horizon / HIGH).clamp(0.2, 0.95);
    c.sheet_down(&[(0.0, p.sky_top), (low * 0.62, p.sky_mid), (low, p.sky_low), (1.0, p.sky_low)]);
    let x = d.span(200.0, 1000.0);
    match p.light {
        Light::Dawn => sun(c, x, horizon - d.span(30.0, 70.0), 44.0, ink(0xff_f3d6)),
        Light::Dusk => sun(c, x, horizon - d.span(20.0, 60.0), 54.0, ink(0xff_e2a0)),
        Light::Day => sun(c, x, d.span(80.0, 130.0), 36.0, ink(0xff_fbe6)),
        Light::Night => {
            for _ in 0..90 {
                let r = d.span(0.6, 1.9);
                c.disc(
                    d.span(-60.0, 1260.0),
                    d.span(-40.0, horizon - 80.0),
                    r,
                    ink(0xff_ffff).thin(d.span(0.25, 0.9)),
                );
            }
            c.glow(x, 120.0, 170.0, ink(0xdf_ebff), 0.45);
            c.disc(x, 120.0, 30.0, ink(0xfb_f7e4));
            c.disc(x - 9.0, 112.0, 6.0, ink(0xe6_e0c8));
            c.disc(x + 8.0, 127.0, 8.0, ink(0xe9_e3cc));
            c.disc(x + 11.0, 108.0, 4.0, ink(0xe6_e0c8));
        }
        Light::Mist => sun(c, x, d.span(100.0, 160.0), 34.0, ink(0xff_ffff)),
        Light::Rain => {}
    }
    clouds(c, p, d, horizon);
}

fn sun(c: &mut Canvas, x: f32, y: f32, r: f32, tone: Ink) {
    c.glow(x, y, r * 7.0, tone, 0.75);
    c.disc(x, y, r, tone);
}

fn clouds(c: &mut Canvas, p: &Palette, d: &Dice, horizon: f32) {
    let (count, tone, thin) = match p.light {
        Light::Night => (2, p.sky_low, 0.25),
        Light::Rain => (9, p.sky_top.darker(0.15), 0.5),
        Light::Mist => (3, ink(0xff_ffff), 0.4),
        Light::Dusk => (5, ink(0xff_b98a), 0.5),
        Light::Dawn => (4, ink(0xff_f0e2), 0.65),
        Light::Day => (4, ink(0xff_ffff), 0.8),
    };
    for _ in 0..count {
        let (x, y, w) = (d.span(-50.0, 1250.0), d.span(30.0, horizon * 0.62), d.span(90.0, 210.0));
        cloud(c, d, x, y, w, tone.thin(thin));
    }
}

fn cloud(c: &mut Canvas, d: &Dice, x: f32, y: f32, w: f32, tone: Ink) {
    let mut top: Vec<Spot> = Vec::new();
    let lumps = 6;
    for i in 0..=lumps {
        let share = i as f32 / lumps as f32;
        let rise = (share * std::f32::consts::PI).sin() * w * d.span(0.16, 0.34);
        top.push((x + (share - 0.5) * w * 1.5, y - rise));
    }
    top.push((x + w * 0.8, y + 6.0));
    top.push((x - w * 0.8, y + 6.0));
    c.blob(&top, tone);
}

/// A range of rounded mountains, shaded towards the haze at its foot.
pub(crate) fn ridge(c: &mut Canvas, p: &Palette, d: &Dice, y: f32, high: f32, depth: f32) -> Wave {
    let wave = Wave::new(d, high, 620.0 - depth * 160.0, 5);
    let line: Vec<Spot> = across(8.0).map(|x| (x, y + wave.at(x))).collect();
    let tone = p.far(depth);
    c.poly_down(&below(&line), (y - high, y + high * 2.2), tone, tone.with(p.sky_low, 0.42));
    wave
}

/// Three ranges behind each other.
pub(crate) fn ranges(c: &mut Canvas, p: &Palette, d: &Dice, horizon: f32) {
    ridge(c, p, d, horizon - 90.0, 62.0, 0.84);
    if p.light == Light::Mist {
        c.haze(horizon - 50.0, 70.0, ink(0xff_ffff), 0.75);
    }
    ridge(c, p, d, horizon - 40.0, 52.0, 0.6);
    if p.light == Light::Mist || p.light == Light::Dawn {
        c.haze(horizon, 60.0, p.sky_low.lighter(0.4), 0.7);
    }
    ridge(c, p, d, horizon + 10.0, 34.0, 0.36);
}

/// A limestone tower with a shaded side.
pub(crate) fn peak(
    c: &mut Canvas,
    p: &Palette,
    d: &Dice,
    (x, base): Spot,
    (wide, tall): (f32, f32),
    depth: f32,
) {
    let tone = p.far(depth);
    let lean = d.span(-0.12, 0.12) * wide;
    let top = (x + lean, base - tall);
    let steps = 9;
    let mut left = Vec::new();
    let mut right = Vec::new();
    for i in 0..=steps {
        let share = i as f32 / steps as f32;
        let spread = wide * (0.05 + 0.95 * share.powf(0.72)) * (0.7 + 0.3 * share);
        let y = base - tall * (1.0 - share) * if i == 0 { 1.0 } else { 0.985 };
        left.push((x + lean * (1.0 - share) - spread * d.span(0.9, 1.08) * 0.5, y));
        right.push((x + lean * (1.0 - share) + spread * d.span(0.9, 1.08) * 0.5, y));
    }
    let mut all = vec![top];
    all.extend(right.iter().copied());
    all.push((x + wide * 0.6, base + 60.0));
    all.push((x - wide * 0.6, base + 60.0));
    all.extend(left.iter().rev().copied());
    c.poly_down(&all, (base - tall, base + 30.0), tone, tone.with(p.sky_low, 0.38));
    let mut shade = vec![top];
    shade.extend(right.iter().copied());
    shade.push((x + wide * 0.12, base + 10.0));
    shade.push((x + lean * 0.5 + wide * 0.08, base - tall * 0.45));
    shade.push((x + lean + wide * 0.02, base - tall * 0.8));
    c.poly(&shade, tone.darker(0.35).thin(0.22));
    for _ in 0..5 {
        let share = d.span(0.25, 0.85);
        let at = x + lean * (1.0 - share) + wide * share * d.span(-0.3, 0.3);
        let y = base - tall * (1.0 - share);
        c.oval(
            at,
            y,
            d.span(5.0, 12.0) * (1.2 - depth),
            d.span(3.0, 7.0),
            p.leaf_deep.with(tone, 0.45 + depth * 0.4),
        );
    }
}

/// A row of limestone towers.
pub(crate) fn karst(c: &mut Canvas, p: &Palette, d: &Dice, base: f32, tall: f32, depth: f32, count: usize) {
    let step = (WIDE + 200.0) / count as f32;
    for i in 0..count {
        let x = -100.0 + step * (i as f32 + d.span(0.2, 0.8));
        let (wide, tall) = (step * d.span(0.75, 1.35), tall * d.span(0.5, 1.0));
        peak(c, p, d, (x, base), (wide, tall), depth);
    }
}

/// Ground from a gently waved line down to the lower edge.
pub(crate) fn ground(c: &mut Canvas, d: &Dice, y: f32, high: f32, tone: Ink) -> Wave {
    let wave = Wave::new(d, high, 700.0, 3);
    let line: Vec<Spot> = across(16.0).map(|x| (x, y + wave.at(x))).collect();
    c.poly_down(&below(&line), (y - high, HIGH), tone, tone.darker(0.16));
    wave
}

/// Stepped fields that follow a slope; `from` and `to` are heights at the middle.
pub(crate) fn terraces(c: &mut Canvas, p: &Palette, d: &Dice, from: f32, to: f32, tilt: f32) {
    let base = Wave::new(d, 34.0, 860.0, 2);
    let drift = Wave::new(d, 22.0, 560.0, 2);
    let count = 15;
    let wet = p.season == Season::Spring || p.season == Season::Winter && p.light == Light::Dawn;
    let lean = if d.chance(0.5) { tilt } else { -tilt };
    let mut turn = 0;
    for i in 0..=count {
        let share = i as f32 / count as f32;
        let y = from + (to - from) * share.powf(1.35);
        let line: Vec<Spot> = across(12.0)
            .map(|x| {
                let swing = base.at(x + share * 120.0) * (0.5 + share)
                    + drift.at(x * (1.0 + share * 0.25)) * (0.25 + share);
                (x, y + swing + (x - WIDE / 2.0) * lean * (1.0 - share * 0.7))
            })
            .collect();
        turn = (turn + 1 + d.below(2)) % 4;
        let field = match turn {
            0 => p.field,
            1 => p.field_alt,
            2 => p.field.with(p.leaf, 0.35),
            _ => p.field_alt.lighter(0.12),
        };
        let field = if wet && turn != 2 { p.water.with(p.sky_low, 0.45).with(field, 0.18) } else { field };
        let shade = field.with(p.far(0.5), (1.0 - share) * 0.3);
        let thick = 3.0 + share * 9.0;
        let bank = p.earth.with(p.leaf_deep, 0.55).with(p.far(0.5), (1.0 - share) * 0.35);
        let lip: Vec<Spot> = line.iter().map(|(x, y)| (*x, *y - thick)).collect();
        let deep = if i == count { 400.0 } else { 190.0 };
        c.poly(&strip(&lip, deep), bank);
        c.poly_down(&strip(&line, deep), (y - 40.0, y + 70.0), shade.lighter(0.14), shade);
        let edge: Vec<Spot> = line.iter().map(|(x, y)| (*x, *y - thick + 1.0)).collect();
        c.line(&edge, 1.2 + share * 1.6, bank.lighter(0.28).thin(0.7));
    }
}

/// The strip under a line: what a later strip covers anyway need not be painted.
fn strip(line: &[Spot], deep: f32) -> Vec<Spot> {
    line.iter().copied().chain(line.iter().rev().map(|(x, y)| (*x, *y + deep))).collect()
}

/// A river that widens towards the viewer, from `(x, y)` down.
pub(crate) fn river(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, wide: f32, tone: Ink) {
    let wave = Wave::new(d, 70.0, 420.0, 2);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let steps = 24;
    for i in 0..=steps {
        let share = i as f32 / steps as f32;
        let at = y + (HIGH + 40.0 - y) * share;
        let mid = x + wave.at(share * 420.0) * (0.3 + share) - wave.at(0.0) * 0.3;
        let half = 5.0 + wide * share.powf(1.4);
        left.push((mid - half, at));
        right.push((mid + half, at));
    }
    right.reverse();
    let bank: Vec<Spot> =
        left.iter().map(|(x, y)| (x - 9.0, *y)).chain(right.iter().map(|(x, y)| (x + 9.0, *y))).collect();
    c.poly(&bank, p.earth.with(p.grass, 0.4));
    let water: Vec<Spot> = left.iter().chain(right.iter()).copied().collect();
    c.poly_down(&water, (y, HIGH), tone.with(p.sky_low, 0.55), tone);
    for _ in 0..26 {
        let share = d.span(0.15, 1.0);
        let at = y + (HIGH - y) * share;
        let mid = x + wave.at(share * 420.0) * (0.3 + share) - wave.at(0.0) * 0.3;
        let half = wide * share.powf(1.4) * 0.8;
        let (sx, len) = (mid + d.span(-half, half), 12.0 + 46.0 * share);
        c.line(&[(sx, at), (sx + len, at)], 1.0 + 1.8 * share, p.sky_low.lighter(0.4).thin(0.45));
    }
}

/// Still water between two heights, with glints.
pub(crate) fn lake(c: &mut Canvas, p: &Palette, d: &Dice, from: f32, to: f32) {
    let area = [(-400.0, from), (WIDE + 400.0, from), (WIDE + 400.0, to), (-400.0, to)];
    c.poly_down(&area, (from, to), p.water.with(p.sky_low, 0.6), p.water.darker(0.14));
    for _ in 0..46 {
        let share = d.span(0.03, 1.0);
        let y = from + (to - from) * share;
        let x = d.span(-40.0, 1200.0);
        c.line(&[(x, y), (x + 20.0 + 80.0 * share, y)], 1.0 + 2.0 * share, p.sky_low.lighter(0.5).thin(0.38));
    }
}

/// What the air does in front of everything.
pub(crate) fn weather(c: &mut Canvas, p: &Palette, d: &Dice) {
    match p.light {
        Light::Rain => {
            for _ in 0..240 {
                let (x, y, len) = (d.span(-60.0, 1300.0), d.span(-60.0, 840.0), d.span(16.0, 44.0));
                c.line(
                    &[(x, y), (x - len * 0.28, y + len)],
                    d.span(0.8, 1.8),
                    ink(0xee_f5f8).thin(d.span(0.15, 0.45)),
                );
            }
            c.haze(430.0, 260.0, p.sky_low, 0.22);
        }
        Light::Mist => {
            c.haze(470.0, 120.0, ink(0xff_ffff), 0.34);
            c.haze(640.0, 90.0, ink(0xff_ffff), 0.12);
        }
        Light::Dawn => c.haze(470.0, 120.0, ink(0xff_f1dd), 0.22),
        Light::Dusk => c.haze(450.0, 200.0, ink(0xff_9a5a), 0.14),
        Light::Day | Light::Night => {}
    }
}

pub(crate) fn birds(c: &mut Canvas, p: &Palette, d: &Dice) {
    if matches!(p.light, Light::Night | Light::Rain) {
        return;
    }
    let (x, y) = (d.span(150.0, 950.0), d.span(90.0, 210.0));
    for i in 0..d.below(5) + 2 {
        let (x, y, s) = (x + i as f32 * d.span(24.0, 46.0), y + d.span(-22.0, 22.0), d.span(5.0, 9.0));
        c.curve(
            &[(x - s, y - s * 0.5), (x - s * 0.4, y - s * 0.7), (x, y), (x, y)],
            1.8,
            p.far(0.1).darker(0.2),
        );
        c.curve(
            &[(x, y), (x + s * 0.4, y - s * 0.7), (x + s, y - s * 0.5), (x + s, y - s * 0.5)],
            1.8,
            p.far(0.1).darker(0.2),
        );
    }
}
