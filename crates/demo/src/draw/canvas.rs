//! A sheet of 1200 by 800 steps, whatever its size in pixels, and the few ways to put ink on it.

use tiny_skia::{
    FillRule, GradientStop, LineCap, LinearGradient, Paint, Path, PathBuilder, Pixmap, Point,
    PremultipliedColorU8, RadialGradient, Rect, Shader, SpreadMode, Stroke, Transform,
};

use super::ink::Ink;

pub(crate) const WIDE: f32 = 1200.0;
pub(crate) const HIGH: f32 = 800.0;

pub(crate) type Spot = (f32, f32);

pub(crate) struct Canvas {
    map: Pixmap,
    fit: Transform,
}

impl Canvas {
    /// The sheet covers the whole picture; what does not fit is cut off evenly at the sides, or at the top.
    pub(crate) fn new(width: u32, height: u32) -> Option<Self> {
        let map = Pixmap::new(width, height)?;
        let scale = (width as f32 / WIDE).max(height as f32 / HIGH);
        let (dx, dy) = ((width as f32 - WIDE * scale) / 2.0, height as f32 - HIGH * scale);
        Some(Self { map, fit: Transform::from_row(scale, 0.0, 0.0, scale, dx, dy * 0.7) })
    }

    /// Steps `near` times closer, looking `aside` (-1 to 1) of what that leaves out; may swap left and right.
    pub(crate) fn look(&mut self, near: f32, aside: f32, mirrored: bool) {
        let (wide, high) = (self.map.width() as f32, self.map.height() as f32);
        let slack = wide * (near - 1.0) / 2.0;
        let closer =
            Transform::from_row(near, 0.0, 0.0, near, slack * (aside - 1.0), high * (1.0 - near) * 0.8);
        self.fit = self.fit.post_concat(closer);
        if mirrored {
            self.fit = self.fit.post_concat(Transform::from_row(-1.0, 0.0, 0.0, 1.0, wide, 0.0));
        }
    }

    pub(crate) fn into_map(self) -> Pixmap {
        self.map
    }

    fn put(&mut self, path: Option<Path>, shader: Option<Shader<'_>>) {
        if let (Some(path), Some(shader)) = (path, shader) {
            let paint = Paint { shader, anti_alias: true, ..Paint::default() };
            self.map.fill_path(&path, &paint, FillRule::Winding, self.fit, None);
        }
    }

    /// Straight-edged shape.
    pub(crate) fn poly(&mut self, spots: &[Spot], ink: Ink) {
        self.put(outline(spots), Some(Shader::SolidColor(ink.color())));
    }

    /// Straight-edged shape, shaded from `top` at height `from` to `low` at height `to`.
    pub(crate) fn poly_down(&mut self, spots: &[Spot], (from, to): (f32, f32), top: Ink, low: Ink) {
        self.put(outline(spots), down(from, to, &[(0.0, top), (1.0, low)]));
    }

    /// Shape with flowing edges through all spots.
    pub(crate) fn blob(&mut self, spots: &[Spot], ink: Ink) {
        self.put(flowing(spots), Some(Shader::SolidColor(ink.color())));
    }

