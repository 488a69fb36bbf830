//! Scenes among houses: hamlets, schools, offices, markets, festivals.

use super::{
    canvas::{Canvas, Spot},
    dice::Dice,
    houses::{cottage, gate, long_house, office, stall, stilt},
    ink::{Palette, ink},
    land::{birds, ground, karst as towers, ranges, river, sky, terraces},
    people::{Dress, buffalo, person},
    plants::{bamboo, blossom, bushes, round_tree, tree, tufts},
    things::{bucket, bunting, flagpole, motorbike, speaker_pole, tank, truck},
};
use crate::scene::Season;

fn behind(c: &mut Canvas, p: &Palette, d: &Dice, horizon: f32) {
    sky(c, p, d, horizon);
    birds(c, p, d);
    if d.chance(0.4) {
        towers(c, p, d, horizon + 20.0, 210.0, 0.72, 6);
        c.haze(horizon, 70.0, p.sky_low.lighter(0.3), 0.55);
        towers(c, p, d, horizon + 40.0, 150.0, 0.45, 5);
    } else {
        ranges(c, p, d, horizon);
    }
}

fn smoke(c: &mut Canvas, d: &Dice, x: f32, y: f32) {
    for i in 0..9 {
        let s = i as f32;
        c.disc(
            x + s * 5.0 + d.span(-5.0, 5.0),
            y - s * 15.0,
            6.0 + s * 2.4,
            ink(0xf6_f4ee).thin(0.3 - s * 0.03),
        );
    }
}

pub(crate) fn stilt_houses(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 370.0);
    ground(c, d, 420.0, 24.0, p.leaf.with(p.far(0.4), 0.3));
    bushes(c, p, d, 432.0, 30, 17.0);
    for i in 0..5 {
        let x = 90.0 + 250.0 * i as f32 + d.span(-50.0, 50.0);
        stilt(c, p, d, x, 480.0 + d.span(-14.0, 14.0), 150.0);
        tree(c, p, d, x + 120.0, 486.0, 110.0);
    }
    ground(c, d, 520.0, 16.0, p.grass);
    let main = d.pick(360.0, &[760.0]);
    smoke(c, d, main + 60.0, 440.0);
    if p.season == Season::Spring {
        blossom(c, p, d, main - 250.0, 650.0, 260.0);
    }
    stilt(c, p, d, main, 660.0, 400.0);
    let second = if main < 500.0 { 920.0 } else { 240.0 };
    stilt(c, p, d, second, 610.0, 270.0);
    tree(c, p, d, second + 200.0, 620.0, 220.0);
    c.curve(
        &[(main - 60.0, 664.0), (main - 40.0, 720.0), (620.0, 760.0), (640.0, 860.0)],
        56.0,
        p.earth.lighter(0.25),
    );
    for _ in 0..3 {
        let x = main + d.span(-150.0, 260.0);
        person(c, p, d, x, d.span(690.0, 740.0), 104.0, Dress::Highland);
    }
    for _ in 0..5 {
        let x = d.span(60.0, 1140.0);
        hen(c, p, d, x, d.span(700.0, 780.0));
    }
    tufts(c, p, d, 660.0, 80);
    bamboo(c, p, d, if main < 500.0 { 1180.0 } else { 20.0 }, 800.0, 420.0);
}

fn hen(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32) {
    let tone = p.on(d.pick(0xb5_5a2c, &[0x3a_3330, 0xe8_dcc4]));
    c.blob(
        &[
            (x - 14.0, y - 10.0),
            (x - 4.0, y - 17.0),
            (x + 12.0, y - 22.0),
            (x + 10.0, y - 6.0),
            (x - 4.0, y - 3.0),
        ],
        tone,
    );
    c.disc(x - 14.0, y - 19.0, 5.0, tone);
    c.disc(x - 14.0, y - 24.0, 2.6, p.on(0xd6_3428));
    c.line(&[(x, y - 4.0), (x, y)], 2.0, p.on(0xd8_a03a));
}

