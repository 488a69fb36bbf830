//! Paints a story's picture from its scene: flat shapes, few colours, always the same for the same scene.

mod canvas;
mod dice;
mod houses;
mod indoors;
mod ink;
mod land;
mod outdoors;
mod people;
mod plants;
mod things;
mod village;

pub use dice::mix;

use crate::scene::{Scene, SceneKind};
use canvas::Canvas;
use dice::Dice;
use ink::Palette;

/// The picture of `scene` as PNG, `width` by `height` pixels; empty when a side is 0 or absurdly long.
#[must_use]
pub fn draw(scene: &Scene, width: u32, height: u32) -> Vec<u8> {
    paint(scene, width, height).and_then(|map| map.encode_png().ok()).unwrap_or_default()
}

/// The picture of `scene` as rows of red, green and blue bytes; empty when a side is 0 or absurdly long.
#[must_use]
pub fn draw_rgb(scene: &Scene, width: u32, height: u32) -> Vec<u8> {
    let map = paint(scene, width, height);
    map.map(|map| map.pixels().iter().flat_map(|one| [one.red(), one.green(), one.blue()]).collect())
        .unwrap_or_default()
}

fn paint(scene: &Scene, width: u32, height: u32) -> Option<tiny_skia::Pixmap> {
    if width > 8000 || height > 8000 {
        return None;
    }
    let mut c = Canvas::new(width, height)?;
    let p = Palette::of(scene.light, scene.season);
    let d = Dice::new(scene.seed.wrapping_mul(31).wrapping_add(scene.kind as u32));
    let indoors = matches!(
        scene.kind,
        SceneKind::MeetingHall | SceneKind::Computers | SceneKind::EveningClass | SceneKind::Library
    );
    let near = d.pick(1.0, &[1.0, 1.07, 1.14]);
    c.look(near, d.span(-1.0, 1.0), !indoors && d.chance(0.5));
    let (c_, p_, d_) = (&mut c, &p, &d);
    match scene.kind {
        SceneKind::Terraces => outdoors::terraces(c_, p_, d_),
        SceneKind::Karst => outdoors::karst(c_, p_, d_),
        SceneKind::StiltHouses => village::stilt_houses(c_, p_, d_),
        SceneKind::Bridge => village::bridge(c_, p_, d_),
        SceneKind::SchoolYard => village::school(c_, p_, d_),
        SceneKind::CommuneOffice => village::commune_office(c_, p_, d_),
        SceneKind::Clinic => village::clinic(c_, p_, d_),
        SceneKind::Market => village::market(c_, p_, d_),
        SceneKind::Landslide => outdoors::landslide(c_, p_, d_),
        SceneKind::Road => outdoors::road(c_, p_, d_),
        SceneKind::Reservoir => outdoors::reservoir(c_, p_, d_),
        SceneKind::Forest => outdoors::forest(c_, p_, d_),
        SceneKind::MeetingHall => indoors::hall(c_, p_, d_),
        SceneKind::Loudspeaker => village::loudspeaker(c_, p_, d_),
        SceneKind::Festival => village::festival(c_, p_, d_),
        SceneKind::Computers => indoors::computers(c_, p_, d_),
        SceneKind::FloodRain => outdoors::flood(c_, p_, d_),
        SceneKind::Resettlement => village::resettlement(c_, p_, d_),
        SceneKind::TeaHills => outdoors::tea_hills(c_, p_, d_),
        SceneKind::BorderGate => village::border_gate(c_, p_, d_),
        SceneKind::WaterTank => village::water_tank(c_, p_, d_),
        SceneKind::Harvest => outdoors::harvest(c_, p_, d_),
        SceneKind::EveningClass => indoors::evening_class(c_, p_, d_),
        SceneKind::Buffaloes => village::buffaloes(c_, p_, d_),
        SceneKind::Library => indoors::library(c_, p_, d_),
        SceneKind::PowerLine => outdoors::power_line(c_, p_, d_),
    }
    if !indoors {
        land::weather(&mut c, &p, &d);
    }
    Some(c.into_map())
}
