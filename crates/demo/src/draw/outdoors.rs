//! Scenes under the sky without people's buildings in the middle: fields, forests, water, roads.

use super::{
    canvas::{Canvas, HIGH, Spot},
    dice::Dice,
    houses::{cottage, stilt},
    ink::{Palette, ink},
    land::{
        Wave, across, below, birds, ground, karst as towers, lake, ranges, ridge, river, sky,
        terraces as steps,
    },
    people::{Dress, person},
    plants::{bamboo, bushes, conifer, round_tree, tree, tufts},
    things::{barrier, excavator, motorbike, pylon, truck},
};
use crate::scene::{Light, Season};

pub(crate) fn terraces(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 330.0);
    birds(c, p, d);
    ranges(c, p, d, 320.0);
    steps(c, p, d, 350.0, 830.0, d_tilt(d));
    let at = [(d.span(120.0, 420.0), 446.0), (d.span(640.0, 1060.0), 500.0)];
    for (x, y) in at {
        tree(c, p, d, x + 70.0, y + 4.0, 64.0);
        stilt(c, p, d, x, y, 92.0);
        bushes_at(c, p, d, x, y + 2.0);
    }
    for _ in 0..d.below(4) + 3 {
        let (x, y) = (d.span(80.0, 1120.0), d.span(600.0, 740.0));
        person(c, p, d, x, y, 46.0 + (y - 600.0) * 0.16, Dress::Field);
    }
    let x = d.pick(40.0, &[1150.0]);
    bamboo(c, p, d, x, 800.0, 330.0);
}

fn d_tilt(d: &Dice) -> f32 {
    d.span(0.05, 0.16)
}

fn bushes_at(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32) {
    for _ in 0..4 {
        let tone = p.leaf_deep.with(p.leaf, d.span(0.1, 0.6));
        let (dx, r) = (d.span(-70.0, 70.0), d.span(7.0, 13.0));
        round_tree(c, d, x + dx, y + d.span(-2.0, 5.0), r, tone);
    }
}

pub(crate) fn karst(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 430.0);
    birds(c, p, d);
    towers(c, p, d, 460.0, 330.0, 0.84, 6);
    c.haze(450.0, 80.0, p.sky_low.lighter(0.3), 0.6);
    towers(c, p, d, 480.0, 300.0, 0.55, 5);
    c.haze(480.0, 70.0, p.sky_low.lighter(0.3), 0.55);
    let side = d.pick(0.0, &[760.0]);
    for i in 0..3 {
        let x = side + 70.0 + 150.0 * i as f32;
        let (wide, tall) = (d.span(190.0, 280.0), d.span(230.0, 370.0));
        super::land::peak(c, p, d, (x, 520.0), (wide, tall), 0.22);
    }
    ground(c, d, 515.0, 6.0, p.grass);
    patchwork(c, p, d, 520.0);
    let bend = d.span(450.0, 720.0);
    river(c, p, d, bend, 522.0, 170.0, p.water);
    let (x, y) = (bend + d.span(-330.0, -230.0), 560.0);
    for i in 0..3 {
        cottage(c, p, d, x + 74.0 * i as f32, y + d.span(-5.0, 8.0), 60.0);
        bushes_at(c, p, d, x + 74.0 * i as f32, y + 4.0);
    }
    bushes(c, p, d, 540.0, 14, 11.0);
    boat(c, p, d, bend + d.span(-20.0, 30.0), 690.0);
    tufts(c, p, d, 700.0, 60);
    let corner = if side > 100.0 { 60.0 } else { 1140.0 };
    bamboo(c, p, d, corner, 805.0, 360.0);
}

fn boat(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32) {
    person(c, p, d, x + 20.0, y + 2.0, 76.0, Dress::Field);
    c.blob(
        &[
            (x - 92.0, y - 12.0),
            (x - 40.0, y + 2.0),
            (x + 40.0, y + 2.0),
            (x + 92.0, y - 12.0),
            (x + 58.0, y + 18.0),
            (x - 58.0, y + 18.0),
        ],
        p.on(0x5d_3f2b),
    );
    c.line(&[(x + 44.0, y - 60.0), (x + 70.0, y + 30.0)], 3.4, p.on(0xb8_8d55));
}

