//! The releases for programs: Atom and JSON. They say what the list says.

use super::releases::number_of;
use super::room::href;
use crate::store::release_public;
use askama::Template;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header;
use kernel::{Failure, Moment, PageNumber};
use serde::Serialize;
use web::{Error, Visitor};

struct Entry {
    id: String,
    href: String,
    title: String,
    summary: String,
    kind: String,
    published: String,
    updated: String,
}

#[derive(Template)]
#[template(path = "room_feed.xml")]
struct Feed {
    lang: &'static str,
    own: String,
    home: String,
    title: String,
    site: String,
    updated: String,
    entries: Vec<Entry>,
}

/// As Atom (RFC 4287).
pub(crate) async fn atom(visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("room-releases").await?;
    let found = release_public::list(visitor.look().db(), PageNumber::FIRST, 30).await?;
    let newest = found.items.iter().map(|row| row.changed_at.unwrap_or(row.issued_at)).max();
    let origin = &visitor.origin;
    let entries = found.items.into_iter().map(|row| {
        let withdrawn = row.state == "withdrawn";
        Entry {
            id: row.id.to_string(),
            href: format!("{origin}{}", href(&row)),
            kind: p.t(&format!("release-kind-{}", row.kind)),
            published: p.format.iso(row.issued_at),
            updated: p.format.iso(row.changed_at.unwrap_or(row.issued_at)),
            title: format!("{} – {}", number_of(&row), row.title),
            summary: if withdrawn { row.reason } else { row.lead },
        }
    });
    let feed = Feed {
        lang: p.content_lang,
        own: format!("{origin}/bao-chi/thong-cao.atom"),
        home: format!("{origin}/bao-chi"),
        title: format!("{} – {}", p.title, p.site.name),
        site: p.site.name.clone(),
        updated: p.format.iso(newest.unwrap_or(Moment(0))),
        entries: entries.collect(),
    };
    let text = feed.render().map_err(|error| Failure::Broken(Box::new(error)))?;
    let text: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
}

#[derive(Serialize)]
struct Told {
    number: String,
    kind: String,
    state: String,
    title: String,
    lead: String,
    issued_at: String,
    changed_at: Option<String>,
    code: String,
    sha256: String,
    url: String,
}

/// As JSON.
pub(crate) async fn json(visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("room-releases").await?;
    let found = release_public::list(visitor.look().db(), PageNumber::FIRST, 100).await?;
    let told = found.items.into_iter().map(|row| Told {
        number: number_of(&row),
        url: format!("{}{}", visitor.origin, href(&row)),
        issued_at: p.format.iso(row.issued_at),
        changed_at: row.changed_at.map(|at| p.format.iso(at)),
        lead: if row.state == "withdrawn" { String::new() } else { row.lead },
        kind: row.kind,
        state: row.state,
        title: row.title,
        code: row.code,
        sha256: row.hash,
    });
    Ok(Json(told.collect::<Vec<_>>()).into_response())
}