pub(crate) fn bridge(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 370.0);
    ground(c, d, 430.0, 18.0, p.leaf.with(p.far(0.4), 0.25));
    for _ in 0..6 {
        let x = d.span(0.0, 1200.0);
        cottage(c, p, d, x, 456.0, 62.0);
    }
    bushes(c, p, d, 450.0, 30, 16.0);
    river(c, p, d, 600.0, 452.0, 420.0, p.water);
    let stone = p.on(0xd0_ccc1);
    for x in [330.0, 600.0, 870.0] {
        c.poly_down(
            &[(x - 20.0, 520.0), (x + 20.0, 520.0), (x + 28.0, 700.0), (x - 28.0, 700.0)],
            (520.0, 700.0),
            stone.darker(0.06),
            stone.darker(0.3),
        );
        c.oval(x, 700.0, 46.0, 10.0, p.water.lighter(0.35).thin(0.7));
        c.rect(x - 42.0, 512.0, 84.0, 16.0, stone.darker(0.12));
    }
    for (from, to) in [(60.0, 330.0), (330.0, 600.0), (600.0, 870.0), (870.0, 1140.0f32)] {
        let arch: Vec<Spot> = (0..=12)
            .map(|i| {
                let s = i as f32 / 12.0;
                (from + (to - from) * s, 532.0 - 4.0 * s * (1.0 - s) * 18.0)
            })
            .chain([(to, 486.0), (from, 486.0)])
            .collect();
        c.poly(&arch, stone.darker(0.18));
    }
    c.rect(-400.0, 480.0, 2000.0, 26.0, stone);
    c.rect(-400.0, 500.0, 2000.0, 5.0, stone.darker(0.25));
    for i in 0..44 {
        c.rect(-40.0 + 30.0 * i as f32, 454.0, 5.0, 28.0, p.on(0xf2_f0ea));
    }
    truck(c, p, d, d.span(300.0, 460.0), 484.0, 92.0);
    motorbike(c, p, d, d.span(620.0, 720.0), 484.0, 60.0);
    person(c, p, d, d.span(800.0, 980.0), 484.0, 58.0, Dress::Highland);
    c.rect(-400.0, 450.0, 2000.0, 7.0, p.on(0xf2_f0ea));
    for (x, w) in [(-10.0, 330.0f32), (1210.0, -330.0)] {
        c.blob(
            &[
                (x - w * 0.2, 520.0),
                (x + w * 0.5, 540.0),
                (x + w * 0.8, 650.0),
                (x + w * 0.6, 840.0),
                (x - w, 900.0),
                (x - w, 500.0),
            ],
            p.grass,
        );
    }
    for _ in 0..8 {
        let x = d.pick(d_side(0.0), &[d_side(1000.0)]) + d.span(0.0, 190.0);
        let tone = p.leaf_deep.with(p.leaf, d.span(0.0, 0.6));
        round_tree(c, d, x, d.span(570.0, 740.0), d.span(24.0, 44.0), tone);
    }
    tufts(c, p, d, 740.0, 20);
    bamboo(c, p, d, d.pick(20.0, &[1180.0]), 800.0, 380.0);
}

fn d_side(x: f32) -> f32 {
    x
}

pub(crate) fn school(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 350.0);
    ground(c, d, 430.0, 16.0, p.leaf_deep.with(p.leaf, 0.5));
    bushes(c, p, d, 440.0, 36, 22.0);
    for x in [60.0, 1140.0] {
        tree(c, p, d, x, 560.0, 240.0);
    }
    long_house(c, p, (600.0, 560.0, 860.0, 128.0), 0xf4_d987, 0xb4_4a34, 6);
    c.poly_down(
        &[(-400.0, 572.0), (1600.0, 572.0), (1600.0, 1000.0), (-400.0, 1000.0)],
        (572.0, 820.0),
        p.on(0xd9_c7a4),
        p.on(0xc1_a97e),
    );
    for i in 0..13 {
        let x = 150.0 + 75.0 * i as f32;
        c.line(
            &[(600.0 + (x - 600.0) * 0.9, 580.0), (600.0 + (x - 600.0) * 2.0, 840.0)],
            1.6,
            p.on(0xa8_9068).thin(0.4),
        );
    }
    let pole = d.pick(600.0, &[420.0, 780.0]);
    flagpole(c, p, pole, 640.0, 400.0);
    for row in 0..3 {
        for i in 0..9 {
            let s = row as f32;
            let x = 600.0 + (i as f32 - 4.0) * (84.0 + 16.0 * s) + d.span(-7.0, 7.0);
            if (x - pole).abs() < 50.0 && row == 0 {
                continue;
            }
            let y = 668.0 + 46.0 * s + d.span(-3.0, 3.0);
            let dress = if d.chance(0.28) { Dress::Highland } else { Dress::Pupil };
            person(c, p, d, x, y, 74.0 + 10.0 * s, dress);
        }
    }
    person(c, p, d, pole + 90.0, 640.0, 100.0, Dress::Plain);
    bunting(c, p, (-40.0, 400.0), (1240.0, 380.0), 34);
}

