//! Whom we believe: the authorities of Mozilla's list, the same on every machine, and those the administrator adds.

use crate::policy::{Policy, PolicyError};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;

pub(crate) fn client(policy: &Policy) -> Result<ClientConfig, PolicyError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for certificate in &policy.extra_roots {
        roots.add(certificate.clone()).map_err(|why| PolicyError::Certificate(why.to_string()))?;
    }
    Ok(ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|why| PolicyError::Client(why.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
