//! Flags, poles, vehicles and other things.

use super::{
    canvas::{Canvas, Spot},
    dice::Dice,
    ink::{Ink, Palette, ink},
};

/// A flagpole with a red flag and a yellow star.
pub(crate) fn flagpole(c: &mut Canvas, p: &Palette, x: f32, y: f32, tall: f32) {
    c.rect(x - tall * 0.06, y - tall * 0.03, tall * 0.12, tall * 0.04, p.on(0xc9_beb0));
    c.line(&[(x, y), (x, y - tall)], tall * 0.014, p.on(0xd8_d8d4));
    let (w, h) = (tall * 0.3, tall * 0.2);
    let (left, top) = (x + tall * 0.008, y - tall * 0.985);
    let sway = h * 0.12;
    let flag = [
        (left, top),
        (left + w * 0.3, top - sway),
        (left + w * 0.7, top + sway),
        (left + w, top),
        (left + w, top + h),
        (left + w * 0.7, top + h + sway),
        (left + w * 0.3, top + h - sway),
        (left, top + h),
    ];
    c.poly(&flag, p.on(0xda_251d));
    star(c, left + w * 0.5, top + h * 0.5, h * 0.3, p.on(0xff_eb3b));
}

fn star(c: &mut Canvas, x: f32, y: f32, r: f32, tone: Ink) {
    let spots: Vec<Spot> = (0..10)
        .map(|i| {
            let turn = (i as f32 * 36.0 - 90.0).to_radians();
            let r = if i % 2 == 0 { r } else { r * 0.4 };
            (x + r * turn.cos(), y + r * turn.sin())
        })
        .collect();
    c.poly(&spots, tone);
}

/// A pole with two horn loudspeakers.
pub(crate) fn speaker_pole(c: &mut Canvas, p: &Palette, x: f32, y: f32, tall: f32) {
    let steel = p.on(0x74_7d83);
    c.line(&[(x, y), (x, y - tall)], tall * 0.02, steel);
    c.line(&[(x + tall * 0.006, y), (x + tall * 0.006, y - tall)], tall * 0.007, steel.lighter(0.4));
    horn(c, p, x - tall * 0.01, y - tall * 0.94, tall * 0.2, -1.0);
    horn(c, p, x + tall * 0.01, y - tall * 0.84, tall * 0.18, 1.0);
    c.rect(x - tall * 0.032, y - tall * 0.6, tall * 0.064, tall * 0.09, p.on(0x4a_5a62));
    c.line(&[(x, y - tall), (x, y - tall * 1.06)], tall * 0.006, steel);
    for i in 1..4 {
        let r = tall * (0.09 + 0.055 * i as f32);
        let arc: Vec<Spot> = (-4..=4)
            .map(|k| {
                let turn = (k as f32 * 7.0).to_radians();
                (x - tall * 0.2 - r * turn.cos(), y - tall * 0.95 + r * turn.sin())
            })
            .collect();
        c.curve(&arc, tall * 0.008, ink(0xff_ffff).thin(0.6 - 0.14 * i as f32));
    }
}

fn horn(c: &mut Canvas, p: &Palette, x: f32, y: f32, size: f32, way: f32) {
    let body = p.on(0xc7_ced1);
    let s = size * way;
    c.rect(
        if way > 0.0 { x } else { x - size * 0.26 },
        y - size * 0.16,
        size * 0.26,
        size * 0.32,
        body.darker(0.3),
    );
    c.poly(
        &[
            (x + s * 0.24, y - size * 0.1),
            (x + s * 0.62, y - size * 0.2),
            (x + s * 0.95, y - size * 0.48),
            (x + s * 0.95, y + size * 0.48),
            (x + s * 0.62, y + size * 0.2),
            (x + s * 0.24, y + size * 0.1),
        ],
        body,
    );
    c.poly(
        &[
            (x + s * 0.24, y),
            (x + s * 0.95, y + size * 0.1),
            (x + s * 0.95, y + size * 0.48),
            (x + s * 0.62, y + size * 0.2),
            (x + s * 0.24, y + size * 0.1),
        ],
        body.darker(0.16),
    );
    c.oval(x + s * 0.95, y, size * 0.13, size * 0.48, body.darker(0.42));
    c.oval(x + s * 0.97, y, size * 0.045, size * 0.15, body.lighter(0.3));
}

