//! The demo's list of log-ins: choose who to be. Only the demo has these doors.

use crate::demo_run::Cast;
use askama::Template;
use axum::Router;
use axum::extract::{FromRef, State};
use axum::response::Response;
use axum::routing::get;
use http::header;
use kernel::Failure;
use people::session_cookie;
use web::{App, Asker, Error, Fields, Page, html, see_other};

impl FromRef<Cast> for App {
    fn from_ref(cast: &Cast) -> Self {
        cast.app.clone()
    }
}

struct Line {
    id: String,
    name: String,
    post: String,
    address: String,
    tries: String,
}

#[derive(Template)]
#[template(path = "demo.html")]
struct DemoPage {
    p: Page,
    province: String,
    password: String,
    logins: Vec<Line>,
}

/// The doors.
pub(crate) fn router(cast: Cast) -> Router {
    Router::new().route("/demo", get(show).post(enter)).with_state(cast)
}

async fn show(State(cast): State<Cast>, asker: Asker) -> Result<Response, Error> {
    let p = asker.gate_page(asker.locale().t("demo-title")).await;
    let logins = cast
        .logins
        .iter()
        .map(|login| Line {
            id: login.person.to_string(),
            name: login.name.clone(),
            post: login.post.clone(),
            address: login.address.clone(),
            tries: login.tries.clone(),
        })
        .collect();
    html(&DemoPage { p, province: cast.province.clone(), password: cast.password.clone(), logins })
}

async fn enter(State(cast): State<Cast>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let who = fields.text("who");
    let login = cast.logins.iter().find(|login| login.person.to_string() == who).ok_or(Failure::NotFound)?;
    let signed_in = people::verbs::sign_in_as(asker.db(), login.person).await?;
    let mut response = see_other("/desk");
    if let Some(cookie) = session_cookie(&signed_in.token, false) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
