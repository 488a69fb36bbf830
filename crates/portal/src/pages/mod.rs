//! What the public sees. One door: the site is found by host and first path part, the page by the rest.

mod archive;
mod corrections;
mod feed;
mod frame;
mod home;
mod nothing;
mod search;
mod section;
mod story;

pub use frame::site_frame;

use crate::address::{self, Wanted};
use crate::cache::{Ready, key};
use crate::site::{Site, sites};
use crate::{House, store};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use db::Look;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use kernel::{Actor, Failure, PageNumber};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::{Error, Format, Lang, cookie};

/// Everything a page of a site is made from. It is the same for everyone: nothing here knows who asks.
pub(crate) struct Visit {
    pub(crate) house: House,
    pub(crate) site: Site,
    pub(crate) sites: Arc<Vec<Site>>,
    pub(crate) lang: Lang,
    pub(crate) look: Look,
    /// Path with the words of the query that mean something.
    pub(crate) path: String,
    pub(crate) query: BTreeMap<String, String>,
    /// Scheme and host as the visitor typed them.
    pub(crate) origin: String,
}

impl Visit {
    pub(crate) fn format(&self) -> Format {
        Format::new(self.lang, self.house.app.zone.clone())
    }

    pub(crate) fn asked(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    pub(crate) fn page_number(&self) -> Result<PageNumber, Failure> {
        PageNumber::parse(self.asked("page")).ok_or(Failure::NotFound)
    }
}

/// Longer addresses are nobody's.
const LONGEST: usize = 2000;

/// Answers a visitor.
pub async fn answer(State(house): State<House>, request: Request) -> Response {
    let (parts, _body) = request.into_parts();
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    match respond(house, &parts.uri, &parts.headers).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

/// The answer to a visitor when its page lies ready, asked for before any router: what a site is in a rush.
/// Nothing for whatever needs a closer look (a query, an odd host name, another method).
pub async fn ready(house: &House, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Response> {
    let plain = matches!(*method, Method::GET | Method::HEAD) && uri.query().is_none();
    if !plain || uri.path().len() > LONGEST {
        return None;
    }
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let key = key(house.app.db.public_epoch(), chosen_language(headers), host, uri.path());
    Some(send(&*house.cache.ready(&key).await?, headers))
}

fn chosen_language(headers: &HeaderMap) -> Option<Lang> {
    cookie(headers, "lang").and_then(Lang::parse)
}

async fn respond(house: House, uri: &Uri, headers: &HeaderMap) -> Result<Response, Error> {
    if uri.path().len() + uri.query().map_or(0, str::len) > LONGEST {
        return Ok(StatusCode::URI_TOO_LONG.into_response());
    }
    let epoch = house.app.db.public_epoch();
    let all = known_sites(&house, epoch).await?;
    let host =
        headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_lowercase();
    let Some((site, rest)) = find_site(&all, &host, uri.path()) else {
        return Err(Failure::NotFound.into());
    };
    let chosen = chosen_language(headers);
    let wanted = address::read(&rest);
    let query = query(uri, wanted.as_ref().map_or(&[], Wanted::words));
    let path = canonical(uri.path(), &query);
    match &wanted {
        Some(Wanted::Picture(sha, name)) => return picture(&house, sha, name).await,
        Some(Wanted::Archive(..)) if query.contains_key("ngay") => {
            return Ok(archive::to_day(site, query.get("ngay").map_or("", String::as_str)));
        }
        _ => {}
    }
    let key = key(epoch, chosen, &host, &path);
    let scheme = if house.app.secure { "https" } else { "http" };
    let look = house.app.db.look(Actor::Visitor);
    let visit = Visit {
        site: site.clone(),
        sites: Arc::clone(&all),
        lang: chosen.unwrap_or(site.language),
        look,
        path,
        query,
        origin: format!("{scheme}://{host}"),
        house: house.clone(),
    };
    let made = match wanted {
        // The index may be a moment behind the epoch, so these are made for each who asks.
        Some(Wanted::Search(shape)) => search::page(&visit, shape).await.map(Arc::new),
        Some(Wanted::Suggest) => search::suggest(&visit).await.map(Arc::new),
        // What is not there is made anew each time: a flood of wrong addresses must not push right ones out.
        None => nothing::page(&visit).await.map(Arc::new),
        Some(wanted) => match house.cache.page(key, make(&visit, wanted)).await {
            Ok(ready) => Ok(ready),
            Err(error) if matches!(error.0, Failure::NotFound) => nothing::page(&visit).await.map(Arc::new),
            Err(error) => Err(Error(Failure::broken(error.0.to_string()))),
        },
    }?;
    Ok(send(&made, headers))
}

async fn make(visit: &Visit, wanted: Wanted) -> Result<Ready, Error> {
    match wanted {
        Wanted::Home => home::page(visit).await,
        Wanted::Section(slug) => section::page(visit, &slug).await,
        Wanted::Story(number, slug) => story::page(visit, number, &slug).await,
        Wanted::Archive(month, day) => archive::page(visit, month, day).await,
        Wanted::Corrections => corrections::page(visit).await,
        Wanted::SearchDescription => search::description(visit),
        Wanted::Feed => feed::page(visit, None).await,
        Wanted::SectionFeed(slug) => feed::page(visit, Some(&slug)).await,
        // Answered before: pictures are files, and what was sought is never kept.
        Wanted::Picture(..) | Wanted::Search(_) | Wanted::Suggest => Err(Failure::NotFound.into()),
    }
}

fn send(ready: &Ready, headers: &HeaderMap) -> Response {
    let status = StatusCode::from_u16(ready.status).unwrap_or(StatusCode::OK);
    let mut response = ready.body.answer_with(status, headers);
    if let Some(to) = &ready.moved
        && let Ok(location) = HeaderValue::from_str(to)
    {
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// The sites as of a public change: read once and kept.
async fn known_sites(house: &House, epoch: i64) -> Result<Arc<Vec<Site>>, Error> {
    if let Some(known) = house.cache.sites(epoch) {
        return Ok(known);
    }
    let known = Arc::new(sites(house.app.db.reader()).await?);
    house.cache.keep_sites(epoch, Arc::clone(&known));
    Ok(known)
}

/// The site a host and path mean, and the path within it: a site of that host before one of any host, a site with
/// that prefix before one without.
fn find_site<'s>(sites: &'s [Site], host: &str, path: &str) -> Option<(&'s Site, String)> {
    let bare = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let bare = bare.map_or(host, |(name, _)| name);
    let mut parts = path.trim_start_matches('/').splitn(2, '/');
    let (first, rest) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let of_host: Vec<&Site> =
        sites.iter().filter(|site| !site.host.is_empty() && site.host == bare).collect();
    let candidates =
        if of_host.is_empty() { sites.iter().filter(|site| site.host.is_empty()).collect() } else { of_host };
    candidates
        .iter()
        .find(|site| !site.prefix.is_empty() && site.prefix == first)
        .map(|site| (*site, format!("/{rest}")))
        .or_else(|| {
            candidates.iter().find(|site| site.prefix.is_empty()).map(|site| (*site, path.to_owned()))
        })
}

fn query(uri: &Uri, words: &[&str]) -> BTreeMap<String, String> {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_str(uri.query().unwrap_or_default()).unwrap_or_default();
    pairs.into_iter().filter(|(name, value)| words.contains(&name.as_str()) && !value.is_empty()).collect()
}

fn canonical(path: &str, query: &BTreeMap<String, String>) -> String {
    let words = serde_urlencoded::to_string(query).unwrap_or_default();
    let mut clean = String::with_capacity(path.len());
    for letter in path.chars() {
        // Slashes by the dozen lead to the same page.
        if letter != '/' || !clean.ends_with('/') {
            clean.push(letter);
        }
    }
    if words.is_empty() { clean } else { format!("{clean}?{words}") }
}

/// A picture, while a live story shows it.
async fn picture(house: &House, sha: &str, name: &str) -> Result<Response, Error> {
    if !store::picture_is_public(house.app.db.reader(), sha).await? {
        return Err(Failure::NotFound.into());
    }
    let bytes = files::picture_file(&house.files, sha, name).await?;
    let kind = if name.ends_with(".png") { "image/png" } else { "image/jpeg" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=600")),
    ];
    Ok((headers, bytes).into_response())
}

/// A template that cannot be rendered is our fault.
pub(crate) fn broken(error: askama::Error) -> Failure {
    Failure::Broken(Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NewId, SiteId};
    use web::SiteFace;

    fn site(slug: &str, host: &str, prefix: &str) -> Site {
        Site {
            id: SiteId::fresh(),
            slug: slug.into(),
            motto: String::new(),
            host: host.into(),
            prefix: prefix.into(),
            theme: String::new(),
            light: false,
            language: Lang::Vi,
            face: SiteFace::default(),
            sections: vec![],
        }
    }

    #[test]
    fn a_site_is_found_by_host_then_by_prefix() {
        let sites = [site("portal", "", ""), site("co-so", "", "co-so"), site("so", "so.tinh.gov.vn", "")];
        let found = |host: &str, path: &str| {
            find_site(&sites, host, path).map(|(site, rest)| (site.slug.clone(), rest))
        };
        assert_eq!(found("localhost:8080", "/tin/1/x"), Some(("portal".into(), "/tin/1/x".into())));
        assert_eq!(found("any.example", "/co-so/tin/1/x"), Some(("co-so".into(), "/tin/1/x".into())));
        assert_eq!(found("any.example", "/co-so"), Some(("co-so".into(), "/".into())));
        assert_eq!(found("so.tinh.gov.vn", "/co-so"), Some(("so".into(), "/co-so".into())));
        assert_eq!(found("[::1]:80", "/"), Some(("portal".into(), "/".into())));
    }

    #[test]
    fn only_words_that_mean_something_make_a_page_of_their_own() {
        let uri: Uri = "/muc/kinh-te?utm_source=x&page=2&fbclid=y&q=".parse().unwrap();
        assert_eq!(canonical(uri.path(), &query(&uri, &["page"])), "/muc/kinh-te?page=2");
        let uri: Uri = "//muc///kinh-te?page=2&q=x".parse().unwrap();
        assert_eq!(canonical(uri.path(), &query(&uri, &[])), "/muc/kinh-te");
    }
}