/// A yellow excavator at work, arm to the left.
pub(crate) fn excavator(c: &mut Canvas, p: &Palette, x: f32, y: f32, size: f32) {
    let (s, yellow, dark) = (size, p.on(0xf2_b21d), p.on(0x2f_3237));
    c.oval(x, y, s * 0.6, s * 0.05, p.on(0x1d_2022).thin(0.3));
    c.blob(
        &[
            (x - s * 0.45, y - s * 0.09),
            (x - s * 0.38, y - s * 0.2),
            (x + s * 0.38, y - s * 0.2),
            (x + s * 0.45, y - s * 0.09),
            (x + s * 0.36, y),
            (x - s * 0.36, y),
        ],
        dark,
    );
    for i in 0..5 {
        c.disc(x - s * 0.28 + s * 0.14 * i as f32, y - s * 0.09, s * 0.055, dark.lighter(0.3));
    }
    c.rect(x - s * 0.3, y - s * 0.36, s * 0.68, s * 0.16, yellow);
    c.rect(x + s * 0.06, y - s * 0.48, s * 0.32, s * 0.14, yellow.darker(0.08));
    c.poly(
        &[
            (x - s * 0.26, y - s * 0.36),
            (x - s * 0.2, y - s * 0.64),
            (x + s * 0.05, y - s * 0.64),
            (x + s * 0.05, y - s * 0.36),
        ],
        yellow,
    );
    c.poly(
        &[
            (x - s * 0.21, y - s * 0.4),
            (x - s * 0.165, y - s * 0.6),
            (x + s * 0.0, y - s * 0.6),
            (x + s * 0.0, y - s * 0.4),
        ],
        p.window(),
    );
    c.line(
        &[(x - s * 0.26, y - s * 0.36), (x - s * 0.52, y - s * 0.78), (x - s * 0.86, y - s * 0.62)],
        s * 0.085,
        yellow,
    );
    c.line(&[(x - s * 0.4, y - s * 0.5), (x - s * 0.52, y - s * 0.7)], s * 0.03, dark.lighter(0.45));
    c.line(&[(x - s * 0.86, y - s * 0.62), (x - s * 0.92, y - s * 0.28)], s * 0.06, yellow.darker(0.1));
    c.poly(
        &[
            (x - s * 0.98, y - s * 0.32),
            (x - s * 0.8, y - s * 0.28),
            (x - s * 0.78, y - s * 0.1),
            (x - s * 0.96, y - s * 0.06),
            (x - s * 1.06, y - s * 0.16),
        ],
        dark,
    );
}

/// A small truck, front to the right.
pub(crate) fn truck(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, size: f32) {
    let (s, dark) = (size, p.on(0x26_2a2e));
    let cab = p.on(d.pick(0x2f_6fa8, &[0xc9_4a38, 0x3a_8a5c, 0xf0_efe8]));
    c.oval(x, y, s * 0.56, s * 0.05, p.on(0x1d_2022).thin(0.3));
    c.rect(x - s * 0.5, y - s * 0.46, s * 0.62, s * 0.34, p.on(d.pick(0x8f_9a8c, &[0xb7_8b5a, 0x6f_7f92])));
    for i in 1..5 {
        let px = x - s * 0.5 + s * 0.124 * i as f32;
        c.line(&[(px, y - s * 0.46), (px, y - s * 0.12)], 1.5, dark.thin(0.3));
    }
    c.blob(
        &[
            (x + s * 0.12, y - s * 0.1),
            (x + s * 0.12, y - s * 0.5),
            (x + s * 0.4, y - s * 0.5),
            (x + s * 0.52, y - s * 0.24),
            (x + s * 0.52, y - s * 0.1),
        ],
        cab,
    );
    c.poly(
        &[
            (x + s * 0.24, y - s * 0.28),
            (x + s * 0.26, y - s * 0.44),
            (x + s * 0.37, y - s * 0.44),
            (x + s * 0.45, y - s * 0.28),
        ],
        p.window(),
    );
    c.rect(x - s * 0.52, y - s * 0.14, s * 1.03, s * 0.05, dark);
    for px in [-0.32, 0.32] {
        c.disc(x + s * px, y - s * 0.08, s * 0.1, dark);
        c.disc(x + s * px, y - s * 0.08, s * 0.045, dark.lighter(0.5));
    }
    if p.dark() {
        c.glow(x + s * 0.6, y - s * 0.16, s * 0.6, ink(0xff_e9a8), 0.5);
    }
}

