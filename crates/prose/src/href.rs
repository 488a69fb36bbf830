//! Where a link may lead: to the web, to a mailbox, to a telephone, or to a place on this site; never into a script.

use std::fmt;

use crate::clean;

/// The address of a link, already judged safe.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Href(String);

/// Why an address cannot be a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HrefError {
    /// Nothing is left of it.
    #[error("the address is empty")]
    Empty,
    /// It begins with something else than the allowed beginnings.
    #[error("the address must begin with https://, http://, mailto:, tel:, / or #")]
    Beginning,
    /// A web address without the name of a site.
    #[error("the address names no site")]
    NoSite,
    /// Longer than 2,048 bytes.
    #[error("the address is longer than 2,048 bytes")]
    TooLong,
}

/// Longest address of a link, in bytes: what browsers and mail programs agree on.
const MAX_HREF: usize = 2_048;

impl Href {
    /// Judges an address as a browser would read it: control characters and the spaces around it do not count, a
    /// backslash is a slash, the scheme is written small.
    ///
    /// # Errors
    /// [`HrefError`] says why it cannot be a link.
    pub fn parse(address: &str) -> Result<Self, HrefError> {
        let text = clean::address(address);
        match text.as_str() {
            "" => Err(HrefError::Empty),
            long if long.len() > MAX_HREF => Err(HrefError::TooLong),
            place if place.starts_with('#') => Ok(Self(text)),
            path if path.starts_with('/') => {
                if path.starts_with("//") {
                    Err(HrefError::Beginning)
                } else {
                    Ok(Self(text))
                }
            }
            _ => with_scheme(&text),
        }
    }

    /// The address as written into pages and JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the site a web address leads to, in small letters and without port; `None` for all others.
    pub fn host(&self) -> Option<String> {
        let rest = self.0.strip_prefix("https://").or_else(|| self.0.strip_prefix("http://"))?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        Some(host.split(':').next()?.to_lowercase())
    }
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn with_scheme(text: &str) -> Result<Href, HrefError> {
    let (scheme, rest) = text.split_once(':').ok_or(HrefError::Beginning)?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => {
            let site = rest.strip_prefix("//").ok_or(HrefError::NoSite)?;
            if site.starts_with(['/', '?', '#', ':', '@']) || site.is_empty() {
                return Err(HrefError::NoSite);
            }
        }
        "mailto" | "tel" if rest.is_empty() => return Err(HrefError::Empty),
        "mailto" | "tel" => {}
        _ => return Err(HrefError::Beginning),
    }
    Ok(Href(format!("{scheme}:{rest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_where_they_may() {
        for (given, kept) in [
            ("https://a.vn/x?y=1#z", "https://a.vn/x?y=1#z"),
            ("  HTTP://a.vn ", "http://a.vn"),
            ("mailto:vp@a.vn", "mailto:vp@a.vn"),
            ("tel:+84 24 1", "tel:+84%2024%201"),
            ("/tin/1", "/tin/1"),
            ("#muc", "#muc"),
            ("https://a.vn/văn bản", "https://a.vn/văn%20bản"),
        ] {
            assert_eq!(Href::parse(given).unwrap().as_str(), kept);
        }
        for bad in [
            "",
            "  ",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{200b}script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.vn",
            "/\\evil.vn",
            "\\\\evil.vn",
            "/\t/evil.vn",
            "file:///etc/passwd",
            "trang.html",
            "?q=1",
            "http:evil",
            "https:///evil",
            "https://",
            "mailto:",
            "blob:https://a.vn/1",
        ] {
            assert!(Href::parse(bad).is_err(), "{bad:?}");
        }
        assert_eq!(Href::parse(&format!("https://a.vn/{}", "x".repeat(3000))), Err(HrefError::TooLong));
    }

    #[test]
    fn the_host_is_found_behind_tricks() {
        assert_eq!(
            Href::parse("https://bo.gov.vn@Evil.vn:8443/x").unwrap().host().as_deref(),
            Some("evil.vn")
        );
        assert_eq!(Href::parse("/x").unwrap().host(), None);
    }
}
