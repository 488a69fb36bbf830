//! The search box: stories of this site in which every word stands, written with marks or without.

use super::Visit;
use super::frame::{self, Line, lines};
use super::section::crumbs;
use crate::cache::Ready;
use crate::store;
use askama::Template;
use web::{Crumb, Error, Page};

const MOST: u32 = 50;
const MOST_WORDS: usize = 12;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    p: Page,
    crumbs: Vec<Crumb>,
    asked: bool,
    found: String,
    stories: Vec<Line>,
}

pub(crate) async fn page(visit: &Visit) -> Result<Ready, Error> {
    let folded = viet::fold::fold(visit.asked("q").unwrap_or_default()).to_lowercase();
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(ToOwned::to_owned)
        .collect();
    let rows = if words.is_empty() {
        Vec::new()
    } else {
        store::seek(visit.look.db(), visit.site.id, &words, MOST).await?
    };
    let p = frame::page(visit, frame::visit_word(visit, "web-search"), None);
    let page = SearchPage {
        crumbs: crumbs(visit, &p),
        asked: !words.is_empty(),
        found: p.f("portal-found", "count", rows.len()),
        stories: lines(visit, rows, true),
        p,
    };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}
