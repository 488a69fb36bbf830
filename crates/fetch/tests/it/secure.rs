//! Encrypted connections: who is not known, or speaks something else, is not believed.

use crate::server::{Server, act, fetcher, get, open, read, says};
use fetch::{FetchError, Outlook, Policy, Stage};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;

/// A server with a certificate for `name`; gives its port and the certificate.
async fn secure(name: &str) -> (u16, rustls_pki_types::CertificateDer<'static>) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([name.to_owned()]).unwrap();
    let key = rustls_pki_types::PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                if read(&mut stream).await.is_some() {
                    let _ = act(&mut stream, says("200 OK", "secret")).await;
                }
            });
        }
    });
    (port, cert.der().clone())
}

fn policy(port: u16) -> Policy {
    let mut policy = open(&[]);
    policy.ports.insert(port);
    policy
}

#[tokio::test]
async fn an_authority_the_administrator_trusts_is_trusted() {
    let (port, certificate) = secure("a.test").await;
    let mut policy = policy(port);
    policy.extra_roots.push(certificate);
    assert!(get(&fetcher(policy), &format!("https://a.test:{port}/")).await.is_ok());
}

#[tokio::test]
async fn an_unknown_authority_and_another_name_are_not_believed() {
    let (port, certificate) = secure("a.test").await;
    let unknown = get(&fetcher(policy(port)), &format!("https://a.test:{port}/")).await.unwrap_err();
    assert!(matches!(unknown, FetchError::Tls(_)), "{unknown:?}");
    assert_eq!(unknown.outlook(), Outlook::Person);
    let mut policy = policy(port);
    policy.extra_roots.push(certificate);
    let other = get(&fetcher(policy), &format!("https://b.test:{port}/")).await.unwrap_err();
    assert!(matches!(other, FetchError::Tls(_)), "{other:?}");
}

#[tokio::test]
async fn a_server_without_encryption_is_no_secure_one() {
    let server = Server::start(|_| says("200 OK", "")).await;
    let url = format!("https://a.test:{}/", server.port);
    // It waits for a request it can read, and gets none.
    let mut policy = open(&[&server]);
    policy.connect = std::time::Duration::from_millis(500);
    let why = get(&fetcher(policy.clone()), &url).await.unwrap_err();
    assert_eq!(why, FetchError::TimedOut(Stage::Connect));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = act(&mut stream, says("400 Bad Request", "speak plainly")).await;
        }
    });
    policy.ports.insert(port);
    let why = get(&fetcher(policy), &format!("https://a.test:{port}/")).await.unwrap_err();
    assert!(matches!(why, FetchError::Tls(_)), "{why:?}");
}