pub(crate) fn commune_office(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 330.0);
    ground(c, d, 430.0, 18.0, p.leaf_deep.with(p.leaf, 0.5));
    bushes(c, p, d, 446.0, 34, 26.0);
    office(c, p, 600.0, 610.0, 800.0);
    c.poly_down(
        &[(-400.0, 640.0), (1600.0, 640.0), (1600.0, 1000.0), (-400.0, 1000.0)],
        (640.0, 820.0),
        p.on(0xcd_c3b4),
        p.on(0xae_a190),
    );
    for (x, w) in [(-400.0, 760.0), (840.0, 760.0)] {
        c.rect(x, 624.0, w, 20.0, p.leaf_deep);
        c.rect(x, 616.0, w, 12.0, p.leaf);
    }
    tree(c, p, d, 90.0, 660.0, 300.0);
    tree(c, p, d, 1120.0, 660.0, 270.0);
    flagpole(c, p, d.pick(300.0, &[900.0]), 690.0, 420.0);
    for i in 0..d.below(4) + 5 {
        let x = 460.0 + 60.0 * i as f32 + d.span(-24.0, 24.0);
        let y = d.span(690.0, 770.0);
        let dress = d.pick(Dress::Plain, &[Dress::Highland, Dress::Plain, Dress::Field]);
        person(c, p, d, x, y, 108.0 + (y - 690.0) * 0.25, dress);
    }
    for i in 0..3 {
        motorbike(c, p, d, 130.0 + 78.0 * i as f32, 760.0, 92.0);
    }
}

pub(crate) fn clinic(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 350.0);
    ground(c, d, 440.0, 18.0, p.leaf_deep.with(p.leaf, 0.5));
    bushes(c, p, d, 450.0, 34, 24.0);
    tree(c, p, d, 80.0, 590.0, 250.0);
    long_house(c, p, (620.0, 590.0, 800.0, 150.0), 0xf6_f6f0, 0x3f_8f8a, 5);
    c.poly(&[(520.0, 352.0), (620.0, 296.0), (720.0, 352.0)], p.on(0xf6_f6f0));
    c.disc(620.0, 334.0, 27.0, p.on(0xff_ffff));
    c.rect(612.0, 314.0, 16.0, 40.0, p.on(0xd7_2c2c));
    c.rect(600.0, 326.0, 40.0, 16.0, p.on(0xd7_2c2c));
    c.poly_down(
        &[(-400.0, 606.0), (1600.0, 606.0), (1600.0, 1000.0), (-400.0, 1000.0)],
        (606.0, 820.0),
        p.on(0xd5_cdb9),
        p.on(0xb9_ab8c),
    );
    c.rect(300.0, 652.0, 420.0, 12.0, p.on(0x9a_6c42));
    for px in [312.0, 500.0, 696.0] {
        c.rect(px, 662.0, 10.0, 36.0, p.on(0x7c_5533));
    }
    for i in 0..5 {
        let x = 340.0 + 84.0 * i as f32 + d.span(-8.0, 8.0);
        mother(c, p, d, x, 700.0);
    }
    person(c, p, d, 800.0, 690.0, 140.0, Dress::Nurse);
    person(c, p, d, 868.0, 694.0, 96.0, Dress::Highland);
    person(c, p, d, 180.0, 730.0, 132.0, Dress::Nurse);
    motorbike(c, p, d, 1040.0, 740.0, 130.0);
    tufts(c, p, d, 760.0, 24);
}

