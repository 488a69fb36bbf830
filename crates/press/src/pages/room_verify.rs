//! Verify: whether a release with a code is ours, what became of it, and whether a text is what it says (L16).

use super::releases::number_of;
use super::room::href;
use super::told::crumb;
use crate::release_sign::{self, Found, compare, read_code};
use crate::store::release_public::{self, EditionRow, PublicRow};
use crate::store::releases;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use http::StatusCode;
use kernel::Failure;
use serde::Deserialize;
use web::{Crumb, Error, Fields, Page, Visitor, html};

struct Verdict {
    mood: &'static str,
    verdict: String,
    words: String,
    code: String,
    number: String,
    title: String,
    href: String,
    issued: String,
    issued_iso: String,
    changed: String,
    hash: String,
    signature: String,
}

struct Compared {
    mood: &'static str,
    words: String,
}

#[derive(Template)]
#[template(path = "room_verify.html")]
struct VerifyPage {
    p: Page,
    crumbs: Vec<Crumb>,
    asked: String,
    found: Option<Verdict>,
    pasted: String,
    compared: Option<Compared>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    ma: String,
}

/// The form, or what a code leads to.
pub(crate) async fn form(visitor: Visitor, Query(typed): Query<Typed>) -> Result<Response, Error> {
    page(&visitor, &typed.ma, None).await
}

/// What a code leads to.
pub(crate) async fn show(visitor: Visitor, Path(code): Path<String>) -> Result<Response, Error> {
    page(&visitor, &code, None).await
}

/// The same with a text held against the signed one.
pub(crate) async fn text(
    visitor: Visitor,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    page(&visitor, &code, Some(fields.raw("text").to_owned())).await
}

async fn page(visitor: &Visitor, typed: &str, pasted: Option<String>) -> Result<Response, Error> {
    let look = visitor.look();
    let p = visitor.page("verify-title").await?;
    let asked = read_code(typed);
    let row = match asked.as_str() {
        "" => None,
        code => release_public::coded(look.db(), code).await?,
    };
    let mut editions = Vec::new();
    let mut found = None;
    if let Some(row) = row {
        editions = release_public::editions(look.db(), row.id).await?;
        let key = releases::key(look.db()).await?.ok_or(Failure::NotFound)?;
        found = Some(verdict(&p, row, &editions, &key.public));
    }
    let unknown = found.is_none() && !asked.is_empty();
    let compared = pasted
        .as_deref()
        .filter(|text| !text.trim().is_empty() && found.is_some())
        .map(|text| said_of(&p, &editions, text));
    let mut response = html(&VerifyPage {
        crumbs: vec![crumb("/bao-chi", p.t("room-title"))],
        pasted: pasted.unwrap_or_default(),
        asked,
        found,
        compared,
        p,
    })?;
    if unknown {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

fn verdict(p: &Page, row: PublicRow, editions: &[EditionRow], public: &str) -> Verdict {
    let newest = editions.first();
    let holds = newest.is_some_and(|edition| release_sign::holds(public, &edition.text, &edition.signature));
    let (mood, key) = match row.state.as_str() {
        _ if !holds => ("bad", "broken"),
        "withdrawn" => ("bad", "withdrawn"),
        "corrected" => ("warn", "corrected"),
        _ => ("ok", "valid"),
    };
    let note = newest.map(|edition| edition.note.clone()).unwrap_or_default();
    Verdict {
        mood,
        verdict: p.t(&format!("verify-{key}")),
        words: match key {
            "withdrawn" => row.reason.clone(),
            "corrected" => note,
            _ => p.t(&format!("verify-{key}-how")),
        },
        number: number_of(&row),
        href: href(&row),
        issued: p.format.date_time(row.issued_at),
        issued_iso: p.format.iso(row.issued_at),
        changed: row.changed_at.map(|at| p.format.date_time(at)).unwrap_or_default(),
        signature: p.t(if holds { "verify-signature-holds" } else { "verify-signature-not" }),
        code: row.code,
        title: row.title,
        hash: row.hash,
    }
}

/// What a pasted text is: today's, one that was corrected since, a passage, or something else.
fn said_of(p: &Page, editions: &[EditionRow], pasted: &str) -> Compared {
    let said = |mood, words| Compared { mood, words };
    for (at, edition) in editions.iter().enumerate() {
        let key = match compare(&edition.text, pasted) {
            Found::Whole => "verify-text-whole",
            Found::Passage => "verify-text-passage",
            Found::Other => continue,
        };
        if at == 0 {
            return said("ok", p.t(key));
        }
        let since = editions.get(at - 1).map(|next| p.format.date_time(next.at)).unwrap_or_default();
        return said("warn", p.f("verify-text-before", "when", since));
    }
    said("bad", p.t("verify-text-other"))
}
