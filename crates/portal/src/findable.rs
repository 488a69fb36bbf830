//! What can be found on the sites: handed to the search by the reactions; and the search as the sites ask it.

use crate::store;
use async_trait::async_trait;
use db::ConnectionTrait;
use kernel::{Failure, Moment, PostingId, SiteId, StoryId};
use seek::{Answer, Ask, Suggestion};

/// The search, as the roof gives it to the sites. Whoever asks holds what any reader of the site holds.
#[async_trait]
pub trait Finder: Send + Sync {
    /// Finds. Hits whose ids are [`key`]s are postings; of each other one it says what it is and where it leads.
    async fn find(&self, site: SiteId, ask: &Ask) -> Result<(Answer, Vec<Beside>), Failure>;
    /// Completes what is being typed.
    async fn suggest(&self, site: SiteId, typed: &str) -> Result<Vec<Suggestion>, Failure>;
    /// Notes words that found nothing.
    fn missed(&self, site: SiteId, typed: &str);
    /// Whether everything can be found already; pages say so while an index is still being made.
    fn is_ready(&self) -> bool;
}

/// Something public that another house shows, as the search of a site lists it: a release, a question with its answer.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The id of its hit.
    pub id: String,
    /// What it is, as in locale keys `kind-…`.
    pub kind: String,
    /// The address it leads to.
    pub href: String,
    /// Its date.
    pub at: Moment,
}

/// A posting as it can be found.
#[derive(Debug, Clone)]
pub struct FindablePosting {
    /// Which.
    pub id: PostingId,
    /// On which site.
    pub site: SiteId,
    /// The site's short name.
    pub site_slug: String,
    /// Its language.
    pub language: String,
    /// The section's name.
    pub section: String,
    /// Its address.
    pub href: String,
    /// Whether its text stands.
    pub live: bool,
    /// When the public may say it was published.
    pub published_at: Moment,
}

/// The id of a posting in the search.
#[must_use]
pub fn key(posting: PostingId) -> String {
    format!("posting:{posting}")
}

/// Whether an id of the search is a posting's.
#[must_use]
pub fn is_posting(key: &str) -> bool {
    posting_in(key).is_some()
}

pub(crate) fn posting_in(key: &str) -> Option<PostingId> {
    key.strip_prefix("posting:").and_then(|id| id.parse().ok())
}

/// Where a story stands on the sites, as of this transaction.
///
/// # Errors
/// When the database does not answer.
pub async fn findable(db: &impl ConnectionTrait, story: StoryId) -> Result<Vec<FindablePosting>, Failure> {
    let sites = crate::sites(db).await?;
    let rows = store::postings_of(db, story).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let site = sites.iter().find(|site| site.id == row.site)?;
            Some(FindablePosting {
                id: row.id,
                site: row.site,
                site_slug: site.slug.clone(),
                language: site.language.code().to_owned(),
                section: site.section_by_id(row.section).map(|s| s.name.clone()).unwrap_or_default(),
                href: crate::address::story(site.home(), row.number, &row.slug),
                live: row.state == "live",
                published_at: row.published_at,
            })
        })
        .collect())
}