/// A mother on the bench with a child on her lap.
fn mother(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32) {
    let cloth = p.on(d.pick(0x2b_2f5e, &[0x3a_2350, 0x1f_3550, 0x7c_3146, 0x27_5b57]));
    c.blob(
        &[
            (x - 26.0, y - 44.0),
            (x - 24.0, y - 96.0),
            (x, y - 106.0),
            (x + 24.0, y - 96.0),
            (x + 26.0, y - 44.0),
        ],
        cloth,
    );
    c.poly(
        &[(x - 28.0, y - 52.0), (x + 28.0, y - 52.0), (x + 30.0, y - 8.0), (x - 30.0, y - 8.0)],
        cloth.darker(0.12),
    );
    c.rect(x - 30.0, y - 20.0, 60.0, 10.0, p.on(d.pick(0xe0_4f5f, &[0x3f_b8a8, 0xf0_b429])));
    c.disc(x, y - 118.0, 15.0, p.on(0xd9_a57f));
    c.blob(
        &[
            (x - 19.0, y - 116.0),
            (x - 15.0, y - 138.0),
            (x + 15.0, y - 138.0),
            (x + 19.0, y - 116.0),
            (x, y - 124.0),
        ],
        p.on(d.pick(0xd4_3f52, &[0x24_285a, 0x2a_2326])),
    );
    c.blob(
        &[(x - 17.0, y - 44.0), (x - 15.0, y - 76.0), (x + 15.0, y - 76.0), (x + 17.0, y - 44.0)],
        p.on(d.pick(0xf2_b84b, &[0xe8_7f8d, 0x7f_c0d8])),
    );
    c.disc(x, y - 84.0, 10.0, p.on(0xe2_b48f));
    c.blob(
        &[
            (x - 12.0, y - 84.0),
            (x - 9.0, y - 98.0),
            (x + 9.0, y - 98.0),
            (x + 12.0, y - 84.0),
            (x, y - 89.0),
        ],
        p.on(0x2a_2326),
    );
}

pub(crate) fn market(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 330.0);
    ground(c, d, 410.0, 14.0, p.leaf.with(p.leaf_deep, 0.5));
    for i in 0..8 {
        let x = -10.0 + 170.0 * i as f32 + d.span(-20.0, 20.0);
        cottage(c, p, d, x, 446.0, 110.0);
    }
    c.poly_down(
        &[(-400.0, 446.0), (1600.0, 446.0), (1600.0, 1000.0), (-400.0, 1000.0)],
        (446.0, 820.0),
        p.on(0xc9_ad85),
        p.on(0xa5_8259),
    );
    for row in 0..3 {
        let s = row as f32;
        let w = 150.0 + 56.0 * s;
        let y = 516.0 + 100.0 * s;
        let count = (1400.0 / (w * 1.3)) as usize;
        for i in 0..=count {
            let x = -30.0 + w * 1.3 * i as f32 + w * 0.4 * (s % 2.0);
            if d.chance(0.9) {
                stall(c, p, d, x, y, w);
            }
        }
        for _ in 0..8 - row {
            let x = d.span(0.0, 1200.0);
            let dress = d.pick(Dress::Highland, &[Dress::Highland, Dress::Plain, Dress::Field]);
            person(c, p, d, x, y + 42.0 + d.span(-6.0, 12.0), 96.0 + 30.0 * s, dress);
        }
    }
    for _ in 0..5 {
        let (x, y) = (d.span(40.0, 1160.0), d.span(766.0, 800.0));
        c.blob(
            &[(x - 36.0, y - 34.0), (x + 36.0, y - 34.0), (x + 26.0, y + 4.0), (x - 26.0, y + 4.0)],
            p.on(0xc4_9558),
        );
        for _ in 0..7 {
            let tone = p.on(d.pick(0xe2_5440, &[0xf2_b134, 0x5f_a64e, 0xef_7f2d]));
            c.disc(x + d.span(-24.0, 24.0), y - 36.0 - d.span(0.0, 9.0), 8.0, tone);
        }
    }
}

