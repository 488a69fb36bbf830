//! Corrections: every public change after publication, newest first (L6).

use super::Visit;
use super::frame;
use super::section::crumbs;
use crate::address;
use crate::cache::Ready;
use crate::store::{self, CorrectionRow};
use askama::Template;
use kernel::Failure;
use web::{Crumb, Error, Page, Pager};

const SIZE: u32 = 20;

struct Entry {
    href: String,
    title: String,
    iso: String,
    date: String,
    label: String,
    note: String,
}

#[derive(Template)]
#[template(path = "corrections.html")]
struct CorrectionsPage {
    p: Page,
    crumbs: Vec<Crumb>,
    entries: Vec<Entry>,
    pager: Option<Pager>,
}

pub(crate) async fn page(visit: &Visit) -> Result<Ready, Error> {
    let (db, site, format) = (visit.look.db(), &visit.site, visit.format());
    let number = visit.page_number()?;
    let page = kernel::Page {
        items: store::corrections(db, site.id, SIZE, number.offset(SIZE)).await?,
        number: number.get(),
        size: SIZE,
        total: u64::try_from(store::count_corrections(db, site.id).await?).unwrap_or(0),
    };
    if !page.exists() {
        return Err(Failure::NotFound.into());
    }
    let pager = Pager::of(&page, |n| format!("{}dinh-chinh?page={n}", site.home()));
    let p = frame::page(visit, frame::visit_word(visit, "web-corrections"), None);
    let entries = page
        .items
        .into_iter()
        .map(|row| Entry {
            href: href(visit, &row),
            title: title(visit, &row),
            iso: format.iso(row.at),
            date: format.date_time(row.at),
            label: p.t(&format!("portal-fix-{}", row.kind)),
            note: row.note,
        })
        .collect();
    let page = CorrectionsPage { crumbs: crumbs(visit, &p), entries, pager, p };
    Ok(Ready::html(200, page.render().map_err(super::broken)?))
}

/// The story a correction belongs to. What was removed for good is named by its number alone: the words of its
/// address were made of its title.
pub(super) fn href(visit: &Visit, row: &CorrectionRow) -> String {
    if row.state == "gone" {
        address::bare_story(visit.site.home(), row.number)
    } else {
        address::story(visit.site.home(), row.number, &row.slug)
    }
}

/// Its title, unless it was removed for good.
pub(super) fn title(visit: &Visit, row: &CorrectionRow) -> String {
    if row.state == "gone" { frame::visit_word(visit, "portal-removed-title") } else { row.title.clone() }
}
