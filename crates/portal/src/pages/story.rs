//! A story, or what is left of it and why.

use super::Visit;
use super::frame::{self, Line, line, lines};
use super::section::crumbs;
use crate::address;
use crate::cache::Ready;
use crate::store::{self, PostingRow, Side};
use askama::Template;
use kernel::{Failure, Moment};
use web::{Crumb, Error, Format, Page};

struct When {
    iso: String,
    words: String,
}

struct Fix {
    iso: String,
    date: String,
    label: String,
    note: String,
}

#[derive(Template)]
#[template(path = "public_story.html")]
struct StoryPage {
    p: Page,
    crumbs: Vec<Crumb>,
    canonical: String,
    picture: String,
    summary: String,
    body: String,
    published: When,
    updated: Option<When>,
    taken_over: Option<When>,
    byline: String,
    source: String,
    source_url: String,
    fixes: Vec<Fix>,
    newer: Option<Line>,
    older: Option<Line>,
    related: Vec<Line>,
    data: String,
}

#[derive(Template)]
#[template(path = "public_gone.html")]
struct GonePage {
    p: Page,
    crumbs: Vec<Crumb>,
    banner: String,
    reason: String,
    successor: Option<(String, String)>,
    published: When,
}

pub(crate) async fn page(visit: &Visit, number: i64, slug: &str) -> Result<Ready, Error> {
    let (db, site) = (visit.look.db(), &visit.site);
    let row = store::posting(db, site.id, number).await?.ok_or(Failure::NotFound)?;
    // The words in the old address were made of the title: what was removed for good is not told in an address.
    if row.state == "gone" {
        return gone(visit, row).await;
    }
    if slug != row.slug {
        return Ok(Ready::moved(address::story(site.home(), number, &row.slug)));
    }
    match row.state.as_str() {
        "live" => live(visit, row).await,
        _ => gone(visit, row).await,
    }
}

fn when(format: &Format, at: Moment) -> When {
    let words =
        if format.is_whole_day(at) { format.long_day(format.zone().day(at)) } else { format.long(at) };
    When { iso: format.iso(at), words }
}

async fn live(visit: &Visit, row: PostingRow) -> Result<Ready, Error> {
    let (db, site, format) = (visit.look.db(), &visit.site, visit.format());
    let section = site.section_by_id(row.section);
    let newer = store::neighbour(db, &row, Side::Newer).await?;
    let older = store::neighbour(db, &row, Side::Older).await?;
    let mut related = store::newest(db, site.id, Some(row.section), 7, 0).await?;
    let near = [newer.as_ref().map(|line| line.id), older.as_ref().map(|line| line.id), Some(row.id)];
    related.retain(|line| !near.contains(&Some(line.id)));
    related.truncate(5);
    let fixes = store::corrections_of(db, row.id)
        .await?
        .into_iter()
        .map(|fix| Fix {
            iso: format.iso(fix.at),
            date: format.date_time(fix.at),
            label: frame::visit_word(visit, &format!("portal-fix-{}", fix.kind)),
            note: fix.note,
        })
        .collect();
    let p = frame::page(visit, row.title.clone(), Some(row.section));
    let mut trail = crumbs(visit, &p);
    trail.extend(section.map(|section| Crumb {
        href: address::section(site.home(), &section.slug),
        label: section.name.clone(),
    }));
    let canonical = format!("{}{}", visit.origin, address::story(site.home(), row.number, &row.slug));
    let page = StoryPage {
        crumbs: trail,
        picture: if row.lead_src.is_empty() {
            String::new()
        } else {
            format!("{}{}", visit.origin, row.lead_src)
        },
        data: json_ld(visit, &row, &canonical, &format),
        canonical,
        published: when(&format, row.published_at),
        updated: row.updated_at.map(|at| when(&format, at)),
        taken_over: row.taken_over_at.map(|at| when(&format, at)),
        byline: byline(&row),
        source: row.source_name,
        source_url: row.source_url,
        summary: row.summary,
        body: row.body,
        fixes,
        newer: newer.map(|row| line(visit, row, false)),
        older: older.map(|row| line(visit, row, false)),
        related: lines(visit, related, false),
        p,
    };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}

fn byline(row: &PostingRow) -> String {
    match (row.byline.as_str(), row.unit.as_str()) {
        ("", unit) => unit.to_owned(),
        (byline, "") => byline.to_owned(),
        (byline, unit) if byline.contains(unit) => byline.to_owned(),
        (byline, unit) => format!("{byline}, {unit}"),
    }
}

/// schema.org NewsArticle; `<` is escaped so that no title can end the script element early.
fn json_ld(visit: &Visit, row: &PostingRow, address: &str, format: &Format) -> String {
    let agency = serde_json::json!({ "@type": "GovernmentOrganization", "name": visit.site.face.name });
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": row.title,
        "description": row.summary,
        "inLanguage": visit.site.language.code(),
        "datePublished": format.iso(row.published_at),
        "dateModified": format.iso(row.updated_at.unwrap_or(row.published_at)),
        "mainEntityOfPage": address,
        "publisher": agency,
    });
    if let Some(object) = data.as_object_mut() {
        if !row.byline.is_empty() {
            object.insert("author".into(), serde_json::json!({ "@type": "Person", "name": row.byline }));
        }
        if !row.lead_src.is_empty() {
            object.insert("image".into(), format!("{}{}", visit.origin, row.lead_src).into());
        }
    }
    data.to_string().replace('<', "\\u003c")
}

/// What is left: the title, when it was public, what happened and why (L7).
async fn gone(visit: &Visit, row: PostingRow) -> Result<Ready, Error> {
    let (site, format) = (&visit.site, visit.format());
    let removed = row.state == "gone";
    let successor = match row.replaced_by {
        Some(story) => store::postings_of(visit.look.db(), story)
            .await?
            .into_iter()
            .find(|posting| posting.site == site.id && posting.state == "live")
            .map(|posting| (address::story(site.home(), posting.number, &posting.slug), posting.title)),
        None => None,
    };
    // The title of what was removed for good is removed with it.
    let title = if removed { frame::visit_word(visit, "portal-removed-title") } else { row.title.clone() };
    let p = frame::page(visit, title, Some(row.section));
    let page = GonePage {
        crumbs: crumbs(visit, &p),
        banner: p.f(&format!("portal-banner-{}", row.state), "at", format.date_time(row.state_at)),
        reason: row.state_reason,
        successor,
        published: when(&format, row.published_at),
        p,
    };
    Ok(Ready::html(if removed { 410 } else { 200 }, page.render().map_err(super::broken)?))
}
