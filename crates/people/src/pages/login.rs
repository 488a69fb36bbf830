//! Log-in and log-out.

use crate::session::session_cookie;
use crate::verbs;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use http::{HeaderMap, header};
use kernel::{Actor, Failure};
use serde::Deserialize;
use web::{
    Asker, Error, Fields, Page, Refused, cookie, html, is_own_path, refusals, refused_status, see_other,
};

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    p: Page,
    login: String,
    back: String,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    back: String,
}

/// The form. Who is signed in already goes straight to the desk.
pub(crate) async fn show(asker: Asker, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    if matches!(asker.actor, Actor::Person(_)) {
        return Ok(see_other(safe_back(&wanted.back)));
    }
    form(&asker, "", &wanted.back, Vec::new()).await
}

async fn form(asker: &Asker, login: &str, back: &str, refused: Vec<Refused>) -> Result<Response, Error> {
    let p = asker.gate_page(asker.locale().t("people-login")).await;
    // What cannot be a name is not sent back either.
    let login = if verbs::plausible(login) { login.to_owned() } else { String::new() };
    html(&LoginPage { p, login, back: safe_back(back).to_owned(), refused })
}

/// Checks and opens a session.
pub(crate) async fn sign_in(asker: Asker, headers: HeaderMap, fields: Fields) -> Result<Response, Error> {
    let origin = crate::session::origin_of(&headers);
    let (login, back) = (fields.text("login"), fields.text("back"));
    match verbs::sign_in(asker.db(), login, fields.raw("password").to_owned(), &origin).await {
        Ok(signed_in) => {
            let mut response = see_other(safe_back(back));
            if let Some(cookie) = session_cookie(&signed_in.token, asker.app.secure) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(Failure::Refused(reasons)) => {
            let mut page = form(&asker, login, back, refusals(asker.locale(), &reasons)).await?;
            *page.status_mut() = refused_status(&reasons);
            Ok(page)
        }
        Err(other) => Err(Error(other)),
    }
}

/// Ends the session, here and on the server.
pub(crate) async fn sign_out(asker: Asker, headers: HeaderMap) -> Result<Response, Error> {
    if let Some(token) = cookie(&headers, crate::SESSION_COOKIE) {
        let mut cx = asker.wish().await?;
        verbs::sign_out(&mut cx, token).await?;
        cx.finish().await?;
    }
    let mut response = web::said("/desk/login", "said-signed-out");
    if let Some(cookie) = session_cookie("", asker.app.secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Only addresses of our own desk: a forged link cannot send anyone elsewhere after log-in.
fn safe_back(back: &str) -> &str {
    let own = is_own_path(back) && back.starts_with("/desk") && !back.starts_with("/desk/login");
    if own { back } else { "/desk" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_log_in_one_stays_in_the_house() {
        assert_eq!(safe_back("/desk/newsroom?state=draft"), "/desk/newsroom?state=draft");
        for elsewhere in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "/desk/login",
            "/desk\r\nX: y",
            "/desk\t",
        ] {
            assert_eq!(safe_back(elsewhere), "/desk", "{elsewhere}");
        }
    }
}