/// Narrow fields on a plain.
fn patchwork(c: &mut Canvas, p: &Palette, d: &Dice, from: f32) {
    let mut y = from;
    let mut row = 0;
    while y < HIGH + 20.0 {
        let high = 12.0 + (y - from) * 0.2;
        let mut x = -160.0 - d.span(0.0, 120.0);
        while x < 1360.0 {
            let w = high * d.span(4.0, 8.5);
            let tone = d.pick(
                p.field,
                &[p.field_alt, p.grass, p.leaf.with(p.field, 0.5), p.earth.with(p.field, 0.55)],
            );
            let shift = (600.0 - x) * high / 900.0;
            c.poly(
                &[
                    (x + shift * 0.2, y),
                    (x + w + shift * 0.2 - 3.0, y),
                    (x + w - shift * 0.2 - 3.0, y + high - 2.5),
                    (x - shift * 0.2, y + high - 2.5),
                ],
                tone.thin(0.85),
            );
            x += w;
        }
        y += high;
        row += 1;
        if row > 40 {
            break;
        }
    }
}

pub(crate) fn forest(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 320.0);
    birds(c, p, d);
    ridge(c, p, d, 230.0, 60.0, 0.84);
    ridge(c, p, d, 290.0, 52.0, 0.62);
    for layer in 0..5 {
        let near = layer as f32 / 4.0;
        let y = 350.0 + 108.0 * layer as f32;
        let wave = Wave::new(d, 46.0, 700.0, 3);
        let back = p.leaf_deep.with(p.far(0.72), (1.0 - near) * 0.8);
        let line: Vec<Spot> = across(16.0).map(|x| (x, y + wave.at(x))).collect();
        let size = 20.0 + 34.0 * near;
        let count = (1400.0 / (size * 0.62)) as usize;
        for i in 0..count {
            let x = -80.0 + 1360.0 * i as f32 / count as f32 + d.span(-8.0, 8.0);
            let base = y + wave.at(x);
            let tone = back.with(p.leaf.with(p.far(0.72), (1.0 - near) * 0.7), d.span(0.0, 0.55));
            if d.chance(0.32) {
                conifer(c, p, d, x, base + size * 0.6, size * d.span(2.6, 3.9), tone.darker(0.1));
            } else {
                round_tree(c, d, x, base - size * d.span(0.0, 0.5), size * d.span(0.7, 1.1), tone);
            }
        }
        c.poly_down(&below(&line), (y, y + 150.0), back, back.darker(0.18));
        if matches!(p.light, Light::Mist | Light::Dawn) && layer < 4 {
            c.haze(y + 66.0, 58.0, p.sky_low.lighter(0.4), 0.66 - 0.12 * near);
        }
    }
    for _ in 0..9 {
        let (x, tall) = (d.span(-40.0, 1240.0), d.span(170.0, 270.0));
        let tone = p.leaf_deep.darker(0.22);
        conifer(c, p, d, x, 860.0, tall, tone);
    }
}