/// A motorbike with its rider, to the left.
pub(crate) fn motorbike(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, size: f32) {
    let (s, dark) = (size, p.on(0x24_272b));
    for px in [-0.3, 0.3] {
        c.disc(x + s * px, y - s * 0.15, s * 0.15, dark);
        c.disc(x + s * px, y - s * 0.15, s * 0.07, dark.lighter(0.55));
    }
    let paint = p.on(d.pick(0xb9_3030, &[0x2b_5d92, 0x33_3a40]));
    c.blob(
        &[
            (x - s * 0.3, y - s * 0.2),
            (x - s * 0.24, y - s * 0.4),
            (x + s * 0.05, y - s * 0.34),
            (x + s * 0.4, y - s * 0.38),
            (x + s * 0.24, y - s * 0.16),
        ],
        paint,
    );
    c.line(
        &[(x - s * 0.3, y - s * 0.15), (x - s * 0.24, y - s * 0.55), (x - s * 0.14, y - s * 0.56)],
        s * 0.04,
        dark,
    );
    let cloth = p.on(d.pick(0x3c_6e8f, &[0xa8_4b42, 0x5b_7c4a]));
    c.line(&[(x + s * 0.08, y - s * 0.38), (x - s * 0.08, y - s * 0.26)], s * 0.11, p.on(0x37_4150));
    c.line(&[(x + s * 0.1, y - s * 0.42), (x + s * 0.04, y - s * 0.72)], s * 0.2, cloth);
    c.line(&[(x + s * 0.03, y - s * 0.68), (x - s * 0.17, y - s * 0.54)], s * 0.07, cloth.darker(0.12));
    c.disc(x + s * 0.02, y - s * 0.92, s * 0.12, p.on(0xe8_e6de));
    c.disc(x - s * 0.04, y - s * 0.9, s * 0.07, p.on(0xd9_a57f));
}

/// A striped warning barrier.
pub(crate) fn barrier(c: &mut Canvas, p: &Palette, x: f32, y: f32, w: f32) {
    for px in [-0.42, 0.38] {
        c.line(&[(x + w * px, y), (x + w * px, y - w * 0.5)], w * 0.04, p.on(0x6c_7378));
    }
    let parts = 7;
    for i in 0..parts {
        let tone = if i % 2 == 0 { p.on(0xd6_3428) } else { p.on(0xfa_f7ef) };
        let left = x - w * 0.5 + w * i as f32 / parts as f32;
        c.rect(left, y - w * 0.48, w / parts as f32 + 0.6, w * 0.15, tone);
    }
}