pub(crate) fn loudspeaker(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 400.0);
    if d.chance(0.5) {
        terraces(c, p, d, 420.0, 840.0, 0.08);
    } else {
        ground(c, d, 440.0, 26.0, p.leaf.with(p.far(0.4), 0.25));
    }
    for i in 0..7 {
        let x = 60.0 + 170.0 * i as f32 + d.span(-40.0, 40.0);
        let y = 520.0 + d.span(-24.0, 50.0);
        if d.chance(0.6) {
            stilt(c, p, d, x, y, 104.0)
        } else {
            cottage(c, p, d, x, y, 84.0)
        }
        tree(c, p, d, x + 74.0, y + 8.0, 84.0);
    }
    ground(c, d, 690.0, 26.0, p.leaf);
    bushes(c, p, d, 702.0, 22, 22.0);
    let x = d.pick(380.0, &[820.0]);
    speaker_pole(c, p, x, 790.0, 660.0);
    for i in 0..3 {
        let x = x + 130.0 + 64.0 * i as f32;
        person(
            c,
            p,
            d,
            if x > 1150.0 { x - 600.0 } else { x },
            770.0 + d.span(-8.0, 8.0),
            118.0,
            Dress::Highland,
        );
    }
    tufts(c, p, d, 740.0, 60);
}

pub(crate) fn festival(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 350.0);
    ground(c, d, 430.0, 18.0, p.leaf.with(p.leaf_deep, 0.4));
    bushes(c, p, d, 440.0, 34, 22.0);
    for x in [90.0, 260.0, 960.0, 1130.0] {
        stall(c, p, d, x, 540.0, 150.0);
    }
    ground(c, d, 536.0, 6.0, p.grass.with(p.earth, 0.25));
    c.oval(600.0, 680.0, 470.0, 112.0, p.earth.lighter(0.3));
    let top = (600.0, 130.0);
    c.line(&[(600.0, 690.0), (602.0, 400.0), top], 11.0, p.on(0x7f_a64a));
    c.curve(&[top, (612.0, 96.0), (650.0, 92.0), (668.0, 120.0)], 6.0, p.on(0x7f_a64a));
    for (i, hex) in [0xd9_3a34u32, 0xf6_c33a, 0x3f_9a5a, 0x3b_78b5, 0xd8_5f98].into_iter().enumerate() {
        let y = 168.0 + 44.0 * i as f32;
        let way = if i % 2 == 0 { 1.0 } else { -1.0 };
        c.blob(
            &[
                (602.0, y),
                (602.0 + 40.0 * way, y - 12.0),
                (602.0 + 92.0 * way, y + 6.0),
                (602.0 + 92.0 * way, y + 34.0),
                (602.0 + 44.0 * way, y + 22.0),
                (602.0, y + 34.0),
            ],
            p.on(hex),
        );
    }
    bunting(c, p, (602.0, 300.0), (-40.0, 430.0), 20);
    bunting(c, p, (602.0, 300.0), (1240.0, 430.0), 20);
    let count = 26;
    for i in 0..count {
        let turn = i as f32 / count as f32 * std::f32::consts::TAU - std::f32::consts::FRAC_PI_2;
        let (x, y) = (600.0 + 430.0 * turn.cos(), 690.0 + 98.0 * turn.sin());
        if turn.sin() < 0.2 {
            person(c, p, d, x, y, 92.0 + 26.0 * turn.sin(), Dress::Highland);
        }
    }
    for i in 0..4 {
        person(c, p, d, 470.0 + 86.0 * i as f32, 700.0 + d.span(-8.0, 10.0), 116.0, Dress::Highland);
    }
    if p.dark() {
        bonfire(c, 640.0, 690.0);
    }
    for i in 0..13 {
        let x = 30.0 + 96.0 * i as f32 + d.span(-20.0, 20.0);
        let dress = d.pick(Dress::Highland, &[Dress::Plain, Dress::Highland, Dress::Pupil]);
        person(c, p, d, x, 790.0 + d.span(-10.0, 10.0), 136.0, dress);
    }
}