pub(crate) fn tea_hills(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 330.0);
    birds(c, p, d);
    ranges(c, p, d, 320.0);
    for layer in 0..4 {
        let near = layer as f32 / 3.0;
        let (mid, y) = (d.span(150.0, 1050.0), 400.0 + 105.0 * layer as f32);
        let (wide, tall) = (d.span(520.0, 760.0), 110.0 + 50.0 * near);
        let dome = |x: f32, mid: f32| y - tall * (-((x - mid) / wide).powi(2) * 2.2).exp() + 40.0;
        let other = if mid > 600.0 { mid - 720.0 } else { mid + 720.0 };
        let hill = |x: f32| dome(x, mid).min(dome(x, other) + 26.0);
        let tone = p.leaf.with(p.leaf_deep, 0.35).with(p.far(0.6), (1.0 - near) * 0.45);
        let line: Vec<Spot> = across(12.0).map(|x| (x, hill(x))).collect();
        c.poly_down(&below(&line), (y - tall, y + 160.0), tone.lighter(0.18), tone.darker(0.1));
        let rows = 13;
        for row in 1..rows {
            let s = row as f32 / rows as f32;
            let curve: Vec<Spot> = across(20.0)
                .map(|x| (x, hill(x) + (10.0 + 190.0 * s.powf(1.2)) * (0.5 + near * 0.6)))
                .collect();
            c.line(&curve, (4.0 + 9.0 * near) * (0.5 + s), tone.darker(0.2));
            let lit: Vec<Spot> =
                curve.iter().map(|(x, y)| (*x, *y - (2.0 + 3.4 * near) * (0.5 + s))).collect();
            c.line(&lit, (2.0 + 5.0 * near) * (0.5 + s), tone.lighter(0.16));
        }
        if layer < 3 {
            tree(c, p, d, mid + d.span(-200.0, 200.0), y - tall * 0.72 + 44.0, 54.0 + 22.0 * near);
        }
    }
    for _ in 0..5 {
        let (x, y) = (d.span(120.0, 1080.0), d.span(610.0, 760.0));
        let tall = 74.0 + (y - 610.0) * 0.34;
        person(c, p, d, x, y, tall, Dress::Field);
        c.oval(x, y + 2.0, tall * 0.42, tall * 0.13, p.leaf_deep.with(p.leaf, 0.4));
        c.oval(x - tall * 0.3, y - tall * 0.1, tall * 0.14, tall * 0.12, p.on(0xc4_9558));
    }
}

pub(crate) fn harvest(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 390.0);
    birds(c, p, d);
    ranges(c, p, d, 380.0);
    let gold =
        if p.season == Season::Spring || p.season == Season::Summer { p.on(0xdc_bd4e) } else { p.field };
    ground(c, d, 412.0, 8.0, gold);
    for i in 0..6 {
        let x = d.span(-20.0, 1220.0);
        cottage(c, p, d, x, 420.0 + i as f32, 46.0);
        bushes_at(c, p, d, x, 422.0);
    }
    bushes(c, p, d, 416.0, 26, 12.0);
    for row in 0..17 {
        let s = row as f32 / 17.0;
        let y = 436.0 + 380.0 * s.powf(1.5);
        let tone = if row % 2 == 0 { gold.lighter(0.14) } else { gold.darker(0.08) };
        for _ in 0..120 {
            let x = d.span(-30.0, 1230.0);
            let tall = 6.0 + 22.0 * s;
            let lean = d.span(-0.3, 0.5) * tall;
            c.line(&[(x, y + tall), (x + lean, y)], 1.2 + 2.2 * s, tone.with(p.leaf, d.span(0.0, 0.22)));
        }
    }
    let cut: Vec<Spot> =
        vec![(380.0, 560.0), (900.0, 556.0), (1240.0, 690.0), (1240.0, 830.0), (160.0, 830.0)];
    c.poly_down(&cut, (556.0, 820.0), p.earth.with(gold, 0.55), p.earth.with(gold, 0.3));
    for i in 0..90 {
        let s = (i % 9) as f32 / 9.0;
        let (x, y) = (d.span(330.0, 1120.0), 570.0 + 230.0 * s);
        c.line(&[(x, y), (x, y - 5.0 - 5.0 * s)], 2.0, gold.lighter(0.15));
    }
    for i in 0..7 {
        let (x, y) = (360.0 + 120.0 * i as f32 + d.span(-30.0, 30.0), d.span(610.0, 770.0));
        sheaf(c, p, x + 56.0, y, 44.0);
        let tall = 96.0 + (y - 610.0) * 0.3;
        person(c, p, d, x, y, tall, if i % 3 == 0 { Dress::Plain } else { Dress::Field });
    }
    truck(c, p, d, d.pick(820.0, &[520.0]), 596.0, 130.0);
}

