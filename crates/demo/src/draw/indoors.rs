//! Rooms: a hall, a computer room, an evening class, a reading room.

use super::{
    canvas::Canvas,
    dice::Dice,
    ink::{Palette, ink},
    people::back,
};

fn cloth(p: &Palette, d: &Dice) -> super::ink::Ink {
    p.on(d.pick(0x3d_5a80, &[0xf2_efe6, 0x8b_3a3a, 0x52_6b4f, 0x6b_5b7b, 0x2f_3e4e, 0xb0_8a5a, 0xd7_dde2]))
}

fn walls(c: &mut Canvas, top: u32, low: u32, floor: u32, floor_y: f32) {
    c.sheet_down(&[(0.0, ink(top)), (0.6, ink(low)), (1.0, ink(low))]);
    c.poly_down(
        &[(-400.0, floor_y), (1600.0, floor_y), (1600.0, 1100.0), (-400.0, 1100.0)],
        (floor_y, 820.0),
        ink(floor),
        ink(floor).darker(0.3),
    );
    c.rect(-400.0, floor_y - 12.0, 2000.0, 12.0, ink(low).darker(0.25));
}

/// Rows of people before a podium on a red ground.
pub(crate) fn hall(c: &mut Canvas, p: &Palette, d: &Dice) {
    walls(c, 0xe6_d3b4, 0xcf_b48d, 0x7d_5a43, 420.0);
    for i in 0..5 {
        let x = 180.0 + 210.0 * i as f32;
        c.rect(x - 60.0, 36.0, 120.0, 12.0, ink(0xff_fdf0));
        c.glow(x, 46.0, 220.0, ink(0xff_f5d8), 0.35);
    }
    for side in [60.0, 1020.0] {
        c.rect(side, 110.0, 120.0, 220.0, p.window().lighter(0.25));
        c.line(&[(side + 60.0, 110.0), (side + 60.0, 330.0)], 5.0, ink(0xf4_ead6));
        c.line(&[(side, 220.0), (side + 120.0, 220.0)], 5.0, ink(0xf4_ead6));
    }
    c.poly_down(
        &[(250.0, 84.0), (950.0, 84.0), (950.0, 400.0), (250.0, 400.0)],
        (84.0, 400.0),
        ink(0xb8_1f24),
        ink(0x8d_151b),
    );
    for i in 0..18 {
        let x = 250.0 + 40.0 * i as f32;
        c.rect(x, 84.0, 12.0, 316.0, ink(0x6e_0f16).thin(0.16));
    }
    c.rect(250.0, 76.0, 700.0, 14.0, ink(0xe3_b54c));
    for (i, w) in [(0, 330.0), (1, 430.0), (2, 250.0)] {
        c.rect(600.0 - w / 2.0, 132.0 + 40.0 * i as f32, w, 15.0, ink(0xff_d95e));
    }
    c.rect(280.0, 388.0, 640.0, 44.0, ink(0x6b_4026));
    c.rect(330.0, 330.0, 400.0, 64.0, ink(0x87_5232));
    c.rect(322.0, 322.0, 416.0, 14.0, ink(0xa5_6b43));
    for i in 0..4 {
        front(c, p, d, 380.0 + 100.0 * i as f32, 322.0);
        c.oval(400.0 + 100.0 * i as f32, 322.0, 12.0, 4.0, ink(0xf5_f2e8));
    }
    c.poly(&[(790.0, 330.0), (870.0, 330.0), (862.0, 420.0), (798.0, 420.0)], ink(0x7a_4a2e));
    front(c, p, d, 830.0, 330.0);
    for i in 0..9 {
        let x = 300.0 + 78.0 * i as f32;
        c.disc(x, 436.0, 15.0, ink(0x4f_8d4a));
        c.disc(x + 8.0, 428.0, 8.0, ink(if i % 2 == 0 { 0xf1_c84b } else { 0xe3_6b7b }));
    }
    for row in 0..4 {
        let size = 40.0 + 17.0 * row as f32;
        let y = 506.0 + 84.0 * row as f32;
        let gap = size * 2.05;
        let count = (1300.0 / gap) as usize;
        let shift = if row % 2 == 0 { 0.0 } else { gap / 2.0 };
        for i in 0..=count {
            let x = -40.0 + shift + gap * i as f32;
            let aisle = (x - 600.0).abs() < gap * 0.5;
            if aisle || d.chance(0.06) {
                continue;
            }
            c.blob(
                &[
                    (x - size * 0.8, y + size * 0.9),
                    (x - size * 0.76, y),
                    (x + size * 0.76, y),
                    (x + size * 0.8, y + size * 0.9),
                ],
                ink(0x8e_2b2b).darker(0.1 * (3 - row) as f32),
            );
            let tone = cloth(p, d);
            back(c, p, d, x, y, size, tone);
            c.rect(
                x - size * 0.78,
                y + size * 0.12,
                size * 1.56,
                size * 0.9,
                ink(0x7d_2224).darker(0.08 * (3 - row) as f32),
            );
        }
    }
}

