//! Judges an address as written, before anything is looked up. What a name resolves to is judged in `names.rs`, at the
//! moment of connecting.

use crate::address::{AddressKind, kind_of};
use crate::error::{AddressFault, FetchError};
use crate::policy::Policy;
use std::net::IpAddr;
use url::{Host, Url};

/// Longest address that is asked; browsers and servers agree on about this.
const LONGEST: usize = 8 * 1024;

/// Reads an address and judges it.
///
/// # Errors
/// [`FetchError::Address`] for what must not be asked at all, [`FetchError::Forbidden`] for a number that is inside.
pub(crate) fn read(policy: &Policy, text: &str) -> Result<Url, FetchError> {
    if text.len() > LONGEST {
        return Err(FetchError::Address(AddressFault::Unreadable));
    }
    let url = Url::parse(text.trim()).map_err(|_| FetchError::Address(AddressFault::Unreadable))?;
    judge(policy, url)
}

/// Judges an address that is already one, such as the target of a redirect.
///
/// # Errors
/// As [`read`].
pub(crate) fn judge(policy: &Policy, mut url: Url) -> Result<Url, FetchError> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(FetchError::Address(AddressFault::Scheme));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FetchError::Address(AddressFault::Credentials));
    }
    if url.as_str().len() > LONGEST {
        return Err(FetchError::Address(AddressFault::Unreadable));
    }
    let port = url.port_or_known_default().unwrap_or(0);
    if !matches!(port, 80 | 443) && !policy.ports.contains(&port) {
        return Err(FetchError::Address(AddressFault::Port));
    }
    match url.host() {
        None => return Err(FetchError::Address(AddressFault::Unreadable)),
        // The connector does not look numbers up, so this is the only place where they are judged.
        Some(Host::Ipv4(it)) => reachable(policy, &it.to_string(), IpAddr::V4(it))?,
        Some(Host::Ipv6(it)) => reachable(policy, &it.to_string(), IpAddr::V6(it))?,
        Some(Host::Domain(_)) => {}
    }
    url.set_fragment(None);
    Ok(url)
}

/// Whether `address` may be connected to when `host` was asked for.
///
/// # Errors
/// [`FetchError::Forbidden`].
pub(crate) fn reachable(policy: &Policy, host: &str, address: IpAddr) -> Result<(), FetchError> {
    if kind_of(address) == AddressKind::Public || policy.allows_address(address) || policy.allows_host(host) {
        return Ok(());
    }
    Err(FetchError::Forbidden { host: host.to_owned(), address })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        let mut policy = Policy::new("https://a.vn", "x@a.vn");
        policy.ports.insert(8080);
        policy.allow.push("10.20.0.0/16".parse().unwrap());
        policy
    }

    #[test]
    fn what_may_not_be_asked_is_said() {
        use AddressFault::*;
        for (text, fault) in [
            ("", Unreadable),
            ("bao.vn/rss", Unreadable),
            ("http://", Unreadable),
            ("ftp://bao.vn/", Scheme),
            ("file:///etc/passwd", Scheme),
            ("gopher://bao.vn", Scheme),
            ("javascript:alert(1)", Scheme),
            ("data:text/plain,x", Scheme),
            ("http://ai@bao.vn/", Credentials),
            ("http://ai:gi@bao.vn/", Credentials),
            ("http://bao.vn:22/", Port),
            ("http://bao.vn:6379/", Port),
            ("https://bao.vn:8443/", Port),
            ("http://bao.vn:0/", Port),
        ] {
            assert_eq!(read(&policy(), text), Err(FetchError::Address(fault)), "{text}");
        }
        assert_eq!(
            read(&policy(), &format!("http://bao.vn/{}", "a".repeat(LONGEST))),
            Err(FetchError::Address(Unreadable))
        );
    }

    #[test]
    fn numbers_in_any_spelling_are_judged() {
        for text in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f.0.0.1/",
            "http://0177.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://192.168.0.1/",
            "http://0/",
            "http://１２７.0.0.1/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
        ] {
            assert!(matches!(read(&policy(), text), Err(FetchError::Forbidden { .. })), "{text}");
        }
    }

    #[test]
    fn what_may_be_asked_may() {
        for text in [
            "http://bao.vn",
            "https://bao.vn:443/x?y#z",
            "http://bao.vn:8080/",
            "http://10.20.1.1/",
            "http://8.8.8.8/",
        ] {
            assert!(read(&policy(), text).is_ok(), "{text}");
        }
        assert_eq!(read(&policy(), "https://bao.vn/a#b").unwrap().as_str(), "https://bao.vn/a");
    }
}
