//! Addresses as feeds write them → addresses one can fetch.

use std::borrow::Cow;
use url::Url;

/// What relative addresses are relative to, if anything.
#[derive(Clone, Debug)]
pub(super) struct Base {
    url: Option<Url>,
}

impl Base {
    pub(super) const fn none() -> Self {
        Self { url: None }
    }

    /// A base from an absolute address; anything else is none.
    pub(super) fn new(address: &str) -> Self {
        let url = Url::parse(address.trim()).ok().filter(|u| !u.cannot_be_a_base());
        Self { url }
    }

    pub(super) fn is_none(&self) -> bool {
        self.url.is_none()
    }

    /// The base that `xml:base` sets inside this one; `None` when it says nothing of use.
    pub(super) fn within(&self, given: &str) -> Option<Self> {
        let address = self.resolve(given)?;
        let base = Self::new(&address);
        (!base.is_none()).then_some(base)
    }

    /// An address made absolute. An absolute one is left as written but for its spaces; `None` when there is none.
    pub(super) fn resolve<'t>(&self, given: &'t str) -> Option<Cow<'t, str>> {
        let given = given.trim();
        if given.is_empty() {
            return None;
        }
        let given = if given.contains(['\n', '\r', '\t']) {
            Cow::Owned(given.replace(['\n', '\r', '\t'], ""))
        } else {
            Cow::Borrowed(given)
        };
        if has_scheme(&given) {
            return Some(given);
        }
        let Some(base) = &self.url else { return Some(given) };
        match base.join(&given) {
            Ok(url) => Some(Cow::Owned(url.into())),
            Err(_) => Some(given),
        }
    }
}

/// Whether an address names its scheme: `https:`, `tag:`, `urn:`.
pub(super) fn has_scheme(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.len() > 1
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Whether an address leads to a page.
pub(super) fn is_web(address: &str) -> bool {
    let start = address.trim_start().get(..8).unwrap_or(address).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https:/")
}