/// Someone behind a table, facing us: head and shoulders.
fn front(c: &mut Canvas, p: &Palette, d: &Dice, x: f32, y: f32) {
    let tone = p.on(d.pick(0x2f_3b4c, &[0xf4_f2ea, 0x45_5a78, 0x7c_3a48]));
    c.blob(&[(x - 32.0, y), (x - 27.0, y - 36.0), (x, y - 42.0), (x + 27.0, y - 36.0), (x + 32.0, y)], tone);
    c.poly(&[(x - 8.0, y - 39.0), (x + 8.0, y - 39.0), (x, y - 18.0)], ink(0xfa_f8f2));
    c.oval(x, y - 56.0, 15.0, 18.0, ink(0xd9_a57f));
    c.blob(
        &[
            (x - 17.0, y - 58.0),
            (x - 13.0, y - 77.0),
            (x + 13.0, y - 77.0),
            (x + 17.0, y - 58.0),
            (x, y - 67.0),
        ],
        ink(0x2a_2326),
    );
}

/// A class at computers, a big screen in front.
pub(crate) fn computers(c: &mut Canvas, p: &Palette, d: &Dice) {
    walls(c, 0xea_f1f2, 0xcf_dfe2, 0x9a_8b7c, 440.0);
    for side in [50.0, 1010.0] {
        c.rect(side, 120.0, 140.0, 210.0, p.sky_mid);
        c.poly_down(
            &[
                (side, 240.0),
                (side + 60.0, 190.0),
                (side + 140.0, 250.0),
                (side + 140.0, 330.0),
                (side, 330.0),
            ],
            (190.0, 330.0),
            p.far(0.5),
            p.grass,
        );
        for (x, y, w, h) in [
            (side - 6.0, 114.0, 152.0, 8.0),
            (side - 6.0, 328.0, 152.0, 10.0),
            (side + 67.0, 114.0, 6.0, 220.0),
        ] {
            c.rect(x, y, w, h, ink(0xff_ffff));
        }
    }
    c.rect(330.0, 90.0, 540.0, 290.0, ink(0x2c_3a44));
    c.poly_down(
        &[(342.0, 102.0), (858.0, 102.0), (858.0, 368.0), (342.0, 368.0)],
        (102.0, 368.0),
        ink(0xf4_fafc),
        ink(0xd7_e9f1),
    );
    c.rect(370.0, 128.0, 250.0, 20.0, ink(0x1f_6aa5));
    for i in 0..5 {
        c.rect(370.0, 168.0 + 30.0 * i as f32, d.span(180.0, 290.0), 11.0, ink(0x9f_b6c3));
    }
    c.disc(760.0, 240.0, 62.0, ink(0x2f_9e6f));
    c.line(&[(730.0, 242.0), (752.0, 264.0), (794.0, 214.0)], 13.0, ink(0xff_ffff));
    c.glow(600.0, 240.0, 420.0, ink(0xff_ffff), 0.18);
    for row in 0..3 {
        let size = 50.0 + 26.0 * row as f32;
        let y = 520.0 + 122.0 * row as f32;
        let gap = size * 3.1;
        let count = (1300.0 / gap) as usize;
        c.rect(-400.0, y - size * 0.36, 2000.0, size * 0.2, ink(0xc9_a06c));
        c.rect(-400.0, y - size * 0.18, 2000.0, size * 1.1, ink(0xa9_7f50).darker(0.1));
        for i in 0..=count {
            let x = gap * (i as f32 + 0.35) - if row % 2 == 0 { 0.0 } else { gap * 0.3 };
            c.rect(x - size * 0.12, y - size * 0.62, size * 0.24, size * 0.3, ink(0x3a_444c));
            c.rect(x - size * 0.7, y - size * 1.32, size * 1.4, size * 0.88, ink(0x2a_333b));
            let lit = d.pick(0xcf_e6f3, &[0xe9_f2dd, 0xf4_ecd6]);
            c.rect(x - size * 0.64, y - size * 1.26, size * 1.28, size * 0.76, ink(lit));
            c.rect(x - size * 0.56, y - size * 1.18, size * 0.6, size * 0.09, ink(0x2d_78b0));
            for k in 0..3 {
                c.rect(
                    x - size * 0.7,
                    y - size * (1.0 - 0.14 * k as f32),
                    size * d.span(0.6, 1.1),
                    size * 0.06,
                    ink(0x93_a6b1),
                );
            }
        }
        for i in 0..=count {
            let x = gap * (i as f32 + 0.35) - if row % 2 == 0 { 0.0 } else { gap * 0.3 };
            if d.chance(0.9) {
                let tone = cloth(p, d);
                back(c, p, d, x + d.span(-0.25, 0.25) * size, y + size * 0.35, size * 0.86, tone);
            }
        }
    }
}

