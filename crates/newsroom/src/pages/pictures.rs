//! Pictures of the desk: add one, see one. Only people who are signed in get here; the public gets pictures of
//! public stories from the sites.

use crate::House;
use crate::assets::assets;
use crate::verbs::{self, AssetWish};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::{Action, AssetId, Failure, Thing};
use typed::Sent;
use web::{Asker, Error, see_other};

/// Takes a file with its words; answers where it can be seen.
pub(crate) async fn add(State(house): State<House>, asker: Asker, mut sent: Sent) -> Result<Response, Error> {
    asker.look().may(Action::WriteStory, Thing::House)?;
    let file = sent.file("refused-picture-missing")?;
    let words = |name| sent.fields.raw(name).to_owned();
    let wish = AssetWish {
        name: file.name,
        bytes: file.bytes,
        alt: words("alt"),
        caption: words("caption"),
        credit: words("credit"),
    };
    let asset = verbs::add_asset(&house, &asker.actor, wish).await?;
    let (width, height) = asset.middle().map_or((0, 0), |size| (size.width, size.height));
    let url = format!("/desk/newsroom/assets/{}", asset.id);
    let answer = serde_json::json!({ "id": asset.id, "url": url, "width": width, "height": height });
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// The picture with this id, in its middle size.
pub(crate) async fn show(asker: Asker, Path(id): Path<String>) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let id: AssetId = id.parse().map_err(|_| Failure::NotFound)?;
    let asset = assets(asker.db().reader(), [id]).await?.remove(&id).ok_or(Failure::NotFound)?;
    let size = asset.middle().ok_or(Failure::NotFound)?;
    Ok(see_other(&format!("/desk/newsroom/pictures/{}/{}", asset.sha256, size.name)))
}

/// A rendition by the hash of its original.
pub(crate) async fn file(
    State(house): State<House>,
    asker: Asker,
    Path((sha, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    asker.look().may(Action::EnterDesk, Thing::House)?;
    let bytes = files::picture_file(&house.files, &sha, &name).await?;
    let kind = if name.ends_with(".png") { "image/png" } else { "image/jpeg" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable")),
    ];
    Ok((headers, bytes).into_response())
}
