//! Colours, and the palette a light and a season give to everything in a picture.

use tiny_skia::Color;

use crate::scene::{Light, Season};

/// A colour with its opacity, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink {
    r: f32,
    g: f32,
    b: f32,
    a: f32,
}

/// The colour `0xrrggbb`.
pub(crate) const fn ink(hex: u32) -> Ink {
    Ink {
        r: ((hex >> 16) & 0xff) as f32 / 255.0,
        g: ((hex >> 8) & 0xff) as f32 / 255.0,
        b: (hex & 0xff) as f32 / 255.0,
        a: 1.0,
    }
}

impl Ink {
    /// `share` of the other colour mixed in.
    pub(crate) fn with(self, other: Self, share: f32) -> Self {
        let keep = 1.0 - share;
        Self {
            r: self.r * keep + other.r * share,
            g: self.g * keep + other.g * share,
            b: self.b * keep + other.b * share,
            a: self.a,
        }
    }

    pub(crate) fn darker(self, share: f32) -> Self {
        self.with(ink(0x10_1c2e), share)
    }

    /// Less so the darker the colour, so that nothing shines at night.
    pub(crate) fn lighter(self, share: f32) -> Self {
        let bright = (self.r + self.g + self.b) / 3.0;
        self.with(ink(0xff_fbf0), share * (0.25 + bright * 1.5).min(1.0))
    }

    pub(crate) fn thin(self, a: f32) -> Self {
        Self { a, ..self }
    }

    pub(crate) fn color(self) -> Color {
        let part = |x: f32| x.clamp(0.0, 1.0);
        Color::from_rgba(part(self.r), part(self.g), part(self.b), part(self.a)).unwrap_or(Color::BLACK)
    }
}

/// What things look like at this hour of this season.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    pub light: Light,
    pub season: Season,
    pub sky_top: Ink,
    pub sky_mid: Ink,
    pub sky_low: Ink,
    tint: Ink,
    strength: f32,
    pub leaf: Ink,
    pub leaf_deep: Ink,
    pub field: Ink,
    pub field_alt: Ink,
    pub grass: Ink,
    pub earth: Ink,
    pub mountain: Ink,
    pub water: Ink,
}

impl Palette {
    pub(crate) fn of(light: Light, season: Season) -> Self {
        let (sky_top, sky_mid, sky_low, tint, strength) = match light {
            Light::Dawn => (0x7a_9cc6, 0xf2_c7b0, 0xff_ecc9, 0xff_b48c, 0.15),
            Light::Day => (0x4f_a3dc, 0x9d_d2f0, 0xe8_f6fb, 0xff_f6e0, 0.05),
            Light::Dusk => (0x45_4f8a, 0xe3_8264, 0xff_d391, 0xf2_7440, 0.20),
            Light::Night => (0x0a_1634, 0x1a_2f5c, 0x35_5587, 0x12_2450, 0.60),
            Light::Mist => (0xb9_cad4, 0xd6_e0e2, 0xf1_f3ee, 0xdf_e8e8, 0.24),
            Light::Rain => (0x5f_707f, 0x86_949e, 0xb3_bfc4, 0x64_7684, 0.34),
        };
        let (leaf, leaf_deep, field, field_alt, grass) = match season {
            Season::Spring => (0x7f_bf55, 0x41_8a48, 0xa8_d673, 0xc6_e38a, 0x93_c862),
            Season::Summer => (0x4f_a34a, 0x27_7044, 0x73_bd55, 0x92_cf63, 0x6f_b557),
            Season::Autumn => (0x9c_a544, 0x5d_7b3c, 0xe6_b741, 0xf2_cd62, 0xb5_b653),
            Season::Winter => (0x86_9a5e, 0x4f_6b50, 0xbf_a878, 0xcf_ba8d, 0xa3_a56f),
        };
        let tint = ink(tint);
        let on = |hex: u32| ink(hex).with(tint, strength);
        Self {
            light,
            season,
            sky_top: ink(sky_top),
            sky_mid: ink(sky_mid),
            sky_low: ink(sky_low),
            tint,
            strength,
            leaf: on(leaf),
            leaf_deep: on(leaf_deep),
            field: on(field),
            field_alt: on(field_alt),
            grass: on(grass),
            earth: on(0xb0_8358),
            mountain: on(if season == Season::Winter { 0x4d_7078 } else { 0x3c_7370 }),
            water: on(0x63_a9bd).with(ink(sky_mid), 0.35),
        }
    }

    /// A thing's own colour under this light.
    pub(crate) fn on(&self, hex: u32) -> Ink {
        ink(hex).with(self.tint, self.strength)
    }

    /// A mountain `depth` of the way to the horizon: 0 near, 1 lost in the air.
    pub(crate) fn far(&self, depth: f32) -> Ink {
        self.mountain.with(self.sky_low.with(self.sky_mid, 0.3), depth * 0.92)
    }

    /// Lamps are lit.
    pub(crate) fn dark(&self) -> bool {
        self.light == Light::Night
    }

    /// A window: glowing in the dark, glass by day.
    pub(crate) fn window(&self) -> Ink {
        match self.light {
            Light::Night => ink(0xff_d883),
            Light::Dusk => ink(0xff_dc98),
            _ => self.on(0x6c_93a6),
        }
    }
}