/// A fire that lights the ground around it.
fn bonfire(c: &mut Canvas, x: f32, y: f32) {
    c.glow(x, y - 20.0, 460.0, ink(0xff_a040), 0.62);
    for (dx, tall, hex) in
        [(-16.0, 74.0, 0xf0_6a1e), (14.0, 88.0, 0xf8_8f2a), (0.0, 60.0, 0xff_d45a), (2.0, 34.0, 0xff_f3b8u32)]
    {
        c.blob(
            &[
                (x + dx - 24.0, y),
                (x + dx - 14.0, y - tall * 0.5),
                (x + dx, y - tall * 1.3),
                (x + dx + 14.0, y - tall * 0.5),
                (x + dx + 24.0, y),
            ],
            ink(hex),
        );
    }
    c.line(&[(x - 50.0, y + 6.0), (x + 50.0, y - 6.0)], 12.0, ink(0x3a_2418));
    c.line(&[(x - 48.0, y - 8.0), (x + 48.0, y + 8.0)], 12.0, ink(0x4a_2e1c));
}

pub(crate) fn resettlement(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 340.0);
    ground(c, d, 410.0, 20.0, p.leaf_deep.with(p.leaf, 0.4));
    bushes(c, p, d, 420.0, 40, 20.0);
    ground(c, d, 440.0, 4.0, p.earth.lighter(0.22));
    let roof = d.pick(0xb1_4b35, &[0x2f_6f8f, 0x8c_4b38]);
    for row in 0..3 {
        let s = row as f32;
        let (y, w) = (506.0 + 104.0 * s, 128.0 + 46.0 * s);
        let count = (1400.0 / (w * 1.34)) as usize;
        if row > 0 {
            c.poly(
                &[
                    (-400.0, y - w * 0.5),
                    (1600.0, y - w * 0.5),
                    (1600.0, y - w * 0.5 + 16.0 + 6.0 * s),
                    (-400.0, y - w * 0.5 + 16.0 + 6.0 * s),
                ],
                p.on(0x9a_8f80),
            );
        }
        for i in 0..=count {
            let x = w * 1.34 * i as f32 + d.span(-4.0, 4.0) - if row % 2 == 0 { 0.0 } else { w * 0.6 };
            equal_house(c, p, x, y, w, roof);
            if d.chance(0.55) {
                tree(c, p, d, x + w * 0.64, y + 4.0, 40.0 + 14.0 * s);
            }
        }
    }
    let grey = p.on(0xb5_b2aa);
    c.poly_down(
        &[(-400.0, 736.0), (1600.0, 736.0), (1600.0, 1000.0), (-400.0, 1000.0)],
        (736.0, 830.0),
        grey,
        grey.darker(0.12),
    );
    for i in 0..6 {
        let x = 80.0 + 220.0 * i as f32 + d.span(-50.0, 50.0);
        person(c, p, d, x, d.span(750.0, 780.0), 104.0, d_dress(i));
    }
    motorbike(c, p, d, d.span(300.0, 900.0), 790.0, 116.0);
    for i in 0..4 {
        let x = 140.0 + 340.0 * i as f32;
        c.line(&[(x, 742.0), (x, 560.0)], 7.0, p.on(0x8b_8f8f));
        c.line(&[(x, 566.0), (x + 30.0, 562.0)], 5.0, p.on(0x8b_8f8f));
        if p.dark() {
            c.glow(x + 34.0, 566.0, 120.0, ink(0xff_eab0), 0.6);
        }
    }
}

fn d_dress(i: usize) -> Dress {
    if i % 3 == 1 { Dress::Plain } else { Dress::Highland }
}

