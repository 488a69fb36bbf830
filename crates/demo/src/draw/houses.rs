//! Houses and public buildings.

use super::{
    canvas::Canvas,
    dice::Dice,
    ink::{Ink, Palette, ink},
};

/// A stilt house; `(x, y)` is the middle of its foot.
pub(crate) fn stilt(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, w: f32) {
    let h = w * 0.62;
    let wood = p.on(d.pick(0x8a_5f3c, &[0x7a_5236, 0x96_6c48]));
    let floor = y - h * 0.32;
    let eaves = y - h * 0.62;
    c.oval(x, y, w * 0.56, w * 0.04, p.on(0x1d_2a2c).thin(0.22));
    c.rect(x - w * 0.42, floor, w * 0.84, h * 0.32, p.on(0x2c_2a2a).thin(0.45));
    for i in 0..6 {
        let px = x - w * 0.41 + w * 0.164 * i as f32;
        c.rect(px - w * 0.011, floor, w * 0.022, h * 0.32, wood.darker(0.25));
    }
    c.rect(x - w * 0.46, floor - h * 0.03, w * 0.92, h * 0.06, wood.darker(0.15));
    c.rect(x - w * 0.43, eaves, w * 0.86, floor - eaves, wood);
    for i in 1..8 {
        let px = x - w * 0.43 + w * 0.1075 * i as f32;
        c.line(&[(px, eaves), (px, floor)], 1.0, wood.darker(0.16).thin(0.6));
    }
    for px in [-0.3, 0.02, 0.24] {
        c.rect(x + w * px, eaves + h * 0.09, w * 0.09, h * 0.13, p.window());
    }
    c.rect(x - w * 0.16, eaves + h * 0.06, w * 0.09, floor - eaves - h * 0.06, wood.darker(0.4));
    let roof = p.on(d.pick(0x6d_5a4a, &[0x7b_6650, 0x59_4b44, 0x80_4f3c]));
    let ridge = y - h * 1.02;
    c.poly(
        &[
            (x - w * 0.36, ridge),
            (x + w * 0.36, ridge),
            (x + w * 0.58, eaves + h * 0.05),
            (x - w * 0.58, eaves + h * 0.05),
        ],
        roof,
    );
    c.poly(
        &[(x + w * 0.36, ridge), (x + w * 0.58, eaves + h * 0.05), (x + w * 0.36, eaves + h * 0.05)],
        roof.darker(0.18),
    );
    for i in 1..5 {
        let s = i as f32 / 5.0;
        let ry = ridge + (eaves + h * 0.05 - ridge) * s;
        let half = w * (0.36 + 0.22 * s);
        c.line(&[(x - half, ry), (x + half, ry)], 1.0, roof.darker(0.2).thin(0.5));
    }
    c.line(&[(x - w * 0.37, ridge), (x + w * 0.37, ridge)], w * 0.018, roof.darker(0.3));
    let (lx, foot) = (x - w * 0.28, y);
    c.line(&[(lx, foot), (lx + w * 0.13, floor)], w * 0.014, wood.darker(0.1));
    c.line(&[(lx + w * 0.07, foot), (lx + w * 0.2, floor)], w * 0.014, wood.darker(0.1));
    for i in 1..5 {
        let s = i as f32 / 5.0;
        let (sx, sy) = (lx + w * 0.13 * s, foot + (floor - foot) * s);
        c.line(&[(sx, sy), (sx + w * 0.07, sy)], w * 0.01, wood.lighter(0.1));
    }
    if p.dark() {
        c.glow(x, eaves + h * 0.2, w * 0.6, p.window(), 0.22);
    }
}

/// A small earthen or brick house seen from far.
pub(crate) fn cottage(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, w: f32) {
    let h = w * 0.42;
    let wall = p.on(d.pick(0xe6_d2a8, &[0xc9_9d6b, 0xef_e4cd, 0xb5_8a5e]));
    let roof = p.on(d.pick(0x8c_4b38, &[0x6b_5d52, 0xa6_5a3f, 0x5e_6670]));
    block(c, p, (x, y, w, h), wall, roof);
    c.rect(x - w * 0.08, y - h * 0.62, w * 0.15, h * 0.62, wall.darker(0.45));
    c.rect(x + w * 0.2, y - h * 0.6, w * 0.13, h * 0.28, p.window());
    c.rect(x - w * 0.34, y - h * 0.6, w * 0.13, h * 0.28, p.window());
    if p.dark() {
        c.glow(x, y - h * 0.4, w * 0.5, p.window(), 0.25);
    }
}

