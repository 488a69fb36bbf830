//! Every door of the house, and what stands before each.

use crate::front::Front;
use crate::house::Agency;
use crate::pages;
use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;
use web::{Door, ORIGIN_HEADER};

/// Every door but the public fallback and the demo's own, as (method, address): for the test that knocks on each as
/// everyone.
#[must_use]
pub fn doors(agency: &Agency) -> Vec<(Method, &'static str)> {
    let mut all = desk(agency).1;
    all.extend(open(agency).1);
    all.extend(plumbing(agency).1);
    all
}

/// What belongs to no site and to no desk.
fn plumbing(agency: &Agency) -> (Router, Vec<(Method, &'static str)>) {
    let open = vec![
        Door::get("/assets/{version}/{*path}", web::serve_asset),
        Door::get("/ngon-ngu/{code}", web::choose_language),
        Door::get("/healthz", health),
    ];
    let (router, mut list) = web::router(open, agency.app.clone());
    let (metrics, of_metrics) =
        web::router(vec![Door::get("/metrics", pages::metrics::show)], agency.clone());
    list.extend(of_metrics);
    (router.merge(metrics), list)
}

fn desk(agency: &Agency) -> (Router, Vec<(Method, &'static str)>) {
    let (people, mut list) = web::router(people::doors(), agency.people.clone());
    let (newsroom, of_newsroom) = web::router(newsroom::doors(), agency.newsroom.clone());
    let (own, of_roof) = web::router(own_doors(), agency.newsroom.clone());
    let (search, of_search) = web::router(search::doors(), agency.search.clone());
    let (listening, of_listening) = web::router(listening::doors(), agency.listening.clone());
    let (clocks, of_clocks) = web::router(deadlines::doors(), agency.deadlines.clone());
    let (press, of_press) = web::router(press::doors(), agency.press.clone());
    let (answers, of_answers) = web::router(answers::doors(), agency.answers.clone());
    let (planning, of_planning) = web::router(planning::doors(), agency.planning.clone());
    let (projects, of_projects) = web::router(projects::doors(), agency.projects.clone());
    let (assignments, of_assignments) = web::router(assignments::doors(), agency.assignments.clone());
    let (coordination, of_coordination) = web::router(coordination::doors(), agency.coordination.clone());
    let (reports, of_reports) = web::router(reports::doors(), agency.reports.clone());
    list.extend(of_newsroom);
    list.extend(of_search);
    list.extend(of_listening);
    list.extend(of_clocks);
    list.extend(of_press);
    list.extend(of_answers);
    list.extend(of_planning);
    list.extend(of_projects);
    list.extend(of_assignments);
    list.extend(of_coordination);
    list.extend(of_reports);
    list.extend(of_roof);
    (
        people
            .merge(newsroom)
            .merge(search)
            .merge(listening)
            .merge(clocks)
            .merge(press)
            .merge(answers)
            .merge(planning)
            .merge(projects)
            .merge(assignments)
            .merge(coordination)
            .merge(reports)
            .merge(own),
        list,
    )
}

/// The public pages of houses other than the portal. They stand at the root of every site and are made anew for each who
/// asks.
fn open(agency: &Agency) -> (Router, Vec<(Method, &'static str)>) {
    let (press, mut list) = web::router(press::open_doors(), agency.press.clone());
    let (answers, of_answers) = web::router(answers::open_doors(), agency.answers.clone());
    list.extend(of_answers);
    (press.merge(answers), list)
}

fn own_doors() -> Vec<Door<newsroom::House>> {
    vec![
        Door::get("/desk/ledger", pages::ledger::show),
        Door::get("/desk/keys", pages::keys::show),
        Door::get("/desk/design", pages::design::show),
    ]
}

/// The whole site. `more` are doors of the demo, which other agencies do not have.
pub fn routes(agency: &Agency, more: Option<Router>) -> Front {
    let app = agency.app.clone();
    let (desk, _) = desk(agency);
    let desk = desk
        .fallback(desk_nothing)
        .merge(more.unwrap_or_default())
        .layer(middleware::from_fn(web::visitors_sign_in))
        .layer(middleware::from_fn_with_state(app.clone(), people::who_asks))
        .layer(middleware::from_fn(web::forget_said));
    let desk = web::guard_against_forgery(desk)
        .layer(middleware::from_fn_with_state(app.clone(), web::failures_as_pages))
        .layer(middleware::from_fn(never_kept));
    // Public pages carry no session: a cached page is answered with as little as possible around it.
    let open = web::guard_against_forgery(open(agency).0.layer(middleware::from_fn(web::forget_said)))
        .layer(middleware::from_fn(never_kept));
    let public = Router::new()
        .fallback(portal::answer)
        .with_state(agency.portal.clone())
        .merge(open)
        .layer(middleware::from_fn_with_state(app.clone(), web::failures_as_pages));
    let (plumbing, _) = plumbing(agency);
    let site = plumbing.fallback_service(Fork { desk, public }.into_service());
    let inside = web::security_headers(site)
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(60)))
        .layer(middleware::from_fn_with_state(agency.behind_proxy, note_origin));
    Front { portal: Arc::new(agency.portal.clone()), inside }
}

/// Desk addresses go to the desk, all others to the public sites.
struct Fork {
    desk: Router,
    public: Router,
}

impl Fork {
    fn into_service(self) -> Router {
        let Self { desk, public } = self;
        Router::new().fallback(move |request: Request| {
            let path = request.uri().path();
            let inside = ["/desk", "/demo"].iter().any(|part| {
                path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            });
            let router = if inside { desk.clone() } else { public.clone() };
            async move {
                use tower::ServiceExt;
                router.oneshot(request).await.unwrap_or_else(|never| match never {})
            }
        })
    }
}

async fn desk_nothing() -> web::Error {
    web::Error(kernel::Failure::NotFound)
}

/// Notes where a request came from, over whatever it claims itself.
async fn note_origin(State(behind_proxy): State<bool>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    // The last entry is the one our own proxy wrote.
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .map(|last| last.trim().to_owned());
    let origin = if behind_proxy { forwarded.or(peer) } else { peer };
    request.headers_mut().remove(ORIGIN_HEADER);
    if let Some(origin) = origin.and_then(|text| HeaderValue::from_str(&text).ok()) {
        request.headers_mut().insert(ORIGIN_HEADER, origin);
    }
    next.run(request).await
}

/// What is behind the log-in stays in nobody's cache, unless a page says otherwise.
async fn never_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// 200 when the database answers.
async fn health(State(app): State<web::App>) -> Response {
    match app.db.follow_public().await {
        Ok(_) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
