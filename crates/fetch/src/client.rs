//! The HTTP client underneath: it connects only to judged addresses, within the time for connecting, and keeps few and
//! small things in memory.

use crate::error::{FetchError, Stage};
use crate::names::{Judged, Lookup};
use crate::policy::{Policy, PolicyError};
use crate::tls;
use bytes::Bytes;
use http::Uri;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tower::Service;

/// Largest head of an answer, in bytes.
const LONGEST_HEAD: usize = 256 * 1024;
/// How long an unused connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// The client.
pub(crate) type Client = legacy::Client<Timed<HttpsConnector<HttpConnector<Judged>>>, Full<Bytes>>;

type BoxError = Box<dyn Error + Send + Sync>;

/// A connector that gives up after a while, the look-up of the name and TLS included.
#[derive(Clone)]
pub(crate) struct Timed<C> {
    inner: C,
    limit: Duration,
}

pub(crate) fn client(policy: &Arc<Policy>, lookup: Arc<dyn Lookup>) -> Result<Client, PolicyError> {
    let mut http = HttpConnector::new_with_resolver(Judged { policy: Arc::clone(policy), lookup });
    http.enforce_http(false);
    http.set_nodelay(true);
    let https = HttpsConnectorBuilder::new().with_tls_config(tls::client(policy)?);
    let https = https.https_or_http().enable_http1().wrap_connector(http);
    Ok(legacy::Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(1)
        .http1_max_buf_size(LONGEST_HEAD)
        .build(Timed { inner: https, limit: policy.connect }))
}

impl<C> Service<Uri> for Timed<C>
where
    C: Service<Uri, Error = BoxError>,
    C::Response: Send,
    C::Future: Send + 'static,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let connected = tokio::time::timeout(self.limit, self.inner.call(to));
        Box::pin(async move {
            match connected.await {
                Ok(connected) => connected,
                Err(_) => Err(FetchError::TimedOut(Stage::Connect).into()),
            }
        })
    }
}
