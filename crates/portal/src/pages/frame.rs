//! What stands around every public page.

use super::Visit;
use crate::address;
use crate::site::Section;
use crate::site::{Site, sites};
use crate::store::LineRow;
use db::ConnectionTrait;
use kernel::{Failure, SectionId, Zone};
use web::{Format, Lang, NavItem, Page, SiteFace};

/// The frame of a page. `here` is the section it belongs to.
pub(crate) fn page(visit: &Visit, title: impl Into<String>, here: Option<SectionId>) -> Page {
    let mut page = framed(&visit.site, visit.format(), &visit.path, here);
    page.title = title.into();
    visit.asked("q").unwrap_or_default().clone_into(&mut page.query);
    page
}

fn framed(site: &Site, format: Format, path: &str, here: Option<SectionId>) -> Page {
    let lang = format.lang();
    let nav = site
        .sections
        .iter()
        .map(|section| NavItem {
            href: address::section(site.home(), &section.slug),
            label: section.name.clone(),
            current: here == Some(section.id),
            ..NavItem::default()
        })
        .collect();
    Page {
        lang: lang.code(),
        content_lang: site.language.code(),
        title: String::new(),
        theme: site.theme.clone(),
        face: if site.light { "face-light" } else { "" },
        site: SiteFace { ..site.face.clone() },
        langs: Page::langs(lang, path),
        query: String::new(),
        person: None,
        nav,
        waiting: 0,
        flashes: Vec::new(),
        may_write: false,
        format,
    }
}

/// The frame of a public page of another house: the site of a host, in the language chosen or its own.
///
/// # Errors
/// [`Failure::NotFound`] when the host has no site.
pub async fn site_frame(
    db: &impl ConnectionTrait,
    zone: &Zone,
    chosen: Option<Lang>,
    host: &str,
    path: &str,
) -> Result<Page, Failure> {
    let all = sites(db).await?;
    let (site, _) = super::find_site(&all, host, path).ok_or(Failure::NotFound)?;
    Ok(framed(site, Format::new(chosen.unwrap_or(site.language), zone.clone()), path, None))
}

/// A story in a list, as `ui::story` shows it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) iso: String,
    pub(crate) date: String,
    pub(crate) section: String,
    pub(crate) section_href: String,
    pub(crate) pic: String,
    pub(crate) flag: String,
}

/// Lines of rows; `with_section` says which section each is from.
pub(crate) fn lines(visit: &Visit, rows: Vec<LineRow>, with_section: bool) -> Vec<Line> {
    rows.into_iter().map(|row| line(visit, row, with_section)).collect()
}

pub(crate) fn line(visit: &Visit, row: LineRow, with_section: bool) -> Line {
    let (site, format) = (&visit.site, visit.format());
    let section: Option<&Section> = with_section.then(|| site.section_by_id(row.section)).flatten();
    Line {
        href: address::story(site.home(), row.number, &row.slug),
        title: row.title,
        summary: row.summary,
        iso: format.iso(row.published_at),
        date: format.stamp(row.published_at),
        section: section.map(|s| s.name.clone()).unwrap_or_default(),
        section_href: section.map(|s| address::section(site.home(), &s.slug)).unwrap_or_default(),
        pic: row.lead_src,
        flag: if row.updated_at.is_some() { visit_word(visit, "portal-corrected") } else { String::new() },
    }
}

pub(crate) fn visit_word(visit: &Visit, key: &str) -> String {
    web::Locale(visit.lang).t(key)
}