/// Grown-ups on benches before a blackboard, under one lamp.
pub(crate) fn evening_class(c: &mut Canvas, p: &Palette, d: &Dice) {
    walls(c, 0x6b_4a35, 0x8d_6343, 0x54_3a2b, 450.0);
    for i in 0..14 {
        let x = -100.0 + 104.0 * i as f32;
        c.line(&[(x, -60.0), (x, 440.0)], 2.5, ink(0x4a_3225).thin(0.55));
    }
    for side in [40.0, 1040.0] {
        c.rect(side, 130.0, 130.0, 180.0, ink(0x12_1f40));
        for _ in 0..6 {
            c.disc(side + d.span(10.0, 120.0), d.span(140.0, 230.0), 1.6, ink(0xff_ffff).thin(0.8));
        }
        c.poly(
            &[
                (side, 280.0),
                (side + 50.0, 240.0),
                (side + 130.0, 290.0),
                (side + 130.0, 310.0),
                (side, 310.0),
            ],
            ink(0x0b_1530),
        );
        for (x, y, w, h) in [
            (side - 6.0, 124.0, 142.0, 9.0),
            (side - 6.0, 308.0, 142.0, 9.0),
            (side + 61.0, 124.0, 8.0, 190.0),
        ] {
            c.rect(x, y, w, h, ink(0x3e_2a1e));
        }
    }
    c.rect(300.0, 110.0, 600.0, 270.0, ink(0x6d_4a2f));
    c.rect(314.0, 124.0, 572.0, 242.0, ink(0x21_4a3c));
    for row in 0..4 {
        let mut x = 350.0;
        while x < 800.0 {
            let w = d.span(14.0, 46.0);
            let y = 160.0 + 52.0 * row as f32;
            c.curve(
                &[(x, y), (x + w * 0.3, y - 13.0), (x + w * 0.6, y + 8.0), (x + w, y - 3.0)],
                3.6,
                ink(0xf4_f4e8).thin(0.85),
            );
            x += w + 16.0;
        }
    }
    c.line(&[(600.0, -20.0), (600.0, 40.0)], 3.0, ink(0x1f_1a18));
    c.poly(&[(570.0, 66.0), (585.0, 40.0), (615.0, 40.0), (630.0, 66.0)], ink(0x2d_5a4a));
    c.disc(600.0, 68.0, 14.0, ink(0xff_f3c4));
    c.glow(600.0, 90.0, 720.0, ink(0xff_cf7a), 0.6);
    super::people::person(c, &p_warm(p), d, 960.0, 470.0, 250.0, super::people::Dress::Plain);
    for row in 0..3 {
        let size = 52.0 + 24.0 * row as f32;
        let y = 540.0 + 112.0 * row as f32;
        let gap = size * 2.7;
        let count = (1300.0 / gap) as usize;
        c.rect(-400.0, y - size * 0.5, 2000.0, size * 0.16, ink(0xb4_7f4c).darker(0.04 * row as f32));
        for i in 0..=count {
            let x = gap * (i as f32 + 0.3) - if row % 2 == 0 { 0.0 } else { gap * 0.4 };
            if d.chance(0.88) {
                c.poly(
                    &[
                        (x - size * 0.4, y - size * 0.5),
                        (x - size * 0.3, y - size * 0.66),
                        (x + size * 0.5, y - size * 0.66),
                        (x + size * 0.45, y - size * 0.5),
                    ],
                    ink(0xfa_f3df),
                );
                let tone = ink(d.pick(0x2b_2f5e, &[0x3a_2350, 0x6d_2f3a, 0x27_5050, 0x40_3f46]));
                back(c, &p_warm(p), d, x, y + size * 0.1, size, tone);
                if d.chance(0.5) {
                    c.rect(
                        x - size * 0.45,
                        y - size * 0.2,
                        size * 0.9,
                        size * 0.09,
                        ink(d.pick(0xe0_4f5f, &[0x3f_b8a8, 0xf0_b429])),
                    );
                }
            }
        }
        c.rect(-400.0, y + size * 0.5, 2000.0, size * 0.14, ink(0x83_5632));
    }
    c.haze(760.0, 200.0, ink(0x1e_1210), 0.5);
}

