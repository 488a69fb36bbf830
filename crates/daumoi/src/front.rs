//! The front of the house: a public page that lies ready is handed out here, before any router; all else goes inside.
//!
//! The pages people ask for in a rush pass this one check and nothing more, which is what makes the site about as
//! fast as static files.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::{Service, ServiceExt};

/// The whole site as a service.
#[derive(Clone)]
pub struct Front {
    pub(crate) portal: Arc<portal::House>,
    pub(crate) inside: Router,
}

impl Front {
    /// The same with more around what is not ready.
    pub(crate) fn map_inside(mut self, more: impl FnOnce(Router) -> Router) -> Self {
        self.inside = more(self.inside);
        self
    }
}

impl Service<Request<Body>> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let Self { portal, inside } = self.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            match portal::ready(&portal, &parts.method, &parts.uri, &parts.headers).await {
                Some(page) => Ok(page),
                None => inside.oneshot(Request::from_parts(parts, body)).await,
            }
        })
    }
}
