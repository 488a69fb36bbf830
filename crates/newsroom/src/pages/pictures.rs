//! Pictures of the desk: add one, see one. Only people who are signed in get here; the public gets pictures of
//! public stories from the sites.

use crate::House;
use crate::assets::assets;
use crate::sheet::Sheet;
use crate::store;
use crate::verbs::{self, AssetWish};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use db::Look;
use http::{HeaderValue, StatusCode, header};
use kernel::{Action, AssetId, Failure, Thing};
use typed::Sent;
use web::{Asker, Error, id_of, see_other};

/// Takes a file with its words; answers where it can be seen.
pub(crate) async fn add(State(house): State<House>, asker: Asker, mut sent: Sent) -> Result<Response, Error> {
    asker.look().may(Action::KeepLibrary, Thing::House)?;
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

/// The picture with this id, in its middle size: one's own, one of the library, one of a story that one may read.
pub(crate) async fn show(asker: Asker, Path(id): Path<String>) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let id: AssetId = id_of(&id)?;
    if !may_see(&look, id).await? {
        return Err(Failure::NotFound.into());
    }
    let asset = assets(look.db(), [id]).await?.remove(&id).ok_or(Failure::NotFound)?;
    let size = asset.middle().ok_or(Failure::NotFound)?;
    Ok(see_other(&format!("/desk/newsroom/pictures/{}/{}", asset.sha256, size.name)))
}

async fn may_see(look: &Look, id: AssetId) -> Result<bool, Failure> {
    let Some(row) = store::assets(look.db(), &[id]).await?.into_iter().next() else { return Ok(false) };
    if row.added_by.is_some() && row.added_by == look.actor().id() {
        return Ok(true);
    }
    let item = store::item(look.db(), id).await?.filter(|item| item.withdrawn_at.is_none());
    if item.is_some() && look.may(Action::ReadPeople, Thing::House).is_ok() {
        return Ok(true);
    }
    for story in store::uses(look.db(), id).await? {
        match Sheet::read(look.db(), story, look.actor(), Action::ReadStory).await {
            Ok(_) => return Ok(true),
            Err(Failure::NotFound | Failure::Forbidden(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(false)
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
