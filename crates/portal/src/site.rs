//! Sites and their sections as pages and other parts see them.

use crate::{address, store};
use db::ConnectionTrait;
use kernel::{Failure, SectionId, SiteId, StoryId};
use web::{Lang, SiteFace};

/// A section of a site.
#[derive(Debug, Clone)]
pub struct Section {
    pub id: SectionId,
    pub slug: String,
    pub name: String,
    pub about: String,
    pub live: i64,
}

/// A public site with its sections in order.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Site {
    pub id: SiteId,
    pub slug: String,
    pub motto: String,
    pub host: String,
    pub prefix: String,
    pub theme: String,
    pub light: bool,
    pub language: Lang,
    pub face: SiteFace,
    pub sections: Vec<Section>,
}

impl Site {
    /// The path of its first page: `/` or `/co-so/`.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.face.home
    }

    pub(crate) fn section(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    pub(crate) fn section_by_id(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

/// Every site, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn sites(db: &impl ConnectionTrait) -> Result<Vec<Site>, Failure> {
    let sections = store::sections(db).await?;
    Ok(store::sites(db)
        .await?
        .into_iter()
        .map(|row| Site {
            sections: sections
                .iter()
                .filter(|section| section.site == row.id)
                .map(|section| Section {
                    id: section.id,
                    slug: section.slug.clone(),
                    name: section.name.clone(),
                    about: section.about.clone(),
                    live: section.live,
                })
                .collect(),
            id: row.id,
            slug: row.slug,
            motto: row.motto,
            host: row.host,
            theme: row.theme,
            light: row.light,
            language: Lang::parse(&row.language).unwrap_or_default(),
            face: SiteFace {
                name: row.name,
                over: row.over,
                place: row.place,
                home: if row.prefix.is_empty() { "/".into() } else { format!("/{}/", row.prefix) },
                address: row.address,
                phone: row.phone,
                email: row.email,
                in_charge: row.in_charge,
                licence: String::new(),
            },
            prefix: row.prefix,
        })
        .collect())
}

/// A place a story can stand in.
#[derive(Debug, Clone)]
pub struct Place {
    /// The site.
    pub site: SiteId,
    /// The section.
    pub section: SectionId,
    /// Name of the site.
    pub site_name: String,
    /// Name of the section.
    pub section_name: String,
}

/// Every place, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn places(db: &impl ConnectionTrait) -> Result<Vec<Place>, Failure> {
    Ok(sites(db)
        .await?
        .into_iter()
        .flat_map(|site| {
            let (id, name) = (site.id, site.face.name);
            site.sections.into_iter().map(move |section| Place {
                site: id,
                section: section.id,
                site_name: name.clone(),
                section_name: section.name,
            })
        })
        .collect())
}

/// How many sections show a wrong number of stories: none, unless somebody was at the tables.
///
/// # Errors
/// When the database does not answer.
pub async fn miscounted_sections(db: &impl ConnectionTrait) -> Result<i64, Failure> {
    Ok(store::miscounted(db).await?)
}

/// The path at which a story is, or was, public first.
///
/// # Errors
/// When the database does not answer.
pub async fn public_address(db: &impl ConnectionTrait, story: StoryId) -> Result<Option<String>, Failure> {
    let sites = sites(db).await?;
    let postings = store::postings_of(db, story).await?;
    Ok(sites.iter().find_map(|site| {
        let posting = postings.iter().find(|posting| posting.site == site.id)?;
        Some(address::story(site.home(), posting.number, &posting.slug))
    }))
}

/// The story that is, or was, public at a path, of whichever site.
///
/// # Errors
/// When the database does not answer.
pub async fn story_at(db: &impl ConnectionTrait, path: &str) -> Result<Option<StoryId>, Failure> {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    for site in sites(db).await? {
        let Some(rest) = bare.strip_prefix(site.home()) else { continue };
        if let Some(address::Wanted::Story(number, _)) = address::read(rest)
            && let Some(posting) = store::posting(db, site.id, number).await?
        {
            return Ok(Some(posting.story));
        }
    }
    Ok(None)
}
