//! What stands around every public page.

use super::Visit;
use crate::address;
use crate::site::Section;
use crate::store::LineRow;
use kernel::SectionId;
use web::{NavItem, Page, SiteFace};

/// The frame of a page. `here` is the section it belongs to.
pub(crate) fn page(visit: &Visit, title: impl Into<String>, here: Option<SectionId>) -> Page {
    let site = &visit.site;
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
        lang: visit.lang.code(),
        content_lang: site.language.code(),
        title: title.into(),
        theme: site.theme.clone(),
        face: if site.light { "face-light" } else { "" },
        site: SiteFace { ..site.face.clone() },
        langs: Page::langs(visit.lang, &visit.path),
        query: visit.asked("q").unwrap_or_default().to_owned(),
        person: None,
        nav,
        waiting: 0,
        flashes: Vec::new(),
        may_write: false,
        format: visit.format(),
    }
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