/// Walls and a hipped roof.
fn block(c: &mut Canvas, p: &Palette, (x, y, w, h): (f32, f32, f32, f32), wall: Ink, roof: Ink) {
    c.oval(x, y, w * 0.54, w * 0.025, p.on(0x1d_2a2c).thin(0.2));
    c.rect(x - w * 0.45, y - h, w * 0.9, h, wall);
    c.rect(x + w * 0.32, y - h, w * 0.13, h, wall.darker(0.1));
    let (eaves, top) = (y - h + h * 0.06, y - h * 1.6);
    c.poly(&[(x - w * 0.36, top), (x + w * 0.36, top), (x + w * 0.53, eaves), (x - w * 0.53, eaves)], roof);
    c.poly(&[(x + w * 0.36, top), (x + w * 0.53, eaves), (x + w * 0.3, eaves)], roof.darker(0.15));
    c.line(&[(x - w * 0.53, eaves), (x + w * 0.53, eaves)], h * 0.04, roof.darker(0.28));
}

/// A long one-storey house with a veranda: school or health station.
pub(crate) fn long_house(
    c: &mut Canvas,
    p: &Palette,
    (x, y, w, h): (f32, f32, f32, f32),
    wall: u32,
    roof: u32,
    rooms: usize,
) {
    let (wall, roof) = (p.on(wall), p.on(roof));
    c.rect(x - w * 0.5, y - h, w, h, wall);
    let each = w / rooms as f32;
    for i in 0..rooms {
        let left = x - w * 0.5 + each * i as f32;
        c.rect(left + each * 0.12, y - h * 0.66, each * 0.22, h * 0.66, p.on(0x3f_6f86));
        c.rect(left + each * 0.48, y - h * 0.68, each * 0.4, h * 0.36, p.window());
        c.line(
            &[(left + each * 0.68, y - h * 0.68), (left + each * 0.68, y - h * 0.32)],
            2.0,
            wall.darker(0.1),
        );
        c.line(
            &[(left + each * 0.48, y - h * 0.5), (left + each * 0.88, y - h * 0.5)],
            2.0,
            wall.darker(0.1),
        );
    }
    c.rect(x - w * 0.5, y - h, w, h * 0.2, wall.darker(0.3).thin(0.45));
    for i in 0..=rooms {
        let px = x - w * 0.5 + each * i as f32;
        c.rect(px - h * 0.04, y - h, h * 0.08, h * 1.03, wall.lighter(0.5));
    }
    c.rect(x - w * 0.53, y - h * 0.02, w * 1.06, h * 0.1, p.on(0xb9_aca0));
    c.rect(x - w * 0.55, y + h * 0.06, w * 1.1, h * 0.06, p.on(0x9b_8f86));
    let (eaves, top) = (y - h * 0.94, y - h * 1.62);
    c.poly(&[(x - w * 0.47, top), (x + w * 0.47, top), (x + w * 0.56, eaves), (x - w * 0.56, eaves)], roof);
    for i in 1..6 {
        let s = i as f32 / 6.0;
        let ry = top + (eaves - top) * s;
        let half = w * (0.47 + 0.09 * s);
        c.line(&[(x - half, ry), (x + half, ry)], 1.4, roof.darker(0.2).thin(0.55));
    }
    c.line(&[(x - w * 0.475, top), (x + w * 0.475, top)], h * 0.05, roof.lighter(0.12));
    c.line(&[(x - w * 0.56, eaves), (x + w * 0.56, eaves)], h * 0.045, roof.darker(0.3));
    if p.dark() {
        c.glow(x, y - h * 0.4, w * 0.45, p.window(), 0.25);
    }
}

/// A two-storey office with steps, columns and a red banner over the door.
pub(crate) fn office(c: &mut Canvas, p: &Palette, x: f32, y: f32, w: f32) {
    let h = w * 0.42;
    let wall = p.on(0xf3_dfa8);
    c.rect(x - w * 0.5, y - h, w, h, wall);
    c.rect(x - w * 0.5, y - h * 0.53, w, h * 0.05, wall.lighter(0.6));
    for floor in 0..2 {
        for i in 0..8 {
            let left = x - w * 0.47 + w * 0.1205 * i as f32;
            if floor == 0 && (i == 3 || i == 4) {
                continue;
            }
            let top = y - h * (0.42 + 0.48 * floor as f32);
            c.rect(left, top, w * 0.085, h * 0.27, p.window());
            c.line(&[(left + w * 0.0425, top), (left + w * 0.0425, top + h * 0.27)], 2.0, wall.lighter(0.7));
            c.rect(left - w * 0.006, top + h * 0.27, w * 0.097, h * 0.025, wall.lighter(0.7));
        }
    }
    let roof = p.on(0xb1_4b35);
    let (eaves, top) = (y - h * 0.98, y - h * 1.28);
    c.poly(&[(x - w * 0.42, top), (x + w * 0.42, top), (x + w * 0.54, eaves), (x - w * 0.54, eaves)], roof);
    for i in 1..5 {
        let s = i as f32 / 5.0;
        let half = w * (0.42 + 0.12 * s);
        let ry = top + (eaves - top) * s;
        c.line(&[(x - half, ry), (x + half, ry)], 1.5, roof.darker(0.2).thin(0.6));
    }
    c.line(&[(x - w * 0.54, eaves), (x + w * 0.54, eaves)], h * 0.03, roof.darker(0.3));
    // porch
    c.rect(x - w * 0.145, y - h * 0.46, w * 0.29, h * 0.46, wall.darker(0.22));
    c.rect(x - w * 0.06, y - h * 0.36, w * 0.12, h * 0.36, p.window().with(p.on(0x3d_2b22), 0.35));
    for side in [-0.145, -0.075, 0.06, 0.13] {
        c.rect(x + w * side, y - h * 0.46, w * 0.018, h * 0.46, wall.lighter(0.75));
    }
    c.poly(
        &[(x - w * 0.18, y - h * 0.46), (x, y - h * 0.6), (x + w * 0.18, y - h * 0.46)],
        roof.darker(0.06),
    );
    c.rect(x - w * 0.17, y - h * 0.49, w * 0.34, h * 0.075, p.on(0xcf_2a27));
    for i in 0..16 {
        c.rect(x - w * 0.15 + w * 0.019 * i as f32, y - h * 0.463, w * 0.011, h * 0.02, p.on(0xff_dd55));
    }
    for i in 0..4 {
        let s = i as f32;
        let half = w * (0.16 + 0.022 * s);
        c.rect(x - half, y + h * 0.03 * s, half * 2.0, h * 0.032, p.on(0xcf_c4b4).darker(0.05 * s));
    }
}