/// A lattice pylon.
pub(crate) fn pylon(c: &mut Canvas, x: f32, y: f32, tall: f32, tone: Ink) {
    let w = tall * 0.13;
    c.line(&[(x - w, y), (x - w * 0.2, y - tall * 0.7), (x, y - tall)], tall * 0.013, tone);
    c.line(&[(x + w, y), (x + w * 0.2, y - tall * 0.7), (x, y - tall)], tall * 0.013, tone);
    for i in 0..6 {
        let (a, b) = (i as f32 / 6.0 * 0.7, (i + 1) as f32 / 6.0 * 0.7);
        let (wa, wb) = (w * (1.0 - a / 0.7 * 0.8), w * (1.0 - b / 0.7 * 0.8));
        c.line(&[(x - wa, y - tall * a), (x + wb, y - tall * b)], tall * 0.007, tone);
        c.line(&[(x + wa, y - tall * a), (x - wb, y - tall * b)], tall * 0.007, tone);
    }
    for (at, arm) in [(0.72, 0.2), (0.83, 0.16)] {
        c.line(&[(x - tall * arm, y - tall * at), (x + tall * arm, y - tall * at)], tall * 0.012, tone);
        c.line(
            &[(x - tall * arm, y - tall * at), (x, y - tall * (at + 0.06)), (x + tall * arm, y - tall * at)],
            tall * 0.007,
            tone,
        );
    }
}

/// A round tank on legs with a row of taps below.
pub(crate) fn tank(c: &mut Canvas, p: &Palette, x: f32, y: f32, size: f32) {
    let (s, stone) = (size, p.on(0xb9_b6ae));
    for px in [-0.3, -0.1, 0.1, 0.3] {
        c.rect(x + s * px - s * 0.03, y - s * 0.5, s * 0.06, s * 0.5, stone.darker(0.2));
    }
    c.rect(x - s * 0.4, y - s * 0.56, s * 0.8, s * 0.08, stone.darker(0.12));
    let steel = p.on(0xd5_dfe4);
    c.rect(x - s * 0.36, y - s * 1.1, s * 0.72, s * 0.54, steel);
    c.rect(x + s * 0.12, y - s * 1.1, s * 0.24, s * 0.54, steel.darker(0.14));
    c.rect(x - s * 0.28, y - s * 1.1, s * 0.08, s * 0.54, steel.lighter(0.6));
    c.oval(x, y - s * 1.1, s * 0.36, s * 0.08, steel.lighter(0.25));
    for i in 1..4 {
        let ry = y - s * 1.1 + s * 0.135 * i as f32;
        c.line(&[(x - s * 0.36, ry), (x + s * 0.36, ry)], 1.5, steel.darker(0.2).thin(0.6));
    }
    c.rect(x - s * 0.5, y - s * 0.3, s * 1.0, s * 0.3, stone);
    for i in 0..4 {
        let px = x - s * 0.36 + s * 0.24 * i as f32;
        c.line(&[(px, y - s * 0.22), (px, y - s * 0.17), (px, y - s * 0.15)], s * 0.025, p.on(0x3a_78a0));
        c.line(&[(px, y - s * 0.14), (px, y - s * 0.02)], s * 0.014, p.on(0xaa_dcf0));
    }
}

/// A bucket.
pub(crate) fn bucket(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, size: f32) {
    let tone = p.on(d.pick(0x2f_7fc0, &[0xd9_4f3d, 0xf0_b134]));
    c.poly(
        &[
            (x - size * 0.5, y - size * 0.8),
            (x + size * 0.5, y - size * 0.8),
            (x + size * 0.36, y),
            (x - size * 0.36, y),
        ],
        tone,
    );
    c.oval(x, y - size * 0.8, size * 0.5, size * 0.12, tone.darker(0.3));
}

/// Small flags on a string between two points.
pub(crate) fn bunting(c: &mut Canvas, p: &Palette, from: Spot, to: Spot, count: usize) {
    let sag = 46.0;
    let at = |share: f32| {
        let drop = 4.0 * share * (1.0 - share) * sag;
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share + drop)
    };
    let line: Vec<Spot> = (0..=20).map(|i| at(i as f32 / 20.0)).collect();
    c.line(&line, 1.6, p.on(0xf5_f1e6));
    for i in 0..count {
        let (x, y) = at((i as f32 + 0.5) / count as f32);
        let tone = p.on(match i % 5 {
            0 => 0xd9_3a34,
            1 => 0xf6_c33a,
            2 => 0x3f_9a5a,
            3 => 0x3b_78b5,
            _ => 0xd8_5f98,
        });
        c.poly(&[(x - 11.0, y), (x + 11.0, y), (x, y + 26.0)], tone);
    }
}
