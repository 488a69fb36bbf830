//! The pictures of the README, taken from the demo: `cargo xtask screenshots`.

use anyhow::{Context, Result, bail};
use browser::{Look, Office, Window};
use std::path::{Path, PathBuf};

const HIGH: u32 = 800;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("screenshots FOLDER")?);
    if let Some(why) = Office::missing() {
        bail!(why);
    }
    std::fs::create_dir_all(&folder)?;
    let office = Office::open()?;
    public(&office, &folder).await?;
    desk(&office, &folder).await
}

async fn public(office: &Office, folder: &Path) -> Result<()> {
    let citizen = office.window(Look::Screen).await?;
    citizen.size(1280, HIGH).await?;
    citizen.go("/").await?;
    shoot(&citizen, &folder.join("home.png")).await?;
    citizen.click(".lead-one h3 a").await?;
    shoot(&citizen, &folder.join("story.png")).await?;
    citizen.size(390, 844).await?;
    citizen.go("/co-so/").await?;
    shoot(&citizen, &folder.join("phone.png")).await?;
    citizen.close().await
}

async fn desk(office: &Office, folder: &Path) -> Result<()> {
    let hien = office.window(Look::Screen).await?;
    hien.size(1280, HIGH).await?;
    hien.become_person("Nông Thị Hiên").await?;
    shoot(&hien, &folder.join("desk.png")).await?;
    hien.go("/desk/newsroom/review").await?;
    hien.click("tbody a").await?;
    shoot(&hien, &folder.join("review.png")).await?;
    hien.close().await?;

    let may = office.window(Look::Screen).await?;
    may.size(1280, HIGH).await?;
    may.become_person("Lò Thị Mây").await?;
    may.go("/desk/newsroom/stories?mine=1&state=returned").await?;
    if !may.has("tbody a").await? {
        may.go("/desk/newsroom/stories?mine=1&state=draft").await?;
    }
    may.click("tbody a").await?;
    may.follow("Viết tiếp").await?;
    may.see(".ProseMirror").await?;
    shoot(&may, &folder.join("write.png")).await?;
    may.close().await
}

/// Once every picture on the page is there, also those that would wait for the reader to come near.
async fn shoot(window: &Window, path: &Path) -> Result<()> {
    window.script("for (const i of document.images) i.loading = 'eager'", vec![]).await?;
    window.until("[...document.images].every((i) => i.complete)").await?;
    window.picture(path).await
}
