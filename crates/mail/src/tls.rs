//! How the way to a mail server is protected, and whom we believe.

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use std::net::IpAddr;
use std::sync::Arc;

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Encrypted from the first byte (ports 465 and 993), as RFC 8314 wants it.
    Implicit,
    /// Begun in the clear and then encrypted (ports 587 and 143); a server that does not offer it gets nothing.
    StartTls,
    /// Not at all. Only to this machine, unless the administrator says otherwise.
    None,
}

/// Whether a host is this machine for certain: by number, or by the one name that means nothing else.
pub(crate) fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// Mozilla's list of authorities, and those the administrator adds.
pub(crate) fn client(extra: &[CertificateDer<'static>]) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for certificate in extra {
        roots.add(certificate.clone()).map_err(|why| why.to_string())?;
    }
    Ok(ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|why| why.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
