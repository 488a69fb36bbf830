//! Atom feeds (RFC 4287) of a site and of each section.

use super::Visit;
use crate::address;
use crate::cache::Ready;
use crate::store;
use askama::Template;
use kernel::Failure;
use web::Error;

struct Entry {
    id: String,
    href: String,
    title: String,
    summary: String,
    published: String,
    updated: String,
    author: String,
    section: String,
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    lang: &'static str,
    id: String,
    own: String,
    home: String,
    title: String,
    site: String,
    updated: String,
    entries: Vec<Entry>,
}

pub(crate) async fn page(visit: &Visit, slug: Option<&str>) -> Result<Ready, Error> {
    let (db, site, format) = (visit.look.db(), &visit.site, visit.format());
    let section = match slug {
        Some(slug) => Some(site.section(slug).ok_or(Failure::NotFound)?),
        None => None,
    };
    let rows = store::newest(db, site.id, section.map(|section| section.id), 30, 0).await?;
    let home = match section {
        Some(section) => address::section(site.home(), &section.slug),
        None => site.home().to_owned(),
    };
    let own = match section {
        Some(_) => format!("{home}/tin.atom"),
        None => format!("{home}tin.atom"),
    };
    let newest = rows.iter().map(|row| row.updated_at.unwrap_or(row.published_at)).max();
    let feed = Feed {
        lang: site.language.code(),
        // Names that stay the same when the host or the scheme changes.
        id: format!("urn:uuid:{}", section.map_or(site.id.0, |section| section.id.0)),
        own: format!("{}{own}", visit.origin),
        home: format!("{}{home}", visit.origin),
        title: match section {
            Some(section) => format!("{} – {}", section.name, site.face.name),
            None => site.face.name.clone(),
        },
        site: site.face.name.clone(),
        updated: format.iso(newest.unwrap_or(kernel::Moment(0))),
        entries: rows
            .into_iter()
            .map(|row| Entry {
                id: format!("urn:uuid:{}", row.id),
                href: format!("{}{}", visit.origin, address::story(site.home(), row.number, &row.slug)),
                title: row.title,
                summary: row.summary,
                published: format.iso(row.published_at),
                updated: format.iso(row.updated_at.unwrap_or(row.published_at)),
                author: row.byline,
                section: site.section_by_id(row.section).map(|s| s.name.clone()).unwrap_or_default(),
            })
            .collect(),
    };
    let text: String = feed.render().map_err(super::broken)?.chars().filter(|c| stands_in_xml(*c)).collect();
    Ok(Ready::new(200, text, "application/atom+xml; charset=utf-8"))
}

/// Whether XML 1.0 knows the character at all, escaped or not: one that it does not know makes a whole feed
/// unreadable.
fn stands_in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_xml_knows_stands_in_a_feed() {
        let given = "a\0\u{1}\u{b}\u{fffe}\u{ffff}\tđường\n\u{1f600}";
        assert_eq!(given.chars().filter(|c| stands_in_xml(*c)).collect::<String>(), "a\tđường\n\u{1f600}");
    }
}
