//! Pages kept ready: compressed once, served as they are, thrown away when anything public changes.

use crate::site::Site;
use bytes::Bytes;
use http::{HeaderValue, header};
use metrics::{Counter, counter};
use moka::future::Cache;
use std::sync::{Arc, LazyLock, RwLock};
use std::time::Duration;
use web::{Encoded, Error, Lang};

/// Which page, as of which public change. An older change's pages are simply never asked for again. The site follows
/// from host and path; a visitor who chose no language gets the site's.
pub(crate) fn key(epoch: i64, lang: Option<Lang>, host: &str, path: &str) -> String {
    let lang = lang.map_or("", Lang::code);
    format!("{epoch} {lang} {host} {path}")
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
    pages: Cache<String, Arc<Ready>>,
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
        let weigh = |key: &String, page: &Arc<Ready>| {
            u32::try_from(page.body.weight() + key.len() + 200).unwrap_or(u32::MAX)
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

    /// The page, if it is ready.
    pub(crate) async fn ready(&self, key: &str) -> Option<Arc<Ready>> {
        static FROM_CACHE: LazyLock<Counter> = LazyLock::new(|| counter!("daumoi_pages_from_cache_total"));
        let page = self.pages.get(key).await?;
        FROM_CACHE.increment(1);
        Some(page)
    }

    /// The page, made by `make` if it is not ready; many who wait for the same page wait for one making of it.
    pub(crate) async fn page<F>(&self, key: String, make: F) -> Result<Arc<Ready>, Arc<Error>>
    where
        F: Future<Output = Result<Ready, Error>>,
    {
        if let Some(page) = self.ready(&key).await {
            return Ok(page);
        }
        counter!("daumoi_pages_made_total").increment(1);
        self.pages.try_get_with(key, async { make.await.map(Arc::new) }).await
    }
}

impl Ready {
    pub(crate) fn html(status: u16, html: String) -> Self {
        Self::new(status, html, "text/html; charset=utf-8")
    }

    pub(crate) fn new(status: u16, text: String, kind: &'static str) -> Self {
        // Made once for many readers, so it may cost a little more than a fast answer would.
        Self { status, body: public(Encoded::new(Bytes::from(text), kind, 5)), moved: None }
    }

    /// Only says where the page stands now.
    pub(crate) fn moved(to: String) -> Self {
        let body = public(Encoded::new(Bytes::new(), "text/plain; charset=utf-8", 0));
        Self { status: 301, body, moved: Some(to) }
    }
}

/// Anybody may keep it and asks each time whether it is still so. The interface's language comes from a cookie.
fn public(body: Encoded) -> Encoded {
    body.also(&header::CACHE_CONTROL, &HeaderValue::from_static("public, no-cache"))
        .also(&header::VARY, &HeaderValue::from_static("cookie"))
}