/// Indoors under a lamp things keep their own colours whatever the hour outside.
fn p_warm(p: &Palette) -> Palette {
    Palette::of(crate::scene::Light::Dusk, p.season)
}

/// Shelves of books and readers at a long table.
pub(crate) fn library(c: &mut Canvas, p: &Palette, d: &Dice) {
    let warm = &p_warm(p);
    walls(c, 0xf0_e2c6, 0xe0_c79e, 0x8a_5e3f, 470.0);
    for (left, right) in [(20.0, 430.0), (770.0, 1180.0)] {
        c.rect(left - 12.0, 60.0, right - left + 24.0, 410.0, ink(0x6f_4a2e));
        for shelf in 0..5 {
            let y = 76.0 + 78.0 * shelf as f32;
            c.rect(left, y, right - left, 66.0, ink(0x42_2b1b));
            let mut x = left + 4.0;
            while x < right - 16.0 {
                let (w, h) = (d.span(9.0, 20.0), d.span(42.0, 62.0));
                let tone = ink(d.pick(
                    0xb8_3f3a,
                    &[0x2f_6690, 0xe0_a63a, 0x4d_8b5b, 0x7d_5a9b, 0xf0_e8d6, 0x36_4a5e, 0xc9_7243],
                ));
                if d.chance(0.93) {
                    c.rect(x, y + 66.0 - h, w - 1.5, h, tone);
                    c.rect(x + 1.5, y + 74.0 - h, w - 4.5, 3.5, tone.lighter(0.55));
                }
                x += w;
            }
        }
    }
    c.rect(470.0, 90.0, 260.0, 270.0, p.sky_mid);
    c.poly_down(
        &[(470.0, 280.0), (560.0, 220.0), (640.0, 270.0), (730.0, 230.0), (730.0, 360.0), (470.0, 360.0)],
        (210.0, 360.0),
        p.far(0.5),
        p.far(0.15),
    );
    for (x, y, w, h) in [
        (462.0, 82.0, 276.0, 10.0),
        (462.0, 356.0, 276.0, 12.0),
        (596.0, 82.0, 8.0, 280.0),
        (462.0, 215.0, 276.0, 7.0),
    ] {
        c.rect(x, y, w, h, ink(0xff_faf0));
    }
    for x in [300.0, 600.0, 900.0] {
        c.line(&[(x, -20.0), (x, 30.0)], 3.0, ink(0x3a_2a20));
        c.poly(&[(x - 44.0, 62.0), (x - 22.0, 28.0), (x + 22.0, 28.0), (x + 44.0, 62.0)], ink(0x3f_7a6a));
        c.glow(x, 80.0, 330.0, ink(0xff_e3a3), 0.4);
    }
    for i in 0..5 {
        let x = 190.0 + 205.0 * i as f32 + d.span(-24.0, 24.0);
        front_big(c, d, x, 566.0);
        let cover = ink(d.pick(0xd8_4a3c, &[0x2f_7fb5, 0xef_a92f, 0x3d_9b6d]));
        c.poly(&[(x - 46.0, 556.0), (x, 572.0), (x, 610.0), (x - 46.0, 594.0)], cover);
        c.poly(&[(x + 46.0, 556.0), (x, 572.0), (x, 610.0), (x + 46.0, 594.0)], cover.darker(0.12));
    }
    c.poly_down(
        &[(60.0, 606.0), (1140.0, 606.0), (1240.0, 690.0), (-40.0, 690.0)],
        (606.0, 690.0),
        ink(0xc7_935c),
        ink(0xa8_7443),
    );
    c.rect(-40.0, 690.0, 1280.0, 26.0, ink(0x82_5430));
    for _ in 0..7 {
        let x = d.span(100.0, 1060.0);
        let w = d.span(50.0, 84.0);
        c.poly(
            &[(x, 664.0), (x + w, 664.0), (x + w + 12.0, 680.0), (x - 12.0, 680.0)],
            ink(d.pick(0xfa_f4e2, &[0xb8_3f3a, 0x2f_6690, 0xe0_a63a])),
        );
    }
    for i in 0..4 {
        let x = 200.0 + 270.0 * i as f32 + d.span(-30.0, 30.0);
        let tone = cloth(warm, d);
        back(c, warm, d, x, 790.0, 92.0, tone);
    }
}

