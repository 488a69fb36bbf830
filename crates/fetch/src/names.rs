//! Names to addresses, judged at the moment of connecting: the connection goes to an address that was judged, not to a name
//! that could by now mean another.

use crate::error::FetchError;
use crate::guard;
use crate::policy::Policy;
use hyper_util::client::legacy::connect::dns::Name;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::Service;

/// The addresses of a name, when they are known.
pub type LookupFuture = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Who knows the addresses of names. The system does, unless something else is put here.
pub trait Lookup: Send + Sync + 'static {
    /// All addresses of `host`, at this moment.
    fn addresses(&self, host: &str) -> LookupFuture;
}

/// The system's own look-up, with its hosts file and its servers.
pub(crate) struct System;

impl Lookup for System {
    fn addresses(&self, host: &str) -> LookupFuture {
        let host = host.to_owned();
        Box::pin(async move { Ok(tokio::net::lookup_host((host, 0)).await?.map(|it| it.ip()).collect()) })
    }
}

/// The look-up given to the HTTP client: it lets through only what may be reached.
#[derive(Clone)]
pub(crate) struct Judged {
    pub(crate) policy: Arc<Policy>,
    pub(crate) lookup: Arc<dyn Lookup>,
}

impl Service<Name> for Judged {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, FetchError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), FetchError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let found = self.lookup.addresses(name.as_str());
        let policy = Arc::clone(&self.policy);
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let mut refused = None;
            let mut open = Vec::new();
            for address in found.await.unwrap_or_default() {
                match guard::reachable(&policy, &host, address) {
                    Ok(()) => open.push(SocketAddr::new(address, 0)),
                    Err(why) => refused = Some(why),
                }
            }
            if open.is_empty() {
                // Carried through the client's layers as it is, and found again in `hop.rs`.
                return Err(refused.unwrap_or(FetchError::UnknownName { host }));
            }
            Ok(open.into_iter())
        })
    }
}
