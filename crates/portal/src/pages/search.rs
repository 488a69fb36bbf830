//! The search of a site: as a page, as JSON, as a feed, with suggestions and the description browsers read.
//! Never kept ready: the index may be a moment behind the page cache's epoch.

use super::Visit;
use super::frame::{self, Line};
use super::section::crumbs;
use crate::address::Shape;
use crate::cache::Ready;
use crate::findable::{Beside, posting_in};
use crate::store;
use askama::Template;
use kernel::Failure;
use seek::query::{Days, Note};
use seek::{Answer, Ask, Facet, Hit, Order};
use std::collections::HashMap;
use viet::dates::Date;
use web::{Crumb, Error, Page, Piece, pieces};

/// Results of one page.
const SIZE: usize = 20;
/// Bytes of a query that are read at all; the engine says what it does not heed.
const LONGEST: usize = 1000;

struct Found {
    line: Line,
    title: Vec<Piece>,
    excerpt: Vec<Piece>,
    id: String,
    updated: String,
    byline: String,
}

struct Choice {
    href: String,
    label: String,
    count: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    p: Page,
    crumbs: Vec<Crumb>,
    asked: bool,
    total: String,
    notes: Vec<String>,
    mean: Option<(String, String)>,
    building: bool,
    found: Vec<Found>,
    sections: Vec<Choice>,
    kinds: Vec<Choice>,
    kind: String,
    from: String,
    to: String,
    section: String,
    newest: bool,
    by_relevance: String,
    by_date: String,
    next: String,
    feed: String,
}

#[derive(Template)]
#[template(path = "search_feed.xml")]
struct SearchFeed {
    p: Page,
    own: String,
    home: String,
    updated: String,
    found: Vec<Found>,
    origin: String,
}

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct Description {
    p: Page,
    origin: String,
    language: &'static str,
    name: String,
}

pub(crate) async fn page(visit: &Visit, shape: Shape) -> Result<Ready, Error> {
    let ask = ask(visit, shape);
    let asked = !ask.text.trim().is_empty() || !ask.filters.is_empty() || ask.days != Days::default();
    let (answer, beside) =
        if asked { visit.house.finder.find(visit.site.id, &ask).await? } else { Default::default() };
    if asked && answer.total == 0 && shape == Shape::Page && visit.house.finder.is_ready() {
        visit.house.finder.missed(visit.site.id, &ask.text);
    }
    let found = shown(visit, &answer.hits, beside).await?;
    match shape {
        Shape::Page => as_page(visit, asked, &answer, found),
        Shape::Json => Ok(as_json(visit, &answer, &found)),
        Shape::Atom => as_feed(visit, found),
    }
}

fn ask(visit: &Visit, shape: Shape) -> Ask {
    let word = |name: &str| visit.asked(name).unwrap_or_default();
    let text: String = word("q").chars().take(LONGEST).collect();
    Ask {
        filters: [(Facet::Section, word("muc")), (Facet::Kind, word("loai"))]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(facet, value)| (facet, vec![value.to_owned()]))
            .collect(),
        days: Days { from: Date::from_iso(word("tu")), to: Date::from_iso(word("den")) },
        order: if word("xep") == "moi" || shape == Shape::Atom { Order::Newest } else { Order::Relevance },
        size: SIZE,
        after: visit.asked("sau").map(str::to_owned),
        count: vec![Facet::Section, Facet::Kind],
        ..Ask::new(text)
    }
}

