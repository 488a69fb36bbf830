//! People and animals, as simple as on a poster.

use super::{
    canvas::Canvas,
    dice::Dice,
    ink::{Ink, Palette},
};

const SKIN: u32 = 0xd9_a57f;
const HAIR: u32 = 0x2a_2326;

/// How someone is dressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dress {
    /// Shirt and trousers.
    Plain,
    /// Indigo with bright bands and a head cloth.
    Highland,
    /// Conical hat.
    Field,
    /// White shirt, red scarf.
    Pupil,
    /// White coat.
    Nurse,
    /// Hard hat and orange vest.
    Worker,
}

/// Someone standing with feet at `(x, y)`.
pub(crate) fn person(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, tall: f32, dress: Dress) {
    let top = y - tall;
    let r = tall * 0.095;
    c.oval(x, y, tall * 0.17, tall * 0.03, p.on(0x1d_2a2c).thin(0.22));
    let (cloth, legs) = match dress {
        Dress::Plain => (
            p.on(d.pick(0x4f_7cac, &[0xc8_553d, 0x6a_8e4e, 0xd9_a441, 0x8a_6fa8, 0x5b_6770])),
            p.on(0x38_4252),
        ),
        Dress::Highland => (p.on(d.pick(0x2b_2f5e, &[0x3a_2350, 0x1f_3550, 0x25_2833])), p.on(0x2b_2c48)),
        Dress::Field => (p.on(d.pick(0x7a_5a46, &[0x4d_6b8a, 0x8c_6d9e, 0x5f_7a4f])), p.on(0x3a_3a44)),
        Dress::Pupil => (p.on(0xf4_f4ee), p.on(0x2e_3f66)),
        Dress::Nurse => (p.on(0xfa_fbfa), p.on(0xe4_ebee)),
        Dress::Worker => (p.on(0xf0_8a2c), p.on(0x33_4a6e)),
    };
    let (shoulder, hip, foot) = (top + tall * 0.23, top + tall * 0.58, y);
    let skirt = dress == Dress::Highland && d.chance(0.65);
    if skirt {
        let hem = y - tall * 0.12;
        c.poly(
            &[(x - r * 1.1, hip - r), (x + r * 1.1, hip - r), (x + r * 2.3, hem), (x - r * 2.3, hem)],
            cloth.lighter(0.06),
        );
        let band = p.on(d.pick(0xe0_4f5f, &[0x2f_a39a, 0xf0_b429, 0xd4_5fa0]));
        c.poly(
            &[
                (x - r * 2.05, hem - tall * 0.07),
                (x + r * 2.05, hem - tall * 0.07),
                (x + r * 2.3, hem),
                (x - r * 2.3, hem),
            ],
            band,
        );
        c.rect(x - r * 0.9, hem, r * 0.6, y - hem, p.on(SKIN).darker(0.2));
        c.rect(x + r * 0.3, hem, r * 0.6, y - hem, p.on(SKIN).darker(0.2));
    } else {
        c.poly(&[(x - r * 1.1, hip), (x - r * 0.1, hip), (x - r * 0.25, foot), (x - r * 1.05, foot)], legs);
        c.poly(
            &[(x + r * 0.1, hip), (x + r * 1.1, hip), (x + r * 1.05, foot), (x + r * 0.25, foot)],
            legs.darker(0.08),
        );
    }
    let arm = cloth.darker(0.1);
    c.line(&[(x - r * 1.35, shoulder + r * 0.5), (x - r * 1.75, hip - r * 0.3)], r * 0.72, arm);
    c.line(&[(x + r * 1.35, shoulder + r * 0.5), (x + r * 1.75, hip - r * 0.3)], r * 0.72, arm);
    c.blob(
        &[
            (x - r * 1.7, shoulder),
            (x, shoulder - r * 0.5),
            (x + r * 1.7, shoulder),
            (x + r * 1.4, hip + r * 0.6),
            (x - r * 1.4, hip + r * 0.6),
        ],
        cloth,
    );
    extras(c, p, d, (x, shoulder, hip, r), dress);
    head(c, p, d, (x, top + r, r), dress);
}

fn extras(c: &mut Canvas, p: &Palette, d: &Dice, (x, shoulder, hip, r): (f32, f32, f32, f32), dress: Dress) {
    match dress {
        Dress::Highland => {
            let band = p.on(d.pick(0xe0_4f5f, &[0x3f_b8a8, 0xf0_b429]));
            c.rect(x - r * 1.15, hip - r * 0.5, r * 2.3, r * 0.55, band);
            c.line(&[(x, shoulder), (x, hip - r * 0.4)], r * 0.3, band.lighter(0.2));
        }
        Dress::Pupil => {
            let scarf = p.on(0xd8_2c2c);
            c.poly(&[(x - r * 0.7, shoulder), (x + r * 0.7, shoulder), (x, shoulder + r * 1.4)], scarf);
        }
        Dress::Worker => {
            let stripe = p.on(0xff_f07a);
            c.rect(x - r * 1.25, hip - r * 1.2, r * 2.5, r * 0.35, stripe);
        }
        Dress::Plain | Dress::Field | Dress::Nurse => {}
    }
}

