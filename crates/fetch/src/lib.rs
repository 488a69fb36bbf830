//! Outbound HTTP that behaves: the listening reads feeds and pages with it, alerts leave through it, and it never
//! reaches an address inside the house unless the administrator has named it.
//!
//! ```no_run
//! # async fn poll() -> Result<(), Box<dyn std::error::Error>> {
//! use fetch::{Fetch, Fetcher, Outcome, Policy};
//!
//! let mut policy = Policy::new("https://tuyenquang.gov.vn", "vanphong@tuyenquang.gov.vn");
//! policy.allow.push("10.20.0.0/16".parse()?);          // the administrator's exceptions: names or networks
//! let fetcher = Fetcher::new(policy)?;                 // once; cheap to clone; shares turns, robots.txt, connections
//!
//! let mut ask = Fetch::get("https://bao.example.vn/rss/thoi-su.rss");
//! ask.etag = Some("\"a1\"".into());                     // from the last time
//! let got = fetcher.fetch(&ask).await?;                // Err(FetchError): .key() for people, .outlook() for planning
//! match got.outcome {
//!     Outcome::NotModified => {}
//!     Outcome::Body(body) => { let _ = (body.bytes, body.content_type, body.charset); }
//! }
//! let _ = (got.final_url, got.moved_permanently, got.etag, got.last_modified, got.retry_after, got.max_age);
//! # Ok(()) }
//! ```
//!
//! A webhook goes out under the same guard with [`Fetcher::post_json`], signed as Standard Webhooks asks.
//!
//! What always holds:
//!
//! * **Addresses.** Only `http` and `https`, no user name or password, ports 80, 443 and those the policy names. Loopback,
//!   private, link-local, shared, multicast, documentation, benchmark, translated and unspecified addresses are refused. It is
//!   the address that is connected to which is judged, at the moment of connecting, so a name that changes its answer
//!   between a check and a use gains nothing. Every redirect is judged like a first address.
//! * **Manners.** One request at a time per host with a gap between; `robots.txt` and its `Crawl-delay` are heeded (RFC 9309)
//!   and asked for at most once a day; `Retry-After` makes the whole host rest; the program names itself and whom to write to.
//! * **Bounds.** Limits on connecting, on the first byte, on the whole, and on the decoded body. A slow host holds up only
//!   those who wait for that host.
//!
//! The crate knows no database, keeps nothing on disk, and reads no wall clock: waiting follows Tokio's clock.

mod address;
mod ask;
mod client;
mod error;
mod fetcher;
mod gate;
mod guard;
mod headers;
mod hop;
mod names;
mod policy;
mod robots;
mod robots_known;
mod tls;
mod unpack;
mod webhook;

pub use address::{AddressKind, kind_of};
pub use ask::{Body, Fetch, Fetched, Outcome, Wanted};
pub use error::{AddressFault, FetchError, Outlook, RedirectFault, Stage};
pub use fetcher::Fetcher;
pub use names::{Lookup, LookupFuture};
pub use policy::{Place, Policy, PolicyError};
pub use robots::Robots;
pub use webhook::{Delivered, Hook, Secret, SecretError};