    pub(crate) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        let path = Rect::from_xywh(x, y, w, h).map(PathBuilder::from_rect);
        self.put(path, Some(Shader::SolidColor(ink.color())));
    }

    /// The whole sheet, shaded from its top to its foot.
    pub(crate) fn sheet_down(&mut self, stops: &[(f32, Ink)]) {
        self.rows(f32::MIN, f32::MAX, |y| along(stops, (y + 40.0) / (HIGH + 40.0)));
    }

    /// A band across the whole sheet that is thickest in its middle.
    pub(crate) fn haze(&mut self, y: f32, thick: f32, ink: Ink, strength: f32) {
        self.rows(y - thick, y + thick, |at| ink.thin(strength * (1.0 - ((at - y) / thick).abs()).max(0.0)));
    }

    /// Lays one ink over each row of pixels; several times faster than a gradient shader.
    fn rows(&mut self, from: f32, to: f32, ink: impl Fn(f32) -> Ink) {
        let (scale, shift) = (self.fit.sy, self.fit.ty);
        let wide = self.map.width() as usize;
        for (j, row) in self.map.pixels_mut().chunks_exact_mut(wide).enumerate() {
            let y = (j as f32 + 0.5 - shift) / scale;
            if y < from || y > to {
                continue;
            }
            let over = ink(y).color().premultiply().to_color_u8();
            let keep = 255 - u32::from(over.alpha());
            if keep == 0 {
                row.fill(over);
                continue;
            }
            let lay = |new: u8, old: u8| new.saturating_add(((u32::from(old) * keep + 127) / 255) as u8);
            for pixel in row {
                let mixed = PremultipliedColorU8::from_rgba(
                    lay(over.red(), pixel.red()),
                    lay(over.green(), pixel.green()),
                    lay(over.blue(), pixel.blue()),
                    255,
                );
                *pixel = mixed.unwrap_or(*pixel);
            }
        }
    }

    pub(crate) fn disc(&mut self, x: f32, y: f32, r: f32, ink: Ink) {
        self.put(PathBuilder::from_circle(x, y, r), Some(Shader::SolidColor(ink.color())));
    }

    pub(crate) fn oval(&mut self, x: f32, y: f32, rx: f32, ry: f32, ink: Ink) {
        let path = Rect::from_xywh(x - rx, y - ry, rx * 2.0, ry * 2.0).and_then(PathBuilder::from_oval);
        self.put(path, Some(Shader::SolidColor(ink.color())));
    }

    /// Light that fades outwards.
    pub(crate) fn glow(&mut self, x: f32, y: f32, r: f32, ink: Ink, strength: f32) {
        let stops = vec![
            GradientStop::new(0.0, ink.thin(strength).color()),
            GradientStop::new(0.4, ink.thin(strength * 0.35).color()),
            GradientStop::new(1.0, ink.thin(0.0).color()),
        ];
        let at = Point::from_xy(x, y);
        let shader = RadialGradient::new(at, 0.0, at, r, stops, SpreadMode::Pad, Transform::identity());
        self.put(PathBuilder::from_circle(x, y, r), shader);
    }

    pub(crate) fn line(&mut self, spots: &[Spot], wide: f32, ink: Ink) {
        self.stroke(open(spots, false), wide, ink);
    }

    /// Line that flows through all spots.
    pub(crate) fn curve(&mut self, spots: &[Spot], wide: f32, ink: Ink) {
        self.stroke(open(spots, true), wide, ink);
    }

    fn stroke(&mut self, path: Option<Path>, wide: f32, ink: Ink) {
        if let Some(path) = path {
            let paint =
                Paint { shader: Shader::SolidColor(ink.color()), anti_alias: true, ..Paint::default() };
            let stroke = Stroke { width: wide, line_cap: LineCap::Round, ..Stroke::default() };
            self.map.stroke_path(&path, &paint, &stroke, self.fit, None);
        }
    }
}

fn down(from: f32, to: f32, stops: &[(f32, Ink)]) -> Option<Shader<'static>> {
    let stops = stops.iter().map(|(at, ink)| GradientStop::new(*at, ink.color())).collect();
    LinearGradient::new(
        Point::from_xy(0.0, from),
        Point::from_xy(0.0, to),
        stops,
        SpreadMode::Pad,
        Transform::identity(),
    )
}

/// The ink at `share` of the way along the stops.
fn along(stops: &[(f32, Ink)], share: f32) -> Ink {
    let mut found = stops.first().map_or_else(|| crate::draw::ink::ink(0), |stop| stop.1);
    for (one, next) in stops.iter().zip(stops.iter().skip(1)) {
        if share >= one.0 {
            let part = (share - one.0) / (next.0 - one.0).max(0.0001);
            found = one.1.with(next.1, part.min(1.0));
        }
    }
    found
}

fn outline(spots: &[Spot]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut rest = spots.iter();
    let first = rest.next()?;
    path.move_to(first.0, first.1);
    for spot in rest {
        path.line_to(spot.0, spot.1);
    }
    path.close();
    path.finish()
}

/// Closed curve through the middles of the sides, bent towards the spots.
fn flowing(spots: &[Spot]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, last) = (spots.first()?, spots.last()?);
    let start = middle(*last, *first);
    path.move_to(start.0, start.1);
    for (spot, next) in spots.iter().zip(spots.iter().skip(1).chain([first])) {
        let to = middle(*spot, *next);
        path.quad_to(spot.0, spot.1, to.0, to.1);
    }
    path.close();
    path.finish()
}

fn open(spots: &[Spot], bent: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, last) = (spots.first()?, spots.last()?);
    path.move_to(first.0, first.1);
    if bent {
        for (spot, next) in spots.iter().zip(spots.iter().skip(1)).skip(1) {
            let to = middle(*spot, *next);
            path.quad_to(spot.0, spot.1, to.0, to.1);
        }
        path.line_to(last.0, last.1);
    } else {
        for spot in spots.iter().skip(1) {
            path.line_to(spot.0, spot.1);
        }
    }
    path.finish()
}

fn middle(one: Spot, other: Spot) -> Spot {
    ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0)
}
