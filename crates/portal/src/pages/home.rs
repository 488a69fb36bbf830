//! The first page: one lead story and those beside it, then what each section has new.

use super::frame::{self, Line, lines};
use super::{Visit, corrections};
use crate::address;
use crate::cache::Ready;
use crate::store;
use askama::Template;
use web::{Error, Page};

struct Block {
    href: String,
    name: String,
    pic: String,
    stories: Vec<Line>,
}

struct Fix {
    href: String,
    title: String,
    note: String,
    date: String,
}

struct OtherSite {
    href: String,
    name: String,
    motto: String,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    p: Page,
    motto: String,
    lead: Option<Line>,
    beside: Vec<Line>,
    blocks: Vec<Block>,
    fixes: Vec<Fix>,
    today: String,
    others: Vec<OtherSite>,
}

#[derive(Template)]
#[template(path = "home_light.html")]
struct LightHomePage {
    p: Page,
    motto: String,
    stories: Vec<Line>,
    others: Vec<OtherSite>,
}

pub(crate) async fn page(visit: &Visit) -> Result<Ready, Error> {
    let (db, site) = (visit.look.db(), &visit.site);
    let p = frame::page(visit, site.face.name.clone(), None);
    let others = visit
        .sites
        .iter()
        .filter(|other| other.id != site.id && other.host == site.host)
        .map(|other| OtherSite {
            href: other.home().to_owned(),
            name: other.face.name.clone(),
            motto: other.motto.clone(),
        })
        .collect();
    if site.light {
        let stories = lines(visit, store::newest(db, site.id, None, 20, 0).await?, true);
        let page = LightHomePage { p, motto: site.motto.clone(), stories, others };
        return Ok(Ready::html(200, page.render().map_err(super::broken)?));
    }
    let mut beside = lines(visit, store::newest(db, site.id, None, 6, 0).await?, true);
    // The newest with a picture leads; without any, the newest.
    let leads = beside.iter().position(|line| !line.pic.is_empty()).unwrap_or(0);
    let lead = (!beside.is_empty()).then(|| beside.remove(leads));
    let shown: Vec<String> = lead.iter().chain(&beside).map(|line| line.href.clone()).collect();
    let mut blocks = Vec::new();
    for section in site.sections.iter().filter(|section| section.live > 0) {
        let rows = store::newest(db, site.id, Some(section.id), 10, 0).await?;
        let mut stories = lines(visit, rows, false);
        // What stands at the top is not said twice.
        stories.retain(|line| !shown.contains(&line.href));
        stories.truncate(4);
        let pic = stories.first().map(|line| line.pic.clone()).unwrap_or_default();
        if !stories.is_empty() {
            let href = address::section(site.home(), &section.slug);
            blocks.push(Block { href, name: section.name.clone(), pic, stories });
        }
    }
    let format = visit.format();
    let fixes = store::corrections(db, site.id, 3, 0)
        .await?
        .into_iter()
        .map(|row| Fix {
            href: corrections::href(visit, &row),
            title: corrections::title(visit, &row),
            note: row.note,
            date: format.date(row.at),
        })
        .collect();
    let today = visit.house.app.zone.day(visit.look.now()).to_string();
    let page = HomePage { p, motto: site.motto.clone(), lead, beside, blocks, fixes, today, others };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}
