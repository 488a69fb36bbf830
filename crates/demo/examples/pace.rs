//! Says how long each kind of scene takes at full size: `cargo run --release -p demo --example pace`.

use demo::{Light, Scene, SceneKind, Season, draw, draw_rgb};
use std::{io, io::Write, time::Instant};

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for kind in SceneKind::ALL {
        let scene = Scene { kind, light: Light::Rain, season: Season::Summer, seed: 1 };
        let start = Instant::now();
        let rgb = draw_rgb(&scene, 1200, 800).len();
        let painted = start.elapsed();
        let start = Instant::now();
        let png = draw(&scene, 1200, 800).len();
        writeln!(out, "{kind:?}: {painted:?} painted ({rgb} B), {:?} as PNG ({png} B)", start.elapsed())?;
    }
    Ok(())
}
