//! Goes and gets a document: turn, manners, request, redirects, answer.

use crate::ask::{Body, Fetch, Fetched, Outcome};
use crate::client::{Client, client};
use crate::error::{AddressFault, FetchError, RedirectFault};
use crate::gate::{Gates, Turn};
use crate::names::{Lookup, System};
use crate::policy::{Policy, PolicyError, plain_host};
use crate::robots::{LONGEST, Robots};
use crate::robots_known::{Answer, Known};
use crate::{guard, headers, hop, unpack};
use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, FROM, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, LOCATION, USER_AGENT,
};
use http::{Method, Request, Uri};
use http_body_util::Full;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;
use url::Url;

/// Redirects followed for one wish.
const MOST_REDIRECTS: usize = 5;
/// The rest of a host that says "too many requests" and does not say how long.
const REST: Duration = Duration::from_secs(60);

/// Goes out and gets documents. Cheap to clone; clones share turns, what is known of `robots.txt`, and connections.
#[derive(Clone)]
pub struct Fetcher {
    pub(crate) parts: Arc<Parts>,
}

pub(crate) struct Parts {
    pub(crate) policy: Arc<Policy>,
    pub(crate) client: Client,
    /// What stands in the head of every request: who we are and what we can read.
    always: HeaderMap,
    pub(crate) gates: Gates,
    pub(crate) room: Semaphore,
    known: Known,
}

/// Where the redirects have led.
struct Found<'a> {
    head: hop::Head,
    url: Url,
    moved: Option<Url>,
    turn: Turn,
    /// One of the places under way at once; given back when the body is read.
    _room: SemaphorePermit<'a>,
}

impl Fetcher {
    /// A fetcher for the whole program.
    ///
    /// # Errors
    /// What is wrong with the policy.
    pub fn new(policy: Policy) -> Result<Self, PolicyError> {
        Self::with_lookup(policy, Arc::new(System))
    }

    /// A fetcher that asks somebody else than the system for the addresses of names.
    ///
    /// # Errors
    /// As [`Fetcher::new`].
    pub fn with_lookup(policy: Policy, lookup: Arc<dyn Lookup>) -> Result<Self, PolicyError> {
        let named = |text: String| HeaderValue::try_from(text).ok().filter(|it| it.to_str().is_ok());
        let agent = named(policy.user_agent()).ok_or(PolicyError::Identity)?;
        let from = named(policy.contact.clone()).ok_or(PolicyError::Identity)?;
        let policy = Arc::new(policy);
        let client = client(&policy, lookup)?;
        let always = HeaderMap::from_iter([
            (USER_AGENT, agent),
            (FROM, from),
            (ACCEPT_LANGUAGE, HeaderValue::from_static("vi, en;q=0.5")),
            (ACCEPT_ENCODING, HeaderValue::from_static(unpack::ACCEPTED)),
        ]);
        let room = Semaphore::new(policy.at_once.clamp(1, Semaphore::MAX_PERMITS));
        let parts = Parts { policy, client, always, gates: Gates::default(), room, known: Known::default() };
        Ok(Self { parts: Arc::new(parts) })
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.parts.policy
    }

    /// Judges an address as written without asking anything, so that a form can refuse it at once.
    ///
    /// # Errors
    /// [`FetchError::Address`] or [`FetchError::Forbidden`]. A name may still turn out to lead inside.
    pub fn judge(&self, url: &str) -> Result<Url, FetchError> {
        guard::read(&self.parts.policy, url)
    }

    /// Gets one document. It may wait for the host's turn as long as the policy is patient.
    ///
    /// # Errors
    /// See [`FetchError`]. Only 200…299 with a body and 304 are success.
    pub async fn fetch(&self, ask: &Fetch) -> Result<Fetched, FetchError> {
        let mut found = self.parts.walk(ask).await?;
        let headers = found.head.headers().clone();
        let status = found.head.status();
        let retry_after = headers::retry_after(&headers);
        if let Some(rest) = retry_after.or((status == 429).then_some(REST)) {
            found.turn.rest(rest);
        }
        let (etag, last_modified) = headers::validators(&headers);
        let outcome = if status == 304 && (ask.etag.is_some() || ask.last_modified.is_some()) {
            Outcome::NotModified
        } else if (200..300).contains(&status) {
            let limit = ask.max_body.unwrap_or(usize::MAX).min(self.parts.policy.max_body);
            let bytes = found.head.body(limit).await?;
            let (content_type, charset) = headers::form(&headers);
            Outcome::Body(Body { bytes, content_type, charset })
        } else {
            found.head.skip().await;
            return Err(FetchError::Status { code: status, retry_after });
        };
        let same = outcome == Outcome::NotModified;
        Ok(Fetched {
            outcome,
            final_url: found.url,
            moved_permanently: found.moved,
            // A 304 need not repeat the validators; those that were sent are still right.
            etag: etag.or_else(|| ask.etag.clone().filter(|_| same)),
            last_modified: last_modified.or_else(|| ask.last_modified.clone().filter(|_| same)),
            retry_after,
            max_age: headers::max_age(&headers),
        })
    }
}