/// Hits with the postings as they stand now; what is public no more is left out, however far behind the index is. What other
/// houses show was checked by the search itself.
async fn shown(visit: &Visit, hits: &[Hit], beside: Vec<Beside>) -> Result<Vec<Found>, Failure> {
    let ids: Vec<_> = hits.iter().filter_map(|hit| posting_in(&hit.id)).collect();
    let rows = store::live_lines(visit.look.db(), visit.site.id, &ids).await?;
    let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut beside: HashMap<_, _> = beside.into_iter().map(|one| (one.id.clone(), one)).collect();
    let format = visit.format();
    Ok(hits
        .iter()
        .filter_map(|hit| {
            if let Some(other) = beside.remove(&hit.id) {
                return Some(found_beside(visit, hit, other));
            }
            let row = rows.remove(&posting_in(&hit.id)?)?;
            Some(Found {
                title: pieces(&hit.title.text, &hit.title.marks),
                excerpt: pieces(&hit.excerpt.text, &hit.excerpt.marks),
                id: row.id.to_string(),
                updated: format.iso(row.updated_at.unwrap_or(row.published_at)),
                byline: row.byline.clone(),
                line: frame::line(visit, row, true),
            })
        })
        .collect())
}

fn found_beside(visit: &Visit, hit: &Hit, other: Beside) -> Found {
    let format = visit.format();
    Found {
        title: pieces(&hit.title.text, &hit.title.marks),
        excerpt: pieces(&hit.excerpt.text, &hit.excerpt.marks),
        updated: format.iso(other.at),
        byline: String::new(),
        line: Line {
            href: other.href,
            title: hit.title.text.clone(),
            summary: hit.excerpt.text.clone(),
            iso: format.iso(other.at),
            date: format.date(other.at),
            section: frame::visit_word(visit, &format!("kind-{}", other.kind)),
            section_href: address(visit, &[("loai", &other.kind)]),
            pic: String::new(),
            flag: String::new(),
        },
        id: other.id,
    }
}

/// What was found by its kind, where there is more than one.
fn kinds(visit: &Visit, p: &Page, answer: &Answer, chosen: &str) -> Vec<Choice> {
    let counts = answer.counts.get(&Facet::Kind).map_or(&[][..], Vec::as_slice);
    if counts.len() < 2 && chosen.is_empty() {
        return Vec::new();
    }
    counts
        .iter()
        .map(|(name, count)| Choice {
            href: address(visit, &[("loai", if name == chosen { "" } else { name })]),
            label: p.t(&format!("kind-{name}")),
            count: p.format.number(i64::try_from(*count).unwrap_or(i64::MAX)),
            chosen: name == chosen,
        })
        .collect()
}

