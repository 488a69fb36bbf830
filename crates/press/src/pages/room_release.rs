//! A release as everybody reads it, with its files, its text to take away and its signature. What was withdrawn keeps its
//! page with the reason; text and files are gone (L7).

use super::release::size;
use super::releases::number_of;
use super::room::href;
use super::told::{crumb, html_of};
use crate::House;
use crate::release::Enclosure;
use crate::release_paper;
use crate::release_sign;
use crate::store::release_public::{self, EditionRow, PublicRow};
use crate::store::releases;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use handout::Form;
use http::header;
use kernel::Failure;
use qrcode::QrCode;
use qrcode::render::svg;
use web::{Crumb, Error, Page, Visitor, html};

struct FileLine {
    href: String,
    name: String,
    size: String,
}

struct Fix {
    iso: String,
    when: String,
    note: String,
}

#[derive(Template)]
#[template(path = "room_release.html")]
struct ReleasePage {
    p: Page,
    crumbs: Vec<Crumb>,
    canonical: String,
    path: String,
    withdrawn: bool,
    reason: String,
    kind: String,
    number: String,
    lead: String,
    body: String,
    speaker: String,
    speaker_post: String,
    agency: String,
    issued: String,
    issued_iso: String,
    changed: String,
    files: Vec<FileLine>,
    fixes: Vec<Fix>,
    code: String,
}

async fn found(visitor: &Visitor, year: &str, number: &str) -> Result<PublicRow, Failure> {
    let (Ok(year), Ok(number)) = (year.parse(), number.parse()) else { return Err(Failure::NotFound) };
    release_public::numbered(visitor.look().db(), year, number).await?.ok_or(Failure::NotFound)
}

/// One whose text stands.
async fn standing(visitor: &Visitor, year: &str, number: &str) -> Result<PublicRow, Failure> {
    let row = found(visitor, year, number).await?;
    if row.state == "withdrawn" { Err(Failure::NotFound) } else { Ok(row) }
}

async fn newest(visitor: &Visitor, row: &PublicRow) -> Result<EditionRow, Failure> {
    let editions = release_public::editions(visitor.look().db(), row.id).await?;
    editions.into_iter().next().ok_or(Failure::NotFound)
}

fn files(row: &PublicRow) -> Vec<Enclosure> {
    serde_json::from_str(&row.files).unwrap_or_default()
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let row = found(&visitor, &year, &number).await?;
    let mut p = visitor.page("room-releases").await?;
    let editions = release_public::editions(visitor.look().db(), row.id).await?;
    let path = href(&row);
    let crumbs = vec![crumb("/bao-chi", p.t("room-title"))];
    p.title.clone_from(&row.title);
    html(&ReleasePage {
        crumbs,
        canonical: format!("{}{path}", visitor.origin),
        withdrawn: row.state == "withdrawn",
        kind: p.t(&format!("release-kind-{}", row.kind)),
        number: number_of(&row),
        body: html_of(&row.body),
        agency: house.office.agency().await?.name,
        issued: p.format.date_time(row.issued_at),
        issued_iso: p.format.iso(row.issued_at),
        changed: row.changed_at.map(|at| p.format.date_time(at)).unwrap_or_default(),
        files: files(&row)
            .into_iter()
            .map(|file| FileLine {
                href: format!("{path}/tep/{}", file.sha256),
                size: size(&p, file.size),
                name: file.name,
            })
            .collect(),
        fixes: editions
            .into_iter()
            .filter(|edition| !edition.note.is_empty())
            .map(|edition| Fix {
                iso: p.format.iso(edition.at),
                when: p.format.date_time(edition.at),
                note: edition.note,
            })
            .collect(),
        path,
        reason: row.reason,
        lead: row.lead,
        speaker: row.speaker_name,
        speaker_post: row.speaker_post,
        code: row.code,
        p,
    })
}

/// A file of a public release.
pub(crate) async fn file(
    State(house): State<House>,
    visitor: Visitor,
    Path((year, number, sha256)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let row = standing(&visitor, &year, &number).await?;
    let file = files(&row).into_iter().find(|file| file.sha256 == sha256).ok_or(Failure::NotFound)?;
    Ok(handout::file(&file.kind, &file.name, house.files.original(&file.sha256).await?))
}

/// The very text that is signed.
pub(crate) async fn text(
    visitor: Visitor,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let row = standing(&visitor, &year, &number).await?;
    let edition = newest(&visitor, &row).await?;
    let name = format!("thong-cao-{}-{}.txt", row.year, row.number);
    Ok(handout::file("text/plain; charset=utf-8", &name, edition.text.into_bytes()))
}

/// Its signature: 64 bytes, as Ed25519 makes them.
pub(crate) async fn signature(
    visitor: Visitor,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let row = standing(&visitor, &year, &number).await?;
    let edition = newest(&visitor, &row).await?;
    let name = format!("thong-cao-{}-{}.sig", row.year, row.number);
    Ok(handout::file("application/octet-stream", &name, release_sign::signature_bytes(&edition.signature)))
}

async fn on_paper(house: &House, visitor: &Visitor, row: &PublicRow, form: Form) -> Result<Response, Error> {
    let agency = house.office.agency().await?;
    let verify = format!("{}/bao-chi/xac-minh/{}", visitor.origin, row.code);
    let paper = release_paper::paper_of(&visitor.format(), &agency, row, &verify, form);
    let particulars = release_paper::particulars(&agency, verify);
    let name = format!("thong-cao-{}-{}", row.year, row.number);
    Ok(handout::paper(paper, particulars, form, &name).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    visitor: Visitor,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let row = standing(&visitor, &year, &number).await?;
    on_paper(&house, &visitor, &row, Form::Docx).await
}

/// As PDF, with the code to scan by which it can be verified (L16).
pub(crate) async fn pdf(
    State(house): State<House>,
    visitor: Visitor,
    Path((year, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    let row = standing(&visitor, &year, &number).await?;
    on_paper(&house, &visitor, &row, Form::Pdf).await
}

/// The public key with which signatures are checked.
pub(crate) async fn key(visitor: Visitor) -> Result<Response, Error> {
    let key = releases::key(visitor.look().db()).await?.ok_or(Failure::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "application/x-pem-file")], release_sign::pem(&key.public)).into_response())
}

/// The code to scan; of public releases alone.
pub(crate) async fn qr(visitor: Visitor, Path(code): Path<String>) -> Result<Response, Error> {
    let row = release_public::coded(visitor.look().db(), &code).await?.ok_or(Failure::NotFound)?;
    let address = format!("{}/bao-chi/xac-minh/{}", visitor.origin, row.code);
    let code = QrCode::new(address.as_bytes()).map_err(|error| Failure::broken(error.to_string()))?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(160, 160).build();
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response())
}
