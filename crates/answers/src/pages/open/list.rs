//! Questions and answers: the list by field and words, one of them, and what is new as a feed.

use crate::House;
use crate::pages::Choice;
use crate::store::{fields, public};
use crate::words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use kernel::{Failure, PageNumber};
use serde::Deserialize;
use typed::paragraphs;
use web::{Crumb, Error, Page, Pager, Visitor, html};

const SIZE: u32 = 20;

pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) field: String,
    pub(super) unit: String,
    pub(super) iso: String,
    pub(super) date: String,
}

#[derive(Template)]
#[template(path = "answers_list.html")]
struct ListPage {
    p: Page,
    lines: Vec<Line>,
    fields: Vec<Choice>,
    words: String,
    asked: bool,
    pager: Option<Pager>,
}

struct Fix {
    iso: String,
    date: String,
    note: String,
}

#[derive(Template)]
#[template(path = "answers_one.html")]
struct OnePage {
    p: Page,
    crumbs: Vec<Crumb>,
    gone: bool,
    reason: String,
    body: Vec<Vec<String>>,
    reply: Vec<Vec<String>>,
    field: String,
    field_href: String,
    unit: String,
    asked: String,
    answered: String,
    published_iso: String,
    published: String,
    fixes: Vec<Fix>,
    report: String,
}

struct Entry {
    id: String,
    href: String,
    title: String,
    summary: String,
    published: String,
    updated: String,
    field: String,
}

#[derive(Template)]
#[template(path = "answers_feed.xml")]
struct Feed {
    lang: &'static str,
    title: String,
    site: String,
    own: String,
    home: String,
    updated: String,
    entries: Vec<Entry>,
}

/// Which list.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    #[serde(rename = "linh-vuc")]
    field: String,
    q: String,
    #[serde(rename = "trang")]
    page: Option<String>,
}

fn summary(text: &str, most: usize) -> String {
    let one = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one.chars().count() <= most {
        return one;
    }
    let cut: String = one.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = visitor.page("qa-title").await?;
    let look = visitor.look();
    let sought: String = asked.q.chars().take(200).collect();
    let all = fields::all_of(look.db()).await?;
    let wanted = words::of(&sought);
    let found = public::list(look.db(), &asked.field, &wanted, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let field_name = |slug: &str| {
        all.iter().find(|field| field.slug == slug).map(|field| field.name.clone()).unwrap_or_default()
    };
    let lines = found
        .items
        .iter()
        .map(|row| Line {
            href: format!("/hoi-dap/{}", row.slug),
            title: row.title.clone(),
            summary: summary(&row.reply, 220),
            field: field_name(&row.field),
            unit: names.unit(Some(row.unit)),
            iso: p.format.iso(row.published_at),
            date: p.format.date(row.published_at),
        })
        .collect();
    let query = |n: u32| {
        let pairs = [("linh-vuc", asked.field.clone()), ("q", sought.clone()), ("trang", n.to_string())];
        format!("/hoi-dap?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    };
    html(&ListPage {
        lines,
        pager: Pager::of(&found, query),
        asked: !sought.is_empty() || !asked.field.is_empty(),
        fields: Choice::of(all.iter().map(|field| (field.slug.clone(), field.name.clone())), &asked.field),
        words: sought.clone(),
        p,
    })
}

/// One question with its answer, or its tombstone.
pub(crate) async fn one(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let look = visitor.look();
    let row = public::at(look.db(), &slug).await?.ok_or(Failure::NotFound)?;
    let mut p = visitor.page("qa-gone").await?;
    let gone = row.state != "live";
    if !gone {
        p.title.clone_from(&row.title);
    }
    let field = fields::one_of(look.db(), &row.field).await?;
    let names = house.office.names().await?;
    let fixes = public::corrections(look.db(), row.question).await?;
    let mut response = html(&OnePage {
        crumbs: vec![
            Crumb { href: p.site.home.clone(), label: p.t("web-home") },
            Crumb { href: "/hoi-dap".into(), label: p.t("qa-title") },
        ],
        gone,
        reason: row.reason.clone(),
        body: paragraphs(&row.body),
        reply: paragraphs(&row.reply),
        field_href: format!("/hoi-dap?linh-vuc={}", row.field),
        field: field.map(|field| field.name).unwrap_or_default(),
        unit: names.unit(Some(row.unit)),
        asked: p.format.date(row.asked_at),
        answered: p.format.date(row.answered_at),
        published_iso: p.format.iso(row.changed_at),
        published: p.format.date(row.changed_at),
        fixes: fixes
            .into_iter()
            .filter(|_| !gone)
            .filter_map(|fix| {
                let at = fix.approved_at?;
                Some(Fix { iso: p.format.iso(at), date: p.format.date(at), note: fix.note })
            })
            .collect(),
        report: format!("/bao-loi?trang=/hoi-dap/{slug}"),
        p,
    })?;
    if gone {
        *response.status_mut() = StatusCode::GONE;
    }
    Ok(response)
}

/// The newest as Atom.
pub(crate) async fn atom(State(_house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("qa-title").await?;
    let look = visitor.look();
    let all = fields::all_of(look.db()).await?;
    let found = public::list(look.db(), "", &[], PageNumber::FIRST, 30).await?;
    let entries: Vec<Entry> = found
        .items
        .into_iter()
        .map(|row| Entry {
            id: format!("urn:uuid:{}", row.question),
            href: format!("{}/hoi-dap/{}", visitor.origin, row.slug),
            summary: summary(&row.reply, 400),
            published: p.format.iso(row.published_at),
            updated: p.format.iso(row.changed_at),
            field: all
                .iter()
                .find(|field| field.slug == row.field)
                .map(|field| field.name.clone())
                .unwrap_or_default(),
            title: row.title,
        })
        .collect();
    let newest = entries.iter().map(|entry| entry.updated.clone()).max();
    let feed = Feed {
        lang: p.content_lang,
        title: format!("{} – {}", p.t("qa-title"), p.site.name),
        site: p.site.name.clone(),
        own: format!("{}/hoi-dap.atom", visitor.origin),
        home: format!("{}/hoi-dap", visitor.origin),
        updated: newest.unwrap_or_else(|| "2025-07-01T00:00:00+07:00".into()),
        entries,
    };
    let body = feed.render().map_err(|error| Failure::Broken(Box::new(error)))?;
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], body).into_response())
}