/// A market stall under an awning.
pub(crate) fn stall(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, w: f32) {
    let h = w * 0.72;
    let cloth = p.on(d.pick(0xd9_4f3d, &[0x2f_7fb5, 0xef_a92f, 0x3d_9b6d, 0x8b_5fa8, 0xe0_6b93]));
    for px in [-0.46, 0.43] {
        c.rect(x + w * px, y - h, w * 0.03, h, p.on(0x6b_4c35));
    }
    c.rect(x - w * 0.44, y - h * 0.94, w * 0.88, h * 0.6, p.on(0x2c_2520).thin(0.3));
    c.rect(x - w * 0.46, y - h * 0.4, w * 0.92, h * 0.4, p.on(0xa9_7b4f));
    c.rect(x - w * 0.48, y - h * 0.43, w * 0.96, h * 0.07, p.on(0xc9_9b68));
    for _ in 0..16 {
        let tone = p.on(d.pick(0xe2_5440, &[0xf2_b134, 0x5f_a64e, 0x7d_4a8d, 0xef_7f2d, 0x9c_c95e]));
        let px = d.span(-0.42, 0.42);
        c.disc(x + w * px, y - h * 0.45 - d.span(0.0, w * 0.05), w * d.span(0.025, 0.042), tone);
    }
    let (low, top) = (y - h * 0.86, y - h * 1.2);
    let strips = 8;
    for i in 0..strips {
        let (a, b) = (i as f32 / strips as f32 - 0.5, (i + 1) as f32 / strips as f32 - 0.5);
        let tone = if i % 2 == 0 { cloth } else { cloth.lighter(0.72) };
        c.poly(
            &[
                (x + w * a * 0.9, top),
                (x + w * b * 0.9, top),
                (x + w * b * 1.14, low),
                (x + w * a * 1.14, low),
            ],
            tone,
        );
        c.oval(x + w * (a + b) * 0.57, low, w * 0.072, w * 0.05, tone.darker(0.08));
    }
    if p.dark() {
        c.disc(x, y - h * 0.72, w * 0.03, ink(0xff_f1c0));
        c.glow(x, y - h * 0.62, w * 0.75, ink(0xff_c868), 0.55);
    }
}

/// The gate of a border crossing.
pub(crate) fn gate(c: &mut Canvas, p: &Palette, x: f32, y: f32, w: f32) {
    let h = w * 0.46;
    let stone = p.on(0xe9_dcc0);
    for side in [-0.5, -0.12, 0.06, 0.44] {
        c.rect(x + w * side, y - h, w * 0.06, h, stone);
        c.rect(x + w * (side + 0.04), y - h, w * 0.02, h, stone.darker(0.16));
    }
    c.rect(x - w * 0.54, y - h * 1.22, w * 1.08, h * 0.26, stone.lighter(0.2));
    c.rect(x - w * 0.36, y - h * 1.18, w * 0.72, h * 0.16, p.on(0xb9_2a28));
    let roof = p.on(0x9c_4434);
    c.poly(
        &[
            (x - w * 0.5, y - h * 1.46),
            (x + w * 0.5, y - h * 1.46),
            (x + w * 0.6, y - h * 1.2),
            (x - w * 0.6, y - h * 1.2),
        ],
        roof,
    );
    c.line(&[(x - w * 0.61, y - h * 1.2), (x + w * 0.61, y - h * 1.2)], h * 0.035, roof.darker(0.3));
    c.line(&[(x - w * 0.5, y - h * 1.46), (x + w * 0.5, y - h * 1.46)], h * 0.03, roof.lighter(0.15));
}
