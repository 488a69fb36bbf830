//! Writes every kind of scene as PNG into a folder, to look at: `cargo run -p demo --example sheet -- /tmp/sheet`.

use demo::{Light, Scene, SceneKind, Season, draw};
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "sheet".to_owned());
    fs::create_dir_all(&folder)?;
    let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
    for (i, kind) in SceneKind::ALL.into_iter().enumerate() {
        for (light, season) in Light::ALL.into_iter().zip(seasons.into_iter().cycle()) {
            let scene = Scene { kind, light, season, seed: 7 + i as u32 };
            let name = format!("{kind:?}-{light:?}.png");
            fs::write(Path::new(&folder).join(name), draw(&scene, 600, 400))?;
        }
    }
    Ok(())
}