impl Parts {
    /// Follows redirects until there is something else.
    async fn walk(&self, ask: &Fetch) -> Result<Found<'_>, FetchError> {
        let mut url = guard::read(&self.policy, &ask.url)?;
        let mut seen = vec![url.clone()];
        let mut moved = None;
        let mut all_permanent = true;
        let mut held: Option<(String, Arc<Robots>, Turn)> = None;
        // Waiting for a turn is not the site's slowness, so it is taken out of the time that the site has.
        let mut left = self.policy.whole;
        loop {
            let site = url.origin().ascii_serialization();
            // Of another site it is given back before anything is waited for: who holds a turn waits for nothing else.
            let (rules, turn) = match held.take().filter(|(of, ..)| *of == site) {
                Some((_, rules, turn)) => {
                    heed(&rules, &url)?;
                    (rules, turn)
                }
                None => {
                    let rules = if ask.robots { self.rules(&site).await? } else { Arc::default() };
                    heed(&rules, &url)?;
                    let gap = rules.delay().unwrap_or_default().max(self.policy.gap);
                    (rules, self.turn(&url, gap).await?)
                }
            };
            let room = self.room.acquire().await.map_err(|_| FetchError::NoConnection)?;
            let began = Instant::now();
            let deadline = began.checked_add(left).unwrap_or(began);
            let head = hop::ask(&self.client, &self.policy, self.request(ask, &url)?, deadline).await?;
            let status = head.status();
            if !matches!(status, 301 | 302 | 303 | 307 | 308) {
                return Ok(Found { head, url, moved, turn, _room: room });
            }
            let next = target(&url, head.headers())?;
            head.skip().await;
            drop(room);
            left = left.saturating_sub(began.elapsed());
            let next = guard::judge(&self.policy, next)?;
            if seen.contains(&next) {
                return Err(FetchError::Redirect(RedirectFault::Loop));
            }
            if seen.len() > MOST_REDIRECTS {
                return Err(FetchError::Redirect(RedirectFault::TooMany));
            }
            all_permanent &= matches!(status, 301 | 308);
            if all_permanent {
                moved = Some(next.clone());
            }
            seen.push(next.clone());
            held = Some((site, rules, turn));
            url = next;
        }
    }

    fn request(&self, ask: &Fetch, url: &Url) -> Result<Request<Full<Bytes>>, FetchError> {
        let mut request = self.blank(Method::GET, url, Bytes::new())?;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static(ask.wanted.accept()));
        let mut validator = |name: HeaderName, value: &Option<String>| {
            if let Some(value) = value.as_deref().and_then(|it| HeaderValue::from_str(it).ok()) {
                headers.insert(name, value);
            }
        };
        validator(IF_NONE_MATCH, &ask.etag);
        validator(IF_MODIFIED_SINCE, &ask.last_modified);
        Ok(request)
    }

    /// A request that says who we are, and nothing else yet.
    pub(crate) fn blank(
        &self,
        method: Method,
        url: &Url,
        body: Bytes,
    ) -> Result<Request<Full<Bytes>>, FetchError> {
        let mut request = Request::new(Full::new(body));
        // What the one library takes for an address, the other nearly always does too.
        let uri = Uri::try_from(url.as_str()).map_err(|_| FetchError::Address(AddressFault::Unreadable))?;
        (*request.method_mut(), *request.uri_mut()) = (method, uri);
        request.headers_mut().clone_from(&self.always);
        Ok(request)
    }

    async fn turn(&self, url: &Url, gap: Duration) -> Result<Turn, FetchError> {
        let host = plain_host(url.host_str().unwrap_or_default());
        self.gates.turn(&host, gap, self.policy.patience).await
    }

    /// What the site asks of programs.
    async fn rules(&self, site: &str) -> Result<Arc<Robots>, FetchError> {
        self.known.of(site, || self.robots_file(site)).await
    }

    /// Gets `robots.txt`, which is asked of no `robots.txt`. Boxed, because it walks from within a walk.
    fn robots_file<'a>(
        &'a self,
        site: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Answer, FetchError>> + Send + 'a>> {
        Box::pin(async move {
            let ask = Fetch {
                wanted: crate::ask::Wanted::Anything,
                robots: false,
                ..Fetch::get(&format!("{site}/robots.txt"))
            };
            let found = match self.walk(&ask).await {
                Ok(found) => found,
                // More redirects than anyone need follow are as good as no file (RFC 9309 §2.3.1.2).
                Err(FetchError::Redirect(_)) => return Ok(Answer::None),
                Err(FetchError::TimedOut(_) | FetchError::BrokeOff | FetchError::BadAnswer) => {
                    return Ok(Answer::Trouble);
                }
                Err(why) => return Err(why),
            };
            match found.head.status() {
                200..=299 => match found.head.body(4 * LONGEST).await {
                    Ok(bytes) => Ok(Answer::File(bytes.to_vec())),
                    // No honest file is that long; the beginning of one that breaks off is not to be trusted either.
                    Err(_) => Ok(Answer::Trouble),
                },
                // "Too many requests" is a 4xx by number only: it asks us to go, not to read everything.
                429 => Ok(Answer::Trouble),
                400..=499 => Ok(Answer::None),
                _ => Ok(Answer::Trouble),
            }
        })
    }
}

/// Whether the site lets programs read this.
fn heed(rules: &Robots, url: &Url) -> Result<(), FetchError> {
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    if rules.allows(&path) { Ok(()) } else { Err(FetchError::RobotsForbid) }
}

/// The target of a redirect. Servers write it in UTF-8 as often as in ASCII.
fn target(from: &Url, headers: &HeaderMap) -> Result<Url, FetchError> {
    let fault = FetchError::Redirect(RedirectFault::NoTarget);
    let value =
        headers.get(LOCATION).and_then(|it| std::str::from_utf8(it.as_bytes()).ok()).ok_or(fault.clone())?;
    from.join(value.trim()).map_err(|_| fault)
}
