//! Pages kept ready: compressed once, served as they are, thrown away when anything public changes.

use crate::site::Site;
use bytes::Bytes;
use kernel::SiteId;
use moka::future::Cache;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use web::{Encoded, Error, Lang};

/// Which page, as of which public change. An older change's pages are simply never asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) epoch: i64,
    pub(crate) site: SiteId,
    pub(crate) lang: Lang,
    pub(crate) path: String,
}

/// A page ready to be sent.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) status: u16,
    pub(crate) body: Encoded,
    /// Where the page stands now, if not here.
    pub(crate) moved: Option<String>,
}

/// The pages of this node.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<Ready>>,
    sites: Arc<RwLock<Known>>,
}

/// The sites, and the public change as of which they were read.
type Known = Option<(i64, Arc<Vec<Site>>)>;

/// Long enough to carry a rush; short enough that a page that shows the date is right soon after midnight.
const LIVES: Duration = Duration::from_secs(60);

impl PageCache {
    /// A cache that holds at most so many bytes.
    #[must_use]
    pub fn of_bytes(most: u64) -> Self {
        let weigh = |key: &Key, page: &Arc<Ready>| {
            u32::try_from(page.body.weight() + key.path.len() + 200).unwrap_or(u32::MAX)
        };
        let pages = Cache::builder().max_capacity(most).weigher(weigh).time_to_live(LIVES).build();
        Self { pages, sites: Arc::default() }
    }

    /// The sites as of a public change, if they are known.
    pub(crate) fn sites(&self, epoch: i64) -> Option<Arc<Vec<Site>>> {
        let known = self.sites.read().ok()?;
        known.as_ref().filter(|(as_of, _)| *as_of == epoch).map(|(_, sites)| Arc::clone(sites))
    }

    pub(crate) fn keep_sites(&self, epoch: i64, sites: Arc<Vec<Site>>) {
        if let Ok(mut known) = self.sites.write() {
            *known = Some((epoch, sites));
        }
    }

    /// The page, made by `make` if it is not ready; many who wait for the same page wait for one making of it.
    pub(crate) async fn page<F>(&self, key: Key, make: F) -> Result<Arc<Ready>, Arc<Error>>
    where
        F: Future<Output = Result<Ready, Error>>,
    {
        if let Some(page) = self.pages.get(&key).await {
            metrics::counter!("daumoi_pages_from_cache_total").increment(1);
            return Ok(page);
        }
        metrics::counter!("daumoi_pages_made_total").increment(1);
        self.pages.try_get_with(key, async { make.await.map(Arc::new) }).await
    }
}

impl Ready {
    pub(crate) fn html(status: u16, html: String) -> Self {
        Self::new(status, html, "text/html; charset=utf-8")
    }

    pub(crate) fn new(status: u16, text: String, kind: &'static str) -> Self {
        // Made once for many readers, so it may cost a little more than a fast answer would.
        Self { status, body: Encoded::new(Bytes::from(text), kind, 5), moved: None }
    }
}
