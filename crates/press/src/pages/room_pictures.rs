//! Pictures for the press: what the press desk lets out of the library, each with whose it is and what must not be done with it.

use crate::House;
use crate::office::Picture;
use crate::pages::told::Asked;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kernel::{AssetId, Failure, PageNumber};
use web::{Crumb, Error, Page, Pager, Visitor, html, id_of};

/// Pictures of a page.
const SIZE: u32 = 24;

/// One in the list.
struct Face {
    small: String,
    width: u32,
    height: u32,
    large: String,
    saved_as: String,
    pixels: String,
    alt: String,
    caption: String,
    credit: String,
    owner: String,
    terms: String,
}

#[derive(Template)]
#[template(path = "room_pictures.html")]
struct PicturesPage {
    p: Page,
    crumbs: Vec<Crumb>,
    faces: Vec<Face>,
    pager: Option<Pager>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = visitor.page("room-pictures").await?;
    let found = house.office.pictures(number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    html(&PicturesPage {
        crumbs: vec![Crumb { href: "/bao-chi".into(), label: p.t("room-title") }],
        pager: Pager::of(&found, |n| format!("/bao-chi/anh?page={n}")),
        faces: found.items.into_iter().map(face).collect(),
        p,
    })
}

fn face(picture: Picture) -> Face {
    let at = |name: &str| format!("/bao-chi/anh/{}/{}/{name}", picture.id, picture.sha256);
    let ending = if picture.large.0.ends_with(".png") { "png" } else { "jpg" };
    let words: String = viet::fold::slug(&picture.caption).chars().take(60).collect();
    let (width, height) = (picture.large.1, picture.large.2);
    Face {
        small: at(&picture.small.0),
        width: picture.small.1,
        height: picture.small.2,
        large: at(&picture.large.0),
        saved_as: format!("{}.{ending}", words.trim_matches('-')),
        pixels: format!("{width} × {height} px"),
        alt: picture.alt,
        caption: picture.caption,
        credit: picture.credit,
        owner: picture.owner,
        terms: picture.terms,
    }
}

/// A size of one of them. It may be taken back, so nobody keeps it for long.
pub(crate) async fn file(
    State(house): State<House>,
    Path((asset, sha, size)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let asset: AssetId = id_of(&asset)?;
    let picture = house.office.picture(asset).await?.ok_or(Failure::NotFound)?;
    if sha != picture.sha256 || (size != picture.small.0 && size != picture.large.0) {
        return Err(Failure::NotFound.into());
    }
    let bytes = files::picture_file(&house.files, &sha, &size).await?;
    let kind = if size.ends_with(".png") { "image/png" } else { "image/jpeg" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300")),
    ];
    Ok((headers, bytes).into_response())
}
