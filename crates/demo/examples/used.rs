//! Writes every picture the stories ask for, to look at: `cargo run --release -p demo --example used -- /tmp/used`.

use demo::{draw, world};
use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "used".to_owned());
    fs::create_dir_all(&folder)?;
    for picture in world()?.stories.iter().flat_map(|story| &story.pictures) {
        let file = Path::new(&folder).join(picture.scene.name()).with_extension("png");
        fs::write(file, draw(&picture.scene, 600, 400))?;
    }
    Ok(())
}