fn equal_house(c: &mut Canvas, p: &Palette, x: f32, y: f32, w: f32, roof: u32) {
    let h = w * 0.36;
    let wall = p.on(0xf6_ead0);
    c.rect(x - w * 0.45, y - h, w * 0.9, h, wall);
    c.rect(x - w * 0.09, y - h * 0.74, w * 0.16, h * 0.74, p.on(0x6a_4a33));
    for px in [-0.36, 0.2] {
        c.rect(x + w * px, y - h * 0.72, w * 0.16, h * 0.36, p.window());
    }
    let roof = p.on(roof);
    c.poly(
        &[
            (x - w * 0.4, y - h * 1.62),
            (x + w * 0.4, y - h * 1.62),
            (x + w * 0.53, y - h * 0.94),
            (x - w * 0.53, y - h * 0.94),
        ],
        roof,
    );
    for i in 1..8 {
        let s = i as f32 / 8.0 - 0.5;
        c.line(
            &[(x + w * s * 0.8, y - h * 1.62), (x + w * s * 1.06, y - h * 0.94)],
            1.4,
            roof.darker(0.2).thin(0.6),
        );
    }
    c.rect(x - w * 0.48, y - 2.0, w * 0.96, 7.0, p.on(0xc1_b6a6));
}

pub(crate) fn border_gate(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 350.0);
    ground(c, d, 430.0, 20.0, p.leaf_deep.with(p.leaf, 0.45));
    bushes(c, p, d, 446.0, 44, 26.0);
    let grey = p.on(0x7b_7d80);
    c.poly_down(
        &[(520.0, 470.0), (680.0, 470.0), (1240.0, 860.0), (-40.0, 860.0)],
        (470.0, 830.0),
        grey.lighter(0.16),
        grey,
    );
    for side in [-1.0f32, 1.0] {
        let verge = [
            (600.0 + side * 90.0, 470.0),
            (600.0 + side * 900.0, 470.0),
            (600.0 + side * 900.0, 900.0),
            (600.0 + side * 690.0, 900.0),
        ];
        c.poly(&verge, p.grass);
    }
    for i in 0..7 {
        let s = i as f32 / 7.0;
        let y = 490.0 + 330.0 * s * s;
        c.poly(
            &[
                (600.0 - 3.0 - 6.0 * s, y),
                (600.0 + 3.0 + 6.0 * s, y),
                (600.0 + 5.0 + 8.0 * s, y + 12.0 + 26.0 * s),
                (600.0 - 5.0 - 8.0 * s, y + 12.0 + 26.0 * s),
            ],
            p.on(0xf4_efe0),
        );
    }
    gate(c, p, 600.0, 560.0, 520.0);
    flagpole(c, p, 600.0, 318.0, 190.0);
    cottage(c, p, d, 160.0, 600.0, 230.0);
    cottage(c, p, d, 1050.0, 600.0, 230.0);
    truck(c, p, d, 430.0, 640.0, 150.0);
    truck(c, p, d, 800.0, 610.0, 120.0);
    let pole = p.on(0xf5_f3ee);
    c.rect(356.0, 650.0, 26.0, 70.0, p.on(0xd6_3428));
    c.line(&[(368.0, 668.0), (860.0, 640.0)], 13.0, pole);
    for i in 0..6 {
        let x = 400.0 + 80.0 * i as f32;
        c.line(
            &[(x, 666.0 - (x - 368.0) * 0.057), (x + 36.0, 664.0 - (x - 332.0) * 0.057)],
            13.0,
            p.on(0xd6_3428),
        );
    }
    for i in 0..7 {
        let x = 180.0 + 130.0 * i as f32 + d.span(-30.0, 30.0);
        let dress = d.pick(Dress::Highland, &[Dress::Plain, Dress::Highland]);
        person(c, p, d, x, d.span(720.0, 780.0), 126.0, dress);
    }
    tree(c, p, d, 40.0, 700.0, 250.0);
    tree(c, p, d, 1170.0, 700.0, 270.0);
}

