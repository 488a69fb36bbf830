//! Doors: every route with its method and address in one list, so that a test can knock on each as everyone.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};
use http::Method;

/// One route.
pub struct Door<S> {
    /// How it is knocked on.
    pub method: Method,
    /// Its address, with `{…}` for the parts that vary.
    pub path: &'static str,
    opens: MethodRouter<S>,
}

impl<S: Clone + Send + Sync + 'static> Door<S> {
    /// A page.
    pub fn get<H, T>(path: &'static str, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        Self { method: Method::GET, path, opens: on(MethodFilter::GET, handler) }
    }

    /// A verb.
    pub fn post<H, T>(path: &'static str, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        Self { method: Method::POST, path, opens: on(MethodFilter::POST, handler) }
    }

    /// A thing put in its place by a script.
    pub fn put<H, T>(path: &'static str, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        Self { method: Method::PUT, path, opens: on(MethodFilter::PUT, handler) }
    }

    /// Takes bodies up to `bytes` instead of the two megabytes every other door takes.
    #[must_use]
    pub fn up_to(mut self, bytes: usize) -> Self {
        self.opens = self.opens.layer(DefaultBodyLimit::max(bytes));
        self
    }
}

/// The router of a house, and the list of its doors as (method, address).
pub fn router<S: Clone + Send + Sync + 'static>(
    doors: Vec<Door<S>>,
    state: S,
) -> (Router, Vec<(Method, &'static str)>) {
    let list = doors.iter().map(|door| (door.method.clone(), door.path)).collect();
    let router = doors.into_iter().fold(Router::new(), |router, door| router.route(door.path, door.opens));
    (router.with_state(state), list)
}