fn sheaf(c: &mut Canvas, p: &Palette, x: f32, y: f32, size: f32) {
    let straw = p.on(0xe3_bf5a);
    for i in 0..9 {
        let lean = (i as f32 - 4.0) / 4.0 * size * 0.5;
        c.line(
            &[(x - lean * 0.7, y), (x, y - size * 0.5), (x + lean, y - size)],
            4.0,
            if i % 2 == 0 { straw } else { straw.darker(0.12) },
        );
    }
    c.rect(x - size * 0.16, y - size * 0.58, size * 0.32, size * 0.13, p.on(0x9c_7434));
}

pub(crate) fn reservoir(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 330.0);
    birds(c, p, d);
    ranges(c, p, d, 320.0);
    lake(c, p, d, 370.0, 560.0);
    for side in [-1.0f32, 1.0] {
        let x = 600.0 + side * 600.0;
        let shore = [
            (x, 330.0),
            (x - side * 200.0, 372.0),
            (x - side * 330.0, 430.0),
            (x - side * 420.0, 520.0),
            (x - side * 380.0, 640.0),
            (x + side * 300.0, 700.0),
            (x + side * 300.0, 300.0),
        ];
        c.poly_down(&shore, (330.0, 620.0), p.far(0.3), p.leaf_deep);
        for _ in 0..40 {
            let s = d.span(0.0, 1.0);
            let (px, py) = (x - side * (s * 330.0 - 10.0), 372.0 + s * s * 120.0 + d.span(-20.0, 60.0));
            let tone = p.leaf_deep.with(p.leaf, d.span(0.0, 0.7));
            round_tree(c, d, px, py, d.span(9.0, 18.0), tone);
        }
    }
    let stone = p.on(0xc6_c2b7);
    let (top, low) = (540.0, 720.0);
    c.poly_down(
        &[(120.0, top), (1080.0, top), (960.0, low), (240.0, low)],
        (top, low),
        stone,
        stone.darker(0.25),
    );
    for i in 0..10 {
        let x = 180.0 + 93.0 * i as f32;
        c.line(&[(x, top), (600.0 + (x - 600.0) * 0.76, low)], 2.0, stone.darker(0.3).thin(0.5));
    }
    let spill = d.chance(0.5) || p.light == Light::Rain;
    for i in 0..3 {
        let x = 480.0 + 90.0 * i as f32;
        c.rect(x, top - 26.0, 62.0, 66.0, stone.darker(0.32));
        c.rect(x + 8.0, top - 16.0, 46.0, 56.0, p.on(0x3f_6b86));
        if spill || i == 1 {
            c.poly_down(
                &[
                    (x + 6.0, top + 40.0),
                    (x + 56.0, top + 40.0),
                    (x + 66.0, low + 20.0),
                    (x - 6.0, low + 20.0),
                ],
                (top + 40.0, low + 20.0),
                ink(0xff_ffff).thin(0.95),
                p.water.lighter(0.55),
            );
        }
    }
    c.rect(100.0, top - 40.0, 1000.0, 18.0, stone.lighter(0.3));
    for i in 0..34 {
        c.rect(110.0 + 29.4 * i as f32, top - 58.0, 4.0, 20.0, stone.lighter(0.5));
    }
    c.rect(100.0, top - 60.0, 1000.0, 5.0, stone.lighter(0.55));
    c.rect(450.0, top - 112.0, 330.0, 54.0, p.on(0xf0_e2c0));
    c.poly(
        &[(436.0, top - 112.0), (794.0, top - 112.0), (760.0, top - 142.0), (470.0, top - 142.0)],
        p.on(0xa8_4b38),
    );
    for i in 0..6 {
        c.rect(470.0 + 52.0 * i as f32, top - 98.0, 28.0, 24.0, p.window());
    }
    lake(c, p, d, low, 860.0);
    if spill {
        for _ in 0..40 {
            c.oval(
                d.span(440.0, 780.0),
                d.span(low + 2.0, low + 34.0),
                d.span(10.0, 34.0),
                d.span(3.0, 8.0),
                ink(0xff_ffff).thin(0.5),
            );
        }
    }
    for (x, w) in [(0.0, 260.0f32), (1200.0, -260.0)] {
        c.blob(
            &[(x, 640.0), (x + w * 0.6, 690.0), (x + w, 830.0), (x - w, 900.0), (x - w, 600.0)],
            p.grass.darker(0.05),
        );
    }
    bushes(c, p, d, 800.0, 14, 24.0);
}

