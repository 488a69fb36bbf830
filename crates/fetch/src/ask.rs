//! What one asks for, and what comes back.

use bytes::Bytes;
use std::time::Duration;
use url::Url;

/// What is hoped for: it decides the `Accept` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// A feed: RSS, Atom or JSON Feed.
    #[default]
    Feed,
    /// A page to read.
    Page,
    /// Whatever is there.
    Anything,
}

impl Wanted {
    pub(crate) fn accept(self) -> &'static str {
        match self {
            Self::Feed => {
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, \
                 text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
            }
            Self::Page => "text/html, application/xhtml+xml, */*;q=0.1",
            Self::Anything => "*/*",
        }
    }
}

/// One wish for a document.
#[derive(Debug, Clone)]
pub struct Fetch {
    /// The address, as somebody typed it or as it stood in a feed.
    pub url: String,
    /// The entity tag of the last answer: what has not changed is not sent again.
    pub etag: Option<String>,
    /// The `Last-Modified` of the last answer, as it was written there.
    pub last_modified: Option<String>,
    /// What is hoped for.
    pub wanted: Wanted,
    /// A lower limit on the body than the policy's, in bytes.
    pub max_body: Option<usize>,
    /// Whether `robots.txt` is asked first. `true` for all gathering (L2); `false` only for what one person asked for once, such
    /// as the check of a link in a text.
    pub robots: bool,
}

impl Fetch {
    /// A first wish for an address: nothing known from before, `robots.txt` heeded.
    #[must_use]
    pub fn get(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            etag: None,
            last_modified: None,
            wanted: Wanted::default(),
            max_body: None,
            robots: true,
        }
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The document, or that it has not changed.
    pub outcome: Outcome,
    /// Where it was found in the end.
    pub final_url: Url,
    /// The address to ask from now on: as far as the redirects from the start were permanent ones (301, 308).
    pub moved_permanently: Option<Url>,
    /// To be given in the next wish.
    pub etag: Option<String>,
    /// To be given in the next wish.
    pub last_modified: Option<String>,
    /// How long the server asks to be left alone. The host's turn is kept back that long already.
    pub retry_after: Option<Duration>,
    /// How long the server says that its answer stays good (`Cache-Control: max-age`).
    pub max_age: Option<Duration>,
}

/// The document, or that it has not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it was at the last time (304).
    NotModified,
    /// The document.
    Body(Body),
}

/// A document as bytes, unpacked, not decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The bytes.
    pub bytes: Bytes,
    /// The media type without parameters, in lower case, as the server named it.
    pub content_type: Option<String>,
    /// The `charset` the server named; servers are often wrong, so it is a hint.
    pub charset: Option<String>,
}
