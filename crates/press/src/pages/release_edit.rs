//! The form of a release. A refusal keeps what was typed.

use super::release::{FileLine, files};
use super::releases::title;
use super::told::{Choice, choices, crumb, id, reasons};
use crate::House;
use crate::release::Kind;
use crate::store::releases;
use crate::verbs::{self, ReleaseWish, Sheet};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, Refusal, ReleaseId, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

#[derive(Template)]
#[template(path = "release_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    release: String,
    edition: i64,
    kinds: Vec<Choice>,
    title: String,
    lead: String,
    body: String,
    files: Vec<FileLine>,
    corrects: bool,
    blanks: bool,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    asker: Asker,
    Path(release): Path<String>,
) -> Result<Response, Error> {
    page(&asker, id(&release)?, None, Vec::new()).await
}

pub(crate) async fn page(
    asker: &Asker,
    id: ReleaseId,
    typed: Option<(i64, ReleaseWish)>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteReleases, Thing::House)?;
    let row = releases::release(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::of(look.db(), row).await?;
    let p = asker.desk_page(asker.locale().t("release-edit")).await?;
    let blanks = !sheet.text().is_filled();
    let heading = title(&p, &sheet.row.title);
    let files = files(&p, &sheet);
    let row = sheet.row;
    let (edition, wish) = typed.unwrap_or((
        row.edition,
        ReleaseWish { kind: row.kind, title: row.title, lead: row.lead, body: row.body },
    ));
    let mut response = html(&EditPage {
        crumbs: vec![
            crumb("/desk/press/releases", p.t("release-title")),
            crumb(&format!("/desk/press/releases/{id}"), heading),
        ],
        release: id.to_string(),
        edition,
        kinds: choices(&p, "release-kind", &Kind::ALL.map(Kind::name), &wish.kind),
        title: wish.title,
        lead: wish.lead,
        body: wish.body,
        files,
        corrects: sheet.public.is_some(),
        blanks,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// Saves what was typed.
pub(crate) async fn save(
    State(_house): State<House>,
    asker: Asker,
    Path(release): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: ReleaseId = id(&release)?;
    let wish = ReleaseWish {
        kind: fields.text("kind").to_owned(),
        title: fields.text("title").to_owned(),
        lead: fields.text("lead").to_owned(),
        body: fields.raw("body").to_owned(),
    };
    let edition = fields.parsed("edition").unwrap_or(0);
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::save_release(&mut cx, id, edition, &wish).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/releases/{id}"), "said-release-saved")),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let mut page = page(&asker, id, Some((edition, wish)), reasons(failure)?).await?;
            if stale {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
    }
}