/// A road on a slope, from the lower left up to the pass; gives the lane's middle line.
fn lane(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 310.0);
    birds(c, p, d);
    ranges(c, p, d, 300.0);
    let hill: Vec<Spot> =
        across(16.0).map(|x| (x, 470.0 - (x - 100.0) * 0.26 + (x * 0.013).sin() * 16.0)).collect();
    c.poly_down(&below(&hill), (180.0, 700.0), p.leaf_deep.with(p.far(0.4), 0.42), p.leaf_deep);
    for _ in 0..150 {
        let x = d.span(-60.0, 1260.0);
        let y = 470.0 - (x - 100.0) * 0.26 + d.span(4.0, 300.0);
        let tone = p.leaf_deep.with(p.leaf, d.span(0.0, 0.65));
        round_tree(c, d, x, y, d.span(10.0, 24.0), tone);
    }
}

fn tarmac(c: &mut Canvas, p: &Palette) {
    let grey = p.on(0x6b_6e74);
    c.poly(
        &[(-200.0, 640.0), (1400.0, 600.0), (1400.0, 770.0), (-200.0, 830.0)],
        p.earth.with(p.grass, 0.35),
    );
    c.poly_down(
        &[(-200.0, 654.0), (1400.0, 612.0), (1400.0, 744.0), (-200.0, 800.0)],
        (610.0, 790.0),
        grey.lighter(0.08),
        grey.darker(0.1),
    );
    for i in 0..12 {
        let x = -100.0 + 118.0 * i as f32;
        let y = 727.0 - (x + 200.0) * 0.03;
        c.line(&[(x, y), (x + 56.0, y - 1.8)], 6.0, p.on(0xf4_efe0));
    }
}

fn rail(c: &mut Canvas, p: &Palette) {
    let steel = p.on(0xd5_d9d8);
    for i in 0..20 {
        let x = -60.0 + 70.0 * i as f32;
        c.rect(x, 758.0 - (x + 200.0) * 0.034, 10.0, 40.0, p.on(0xf2_f0ea));
        c.rect(x, 758.0 - (x + 200.0) * 0.034, 10.0, 12.0, p.on(0xd6_3428));
    }
    c.line(&[(-200.0, 776.0), (1400.0, 722.0)], 12.0, steel);
    c.line(&[(-200.0, 780.0), (1400.0, 726.0)], 4.0, steel.darker(0.25));
}

pub(crate) fn road(c: &mut Canvas, p: &Palette, d: &Dice) {
    lane(c, p, d);
    // the road again, higher up, in one long loop
    let grey = p.on(0x85_888c).with(p.far(0.5), 0.3);
    let bends = [
        (180.0, 560.0),
        (420.0, 530.0),
        (820.0, 512.0),
        (1040.0, 486.0),
        (1140.0, 446.0),
        (1060.0, 408.0),
        (860.0, 410.0),
        (700.0, 396.0),
        (650.0, 366.0),
        (740.0, 342.0),
        (900.0, 330.0),
        (1080.0, 290.0),
        (1260.0, 270.0),
    ];
    for (wide, ink) in [(22.0, p.earth.with(p.leaf_deep, 0.4)), (14.0, grey)] {
        for (part, share) in [(0..5, 1.0), (4..9, 0.75), (8..13, 0.5f32)] {
            let some: Vec<Spot> =
                bends.iter().copied().skip(part.start).take(part.end - part.start).collect();
            c.curve(&some, wide * share, ink);
        }
    }
    bushes(c, p, d, 640.0, 26, 26.0);
    tarmac(c, p);
    match d.below(3) {
        0 => truck(c, p, d, 760.0, 700.0, 210.0),
        1 => motorbike(c, p, d, 420.0, 740.0, 130.0),
        _ => {
            truck(c, p, d, 830.0, 692.0, 190.0);
            motorbike(c, p, d, 330.0, 750.0, 124.0);
        }
    }
    rail(c, p);
}