fn address(visit: &Visit, changed: &[(&str, &str)]) -> String {
    let mut pairs: Vec<(String, String)> = visit
        .query
        .iter()
        .filter(|(name, _)| *name != "sau" && !changed.iter().any(|(other, _)| other == name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let said = changed.iter().filter(|(_, value)| !value.is_empty());
    pairs.extend(said.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    format!("{}tim-kiem?{}", visit.site.home(), serde_urlencoded::to_string(pairs).unwrap_or_default())
}

fn as_page(visit: &Visit, asked: bool, answer: &Answer, found: Vec<Found>) -> Result<Ready, Error> {
    let p = frame::page(visit, frame::visit_word(visit, "web-search"), None);
    let word = |name: &str| visit.asked(name).unwrap_or_default().to_owned();
    let chosen = word("muc");
    let counts = answer.counts.get(&Facet::Section).map_or(&[][..], Vec::as_slice);
    let page = SearchPage {
        crumbs: crumbs(visit, &p),
        asked,
        total: p.f("portal-found", "count", p.format.number(i64::try_from(answer.total).unwrap_or(i64::MAX))),
        notes: notes(&p, answer),
        mean: answer.did_you_mean.as_ref().map(|words| (address(visit, &[("q", words)]), words.clone())),
        sections: counts
            .iter()
            .map(|(name, count)| Choice {
                href: address(visit, &[("muc", if *name == chosen { "" } else { name })]),
                label: name.clone(),
                count: p.format.number(i64::try_from(*count).unwrap_or(i64::MAX)),
                chosen: *name == chosen,
            })
            .collect(),
        kinds: kinds(visit, &p, answer, &word("loai")),
        kind: word("loai"),
        from: word("tu"),
        to: word("den"),
        section: chosen,
        newest: word("xep") == "moi",
        by_relevance: address(visit, &[("xep", "")]),
        by_date: address(visit, &[("xep", "moi")]),
        next: answer.next.as_ref().map(|after| address(visit, &[("sau", after)])).unwrap_or_default(),
        feed: address(visit, &[]).replacen("tim-kiem?", "tim-kiem.atom?", 1),
        building: !visit.house.finder.is_ready(),
        found,
        p,
    };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}

/// What was not heeded, and how the words were read.
fn notes(p: &Page, answer: &Answer) -> Vec<String> {
    let mut out: Vec<String> = answer
        .notes
        .iter()
        .map(|note| match note {
            Note::TooLong => p.t("search-note-long"),
            Note::TooManyTerms => p.t("search-note-terms"),
            Note::OpenQuote => p.t("search-note-quote"),
            Note::NoDate(words) => p.f("search-note-date", "words", words),
            Note::NoDays => p.t("search-note-days"),
        })
        .collect();
    out.extend(answer.read_as.as_ref().map(|words| p.f("search-read-as", "words", words)));
    if answer.partial {
        out.push(p.t("search-partial"));
    }
    out
}

fn as_json(visit: &Visit, answer: &Answer, found: &[Found]) -> Ready {
    let text = |list: &[Piece]| list.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let items: Vec<_> = found
        .iter()
        .map(|one| {
            serde_json::json!({
                "title": text(&one.title), "excerpt": text(&one.excerpt), "published": one.line.iso,
                "section": one.line.section, "url": format!("{}{}", visit.origin, one.line.href),
            })
        })
        .collect();
    let counts: HashMap<_, _> = answer.counts.get(&Facet::Section).into_iter().flatten().cloned().collect();
    let all = serde_json::json!({
        "total": answer.total, "items": items, "sections": counts, "didYouMean": answer.did_you_mean,
        "next": answer.next.as_ref().map(|after| {
            format!("{}{}", visit.origin, address(visit, &[("sau", after)]).replacen("tim-kiem?", "tim-kiem.json?", 1))
        }),
    });
    Ready::new(200, all.to_string(), "application/json")
}

fn as_feed(visit: &Visit, found: Vec<Found>) -> Result<Ready, Error> {
    let words = visit.asked("q").unwrap_or_default();
    let mut p = frame::page(visit, String::new(), None);
    p.title = p.f("portal-search-feed", "words", words);
    let feed = SearchFeed {
        own: format!("{}{}", visit.origin, address(visit, &[]).replacen("tim-kiem?", "tim-kiem.atom?", 1)),
        home: format!("{}{}", visit.origin, address(visit, &[])),
        updated: found
            .iter()
            .map(|one| one.updated.clone())
            .max()
            .unwrap_or_else(|| p.format.iso(kernel::Moment(0))),
        found,
        origin: visit.origin.clone(),
        p,
    };
    Ok(Ready::new(200, feed.render().map_err(super::broken)?, "application/atom+xml; charset=utf-8"))
}

/// Suggestions while one types, as browsers and our script read them: the words, then the list.
pub(crate) async fn suggest(visit: &Visit) -> Result<Ready, Error> {
    let typed: String = visit.asked("q").unwrap_or_default().chars().take(100).collect();
    let found = visit.house.finder.suggest(visit.site.id, &typed).await?;
    let words: Vec<_> = found.into_iter().map(|one| one.text).collect();
    let json = serde_json::json!([typed, words]).to_string();
    Ok(Ready::new(200, json, "application/x-suggestions+json"))
}

/// The OpenSearch 1.1 description, so that a browser can search the site from its address bar.
pub(crate) fn description(visit: &Visit) -> Result<Ready, Error> {
    let p = frame::page(visit, String::new(), None);
    let page = Description {
        origin: format!("{}{}", visit.origin, visit.site.home()),
        language: visit.site.language.code(),
        // Sixteen characters are all the standard gives the short name.
        name: visit.site.face.name.chars().take(16).collect(),
        p,
    };
    let text = page.render().map_err(super::broken)?;
    Ok(Ready::new(200, text, "application/opensearchdescription+xml; charset=utf-8"))
}
