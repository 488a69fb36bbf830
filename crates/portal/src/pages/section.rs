//! A section: its stories, newest first.

use super::Visit;
use super::frame::{self, Line, lines};
use crate::address;
use crate::cache::Ready;
use crate::store;
use askama::Template;
use kernel::Failure;
use web::{Crumb, Error, Page, Pager};

const SIZE: u32 = 20;

#[derive(Template)]
#[template(path = "section.html")]
struct SectionPage {
    p: Page,
    crumbs: Vec<Crumb>,
    about: String,
    feed: String,
    stories: Vec<Line>,
    elsewhere: Vec<Line>,
    pager: Option<Pager>,
}

pub(crate) fn crumbs(visit: &Visit, p: &Page) -> Vec<Crumb> {
    vec![Crumb { href: visit.site.home().to_owned(), label: p.t("web-home") }]
}

pub(crate) async fn page(visit: &Visit, slug: &str) -> Result<Ready, Error> {
    let (db, site) = (visit.look.db(), &visit.site);
    let section = site.section(slug).ok_or(Failure::NotFound)?;
    let number = visit.page_number()?;
    let items = store::newest(db, site.id, Some(section.id), SIZE, number.offset(SIZE)).await?;
    let page = kernel::Page {
        items,
        number: number.get(),
        size: SIZE,
        total: u64::try_from(section.live).unwrap_or(0),
    };
    if !page.exists() {
        return Err(Failure::NotFound.into());
    }
    let here = address::section(site.home(), slug);
    let pager = Pager::of(&page, |n| if n == 1 { here.clone() } else { format!("{here}?page={n}") });
    let newest = store::newest(db, site.id, None, 12, 0).await?;
    let others = newest.into_iter().filter(|row| row.section != section.id).take(5).collect();
    let p = frame::page(visit, section.name.clone(), Some(section.id));
    let page = SectionPage {
        crumbs: crumbs(visit, &p),
        about: section.about.clone(),
        feed: format!("{here}/tin.atom"),
        stories: lines(visit, page.items, false),
        elsewhere: lines(visit, others, true),
        pager,
        p,
    };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}