pub(crate) fn landslide(c: &mut Canvas, p: &Palette, d: &Dice) {
    lane(c, p, d);
    bushes(c, p, d, 640.0, 24, 26.0);
    tarmac(c, p);
    let soil = p.on(0xa4_6d42);
    let x = d.span(400.0, 520.0);
    let crest = 470.0 - x * 0.26;
    let scar = [
        (x + 60.0, crest + 44.0),
        (x + 130.0, crest + 8.0),
        (x + 230.0, crest + 14.0),
        (x + 280.0, crest + 90.0),
        (x + 300.0, 520.0),
        (x + 380.0, 640.0),
        (x + 470.0, 720.0),
        (x + 360.0, 764.0),
        (x + 60.0, 786.0),
        (x - 200.0, 768.0),
        (x - 250.0, 710.0),
        (x - 90.0, 620.0),
        (x + 10.0, 500.0),
        (x + 30.0, crest + 110.0),
    ];
    c.blob(&scar, soil.darker(0.18));
    let fresh: Vec<Spot> = scar
        .iter()
        .map(|(sx, sy)| (x + 120.0 + (sx - x - 120.0) * 0.8, 790.0 + (sy - 790.0) * 0.93))
        .collect();
    c.blob(&fresh, soil);
    for i in 0..3 {
        let (gx, s) = (x + 70.0 + 70.0 * i as f32, i as f32);
        c.curve(
            &[
                (gx, crest + 110.0),
                (gx - 14.0, 470.0),
                (gx - 30.0 + 26.0 * s, 580.0),
                (gx - 90.0 + 80.0 * s, 700.0),
            ],
            13.0,
            soil.darker(0.2).thin(0.55),
        );
    }
    for _ in 0..26 {
        let s = d.span(0.1, 1.0);
        let (sx, sy) =
            (x + 140.0 + d.span(-80.0, 80.0) * (1.0 + s * 1.6), crest + 90.0 + (680.0 - crest - 90.0) * s);
        c.line(
            &[(sx, sy), (sx + d.span(-16.0, 10.0), sy + d.span(20.0, 60.0))],
            d.span(2.0, 6.0),
            soil.darker(d.span(0.1, 0.3)).thin(0.6),
        );
    }
    for _ in 0..34 {
        let (rx, ry, r) = (x + d.span(-200.0, 390.0), d.span(680.0, 770.0), d.span(7.0, 26.0));
        let tone = if d.chance(0.4) { p.on(0x8e_8a84) } else { soil.darker(d.span(0.05, 0.35)) };
        c.blob(
            &[
                (rx - r, ry),
                (rx - r * 0.6, ry - r * 0.9),
                (rx + r * 0.5, ry - r),
                (rx + r, ry - r * 0.1),
                (rx + r * 0.5, ry + r * 0.4),
                (rx - r * 0.6, ry + r * 0.4),
            ],
            tone,
        );
    }
    for _ in 0..3 {
        let tx = x + d.span(-60.0, 260.0);
        c.line(&[(tx, 720.0), (tx + d.span(60.0, 120.0), d.span(640.0, 690.0))], 9.0, p.on(0x5b_4136));
    }
    excavator(c, p, x + 590.0, 742.0, 250.0);
    barrier(c, p, x - 330.0, 770.0, 130.0);
    person(c, p, d, x - 250.0, 768.0, 118.0, Dress::Worker);
    person(c, p, d, x + 410.0, 770.0, 112.0, Dress::Worker);
}

