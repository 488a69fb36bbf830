//! Photographs of a display: from a telephone into the campaign, to be looked at by who sees it, and out again with a reason.

use super::display_steps::at;
use super::displays::{display_of, page, uuid};
use super::{campaign, reasons};
use crate::House;
use crate::store::display_photos;
use crate::verbs::{self, Shot, shot_name, take_shot};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kernel::{Failure, Refusal};
use typed::{Given, Sent};
use web::{Asker, Error, Fields, said};

/// The largest form with photographs in it, in bytes.
pub(crate) const FORM: usize = 48 * 1024 * 1024;
/// The largest photograph.
const LARGEST: usize = 20 * 1024 * 1024;
/// Photographs of one form.
const MOST: usize = 6;

/// The photographs of a form.
fn photographs(sent: &mut Sent) -> Result<Vec<Given>, Failure> {
    sent.read()?;
    if sent.files.len() > MOST {
        return Err(Failure::refused(Refusal::field("file", "refused-files-many").with("most", MOST)));
    }
    if sent.files.iter().any(|file| file.bytes.len() > LARGEST) {
        return Err(Failure::refused(Refusal::field("file", "refused-too-large")));
    }
    Ok(std::mem::take(&mut sent.files))
}

/// Adds photographs. What each is, is looked at before the wish begins: nobody else waits while one is decoded.
pub(crate) async fn add(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
    mut sent: Sent,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    let people = verbs::members(ground.look.db(), ground.id(), row.body).await?;
    verbs::does(ground.look.actor(), ground.row.unit, (row.unit, people))?;
    let outcome: Result<(), Failure> = async {
        let mut shots: Vec<Shot> = Vec::new();
        for file in photographs(&mut sent)? {
            let shot = take_shot(&house.files, file.bytes).await?;
            if !shots.contains(&shot) {
                shots.push(shot);
            }
        }
        let mut cx = asker.wish().await?;
        let words = (sent.fields.raw("proves"), sent.fields.raw("note"));
        verbs::add_photos(&mut cx, ground.id(), row.id, words, &shots).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&at(&ground, &row), "said-display-photo")),
        Err(failure) => page(&house, &asker, &ground, &row, &reasons(failure)?).await,
    }
}

/// Takes one out.
pub(crate) async fn remove(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display, photo)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    let photo = uuid(&photo)?;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        let reason = fields.raw("reason");
        verbs::remove_photo(&mut cx, ground.id(), (row.id, photo), reason).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&at(&ground, &row), "said-display-photo-out")),
        Err(failure) => page(&house, &asker, &ground, &row, &reasons(failure)?).await,
    }
}

/// One size of one, for who sees the campaign. What was taken out is shown to nobody.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display, photo, size)): Path<(String, String, String, String)>,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let (display, photo) = (uuid(&display)?, uuid(&photo)?);
    let row = display_photos::photo(ground.look.db(), ground.id(), display, photo)
        .await?
        .filter(|row| row.removed_at.is_none())
        .ok_or(Failure::NotFound)?;
    // Only a name that stands in the row is asked of the store.
    let sizes: Vec<(String, u32, u32)> = serde_json::from_str(&row.sizes).unwrap_or_default();
    let name =
        sizes.into_iter().map(|(name, ..)| name).find(|name| *name == size).ok_or(Failure::NotFound)?;
    let bytes = house.files.rendition(&row.sha256, &shot_name(&name)).await?;
    let kind = if name.ends_with(".png") { "image/png" } else { "image/jpeg" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=600")),
    ];
    Ok((headers, bytes).into_response())
}