pub(crate) fn water_tank(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 360.0);
    ground(c, d, 430.0, 22.0, p.leaf.with(p.far(0.3), 0.2));
    bushes(c, p, d, 440.0, 30, 18.0);
    for i in 0..4 {
        let x = 100.0 + 310.0 * i as f32 + d.span(-40.0, 40.0);
        stilt(c, p, d, x, 540.0, 180.0);
        tree(c, p, d, x + 130.0, 548.0, 130.0);
    }
    ground(c, d, 580.0, 10.0, p.grass.with(p.earth, 0.3));
    let x = d.pick(420.0, &[740.0]);
    c.oval(x, 704.0, 330.0, 30.0, p.on(0xb9_b6ae));
    tank(c, p, x, 704.0, 330.0);
    for i in 0..5 {
        let px = x - 190.0 + 96.0 * i as f32 + d.span(-14.0, 14.0);
        bucket(c, p, d, px + 40.0, 748.0, 40.0);
        person(
            c,
            p,
            d,
            px,
            752.0 + d.span(-8.0, 14.0),
            142.0,
            if i % 2 == 0 { Dress::Highland } else { Dress::Plain },
        );
    }
    tufts(c, p, d, 770.0, 40);
}

pub(crate) fn buffaloes(c: &mut Canvas, p: &Palette, d: &Dice) {
    behind(c, p, d, 370.0);
    ground(c, d, 430.0, 22.0, p.leaf.with(p.far(0.3), 0.25));
    bushes(c, p, d, 440.0, 30, 18.0);
    stilt(c, p, d, d.pick(200.0, &[300.0]), 520.0, 190.0);
    ground(c, d, 550.0, 14.0, p.grass);
    let x = 880.0;
    let wood = p.on(0x86_5f3f);
    c.rect(x - 230.0, 430.0, 460.0, 210.0, p.on(0x2b_2422));
    for i in 0..7 {
        c.rect(x - 232.0 + 74.0 * i as f32, 430.0, 16.0, 214.0, wood);
    }
    for i in 0..3 {
        c.rect(x - 232.0, 540.0 + 34.0 * i as f32, 464.0, 11.0, wood.lighter(0.1));
    }
    c.rect(x - 232.0, 420.0, 236.0, 226.0, wood.lighter(0.06));
    for i in 1..8 {
        c.line(
            &[(x - 232.0 + 29.0 * i as f32, 424.0), (x - 232.0 + 29.0 * i as f32, 646.0)],
            2.0,
            wood.darker(0.25),
        );
    }
    c.poly(
        &[(x - 250.0, 340.0), (x + 240.0, 340.0), (x + 290.0, 436.0), (x - 300.0, 436.0)],
        p.on(0x8a_7a5e),
    );
    for i in 1..5 {
        let s = i as f32 / 5.0;
        c.line(
            &[(x - 250.0 - 50.0 * s, 340.0 + 96.0 * s), (x + 240.0 + 50.0 * s, 340.0 + 96.0 * s)],
            2.0,
            p.on(0x5f_5340).thin(0.6),
        );
    }
    let straw = p.on(0xdc_b860);
    let hx = 560.0;
    c.blob(
        &[
            (hx - 96.0, 650.0),
            (hx - 90.0, 520.0),
            (hx - 30.0, 400.0),
            (hx + 30.0, 400.0),
            (hx + 90.0, 520.0),
            (hx + 96.0, 650.0),
        ],
        straw,
    );
    c.line(&[(hx, 440.0), (hx, 384.0)], 7.0, wood.darker(0.2));
    for _ in 0..60 {
        let (sx, sy) = (hx + d.span(-70.0, 70.0), d.span(470.0, 640.0));
        c.line(
            &[(sx, sy), (sx + d.span(-8.0, 8.0), sy + d.span(12.0, 30.0))],
            2.0,
            straw.darker(d.span(0.08, 0.25)),
        );
    }
    c.oval(600.0, 780.0, 720.0, 120.0, p.earth.with(p.grass, 0.35));
    buffalo(c, p, d, 330.0, 760.0, 330.0);
    buffalo(c, p, d, 760.0, 720.0, 250.0);
    person(c, p, d, 1040.0, 740.0, 168.0, Dress::Highland);
    tufts(c, p, d, 740.0, 50);
}
