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
    // A story that shows what a story can have.
    citizen.go("/tim-kiem?q=pac+nhung").await?;
    citizen.click("main .item a[href*='/tin/']").await?;
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

    let lieu = office.window(Look::Screen).await?;
    lieu.size(1280, HIGH).await?;
    lieu.become_person("Bàn Thị Liều").await?;
    lieu.go("/desk/newsroom/stories?mine=1&state=returned").await?;
    if !lieu.has("tbody a").await? {
        lieu.go("/desk/newsroom/stories?mine=1&state=draft").await?;
    }
    lieu.click("tbody a").await?;
    lieu.follow("Viết tiếp").await?;
    lieu.see(".ProseMirror").await?;
    shoot(&lieu, &folder.join("write.png")).await?;
    lieu.close().await
}

/// Once every picture on the page is there.
async fn shoot(window: &Window, path: &Path) -> Result<()> {
    window.until("[...document.images].every((i) => i.loading === 'lazy' || i.complete)").await?;
    window.picture(path).await
}