fn head(c: &mut Canvas, p: &Palette, d: &Dice, (x, y, r): (f32, f32, f32), dress: Dress) {
    c.disc(x, y, r, p.on(SKIN));
    match dress {
        Dress::Field => {
            c.poly(
                &[(x - r * 2.1, y - r * 0.1), (x, y - r * 1.5), (x + r * 2.1, y - r * 0.1)],
                p.on(0xe9_d7a0),
            );
            c.poly(
                &[(x, y - r * 1.5), (x + r * 2.1, y - r * 0.1), (x + r * 0.3, y - r * 0.1)],
                p.on(0xcd_b679),
            );
        }
        Dress::Highland => {
            let cloth = p.on(d.pick(0xd4_3f52, &[0x24_285a, 0x2e_7d75, 0x2a_2326]));
            c.blob(
                &[
                    (x - r * 1.25, y),
                    (x - r, y - r * 1.3),
                    (x + r, y - r * 1.3),
                    (x + r * 1.25, y),
                    (x, y - r * 0.4),
                ],
                cloth,
            );
        }
        Dress::Worker => {
            c.blob(
                &[
                    (x - r * 1.25, y - r * 0.1),
                    (x - r, y - r * 1.4),
                    (x + r, y - r * 1.4),
                    (x + r * 1.25, y - r * 0.1),
                ],
                p.on(0xfb_c531),
            );
        }
        Dress::Nurse => {
            hair(c, p, x, y, r);
            c.rect(x - r * 0.8, y - r * 1.25, r * 1.6, r * 0.5, p.on(0xff_ffff));
        }
        Dress::Plain | Dress::Pupil => hair(c, p, x, y, r),
    }
}

fn hair(c: &mut Canvas, p: &Palette, x: f32, y: f32, r: f32) {
    c.blob(
        &[
            (x - r * 1.12, y + r * 0.2),
            (x - r * 0.95, y - r * 1.15),
            (x + r * 0.95, y - r * 1.15),
            (x + r * 1.12, y + r * 0.2),
            (x, y - r * 0.35),
        ],
        p.on(HAIR),
    );
}

/// Someone sitting, seen from behind: `(x, y)` is the middle of the shoulders' lower edge.
pub(crate) fn back(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, size: f32, cloth: Ink) {
    let r = size * 0.3;
    c.blob(
        &[
            (x - size * 0.72, y + size * 0.4),
            (x - size * 0.62, y - size * 0.42),
            (x, y - size * 0.62),
            (x + size * 0.62, y - size * 0.42),
            (x + size * 0.72, y + size * 0.4),
        ],
        cloth,
    );
    c.rect(x - r * 0.35, y - size * 0.68, r * 0.7, size * 0.24, p.on(SKIN).darker(0.12));
    c.oval(
        x,
        y - size * 0.85,
        r,
        r * 1.14,
        p.on(HAIR).with(p.on(0x8b_8783), if d.chance(0.2) { 0.6 } else { 0.0 }),
    );
    if d.chance(0.3) {
        c.oval(x, y - size * 0.62, r * 0.55, r * 0.7, p.on(HAIR));
    }
}

/// A buffalo looking left, feet at `(x, y)`.
pub(crate) fn buffalo(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32, size: f32) {
    let hide = p.on(d.pick(0x4a_4a52, &[0x54_4f54, 0x3f_434c]));
    let s = size;
    c.oval(x, y, s * 0.62, s * 0.05, p.on(0x1d_2a2c).thin(0.25));
    for dx in [-0.34, -0.22, 0.28, 0.4] {
        c.poly(
            &[
                (x + s * (dx - 0.05), y - s * 0.4),
                (x + s * (dx + 0.06), y - s * 0.4),
                (x + s * (dx + 0.035), y),
                (x + s * (dx - 0.035), y),
            ],
            hide.darker(0.18),
        );
    }
    c.blob(
        &[
            (x - s * 0.52, y - s * 0.52),
            (x - s * 0.34, y - s * 0.76),
            (x + s * 0.1, y - s * 0.72),
            (x + s * 0.46, y - s * 0.72),
            (x + s * 0.6, y - s * 0.48),
            (x + s * 0.48, y - s * 0.28),
            (x, y - s * 0.2),
            (x - s * 0.4, y - s * 0.3),
        ],
        hide,
    );
    c.curve(
        &[(x + s * 0.53, y - s * 0.6), (x + s * 0.64, y - s * 0.45), (x + s * 0.6, y - s * 0.22)],
        s * 0.03,
        hide.darker(0.2),
    );
    c.blob(
        &[
            (x - s * 0.42, y - s * 0.62),
            (x - s * 0.58, y - s * 0.72),
            (x - s * 0.74, y - s * 0.58),
            (x - s * 0.88, y - s * 0.36),
            (x - s * 0.76, y - s * 0.28),
            (x - s * 0.54, y - s * 0.42),
        ],
        hide.lighter(0.05),
    );
    c.oval(x - s * 0.82, y - s * 0.34, s * 0.07, s * 0.055, p.on(0x77_6f70));
    c.disc(x - s * 0.66, y - s * 0.54, s * 0.016, p.on(0x11_1111));
    let horn = p.on(0x9d_9384);
    c.curve(
        &[
            (x - s * 0.6, y - s * 0.68),
            (x - s * 0.56, y - s * 0.84),
            (x - s * 0.36, y - s * 0.94),
            (x - s * 0.26, y - s * 0.92),
        ],
        s * 0.045,
        horn,
    );
    c.curve(
        &[
            (x - s * 0.68, y - s * 0.66),
            (x - s * 0.76, y - s * 0.82),
            (x - s * 0.68, y - s * 0.96),
            (x - s * 0.6, y - s * 0.98),
        ],
        s * 0.04,
        horn.darker(0.1),
    );
    c.oval(x - s * 0.52, y - s * 0.6, s * 0.08, s * 0.035, hide.darker(0.1));
}