pub(crate) fn flood(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 360.0);
    ranges(c, p, d, 350.0);
    let bank = ground(c, d, 420.0, 12.0, p.grass);
    for i in 0..4 {
        let x = 130.0 + 300.0 * i as f32 + d.span(-60.0, 60.0);
        stilt(c, p, d, x, 470.0 + bank.at(x) * 0.3, 150.0);
        tree(c, p, d, x + 110.0, 474.0, 110.0);
    }
    let mud = p.on(0xa9_7f52);
    let surface = Wave::new(d, 9.0, 260.0, 3);
    let line: Vec<Spot> = across(12.0).map(|x| (x, 500.0 + surface.at(x))).collect();
    c.poly_down(&below(&line), (490.0, 820.0), mud.lighter(0.2), mud.darker(0.22));
    for _ in 0..9 {
        let x = d.span(20.0, 1180.0);
        let y = d.span(560.0, 700.0);
        tree(c, p, d, x, y + 20.0, d.span(90.0, 150.0));
        c.oval(x, y + 20.0, 44.0, 15.0, mud.lighter(0.04));
        c.line(&[(x - 40.0, y + 16.0), (x + 46.0, y + 14.0)], 3.0, mud.lighter(0.4).thin(0.6));
    }
    for _ in 0..70 {
        let s = d.span(0.0, 1.0);
        let (x, y) = (d.span(-40.0, 1220.0), 512.0 + 300.0 * s);
        let len = 30.0 + 90.0 * s;
        c.curve(
            &[(x, y), (x + len * 0.3, y - 5.0 - 6.0 * s), (x + len * 0.7, y + 5.0), (x + len, y - 2.0)],
            1.6 + 3.4 * s,
            mud.lighter(0.42).thin(0.5),
        );
    }
    for _ in 0..4 {
        let (x, y) = (d.span(60.0, 1100.0), d.span(600.0, 780.0));
        c.line(&[(x, y), (x + d.span(50.0, 110.0), y + d.span(-12.0, 12.0))], 9.0, p.on(0x4d_3626));
    }
    c.line(&[(980.0, 790.0), (980.0, 540.0)], 14.0, p.on(0xf5_f3ee));
    for i in 0..8 {
        c.rect(973.0, 548.0 + 30.0 * i as f32, 14.0, 14.0, p.on(0xd6_3428));
    }
}

pub(crate) fn power_line(c: &mut Canvas, p: &Palette, d: &Dice) {
    sky(c, p, d, 380.0);
    birds(c, p, d);
    ranges(c, p, d, 360.0);
    let hill = ground(c, d, 450.0, 44.0, p.leaf.with(p.far(0.5), 0.35));
    let steel = p.on(0x5b_666e);
    let spots: Vec<(f32, f32, f32)> = [(1130.0, 160.0), (900.0, 210.0), (610.0, 300.0), (200.0, 470.0)]
        .iter()
        .map(|(x, tall)| (x + d.span(-30.0, 30.0), 466.0 + hill.at(*x) + (tall - 160.0) * 0.72, *tall))
        .collect();
    let front = ground(c, d, 560.0, 30.0, p.leaf);
    bushes(c, p, d, 562.0, 40, 15.0);
    for (x, y, tall) in &spots {
        pylon(c, *x, *y + tall * 0.12, *tall, steel.with(p.far(0.7), (1.0 - tall / 470.0) * 0.5));
    }
    for (one, next) in spots.iter().zip(spots.iter().skip(1)) {
        for (at, arm) in [(0.72, 0.2), (0.72, -0.2), (0.83, 0.16), (0.83, -0.16)] {
            let end = |(x, y, tall): &(f32, f32, f32)| (x + tall * arm, y + tall * 0.12 - tall * at);
            let (a, b) = (end(one), end(next));
            let wire: Vec<Spot> = (0..=16)
                .map(|i| {
                    let s = i as f32 / 16.0;
                    (
                        a.0 + (b.0 - a.0) * s,
                        a.1 + (b.1 - a.1) * s + 4.0 * s * (1.0 - s) * (b.0 - a.0).abs() * 0.09,
                    )
                })
                .collect();
            c.line(&wire, 1.8, steel.darker(0.3).thin(0.85));
        }
    }
    ground(c, d, 690.0, 24.0, p.grass);
    for i in 0..5 {
        let x = 640.0 + 110.0 * i as f32 + d.span(-20.0, 20.0);
        cottage(c, p, d, x, 668.0 + front.at(x) * 0.4, 96.0);
    }
    bushes(c, p, d, 700.0, 18, 22.0);
    tufts(c, p, d, 720.0, 50);
}
