//! What the administrator decides about going out: who we say we are, what is allowed, how patient and how polite we are.

use ipnet::IpNet;
use rustls_pki_types::CertificateDer;
use std::collections::BTreeSet;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;
use std::time::Duration;

/// An exception the administrator makes: a name, or a network, that may be reached although it is inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Exactly this host name, in lower case without a final dot, whatever it resolves to.
    Host(String),
    /// Every address of this network, reached by number or by any name.
    Net(IpNet),
}

/// `10.20.0.0/16`, `10.1.2.3`, `fd00::/8`, or a host name.
impl FromStr for Place {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        let text = text.trim();
        if let Ok(net) = text.parse::<IpNet>() {
            return Ok(Self::Net(net.trunc()));
        }
        if let Ok(address) = text.parse::<IpAddr>() {
            return Ok(Self::Net(IpNet::from(address)));
        }
        match url::Host::parse(text) {
            Ok(url::Host::Domain(name)) if !name.contains('*') => Ok(Self::Host(plain_host(&name))),
            _ => Err(PolicyError::Place(text.to_owned())),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(name) => f.write_str(name),
            Self::Net(net) => net.fmt(f),
        }
    }
}

/// A host name as it is compared: lower case, no final dot.
pub(crate) fn plain_host(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

/// How the program goes out. [`Policy::new`] has values one can live with.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Where somebody who wonders about our requests finds out who we are: the agency's own address on the web.
    pub about: String,
    /// Whom such a person writes to: an e-mail address. Sent as `From` and inside `User-Agent`.
    pub contact: String,
    /// Exceptions to "only public addresses".
    pub allow: Vec<Place>,
    /// Ports that may be reached besides 80 and 443.
    pub ports: BTreeSet<u16>,
    /// Certificates of authorities to trust besides those of Mozilla's list, for sites inside.
    pub extra_roots: Vec<CertificateDer<'static>>,
    /// How long connecting may take, the look-up of the name and TLS included.
    pub connect: Duration,
    /// How long until the head of the answer is there, connecting included.
    pub first_byte: Duration,
    /// How long one fetch may take in all, redirects included, time in the queue of the host not.
    pub whole: Duration,
    /// Largest body in bytes, after decompression.
    pub max_body: usize,
    /// Shortest time between the end of one request to a host and the start of the next.
    pub gap: Duration,
    /// How long a caller waits for its turn at a host before it hears [`crate::FetchError::Busy`].
    pub patience: Duration,
    /// Requests under way at once, over all hosts.
    pub at_once: usize,
}

impl Policy {
    /// A policy that suits an agency's office: a second between requests, 20 seconds for one, 8 MiB at most.
    #[must_use]
    pub fn new(about: &str, contact: &str) -> Self {
        Self {
            about: about.to_owned(),
            contact: contact.to_owned(),
            allow: Vec::new(),
            ports: BTreeSet::new(),
            extra_roots: Vec::new(),
            connect: Duration::from_secs(8),
            first_byte: Duration::from_secs(12),
            whole: Duration::from_secs(20),
            max_body: 8 * 1024 * 1024,
            gap: Duration::from_secs(1),
            patience: Duration::from_secs(60),
            at_once: 64,
        }
    }

    /// The `User-Agent` line: program, version, where to read about us, whom to write to.
    #[must_use]
    pub fn user_agent(&self) -> String {
        format!("{}/{} (+{}; {})", crate::robots::TOKEN, env!("CARGO_PKG_VERSION"), self.about, self.contact)
    }

    pub(crate) fn allows_host(&self, host: &str) -> bool {
        let host = plain_host(host);
        self.allow.iter().any(|place| matches!(place, Place::Host(name) if *name == host))
    }

    pub(crate) fn allows_address(&self, address: IpAddr) -> bool {
        self.allow.iter().any(|place| matches!(place, Place::Net(net) if net.contains(&address)))
    }
}

/// Why a policy cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Neither a network, nor an address, nor a host name.
    #[error("{0:?} is neither a host name nor a network such as 10.20.0.0/16")]
    Place(String),
    /// The agency's address or its mail address cannot stand in a header.
    #[error("the agency's address and mail address must be plain ASCII")]
    Identity,
    /// A certificate that was to be trusted cannot be read.
    #[error("a certificate to be trusted cannot be read: {0}")]
    Certificate(String),
    /// The HTTP client could not be made.
    #[error("no HTTP client: {0}")]
    Client(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_are_names_and_networks() {
        assert_eq!("10.20.3.4/16".parse(), Ok(Place::Net("10.20.0.0/16".parse().unwrap())));
        assert_eq!("fd00::1".parse(), Ok(Place::Net("fd00::1/128".parse().unwrap())));
        assert_eq!("Noibo.TuyenQuang.gov.vn.".parse(), Ok(Place::Host("noibo.tuyenquang.gov.vn".into())));
        for bad in ["", "http://x", "a b", "10.0.0.0/99", "x/y", "*.gov.vn"] {
            assert!(bad.parse::<Place>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_exception_is_no_wider_than_its_words() {
        let mut policy = Policy::new("https://a.vn", "x@a.vn");
        policy.allow.push("intra.a.vn".parse().unwrap());
        policy.allow.push("10.20.0.0/16".parse().unwrap());
        assert!(policy.allows_host("INTRA.a.vn."));
        assert!(!policy.allows_host("x.intra.a.vn") && !policy.allows_host("intra.a.vn.evil.example"));
        assert!(policy.allows_address("10.20.255.1".parse().unwrap()));
        assert!(!policy.allows_address("10.21.0.1".parse().unwrap()));
        // The mapped form of an allowed address stays refused: it is another family, and nobody named it.
        assert!(!policy.allows_address("::ffff:10.20.0.1".parse().unwrap()));
    }
}