fn front_big(c: &mut Canvas, d: &Dice, x: f32, y: f32) {
    let tone = ink(d.pick(0xf4_f2ea, &[0x45_6a98, 0xa3_4a4a, 0x4f_7d5a, 0xd8_a24a]));
    c.blob(
        &[
            (x - 62.0, y + 60.0),
            (x - 54.0, y - 26.0),
            (x, y - 42.0),
            (x + 54.0, y - 26.0),
            (x + 62.0, y + 60.0),
        ],
        tone,
    );
    c.rect(x - 11.0, y - 52.0, 22.0, 24.0, ink(0xc4_9070));
    c.oval(x, y - 76.0, 29.0, 34.0, ink(0xdf_ae8a));
    c.blob(
        &[
            (x - 35.0, y - 72.0),
            (x - 28.0, y - 118.0),
            (x + 28.0, y - 118.0),
            (x + 35.0, y - 72.0),
            (x, y - 96.0),
        ],
        ink(0x2a_2326),
    );
    c.curve(&[(x - 16.0, y - 71.0), (x - 11.0, y - 68.0), (x - 6.0, y - 71.0)], 2.2, ink(0x2a_2326));
    c.curve(&[(x + 6.0, y - 71.0), (x + 11.0, y - 68.0), (x + 16.0, y - 71.0)], 2.2, ink(0x2a_2326));
}
