//! Add a picture: decoded, encoded anew in every size, kept under its hash.

use super::WORDS_MOST;
use crate::House;
use crate::assets::{Asset, Size};
use crate::store::{self, AssetRow};
use bytes::Bytes;
use db::Cx;
use files::PictureError;
use kernel::{Action, Actor, AssetId, Failure, NewId, NewsroomEvent, Refusal, Thing, can};

/// A picture to be added.
#[derive(Debug, Clone)]
pub struct AssetWish {
    /// The file's name as the person has it; for people, never used as a path.
    pub name: String,
    /// The file.
    pub bytes: Bytes,
    /// What is to be seen, for those who do not see it.
    pub alt: String,
    /// Caption.
    pub caption: String,
    /// Who took it.
    pub credit: String,
}

/// Adds it. The slow part comes before any transaction: while one person's picture is decoded and scaled, nobody
/// else's change waits.
///
/// # Errors
/// Refused when the file is no picture we can read, or too many pictures wait already.
pub async fn add_asset(house: &House, actor: &Actor, wish: AssetWish) -> Result<Asset, Failure> {
    can(actor, Action::KeepLibrary, Thing::House)?;
    let renditions = files::render_in_turn(wish.bytes.clone())
        .await
        .map_err(|error| Failure::refused(Refusal::field("file", refusal_key(&error))))?;
    // Files first: a row never points at what is not there; a file without a row harms nobody.
    let sha256 = house.files.keep(wish.bytes).await?;
    let mut sizes = Vec::new();
    for rendition in renditions {
        house.files.keep_as(&sha256, &rendition.name, Bytes::from(rendition.bytes)).await?;
        sizes.push(Size { name: rendition.name, width: rendition.width, height: rendition.height });
    }
    let mut cx = house.app.db.begin(actor.clone()).await?;
    let words = [wish.alt, wish.caption, wish.credit];
    let asset = register_asset(&mut cx, wish.name, words, sha256, sizes).await?;
    cx.finish().await?;
    Ok(asset)
}

/// Registers a picture whose renditions are in the file store. `words` are alt text, caption and credit.
///
/// # Errors
/// Forbidden to those who keep no pictures.
pub async fn register_asset(
    cx: &mut Cx,
    name: String,
    words: [String; 3],
    sha256: String,
    sizes: Vec<Size>,
) -> Result<Asset, Failure> {
    cx.may(Action::KeepLibrary, Thing::House)?;
    let id = AssetId::fresh();
    let [alt, caption, credit] = words.map(|words| prose::line(&words).chars().take(WORDS_MOST).collect());
    let row = AssetRow {
        id,
        sha256: sha256.clone(),
        name: prose::line(&name).chars().take(200).collect(),
        alt,
        caption,
        credit,
        renditions: serde_json::to_string(&sizes).map_err(|e| Failure::Broken(Box::new(e)))?,
        added_by: cx.actor().id(),
        added_at: cx.now(),
    };
    store::insert_asset(cx.tx(), &row).await?;
    cx.record(NewsroomEvent::AssetAdded { asset: id, sha256: sha256.clone() });
    Ok(Asset { id, sha256, sizes })
}

fn refusal_key(error: &PictureError) -> &'static str {
    match error {
        PictureError::Unknown => "refused-picture-unknown",
        PictureError::TooLarge => "refused-picture-pixels",
        PictureError::Damaged => "refused-picture-damaged",
        PictureError::Busy => "refused-busy",
    }
}
